import { Injectable } from '@nestjs/common';
import { type CalendarDate, firstOfMonth, addMonths } from '#kernel/calendar-date.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { AccountType } from '../chart/account-type.js';

export interface TrialBalanceRow {
  id: string;
  code: string;
  name: string;
  type: AccountType;
  prior: string;
  opening_entries: string;
  debit: string;
  credit: string;
}

export interface FiscalYearRow {
  starts_on: CalendarDate;
  currency: string;
}

const FISCAL_YEAR_OF: Statement = {
  name: 'fiscal_year_of',
  text: `
    SELECT y.starts_on, b.functional_currency AS currency
    FROM accounting.fiscal_year y
    JOIN accounting.books b ON b.organization_id = y.organization_id AND b.legal_entity_id = y.legal_entity_id
    WHERE y.organization_id = $1 AND y.legal_entity_id = $2 AND y.starts_on <= $3 AND y.ends_on >= $3`,
};

// Whole months come from the months, what is left of the first and last one from the days.
const withFiguresOfAll = `
    WITH figure AS (
      SELECT account_id, true AS is_prior, kind, debit, credit FROM accounting.account_balance_month
      WHERE organization_id = $1 AND legal_entity_id = $2 AND month < $5
      UNION ALL
      SELECT account_id, true, kind, debit, credit FROM accounting.account_balance_day
      WHERE organization_id = $1 AND legal_entity_id = $2 AND day >= $5 AND day < $3
      UNION ALL
      SELECT account_id, false, kind, debit, credit FROM accounting.account_balance_month
      WHERE organization_id = $1 AND legal_entity_id = $2 AND month >= $6 AND month < $7
      UNION ALL
      SELECT account_id, false, kind, debit, credit FROM accounting.account_balance_day
      WHERE organization_id = $1 AND legal_entity_id = $2 AND day >= $3 AND day <= $4 AND (day < $6 OR day >= $7)
    ),`;

/** The same of the lines with one value of a dimension, which is `$8`. */
const withFiguresOfValue = `
    WITH figure AS (
      SELECT account_id, true AS is_prior, kind, debit, credit FROM accounting.dimension_balance_month
      WHERE organization_id = $1 AND legal_entity_id = $2 AND dimension_value_id = $8 AND month < $5
      UNION ALL
      SELECT account_id, true, kind, debit, credit FROM accounting.dimension_balance_day
      WHERE organization_id = $1 AND legal_entity_id = $2 AND dimension_value_id = $8 AND day >= $5 AND day < $3
      UNION ALL
      SELECT account_id, false, kind, debit, credit FROM accounting.dimension_balance_month
      WHERE organization_id = $1 AND legal_entity_id = $2 AND dimension_value_id = $8 AND month >= $6 AND month < $7
      UNION ALL
      SELECT account_id, false, kind, debit, credit FROM accounting.dimension_balance_day
      WHERE organization_id = $1 AND legal_entity_id = $2 AND dimension_value_id = $8
        AND day >= $3 AND day <= $4 AND (day < $6 OR day >= $7)
    ),`;

const summedByAccount = `
    summed AS (
      SELECT account_id,
             coalesce(sum(debit - credit) FILTER (WHERE is_prior), 0) AS prior,
             coalesce(sum(debit - credit) FILTER (WHERE NOT is_prior AND kind = 'opening'), 0) AS opening_entries,
             coalesce(sum(debit) FILTER (WHERE NOT is_prior AND kind <> 'opening'), 0) AS debit,
             coalesce(sum(credit) FILTER (WHERE NOT is_prior AND kind <> 'opening'), 0) AS credit
      FROM figure GROUP BY account_id
    )
    SELECT a.id, a.code, a.name, a.type, s.prior, s.opening_entries, s.debit, s.credit
    FROM summed s
    JOIN accounting.account a ON a.organization_id = $1 AND a.id = s.account_id
    ORDER BY a.code COLLATE "C"`;

const TRIAL_BALANCE: Statement = { name: 'trial_balance', text: [withFiguresOfAll, summedByAccount].join('') };
const TRIAL_BALANCE_OF_VALUE: Statement = {
  name: 'trial_balance_of_dimension_value',
  text: [withFiguresOfValue, summedByAccount].join(''),
};

const FIND_VALUE: Statement = {
  name: 'find_dimension_value_by_codes',
  text: `
    SELECT v.id AS value_id
    FROM accounting.dimension d
    LEFT JOIN accounting.dimension_value v
      ON v.organization_id = d.organization_id AND v.dimension_id = d.id AND v.code = $4
    WHERE d.organization_id = $1 AND d.legal_entity_id = $2 AND d.code = $3`,
};

@Injectable()
export class TrialBalanceRepository {
  async fiscalYearOf(
    transaction: Transaction,
    legalEntityId: string,
    date: string,
  ): Promise<FiscalYearRow | undefined> {
    const values = [transaction.organizationId, legalEntityId, date];
    return (await transaction.rows<FiscalYearRow>(FISCAL_YEAR_OF, values))[0];
  }

  /** The id of the value; null where the dimension has none with this code, undefined where there is no such dimension. */
  async findValue(
    transaction: Transaction,
    legalEntityId: string,
    dimensionCode: string,
    valueCode: string,
  ): Promise<string | null | undefined> {
    const values = [transaction.organizationId, legalEntityId, dimensionCode, valueCode];
    const [found] = await transaction.rows<{ value_id: string | null }>(FIND_VALUE, values);
    return found?.value_id;
  }

  /** @param valueId only lines with this value of a dimension; all lines where left out */
  rows(
    transaction: Transaction,
    legalEntityId: string,
    yearStart: CalendarDate,
    asOf: CalendarDate,
    valueId?: string,
  ): Promise<TrialBalanceRow[]> {
    const monthOfStart = firstOfMonth(yearStart);
    const monthOfEnd = firstOfMonth(asOf);
    // Where both lie in one month no whole one is between them, nor need there be a month after it in the calendar.
    const startsWhole = yearStart === monthOfStart || monthOfStart === monthOfEnd;
    const firstWholeMonth = startsWhole ? monthOfStart : addMonths(monthOfStart, 1);
    const values = [
      transaction.organizationId,
      legalEntityId,
      yearStart,
      asOf,
      monthOfStart,
      firstWholeMonth,
      monthOfEnd,
    ];
    return valueId === undefined
      ? transaction.rows<TrialBalanceRow>(TRIAL_BALANCE, values)
      : transaction.rows<TrialBalanceRow>(TRIAL_BALANCE_OF_VALUE, [...values, valueId]);
  }
}
