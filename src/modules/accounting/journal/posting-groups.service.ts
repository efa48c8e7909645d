import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Acting } from '#platform/database/acting.js';
import type { Transaction } from '#platform/database/transaction.js';
import { CommandLanes, type LanedCommand } from '#platform/database/command-lanes.js';
import { isHeldUp } from '#platform/database/database-errors.js';
import { type KeyOutcome, UnitOfWork } from '#platform/database/unit-of-work.js';
import { refusalOfKey } from '#platform/idempotency/refusal-of-key.js';
import { Metrics } from '#platform/metrics/metrics.js';
import type { Ending } from '#platform/database/transact.js';
import { appendEntries, type PostingCommand } from './append-entries.js';
import type { JournalEntryView } from './journal-entries.dto.js';
import { viewOfPlanned } from './journal-entry-views.js';
import type { EntryPlan } from './plan-entry.js';
import { type PostingWish, PostingPlanner } from './posting-planner.service.js';
import { refusal } from './posting-refusal.js';

interface Waiting extends LanedCommand {
  wish: PostingWish;
  resolve: (view: JournalEntryView) => void;
  reject: (reason: unknown) => void;
}

/** What one command of a group comes to: its answer, or why it has none. */
type Settlement = { view: JournalEntryView; replayed?: true } | { reason: unknown; isRunning?: true };

/**
 * Group commit: while a posting transaction commits, further ones on the same books wait here and leave together in the
 * next, with those on other books of the organization, so that its cost is shared. Each keeps its own actor, key, answer
 * and error; a refused one does not touch its neighbours, and when the shared transaction fails, each goes on its own,
 * unless somebody holds the books.
 */
@Injectable()
export class PostingGroups implements OnApplicationShutdown {
  private readonly lanes = new CommandLanes<Waiting>((group) => this.settle(group));
  private readonly sizes;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planner: PostingPlanner,
    metrics: Metrics,
  ) {
    const described = { name: 'bureau_posting_group_size', help: 'Commands that were posted in one transaction.' };
    this.sizes = metrics.histogram(described, [1, 2, 4, 8, 16, 32, 64]);
  }

  /** Also what callers no longer wait for is posted as a whole, before the connections to the database go. */
  onApplicationShutdown(): Promise<void> {
    return this.lanes.drained();
  }

  post(acting: Acting, wish: PostingWish): Promise<JournalEntryView> {
    const { legalEntityId: books, lines } = wish.request;
    return new Promise((resolve, reject) => {
      this.lanes.add({ acting, books, keys: [], weight: lines.length, wish, resolve, reject });
    });
  }

  /** @param failure why they could not be posted together, where that was tried */
  private async settle(group: readonly Waiting[], failure?: unknown): Promise<void> {
    this.sizes.observe(group.length);
    try {
      const settlements = await this.unitOfWork.runTogether(
        group.map(({ acting }) => acting),
        (transaction, outcomes) => this.work(transaction, group, outcomes),
      );
      group.forEach((waiting, index) => conclude(waiting, settlements[index]!, failure));
    } catch (error) {
      if (group.length === 1 || isHeldUp(error)) {
        for (const { reject } of group) reject(error);
        return;
      }
      for (const waiting of group) await this.settle([waiting], error);
    }
  }

  private async work(
    transaction: Transaction,
    group: readonly Waiting[],
    outcomes: Promise<KeyOutcome[]>,
  ): Promise<Ending<Settlement[]>> {
    const preparing = this.planner.prepare(
      transaction,
      group.map(({ wish }) => wish),
    );
    const [plan, keys, postedAt] = await Promise.all([preparing, outcomes, transaction.startedAt]);
    const plans = group.map(({ wish }, index) => (keys[index]!.outcome === 'new' ? plan(wish) : undefined));
    const commands = group.flatMap(({ acting }, index) => postingCommand(acting, plans[index], postedAt) ?? []);
    const settlementsOf = (views: JournalEntryView[]) => {
      const posted = views.values();
      return group.map((_, index) => settlementOf(keys[index]!, plans[index], posted));
    };
    if (commands.length === 0) return { result: settlementsOf([]) };
    const append = appendEntries(commands);
    return { last: { ...append, toResult: (rows) => settlementsOf(append.toResult(rows)) } };
  }
}

function postingCommand(
  acting: Acting,
  plan: EntryPlan | undefined,
  postedAt: Date,
): PostingCommand<JournalEntryView> | undefined {
  const entry = plan?.entry;
  if (!entry) return undefined;
  const record = { actorId: acting.actorId, postedAt };
  return { acting, entries: [entry], answer: ([number]) => viewOfPlanned(entry, number!, record) };
}

function settlementOf(key: KeyOutcome, plan: EntryPlan | undefined, posted: Iterator<JournalEntryView>): Settlement {
  switch (key.outcome) {
    case 'answered':
      return { view: JSON.parse(key.answer!) as JournalEntryView, replayed: true };
    case 'running':
      return { reason: refusalOfKey(key), isRunning: true };
    case 'reused':
      return { reason: refusalOfKey(key) };
    case 'new':
      return plan!.errors ? { reason: refusal(plan!.errors) } : { view: posted.next().value as JournalEntryView };
  }
}

function conclude({ acting, resolve, reject }: Waiting, settlement: Settlement, failure: unknown): void {
  // What runs is the try of before, whose connection was lost: the caller sent it once, and is told of the loss.
  if ('reason' in settlement) return reject(settlement.isRunning && failure ? failure : settlement.reason);
  if (settlement.replayed) acting.replayed = true;
  resolve(settlement.view);
}
