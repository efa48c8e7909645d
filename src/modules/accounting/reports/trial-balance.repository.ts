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
const TRIAL_BALANCE: Statement = {
  name: 'trial_balance',
  text: `
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
    ), summed AS (
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
    ORDER BY a.code COLLATE "C"`,
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

  rows(
    transaction: Transaction,
    legalEntityId: string,
    yearStart: CalendarDate,
    asOf: CalendarDate,
  ): Promise<TrialBalanceRow[]> {
    const monthOfStart = firstOfMonth(yearStart);
    const monthOfEnd = firstOfMonth(asOf);
    // Where both lie in one month no whole one is between them, nor need there be a month after it in the calendar.
    const startsWhole = yearStart === monthOfStart || monthOfStart === monthOfEnd;
    const firstWholeMonth = startsWhole ? monthOfStart : addMonths(monthOfStart, 1);
    return transaction.rows<TrialBalanceRow>(TRIAL_BALANCE, [
      transaction.organizationId,
      legalEntityId,
      yearStart,
      asOf,
      monthOfStart,
      firstWholeMonth,
      monthOfEnd,
    ]);
  }
}
