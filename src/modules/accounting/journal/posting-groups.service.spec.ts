import type { Acting } from '#platform/database/acting.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { KeyOutcome, UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Metrics } from '#platform/metrics/metrics.js';
import { PostingGroups } from './posting-groups.service.js';
import type { PostingPlanner, PostingWish } from './posting-planner.service.js';

type Work = (transaction: Transaction, outcomes: Promise<KeyOutcome[]>) => Promise<{ result: unknown[] }>;

/** Groups on a database that loses the connection of each group of several, and finds every key as it is told. */
function groups(outcome: KeyOutcome['outcome'], lost: Error) {
  const sizes: number[] = [];
  const transaction = { startedAt: Promise.resolve(new Date(0)) } as unknown as Transaction;
  const unitOfWork = {
    async runTogether(actings: readonly Acting[], work: Work) {
      sizes.push(actings.length);
      if (actings.length > 1) throw lost;
      return (await work(transaction, Promise.resolve([{ outcome } as KeyOutcome]))).result;
    },
  };
  const planner = { prepare: () => Promise.resolve(() => ({ errors: [] })) };
  const metrics = { histogram: () => ({ observe: () => undefined }) };
  const made = new PostingGroups(
    unitOfWork as unknown as UnitOfWork,
    planner as unknown as PostingPlanner,
    metrics as unknown as Metrics,
  );
  const post = () =>
    made.post(
      { organizationId: 'one', actorId: 'somebody' } as Acting,
      { request: { legalEntityId: 'books', lines: [] } } as unknown as PostingWish,
    );
  return { post, sizes };
}

describe('a group whose connection is lost', () => {
  const lost = new Error('Connection terminated unexpectedly');

  it('tells of the loss where the database has it still in hand: the caller has sent it once', async () => {
    const { post, sizes } = groups('running', lost);
    const answers = await Promise.allSettled([post(), post(), post()]);
    expect(sizes).toEqual([1, 2, 1, 1]);
    expect(answers).toEqual([
      // Alone from the beginning, so that somebody else has the key.
      { status: 'rejected', reason: expect.objectContaining({ code: 'idempotency_key_in_progress' }) as unknown },
      { status: 'rejected', reason: lost },
      { status: 'rejected', reason: lost },
    ]);
  });

  it('tells of another request under the key', async () => {
    const { post } = groups('reused', lost);
    const answers = await Promise.allSettled([post(), post(), post()]);
    const reason: unknown = expect.objectContaining({ code: 'idempotency_key_reused' });
    expect(answers).toEqual(Array(3).fill({ status: 'rejected', reason }));
  });
});
