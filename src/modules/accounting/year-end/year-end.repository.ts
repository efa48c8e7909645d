import { Injectable } from '@nestjs/common';
import { findCurrency } from '#kernel/currency.js';
import type { DateRange } from '#kernel/date-range.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { FiscalYear } from '../calendar/fiscal-year.entity.js';
import type { YearStatus } from '../calendar/fiscal-year-status.js';
import { GENERAL_JOURNAL } from '../chart/standard-journals.js';
import type { AccountFact, JournalFact, PeriodFact } from '../journal/posting-facts.js';
import type { CarryingEntry, YearEndFacts } from './year-end-facts.js';

interface FactsRow {
  functionalCurrency: string;
  isArchived: boolean;
  journal: JournalFact;
  years: (DateRange & { status: YearStatus })[];
  periods: PeriodFact[];
  retainedEarningsAccount: AccountFact | null;
  resultBalances: { account: AccountFact; balance: string }[] | null;
  carryingEntries: CarryingEntry[] | null;
  trialBalance: string;
}

// $3 fiscal year, $4 its last day, $5 code of the journal. Whole months come from the months, the rest from the days.
const LOAD: Statement = {
  name: 'load_year_end_facts',
  text: `
    WITH balance AS (
      SELECT figure.account_id, sum(figure.amount) AS amount
      FROM (SELECT account_id, debit - credit AS amount FROM accounting.account_balance_month
            WHERE organization_id = $1 AND legal_entity_id = $2 AND month < date_trunc('month', $4::date)
            UNION ALL
            SELECT account_id, debit - credit FROM accounting.account_balance_day
            WHERE organization_id = $1 AND legal_entity_id = $2
              AND day >= date_trunc('month', $4::date) AND day <= $4::date) figure
      GROUP BY figure.account_id
    ), account AS (
      SELECT a.id, a.code, a.type, json_build_object(
               'id', a.id, 'legalEntityId', a.legal_entity_id, 'code', a.code, 'name', a.name,
               'isGroup', a.is_group, 'isActive', a.status = 'active', 'control', a.control) AS fact
      FROM accounting.account a WHERE a.organization_id = $1 AND a.legal_entity_id = $2
    )
    SELECT b.functional_currency AS "functionalCurrency", b.legal_entity_status <> 'active' AS "isArchived",
      (SELECT json_build_object('id', j.id, 'legalEntityId', j.legal_entity_id, 'code', j.code, 'isActive', j.status = 'active')
       FROM accounting.journal j
       WHERE j.organization_id = $1 AND j.legal_entity_id = $2 AND j.code = $5) AS journal,
      (SELECT json_agg(json_build_object('startsOn', y.starts_on, 'endsOn', y.ends_on, 'status', y.status)
                       ORDER BY y.starts_on)
       FROM accounting.fiscal_year y WHERE y.organization_id = $1 AND y.legal_entity_id = $2) AS years,
      (SELECT json_agg(json_build_object('id', p.id, 'legalEntityId', p.legal_entity_id, 'fiscalYearId', p.fiscal_year_id,
                                         'startsOn', p.starts_on, 'endsOn', p.ends_on, 'isAdjustment', p.is_adjustment,
                                         'status', p.status, 'fiscalYearStatus', p.fiscal_year_status)
                       ORDER BY p.number)
       FROM accounting.fiscal_period p WHERE p.organization_id = $1 AND p.fiscal_year_id = $3) AS periods,
      (SELECT a.fact FROM account a WHERE a.id = b.retained_earnings_account_id) AS "retainedEarningsAccount",
      (SELECT json_agg(json_build_object('account', a.fact, 'balance', m.amount::text) ORDER BY a.code COLLATE "C")
       FROM balance m JOIN account a ON a.id = m.account_id
       WHERE m.amount <> 0 AND a.type IN ('income', 'expense')) AS "resultBalances",
      (SELECT json_agg(json_build_object('journalCode', j.code, 'number', e.number, 'entryDate', e.entry_date)
                       ORDER BY e.entry_date, e.id)
       FROM accounting.journal_entry e
       JOIN accounting.journal j ON j.organization_id = e.organization_id AND j.id = e.journal_id
       WHERE e.organization_id = $1 AND e.legal_entity_id = $2 AND e.entry_date > $4::date AND e.kind = 'opening'
         AND e.reversal_of IS NULL
         AND NOT EXISTS (SELECT FROM accounting.journal_entry r
                         WHERE r.organization_id = e.organization_id AND r.reversal_of = e.id)
         AND EXISTS (SELECT FROM accounting.journal_line l JOIN account a ON a.id = l.account_id
                     WHERE l.organization_id = e.organization_id AND l.entry_id = e.id
                       AND a.type IN ('income', 'expense'))) AS "carryingEntries",
      (SELECT coalesce(sum(m.amount), 0)::text FROM balance m) AS "trialBalance"
    FROM accounting.books b WHERE b.organization_id = $1 AND b.legal_entity_id = $2`,
};

@Injectable()
export class YearEndRepository {
  async load(transaction: Transaction, { id, legalEntityId, startsOn, endsOn }: FiscalYear): Promise<YearEndFacts> {
    const values = [transaction.organizationId, legalEntityId, id, endsOn, GENERAL_JOURNAL];
    const [row] = await transaction.rows<FactsRow & { [column: string]: unknown }>(LOAD, values);
    const { functionalCurrency, isArchived, years, resultBalances, trialBalance } = row!;
    const { periods, journal, retainedEarningsAccount, carryingEntries } = row!;
    return {
      legalEntityId,
      functionalCurrency: findCurrency(functionalCurrency)!,
      isArchived,
      year: { startsOn, endsOn },
      earlierOpenYears: years.filter((one) => one.startsOn < startsOn && one.status === 'open'),
      laterClosedYears: years.filter((one) => one.startsOn > startsOn && one.status === 'closed'),
      periods,
      journal,
      retainedEarningsAccount: retainedEarningsAccount ?? undefined,
      resultBalances: (resultBalances ?? []).map(({ account, balance }) => ({
        account,
        balance: new Decimal(balance),
      })),
      carryingEntries: carryingEntries ?? [],
      trialBalance: new Decimal(trialBalance),
    };
  }
}
