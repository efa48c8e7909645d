import { newId } from '#kernel/id.js';
import { type Gathering, Transaction } from './transaction.js';

const acting = { organizationId: newId(), actorId: newId(), permissions: new Set<string>(), requestId: newId() };
const open = () => new Transaction(acting, null as never, null as never, Promise.resolve(new Date()));

class Kept implements Gathering<number> {
  readonly ends: [organizationId: string, items: number[]][] = [];

  atEnd({ organizationId }: Transaction, items: readonly number[]): Promise<void> {
    this.ends.push([organizationId, [...items]]);
    return Promise.resolve();
  }
}

describe('what a transaction gathers', () => {
  it('is handed over once and in its order, whoever of the organization left it', async () => {
    const [transaction, kept] = [open(), new Kept()];
    expect(transaction.hasGathered).toBe(false);
    transaction.gather(kept, [1, 2]);
    transaction.as({ ...acting, actorId: newId() }).gather(kept, [3]);
    transaction.askingOnce().gather(kept, [4]);
    expect(transaction.hasGathered).toBe(true);
    await transaction.endGathered();
    await transaction.endGathered();
    expect(kept.ends).toEqual([[acting.organizationId, [1, 2, 3, 4]]]);
    expect(transaction.hasGathered).toBe(false);
  });

  it('stays with its organization', async () => {
    const [transaction, kept, elsewhere] = [open(), new Kept(), newId()];
    const part = transaction.as({ ...acting, organizationId: elsewhere });
    part.gather(kept, [1]);
    transaction.gather(kept, [2]);
    await part.endGathered();
    expect(kept.ends).toEqual([[elsewhere, [1]]]);
    await transaction.endGathered();
    expect(kept.ends.at(-1)).toEqual([acting.organizationId, [2]]);
  });

  it('may itself leave more, which is done as well', async () => {
    const [transaction, kept] = [open(), new Kept()];
    const first: Gathering<string> = {
      atEnd: (within) => {
        within.gather(kept, [7]);
        return Promise.resolve();
      },
    };
    transaction.gather(first, ['one']);
    await transaction.endGathered();
    expect(kept.ends).toEqual([[acting.organizationId, [7]]]);
  });
});
