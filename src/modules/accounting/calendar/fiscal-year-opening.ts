import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../accounting.problems.js';
import { BooksOpening } from '../chart/books-opening.js';
import { cutFaults, fiscalYearFault, type KnownYear, type NamedPeriods } from './fiscal-year-rules.js';
import { periodsOf } from './period-patterns.js';
import type { PeriodStatus } from './period-transitions.js';

export interface FiscalYearOptions extends NamedPeriods {
  /** Whether there may be days between the new year and the others that belong to none; false where left out. */
  allowGap?: boolean;
  /** Whether a further period on the last day takes the adjustments of the year; false where left out. */
  adjustmentPeriod?: boolean;
  /** Periods that start later are not open yet; all are open where left out. */
  openThrough?: CalendarDate;
}

const HOLD_BOOKS: Statement = {
  name: 'hold_books',
  text: 'SELECT FROM accounting.books WHERE organization_id = $1 AND legal_entity_id = $2 FOR UPDATE',
};
const FIND_YEARS: Statement = {
  name: 'find_fiscal_year_ranges',
  text: `
    SELECT y.starts_on AS "startsOn", y.ends_on AS "endsOn",
           y.status = 'closed' OR EXISTS (
             SELECT FROM accounting.fiscal_period p
             WHERE p.organization_id = y.organization_id AND p.fiscal_year_id = y.id AND p.status = 'locked') AS "isFinal"
    FROM accounting.fiscal_year y WHERE y.organization_id = $1 AND y.legal_entity_id = $2 ORDER BY y.starts_on`,
};
const INSERT_YEAR: Statement = {
  name: 'insert_fiscal_year',
  text: `
    INSERT INTO accounting.fiscal_year (organization_id, id, legal_entity_id, starts_on, ends_on)
    VALUES ($1, $2, $3, $4, $5)`,
};
const INSERT_PERIODS: Statement = {
  name: 'insert_fiscal_periods',
  text: `
    INSERT INTO accounting.fiscal_period
      (organization_id, id, legal_entity_id, fiscal_year_id, number, starts_on, ends_on, is_adjustment, status)
    SELECT $1, p.id, $2, $3, p.number, p.starts_on, p.ends_on, p.is_adjustment, p.status
    FROM unnest($4::uuid[], $5::date[], $6::date[], $7::boolean[], $8::text[])
      WITH ORDINALITY AS p (id, starts_on, ends_on, is_adjustment, status, number)`,
};

/** Opens fiscal years, and with the first of a legal entity its books. */
@Injectable()
export class FiscalYearOpening {
  constructor(private readonly booksOpening: BooksOpening) {}

  /**
   * A fiscal year with its periods.
   *
   * @throws Problem fiscal_year_refused or fiscal_year_overlap, with pointers `/startsOn`, `/endsOn`, `/periods/…`;
   *   not_found for a legal entity that the organization does not have
   */
  async open(
    transaction: Transaction,
    legalEntityId: string,
    range: DateRange,
    options: FiscalYearOptions = {},
  ): Promise<{ id: string }> {
    const { organizationId } = transaction;
    await this.booksOpening.open(transaction, legalEntityId);
    // Two years that are opened at once are judged one after the other, each beside all that are there by then.
    await transaction.rows(HOLD_BOOKS, [organizationId, legalEntityId]);
    const years = await transaction.rows<KnownYear>(FIND_YEARS, [organizationId, legalEntityId]);
    refuseFaults(range, years, options);

    const id = newId();
    const own = newPeriods(range, options);
    await transaction.rows(INSERT_YEAR, [organizationId, id, legalEntityId, range.startsOn, range.endsOn]);
    await transaction.rows(INSERT_PERIODS, [
      organizationId,
      legalEntityId,
      id,
      own.map(() => newId()),
      own.map((period) => period.startsOn),
      own.map((period) => period.endsOn),
      own.map((period) => period.isAdjustment),
      own.map((period) => period.status),
    ]);
    return { id };
  }
}

interface NewPeriod extends DateRange {
  isAdjustment: boolean;
  status: PeriodStatus;
}

function newPeriods(
  year: DateRange,
  { pattern = 'calendar_months', periods, adjustmentPeriod, openThrough }: FiscalYearOptions,
): NewPeriod[] {
  const status = ({ startsOn }: DateRange) =>
    openThrough !== undefined && startsOn > openThrough ? ('future' as const) : ('open' as const);
  const own = (periods ?? periodsOf(year, pattern)).map((period) => ({
    ...period,
    isAdjustment: false,
    status: status(period),
  }));
  const lastDay = { startsOn: year.endsOn, endsOn: year.endsOn };
  return adjustmentPeriod ? [...own, { ...lastDay, isAdjustment: true, status: status(lastDay) }] : own;
}

function refuseFaults(range: DateRange, years: readonly KnownYear[], options: FiscalYearOptions): void {
  const fault = fiscalYearFault(range, years, options.allowGap ?? false);
  if (fault?.code === 'fiscal_year_overlap') throw accountingProblems.fiscal_year_overlap(fault.message, [fault]);
  const faults = fault ? [fault] : cutFaults(range, options);
  if (faults.length === 0) return;
  const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
  throw accountingProblems.fiscal_year_refused(detail, faults);
}
