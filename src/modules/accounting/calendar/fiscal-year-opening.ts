import { Injectable } from '@nestjs/common';
import { type DateRange, monthsOf } from '#kernel/date-range.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../accounting.problems.js';
import { BooksOpening } from '../chart/books-opening.js';
import { fiscalYearFault, periodFaults } from './fiscal-year-rules.js';

export interface FiscalYearOptions {
  /** Whether there may be days between the new year and the others that belong to none; false where left out. */
  allowGap?: boolean;
  /** The calendar months where left out. */
  periods?: readonly DateRange[];
}

const HOLD_BOOKS: Statement = {
  name: 'hold_books',
  text: 'SELECT FROM accounting.books WHERE organization_id = $1 AND legal_entity_id = $2 FOR UPDATE',
};
const FIND_YEARS: Statement = {
  name: 'find_fiscal_year_ranges',
  text: `
    SELECT starts_on AS "startsOn", ends_on AS "endsOn" FROM accounting.fiscal_year
    WHERE organization_id = $1 AND legal_entity_id = $2 ORDER BY starts_on`,
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
    INSERT INTO accounting.fiscal_period (organization_id, id, legal_entity_id, fiscal_year_id, number, starts_on, ends_on)
    SELECT $1, period.id, $2, $3, period.number, period.starts_on, period.ends_on
    FROM unnest($4::uuid[], $5::date[], $6::date[]) WITH ORDINALITY AS period (id, starts_on, ends_on, number)`,
};

/** Opens fiscal years, and with the first of a legal entity its books. */
@Injectable()
export class FiscalYearOpening {
  constructor(private readonly booksOpening: BooksOpening) {}

  /**
   * A fiscal year with its periods, all open.
   *
   * @throws Problem fiscal_year_refused or fiscal_year_overlap, with pointers `/startsOn`, `/endsOn`, `/periods/…`;
   *   not_found for a legal entity that the organization does not have
   */
  async open(
    transaction: Transaction,
    legalEntityId: string,
    range: DateRange,
    { allowGap = false, periods }: FiscalYearOptions = {},
  ): Promise<{ id: string }> {
    const { organizationId } = transaction;
    await this.booksOpening.open(transaction, legalEntityId);
    // Two years that are opened at once are judged one after the other, each beside all that are there by then.
    await transaction.rows(HOLD_BOOKS, [organizationId, legalEntityId]);
    const years = await transaction.rows<DateRange>(FIND_YEARS, [organizationId, legalEntityId]);
    refuseFaults(range, years, allowGap, periods);

    const id = newId();
    const own = periods ?? monthsOf(range);
    await transaction.rows(INSERT_YEAR, [organizationId, id, legalEntityId, range.startsOn, range.endsOn]);
    await transaction.rows(INSERT_PERIODS, [
      organizationId,
      legalEntityId,
      id,
      own.map(() => newId()),
      own.map((period) => period.startsOn),
      own.map((period) => period.endsOn),
    ]);
    return { id };
  }
}

function refuseFaults(
  range: DateRange,
  years: readonly DateRange[],
  allowGap: boolean,
  periods: readonly DateRange[] = [],
): void {
  const fault = fiscalYearFault(range, years, allowGap);
  if (fault?.code === 'fiscal_year_overlap') throw accountingProblems.fiscal_year_overlap(fault.message, [fault]);
  const faults = fault ? [fault] : periodFaults(range, periods);
  if (faults.length === 0) return;
  const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
  throw accountingProblems.fiscal_year_refused(detail, faults);
}
