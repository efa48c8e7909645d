import { setTimeout as delay } from 'node:timers/promises';
import type { Acting } from './acting.js';
import { CommandLanes, type LanedCommand } from './command-lanes.js';

interface Named extends LanedCommand {
  name: string;
}

const command = (name: string, change: Partial<Named> = {}): Named => ({
  name,
  acting: { organizationId: 'one', actorId: 'somebody' } as Acting,
  books: 'books',
  keys: [],
  weight: 1,
  ...change,
});

/** Lanes whose groups end when they are told to. */
function lanes(gathers = false) {
  const groups: { names: string[]; end: () => void }[] = [];
  const made = new CommandLanes<Named>(
    (group) => new Promise((end) => groups.push({ names: group.map(({ name }) => name), end })),
    gathers,
  );
  const add = (...commands: Named[]) => commands.forEach((one) => made.add(one));
  /** Lets a group end, and the next one form. */
  const end = async (index: number) => {
    groups[index]!.end();
    await delay(0);
  };
  return { lanes: made, groups, add, end, names: () => groups.map(({ names }) => names) };
}

describe('lanes of commands', () => {
  it('send the first at once, and what comes meanwhile together', async () => {
    const { add, end, names, lanes: made } = lanes();
    add(command('a'), command('b'), command('c'));
    expect(names()).toEqual([['a']]);
    await end(0);
    expect(names()).toEqual([['a'], ['b', 'c']]);
    await end(1);
    await made.drained();
  });

  it('let others go on while some books are written to, two groups of an organization at most', async () => {
    const { add, end, names } = lanes();
    const elsewhere = { acting: { organizationId: 'other', actorId: 'somebody' } as Acting };
    add(command('a'), command('b', { books: 'others' }), command('c', { books: 'third' }), command('d', elsewhere));
    expect(names()).toEqual([['a'], ['b'], ['d']]);
    await end(1);
    expect(names().slice(3)).toEqual([['c']]);
  });

  it('keep commands of one key apart, in their order', async () => {
    const { add, end, names } = lanes();
    const key = { keys: ['order-1'] };
    const idempotency = { key: 'request', requestHash: Buffer.alloc(1) };
    const same = { acting: { organizationId: 'one', actorId: 'somebody', idempotency } as Acting };
    add(command('first'), command('a', key), command('b', key), command('c', same), command('d', same), command('e'));
    await end(0);
    expect(names()[1]).toEqual(['a', 'c', 'e']);
    await end(1);
    expect(names()[2]).toEqual(['b', 'd']);
  });

  it('send whoever acts for some legal entities alone', async () => {
    const { add, end, names } = lanes();
    const acting = { organizationId: 'one', actorId: 'adviser', legalEntityIds: ['books'] } as unknown as Acting;
    add(command('first'), command('a'), command('b', { acting }), command('c'));
    for (const index of [0, 1, 2]) await end(index);
    expect(names()).toEqual([['first'], ['a', 'c'], ['b']]);
  });

  it('take no more than a transaction should hold, and one that is larger than that alone', async () => {
    const { add, end, names } = lanes();
    add(
      command('first'),
      command('a', { weight: 3_000 }),
      command('b', { weight: 3_000 }),
      command('c', { weight: 9_000 }),
    );
    for (const index of [0, 1, 2]) await end(index);
    expect(names()).toEqual([['first'], ['a'], ['b'], ['c']]);
  });

  it('wait for those who were answered until as many are there, and no longer than some moments', async () => {
    const { add, end, names } = lanes(true);
    add(command('a'));
    await end(0);
    add(command('a2'), command('b'));
    await end(1);
    expect(names()).toEqual([['a'], ['a2']]);
    add(command('a3'));
    await delay(0);
    expect(names()[2]).toEqual(['b', 'a3']);
    await end(2);
    add(command('a4'));
    await delay(0);
    expect(names()).toHaveLength(3);
    await delay(50);
    expect(names()[3]).toEqual(['a4']);
    await end(3);
    add(command('a5'));
    expect(names()[4]).toEqual(['a5']);
  });

  it('go on as one where they came in two halves', async () => {
    const { add, end, names } = lanes(true);
    add(command('first'), command('a'), command('b'));
    await end(0);
    add(command('a2'));
    await delay(0);
    expect(names()[1]).toEqual(['a', 'b', 'a2']);
    add(command('c'), command('d'));
    await end(1);
    add(command('a3'), command('b2'));
    await delay(0);
    expect(names()).toHaveLength(2);
    add(command('e'));
    await delay(0);
    expect(names()[2]).toEqual(['c', 'd', 'a3', 'b2', 'e']);
  });
});
