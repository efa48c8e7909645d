import fc from 'fast-check';
import { type Actor, type Answer, newActor } from '../support/actor.js';
import { newCustomer, openReceivables } from '../support/receivables.js';

// Random sequences of charges, payments, settlements, undoings, reversals and merges in two currencies, by parallel clients.
// Whatever they come to, control accounts equal their items, today and on every day before.
jest.setTimeout(240_000);

const days = ['2026-01-10', '2026-02-20', '2026-03-05', '2026-04-30', '2026-06-15'];
const kinds = ['charge', 'pay', 'allocate', 'automatic', 'undo', 'reverse', 'merge'] as const;

const step = fc.record({
  does: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...kinds.slice(0, 3)) },
    { weight: 3, arbitrary: fc.constantFrom(...kinds.slice(3, 6)) },
    { weight: 1, arbitrary: fc.constant(kinds[6]!) },
  ),
  party: fc.nat(2),
  day: fc.nat(days.length - 1),
  cents: fc.integer({ min: 1, max: 50_000 }),
  isForeign: fc.boolean(),
  rate: fc.integer({ min: 80, max: 110 }),
  which: fc.nat(50),
  other: fc.nat(50),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Each thing is done at least once, whatever chance brings: a payment of a part, settled, undone, settled again. */
const eachOnce = [
  { does: 'charge', cents: 20_000 },
  { does: 'pay', cents: 5000 },
  { does: 'allocate' },
  { does: 'undo' },
  { does: 'charge', cents: 700 },
  { does: 'automatic' },
  { does: 'reverse', which: 2 },
].map((one) => ({ party: 0, day: 4, cents: 100, isForeign: false, rate: 100, which: 0, other: 0, ...one }) as Step);

interface Scene {
  actor: Actor;
  parties: string[];
  items: { id: string; entryId: string; amount: string; partyId: string; currency: string }[];
  allocations: string[];
}

const ACCOUNTING = '/v1/accounting';
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

async function take({ actor, parties, items, allocations }: Scene, one: Step): Promise<Answer | undefined> {
  const partyId = parties[one.party]!;
  // Half of the time on the last day, on which all is there to be settled.
  const day = one.isForeign ? days.at(-1)! : days[one.day]!;
  const on = { effectiveOn: day };
  if (one.does === 'charge' || one.does === 'pay') {
    return post(actor, one, partyId, items);
  }
  if (one.does === 'automatic')
    return keep(await actor.post(`${ACCOUNTING}/allocations/automatic`, { partyId, ...on }));
  if (one.does === 'allocate') {
    const debit = pick(
      items.filter(({ amount }) => !amount.startsWith('-')),
      one.which,
    );
    const credits = items.filter(
      ({ amount, currency, partyId: party }) =>
        amount.startsWith('-') && `${currency} ${party}` === `${debit?.currency} ${debit?.partyId}`,
    );
    const credit = pick(credits, one.other);
    if (!debit || !credit) return undefined;
    const amount = one.rate % 2 === 0 ? { amount: (one.cents / 50_000).toFixed(2) } : {};
    const pairs = [{ debitItemId: debit.id, creditItemId: credit.id, ...amount }];
    return keep(await actor.post(`${ACCOUNTING}/allocations`, { pairs, ...on }));
  }
  if (one.does === 'undo') {
    const id = pick(allocations, one.which);
    return id === undefined ? undefined : actor.post(`${ACCOUNTING}/allocations/${id}/undo`, on);
  }
  if (one.does === 'reverse') {
    const item = pick(items, one.which);
    const body = { entryDate: day };
    return item && actor.post(`${ACCOUNTING}/journal-entries/${item.entryId}/reverse`, body);
  }
  const [merged, survivor] = [partyId, parties[(one.party + 1) % 3]!];
  const { headers } = await actor.get(`${ACCOUNTING}/parties/${merged}`);
  const into = { intoPartyId: survivor };
  const answer = await actor.post(`${ACCOUNTING}/parties/${merged}/merge`, into, { 'If-Match': headers['etag']! });
  if (answer.status < 300) for (const [at, id] of parties.entries()) if (id === merged) parties[at] = survivor;
  return answer;

  function keep(made: Answer): Answer {
    for (const { id } of made.body.allocations ?? []) allocations.push(id as string);
    return made;
  }
}

async function post(actor: Actor, one: Step, partyId: string, items: Scene['items']): Promise<Answer> {
  const amount = (one.cents / 100).toFixed(2);
  const [side, other] = one.does === 'charge' ? ['debit', 'credit'] : ['credit', 'debit'];
  const rate = { currency: 'USD', exchangeRate: (one.rate / 100).toFixed(2), exchangeRateSource: 'agreed' };
  const posted = await actor.post(`${ACCOUNTING}/journal-entries`, {
    entryDate: days[one.day],
    description: 'Random',
    post: true,
    ...(one.isForeign ? rate : {}),
    lines: [
      {
        accountCode: '1100',
        [side!]: amount,
        partyId,
        dueOn: days[one.other % days.length],
      },
      {
        accountCode: '3000',
        [other!]: amount,
      },
    ],
  });
  // Nothing is posted to who was merged meanwhile.
  if (posted.status !== 201) return posted;
  items.push((await actor.get(`${ACCOUNTING}/open-items?entryId=${posted.body.id}`)).body.data[0]);
  return posted;
}

/** On every day: the total of the aging is what the control account stands at, by a report that knows nothing of items. */
async function expectEqual(actor: Actor): Promise<void> {
  const { body: proof } = await actor.get(`${ACCOUNTING}/integrity-checks`);
  expect(proof.status).toBe('passed');
  for (const asOf of [...days, '2026-02-01', '2026-12-31']) {
    const { body } = await actor.get(`${ACCOUNTING}/reports/aging?asOf=${asOf}`);
    const statement = `account-statement?accountCode=1100&from=2026-01-01&to=${asOf}`;
    const { body: ledger } = await actor.get(`${ACCOUNTING}/reports/${statement}`);
    expect([asOf, body.totals.total, body.unattributed]).toEqual([asOf, ledger.account.closing, '0.00']);
    // Nobody owes less than nothing: an item is never settled by more than it is.
    for (const { notDue, overdue, credits } of body.lines as Record<string, string | string[]>[]) {
      expect([notDue, ...(overdue as string[])].filter((amount) => String(amount).startsWith('-'))).toEqual([]);
      expect(Number(credits)).toBeLessThanOrEqual(0);
    }
  }
}

it('leave control accounts and items equal, whatever the order', async () => {
  const happened = new Map<string, number>();
  const client = fc.array(step, { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(client, { minLength: 3, maxLength: 3 }), async (clients) => {
      const actor = await newActor();
      await openReceivables(actor);
      const scene: Scene = { actor, parties: [], items: [], allocations: [] };
      for (const name of ['Abendrot KG', 'Nordlicht GmbH', 'Sonnenschein AG']) {
        scene.parties.push(await newCustomer(actor, name));
      }
      const note = async (one: Step) => {
        const answer = await take(scene, one);
        if (!answer) return;
        const outcome = `${one.does} ${answer.status < 300 ? 'done' : answer.body.code}`;
        happened.set(outcome, (happened.get(outcome) ?? 0) + 1);
        expect([200, 201, 409, 412, 422, 428]).toContain(answer.status);
      };
      for (const one of eachOnce) await note(one);
      for (let round = 0; round < 12; round += 4) {
        const run = async (steps: readonly Step[]) => {
          for (const one of steps.slice(round, round + 4)) await note(one);
        };
        await Promise.all(clients.map(run));
        await expectEqual(actor);
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
  for (const does of ['allocate', 'automatic', 'undo', 'reverse'])
    expect(happened.get(`${does} done`)).toBeGreaterThan(0);
});
