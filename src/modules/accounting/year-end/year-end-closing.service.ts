import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { FiscalPeriodsService } from '../calendar/fiscal-periods.service.js';
import type { FiscalYear } from '../calendar/fiscal-year.entity.js';
import { fiscalYearView } from '../calendar/fiscal-years.service.js';
import type { PlannedEntry } from '../journal/planned-entry.js';
import { FiscalYearChanges } from './fiscal-year-changes.js';
import { planClosingEntry, resultOf } from './plan-closing-entry.js';
import { closeBlockers, MOST_ACCOUNTS } from './year-end-blockers.js';
import { type CloseFiscalYear, type FiscalYearClosingView, YearEndEntryView } from './year-end.dto.js';
import { closingPeriodOf, type YearEndFacts } from './year-end-facts.js';
import { YearEndRepository } from './year-end.repository.js';

const ACTION = accountingPermissions.closeYears.name;
const DEFAULT_REASON = 'Year-end close';

/** Closes a fiscal year: its result goes to retained earnings, and it takes no more entries. */
@Injectable()
export class YearEndClosingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly years: FiscalYearChanges,
    private readonly facts: YearEndRepository,
    private readonly periods: FiscalPeriodsService,
  ) {}

  close(id: string, seenVersion: number, body: CloseFiscalYear, dryRun = false): Promise<FiscalYearClosingView> {
    const reason = body.reason ?? DEFAULT_REASON;
    const work = async (transaction: Transaction): Promise<FiscalYearClosingView> => {
      const year = await this.years.hold(transaction, id, seenVersion, 'closed');
      const facts = await this.facts.load(transaction, year);
      const blockers = closeBlockers(facts);
      const entry = planned(facts, reason);
      const result = resultOf(facts).toFixed(facts.functionalCurrency.minorUnits);
      if (dryRun) {
        const fiscalYear = await fiscalYearView(transaction, id);
        const shown = { fiscalYear, version: year.version, result, entry: entry ? YearEndEntryView.from(entry) : null };
        return { outcome: 'dry_run', ...shown, blockers: blockers.map(({ code, message }) => ({ code, message })) };
      }
      if (blockers.length > 0) throw refusal(facts, blockers);
      const posted = entry ? YearEndEntryView.from(entry, await this.years.append(transaction, entry)) : null;
      await this.finish(transaction, year, facts, posted?.id ?? null, reason);
      const fiscalYear = await fiscalYearView(transaction, id);
      return { outcome: 'done', fiscalYear, version: fiscalYear.version, result, blockers: [], entry: posted };
    };
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  /** The period that took the entry is closed with the year. */
  private async finish(
    transaction: Transaction,
    year: FiscalYear,
    facts: YearEndFacts,
    closingEntryId: string | null,
    statusReason: string,
  ): Promise<void> {
    const { id, status } = closingPeriodOf(facts);
    if (status === 'open') await this.periods.closeWithYear(transaction, id, statusReason);
    await this.years.set(transaction, year, { status: 'closed', statusReason, closingEntryId });
  }
}

/** What would be posted, as far as it can be made: a dry run shows it beside what stands in the way. */
function planned(facts: YearEndFacts, reason: string): PlannedEntry | undefined {
  const { retainedEarningsAccount: earnings, resultBalances } = facts;
  if (!earnings || resultBalances.length > MOST_ACCOUNTS) return undefined;
  return planClosingEntry(facts, earnings, newId(), reason);
}

function refusal({ year }: YearEndFacts, blockers: ProblemError[]) {
  const more = blockers.length === 1 ? '' : ` ${blockers.length} things stand in the way, see errors; the first:`;
  return accountingProblems.fiscal_year_transition(
    `The fiscal year ${year.startsOn} to ${year.endsOn} cannot be closed.${more} ${blockers[0]!.message}`,
    blockers,
  );
}
