import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Acting } from '#platform/database/acting.js';
import type { Transaction } from '#platform/database/transaction.js';
import { isHeldUp } from '#platform/database/database-errors.js';
import { type KeyOutcome, UnitOfWork } from '#platform/database/unit-of-work.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { platformDatabaseProblems } from '#platform/platform.database-problems.js';
import type { Ending } from '#platform/database/transact.js';
import { appendEntries, type PostingCommand } from './append-entries.js';
import type { JournalEntryView } from './journal-entries.dto.js';
import { viewOfPlanned } from './journal-entry-views.js';
import type { EntryPlan } from './plan-entry.js';
import { type PostingWish, PostingPlanner } from './posting-planner.service.js';
import { refusal } from './posting-refusal.js';

const MOST_COMMANDS = 64;
const MOST_LINES = 5_000;
/** Of one organization: while somebody holds the books of one legal entity, the others go on. */
const MOST_GROUPS = 2;

interface Waiting {
  acting: Acting;
  wish: PostingWish;
  resolve: (view: JournalEntryView) => void;
  reject: (reason: unknown) => void;
}

/** What one command of a group comes to: its answer, or why it has none. */
type Settlement = { view: JournalEntryView; replayed?: true } | { reason: unknown };

/** The commands of one organization. */
interface Lane {
  waiting: Waiting[];
  /** Legal entities that are being posted to; the next commands on their books wait. */
  busy: Set<string>;
  running: number;
}

/**
 * Group commit: while a posting transaction commits, further ones on the same books wait here and leave together in the
 * next, with those on other books of the organization, so that its cost is shared. Each keeps its own actor, key, answer
 * and error; a refused one does not touch its neighbours, and when the shared transaction fails, each goes on its own,
 * unless somebody holds the books.
 */
@Injectable()
export class PostingGroups implements OnApplicationShutdown {
  private readonly lanes = new Map<string, Lane>();
  private readonly drains = new Set<Promise<void>>();
  private readonly sizes;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planner: PostingPlanner,
    metrics: Metrics,
  ) {
    const described = { name: 'bureau_posting_group_size', help: 'Commands that were posted in one transaction.' };
    this.sizes = metrics.histogram(described, [1, 2, 4, 8, 16, 32, MOST_COMMANDS]);
  }

  /** Also what callers no longer wait for is posted as a whole, before the connections to the database go. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.drains);
  }

  post(acting: Acting, wish: PostingWish): Promise<JournalEntryView> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { acting, wish, resolve, reject };
      const lane = this.laneOf(acting.organizationId);
      lane.waiting.push(waiting);
      if (lane.running < MOST_GROUPS && !lane.busy.has(wish.request.legalEntityId)) {
        const drain = this.drain(acting.organizationId, lane).finally(() => this.drains.delete(drain));
        this.drains.add(drain);
      }
    });
  }

  private laneOf(organizationId: string): Lane {
    const lane = this.lanes.get(organizationId) ?? { waiting: [], busy: new Set(), running: 0 };
    this.lanes.set(organizationId, lane);
    return lane;
  }

  private async drain(organizationId: string, lane: Lane): Promise<void> {
    lane.running += 1;
    for (let group = takeGroup(lane); group.length > 0; group = takeGroup(lane)) {
      const entities = new Set(group.map(({ wish }) => wish.request.legalEntityId));
      for (const entity of entities) lane.busy.add(entity);
      await this.settle(group);
      for (const entity of entities) lane.busy.delete(entity);
    }
    lane.running -= 1;
    if (lane.running === 0) this.lanes.delete(organizationId);
  }

  private async settle(group: readonly Waiting[]): Promise<void> {
    this.sizes.observe(group.length);
    try {
      const settlements = await this.unitOfWork.runTogether(
        group.map(({ acting }) => acting),
        (transaction, outcomes) => this.work(transaction, group, outcomes),
      );
      group.forEach((waiting, index) => conclude(waiting, settlements[index]!));
    } catch (error) {
      if (group.length === 1 || isHeldUp(error)) {
        for (const { reject } of group) reject(error);
        return;
      }
      for (const waiting of group) await this.settle([waiting]);
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

/**
 * The next commands in order, on books that nobody posts to; no two under the same key: the second is answered from the
 * first when that has ended. Whoever acts for some legal entities alone goes alone, as the transaction is limited to these.
 */
function takeGroup(lane: Lane): Waiting[] {
  const group: Waiting[] = [];
  const left: Waiting[] = [];
  const keys = new Set<string>();
  let lines = 0;
  for (const waiting of lane.waiting) {
    const { acting, wish } = waiting;
    const key = acting.idempotency && `${acting.actorId} ${acting.idempotency.key}`;
    const isFree = !lane.busy.has(wish.request.legalEntityId);
    const fits =
      group.length === 0 || (group.length < MOST_COMMANDS && lines + wish.request.lines.length <= MOST_LINES);
    const isApart = group.length > 0 && Boolean(acting.legalEntityIds ?? group[0]!.acting.legalEntityIds);
    if (!isFree || !fits || isApart || (key && keys.has(key))) {
      left.push(waiting);
      continue;
    }
    if (key) keys.add(key);
    lines += wish.request.lines.length;
    group.push(waiting);
  }
  lane.waiting = left;
  return group;
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
      return { reason: platformDatabaseProblems.BU010('A request with this Idempotency-Key is still running.') };
    case 'reused':
      return {
        reason: platformDatabaseProblems.BU012(
          'This Idempotency-Key was used with another request; take a new key for a new request.',
        ),
      };
    case 'new':
      return plan!.errors ? { reason: refusal(plan!.errors) } : { view: posted.next().value as JournalEntryView };
  }
}

function conclude({ acting, resolve, reject }: Waiting, settlement: Settlement): void {
  if ('reason' in settlement) return reject(settlement.reason);
  if (settlement.replayed) acting.replayed = true;
  resolve(settlement.view);
}
