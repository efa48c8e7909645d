import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import { approvalProblems } from '#platform/approvals/approvals.problems.js';
import { Approvals } from '#platform/approvals/approvals.service.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { YEAR_REOPENING } from '../accounting.approval-kinds.js';
import type { FiscalYear } from '../calendar/fiscal-year.entity.js';
import { fiscalYearView } from '../calendar/fiscal-years.service.js';
import { JournalEntriesRepository } from '../journal/journal-entries.repository.js';
import { planReversal } from '../journal/plan-reversal.js';
import type { PlannedEntry } from '../journal/planned-entry.js';
import { PostingFactsRepository } from '../journal/posting-facts.repository.js';
import { FiscalYearChanges } from './fiscal-year-changes.js';
import { reopenBlockers } from './year-end-blockers.js';
import { type FiscalYearReopeningView, type ReopenFiscalYear, YearEndEntryView } from './year-end.dto.js';
import { YearEndRepository } from './year-end.repository.js';

const ACTION = accountingPermissions.closeYears.name;
/** Who may close years may post what closes and reopens them. */
const rights = { postToControlAccounts: false, passSoftClose: true };

/** Reopens a closed fiscal year: its closing entry is reversed in its own period. */
@Injectable()
export class YearEndReopeningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly years: FiscalYearChanges,
    private readonly facts: YearEndRepository,
    private readonly entries: JournalEntriesRepository,
    private readonly postingFacts: PostingFactsRepository,
    private readonly approvals: Approvals,
  ) {}

  reopen(
    id: string,
    seenVersion: number,
    { reason }: ReopenFiscalYear,
    dryRun = false,
  ): Promise<FiscalYearReopeningView> {
    const work = async (transaction: Transaction): Promise<FiscalYearReopeningView> => {
      const year = await this.years.hold(transaction, id, seenVersion, 'open');
      const before = await fiscalYearView(transaction, id);
      await this.requireNothingBlocks(transaction, year);
      await this.requireNoApproval(transaction, year);
      const reversal = await this.open(transaction, year, reason);
      if (dryRun) {
        const shown = reversal && YearEndEntryView.from(reversal);
        return { outcome: 'dry_run', version: before.version, fiscalYear: before, reversal: shown };
      }
      const posted = reversal && YearEndEntryView.from(reversal, await this.years.append(transaction, reversal));
      const fiscalYear = await fiscalYearView(transaction, id);
      return { outcome: 'done', version: fiscalYear.version, fiscalYear, reversal: posted };
    };
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  /**
   * A year that can be reopened, while nobody else can change it.
   *
   * @throws Problem not_found, fiscal_year_transition
   */
  async holdForReopening(transaction: Transaction, id: string): Promise<FiscalYear> {
    const year = await this.years.hold(transaction, id, undefined, 'open');
    await this.requireNothingBlocks(transaction, year);
    return year;
  }

  /** Within the command that approved it. */
  async reopenApproved(transaction: Transaction, id: string, reason: string): Promise<void> {
    const year = await this.holdForReopening(transaction, id);
    const reversal = await this.open(transaction, year, reason);
    if (reversal) await this.years.append(transaction, reversal);
  }

  private async requireNothingBlocks(transaction: Transaction, year: FiscalYear): Promise<void> {
    const blockers = reopenBlockers(await this.facts.load(transaction, year));
    if (blockers.length > 0) throw refusal(year, blockers);
  }

  private async requireNoApproval(transaction: Transaction, { legalEntityId }: FiscalYear): Promise<void> {
    if (!(await this.approvals.isRequired(transaction, YEAR_REOPENING, legalEntityId))) return;
    throw approvalProblems.approval_required(
      `A policy asks for an approval of reopening a year: submit it (POST /v1/approval-requests, subjectKind ${YEAR_REOPENING}).`,
    );
  }

  /** @returns the reversal of its closing entry, to be posted, where there is one */
  private async open(transaction: Transaction, year: FiscalYear, reason: string): Promise<PlannedEntry | null> {
    const { closingEntryId } = year;
    // The year lets go of its closing entry first: a closed one takes nothing, not even the reversal.
    await this.years.set(transaction, year, { status: 'open', statusReason: reason, closingEntryId: null });
    return closingEntryId === null ? null : this.planned(transaction, year, closingEntryId, reason);
  }

  private async planned(
    transaction: Transaction,
    year: FiscalYear,
    closingEntryId: string,
    reason: string,
  ): Promise<PlannedEntry> {
    const original = await this.entries.get(transaction, closingEntryId);
    const { adjustment } = original;
    const entryDate = original.entryDate as CalendarDate;
    const lines = original.lines.map(({ accountId }) => ({ accountId }));
    const facts = await this.postingFacts.load(transaction, [{ ...original, entryDate, lines }]);
    const description = `Reopening of the fiscal year ${year.startsOn} to ${year.endsOn}`;
    const isOpen = facts.period(year.legalEntityId, entryDate, adjustment)?.status === 'open';
    const request = { entryDate, adjustment, description, softCloseReason: isOpen ? undefined : reason };
    const plan = planReversal(original, request, newId(), facts, rights);
    if (!plan.entry) throw refusal(year, plan.errors);
    return plan.entry;
  }
}

function refusal({ startsOn, endsOn }: FiscalYear, blockers: readonly ProblemError[]) {
  const errors = blockers.map((one) => ({ ...one, pointer: '' }));
  return accountingProblems.fiscal_year_transition(
    `The fiscal year ${startsOn} to ${endsOn} cannot be reopened. ${errors[0]!.message}`,
    errors,
  );
}
