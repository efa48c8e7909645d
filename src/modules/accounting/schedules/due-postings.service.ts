import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { LastStatement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { appendCommand } from '../journal/append-entries.js';
import { moduleRights, rightsOf } from '../journal/posting-rights.js';
import type { PostingRights } from '../journal/planned-entry.js';
import type { DueOutcome, DueScope } from './due-outcome.js';
import { DueRecurringEntries } from './due-recurring-entries.service.js';
import { DueReversals } from './due-reversals.service.js';
import { type DueRunView, MOST_RESULTS, type RunDuePostings } from './due-run.dto.js';

const ACTION = accountingPermissions.postEntries.name;
const MOST_DONE = 500;
const MOST_LINES = 10_000;

/** Carries out what is due: by the job when its day has come, or when somebody asks for it. */
@Injectable()
export class DuePostingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly legalEntity: NamedLegalEntity,
    private readonly reversals: DueReversals,
    private readonly recurring: DueRecurringEntries,
  ) {}

  run({ through, legalEntityId }: RunDuePostings): Promise<DueRunView> {
    return this.unitOfWork.runToLast(ACTION, async (transaction) => {
      const named = legalEntityId === undefined ? undefined : await this.legalEntity.resolve(legalEntityId);
      return this.carryOut(transaction, through, named, rightsOf(transaction.acting));
    });
  }

  /** As the system, up to today. */
  runDue(): Promise<DueRunView> {
    return this.unitOfWork.runToLast('accounting.due_posting.run', (transaction) =>
      this.carryOut(transaction, undefined, undefined, moduleRights),
    );
  }

  private async carryOut(
    transaction: Transaction,
    given: string | undefined,
    legalEntityId: string | undefined,
    rights: PostingRights,
  ): Promise<LastStatement<DueRunView>> {
    const through = (given ?? (await this.clock.today(transaction))) as CalendarDate;
    const { outcomes, hasMore } = await this.collect(transaction, { through, legalEntityId }, rights);
    outcomes.sort((one, other) =>
      one.result.dueOn < other.result.dueOn ? -1 : Number(one.result.dueOn > other.result.dueOn),
    );
    await this.reversals.settle(transaction, outcomes);
    await this.recurring.settle(transaction, outcomes);
    const entries = outcomes.flatMap(({ entry }) => entry ?? []);
    const answer = (numbers: readonly number[]): DueRunView => {
      const drawn = numbers.values();
      const results = outcomes.map(({ entry, result }) =>
        entry ? { ...result, number: drawn.next().value! } : result,
      );
      return { through, hasMore, results };
    };
    return appendCommand({ acting: transaction.acting, action: ACTION, entries, answer });
  }

  private async *due(transaction: Transaction, scope: DueScope, rights: PostingRights) {
    yield* this.reversals.carryOut(transaction, scope, rights);
    yield* this.recurring.carryOut(transaction, scope);
  }

  /** Up to what one transaction should hold; what stands behind that waits for the next run. */
  private async collect(transaction: Transaction, scope: DueScope, rights: PostingRights) {
    const outcomes: DueOutcome[] = [];
    let done = 0;
    let lines = 0;
    for await (const outcome of this.due(transaction, scope, rights)) {
      // What is refused again costs little, and must not stand in the way of what comes behind it.
      const isDone = outcome.result.status !== 'refused';
      lines += outcome.entry?.lines.length ?? 0;
      const isFull = (isDone && done === MOST_DONE) || (lines > MOST_LINES && done > 0);
      if (isFull || outcomes.length === MOST_RESULTS) return { outcomes, hasMore: done > 0 };
      done += isDone ? 1 : 0;
      outcomes.push(outcome);
    }
    return { outcomes, hasMore: false };
  }
}
