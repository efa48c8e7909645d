import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import { CommandLanes, type LanedCommand } from '#platform/database/command-lanes.js';
import { isRefused } from '#platform/database/database-errors.js';
import type { Ending } from '#platform/database/transact.js';
import type { Transaction } from '#platform/database/transaction.js';
import { type KeyOutcome, UnitOfWork } from '#platform/database/unit-of-work.js';
import { refusalOfKey } from '#platform/idempotency/refusal-of-key.js';
import { Metrics } from '#platform/metrics/metrics.js';
import type { SaleView } from './record-sale.dto.js';
import { isTakenMeanwhile } from './sale-keeping.service.js';
import type { SaleWish } from './sale-plan.js';
import { SalesForesight } from './sales-foresight.service.js';
import { type SaleSoFar, SalesPreparing } from './sales-preparing.service.js';
import { SalesPlanning } from './sales-planning.service.js';
import { SalesWriting } from './sales-writing.service.js';

/** What one sale of a group comes to: its answer, why it has none, or that it goes alone. */
type Outcome = { view: SaleView; replayed?: true } | { reason: unknown } | { isApart: true };

interface Waiting extends LanedCommand {
  wish: SaleWish;
  resolve: (outcome: SaleView | undefined) => void;
  reject: (reason: unknown) => void;
}

/**
 * Sales that wait while others commit leave together in the next transaction, written by the same statements. Each keeps its
 * own actor, key, answer and error; a refused one falls out, and when the shared transaction is refused, each goes alone.
 */
@Injectable()
export class SalesGroups implements OnApplicationShutdown {
  private readonly lanes = new CommandLanes<Waiting>((group) => this.settle(group), true);
  private readonly sizes;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly foresight: SalesForesight,
    private readonly preparing: SalesPreparing,
    private readonly planning: SalesPlanning,
    private readonly writing: SalesWriting,
    metrics: Metrics,
  ) {
    const described = { name: 'bureau_sales_group_size', help: 'Sales that were recorded in one transaction.' };
    this.sizes = metrics.histogram(described, [1, 2, 4, 8, 16, 32, 64]);
  }

  /** Also what callers no longer wait for is recorded, before the connections to the database go. */
  onApplicationShutdown(): Promise<void> {
    return this.lanes.drained();
  }

  /** @returns nothing where the sale has to go alone; then nothing of it was done */
  record(wish: SaleWish): Promise<SaleView | undefined> {
    const { acting, body } = wish;
    const { legalEntityId, channelCode, externalId, lines, payments = [] } = body;
    const books = legalEntityId?.toLowerCase() ?? 'default';
    const keys = [JSON.stringify([books, channelCode, externalId])];
    const weight = 4 * (lines.length + payments.length);
    return new Promise((resolve, reject) => {
      this.lanes.add({ acting, books, keys, weight, wish, resolve, reject });
    });
  }

  private async settle(group: readonly Waiting[]): Promise<void> {
    this.sizes.observe(group.length);
    try {
      const outcomes = await this.unitOfWork.runTogether(
        group.map(({ acting }) => acting),
        (transaction, keys) => this.work(transaction, group, keys),
      );
      group.forEach((waiting, index) => conclude(waiting, outcomes[index]!));
    } catch (error) {
      // What is refused of one, it is told of alone. Whatever else happened, happened to all.
      const isOfOne = error instanceof Problem || isRefused(error);
      for (const { resolve, reject } of group) {
        if (isOfOne) resolve(undefined);
        else reject(error);
      }
    }
  }

  private async work(
    transaction: Transaction,
    group: readonly Waiting[],
    outcomes: Promise<KeyOutcome[]>,
  ): Promise<Ending<Outcome[]>> {
    const asking = transaction.askingOnce();
    this.foresight.ofSale(asking, group[0]!.wish);
    const keys = await outcomes;
    const fresh = group.filter((_, index) => keys[index]!.outcome === 'new');
    const prepared = await this.preparing.prepareKnown(
      asking,
      fresh.map(({ wish }) => wish),
    );
    const ready = prepared.flatMap((one) => (one.sale ? { one, sale: one.sale } : []));
    const plans = await this.planning.plan(
      asking,
      ready.map(({ sale }) => sale),
    );
    const planned = plans.flatMap(({ plan }) => plan ?? []);
    const answered = prepared.flatMap(({ wish: { acting }, existing: view }) => (view ? { acting, view } : []));
    const last = await this.writing.write(transaction, planned, answered);
    const toResult = (views: readonly SaleView[]) => {
      const drawn = views.values();
      const viewOf = new Map(ready.map(({ one }, index) => [one, plans[index]!.plan && drawn.next().value]));
      const soFar = prepared.values();
      return keys.map((key) => (key.outcome === 'new' ? outcomeOf(soFar.next().value!, viewOf) : outcomeOfKey(key)));
    };
    return { last: { ...last, toResult: (rows) => toResult(last.toResult(rows)) } };
  }
}

/**
 * What the ledger refuses is refused alone, where the journals that are lacking have been made first; and what seems to be
 * taken is looked at again there.
 */
function outcomeOf(soFar: SaleSoFar, viewOf: ReadonlyMap<SaleSoFar, SaleView | undefined>): Outcome {
  const { existing, reason } = soFar;
  if (reason && !isTakenMeanwhile(reason)) return { reason };
  const view = existing ?? viewOf.get(soFar);
  return view ? { view } : { isApart: true };
}

function outcomeOfKey(key: KeyOutcome): Outcome {
  if (key.outcome === 'answered') return { view: JSON.parse(key.answer!) as SaleView, replayed: true };
  return { reason: refusalOfKey(key) };
}

function conclude({ acting, resolve, reject }: Waiting, outcome: Outcome): void {
  if ('isApart' in outcome) return resolve(undefined);
  if ('reason' in outcome) return reject(outcome.reason);
  if (outcome.replayed) acting.replayed = true;
  resolve(outcome.view);
}
