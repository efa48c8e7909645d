import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { CashFlowRole } from './cash-flow-accounts.js';
import type { ReportBooks } from './report-books.js';

/**
 * What an entry does to an account in the statement of cash flows: money that came or went because of it, what exchange
 * rates made of money, what moved investing or financing accounts against it without money, and what it was moved by
 * entries that close or open a year and touch money all the same (debit positive).
 */
export const cashFlowFigures = ['receipt', 'payment', 'exchange', 'not_cash', 'irregular'] as const;
export type CashFlowFigure = (typeof cashFlowFigures)[number];

// `$2` and `$3` are accounts and their roles, `$4` the accounts whose entries are looked at, `$5` and `$6` the days, `$7`
// the last day of opening entries, `$8` known at, `$9` the least amount of the currency.
const TOUCHED = `
    WITH role AS (
      SELECT r.account_id, r.name FROM unnest($2::uuid[], $3::text[]) AS r (account_id, name)
    ), touched AS MATERIALIZED (
      SELECT DISTINCT l.entry_id FROM accounting.journal_line l
      WHERE l.organization_id = $1 AND l.account_id = ANY ($4::uuid[])
        AND l.entry_date >= $5::date AND l.entry_date <= $6::date`;

/**
 * Each entry account by account. Money that came is shared by the accounts of the credit side, money that went by those of
 * the debit side, in proportion, what rounding leaves to the largest remainders. Accounts of exchange differences share only
 * where there is no other. Where the accounts together have as much as the money, each has its own amount.
 */
const PAID = `
    ), line AS (
      SELECT e.id AS entry_id, e.entry_date, e.kind, e.reversal_of IS NOT NULL AS is_reversal, l.account_id,
             coalesce(r.name = 'cash', false) AS is_cash,
             CASE WHEN r.name = 'cash' AND l.debit = 0 AND l.credit = 0 THEN 'exchange' ELSE coalesce(r.name, 'operating') END AS role,
             sum(l.functional_debit - l.functional_credit) AS amount
      FROM touched t
      JOIN accounting.journal_entry e ON e.organization_id = $1 AND e.id = t.entry_id
      JOIN accounting.journal_line l ON l.organization_id = $1 AND l.entry_id = t.entry_id
      LEFT JOIN role r ON r.account_id = l.account_id
      WHERE NOT (e.kind = 'opening' AND e.entry_date <= $7::date)
        AND ($8::timestamptz IS NULL OR date_trunc('milliseconds', e.posted_at) <= $8::timestamptz)
      GROUP BY e.organization_id, e.id, l.account_id, r.name, r.name = 'cash' AND l.debit = 0 AND l.credit = 0
    ), faced AS (
      SELECT l.*, coalesce(sum(l.amount) FILTER (WHERE l.role = 'cash') OVER entry, 0) AS money,
             bool_or(l.is_cash) OVER entry AS touches_cash, bool_or(l.role = 'other') OVER entry AS touches_other,
             sum(l.amount) FILTER (WHERE l.role NOT IN ('cash', 'exchange') AND l.amount > 0) OVER entry AS debits,
             sum(l.amount) FILTER (WHERE l.role NOT IN ('cash', 'exchange') AND l.amount < 0) OVER entry AS credits,
             sum(l.amount) FILTER (WHERE l.role = 'exchange' AND l.amount > 0) OVER entry AS gains,
             sum(l.amount) FILTER (WHERE l.role = 'exchange' AND l.amount < 0) OVER entry AS losses
      FROM line l WINDOW entry AS (PARTITION BY l.entry_id)
    ), payer AS MATERIALIZED (
      SELECT f.*, CASE WHEN f.money > 0 THEN coalesce(f.credits, f.losses) WHEN f.money < 0 THEN coalesce(f.debits, f.gains) END AS weights,
             CASE WHEN f.money = 0 OR f.role = 'cash' OR sign(f.amount) <> -sign(f.money) THEN false
                  WHEN f.role = 'exchange' THEN CASE WHEN f.money > 0 THEN f.credits ELSE f.debits END IS NULL
                  ELSE true END AS pays
      FROM faced f WHERE f.kind = 'regular' OR f.touches_cash
    ), floored AS (
      SELECT p.*, div(p.money * p.amount, p.weights * $9::numeric) * $9::numeric AS whole,
             mod(abs(p.money * p.amount), abs(p.weights) * $9::numeric) AS remainder
      FROM payer p WHERE p.pays AND p.weights <> -p.money
    ), ranked AS (
      SELECT f.*, abs(f.money - sum(f.whole) OVER (PARTITION BY f.entry_id)) AS undivided,
             row_number() OVER (PARTITION BY f.entry_id ORDER BY f.remainder DESC, f.account_id, f.role) AS place
      FROM floored f
    ), flowed AS (
      SELECT p.entry_id, p.entry_date, p.is_reversal, p.account_id, p.is_cash, p.role, p.touches_other, p.amount,
             CASE WHEN p.pays THEN -p.amount ELSE 0 END AS flow
      FROM payer p WHERE NOT p.pays OR p.weights = -p.money
      UNION ALL
      SELECT r.entry_id, r.entry_date, r.is_reversal, r.account_id, r.is_cash, r.role, r.touches_other, r.amount,
             CASE WHEN r.place * $9::numeric <= r.undivided THEN r.whole + sign(r.money) * $9::numeric ELSE r.whole END
      FROM ranked r`;

/**
 * What is left of investing and financing accounts, of an entry together, was met by no money but by operating accounts,
 * which share it the same way; where there are none, it stays where it is.
 */
const MET = `
    ), unpaid AS MATERIALIZED (
      SELECT f.entry_id, f.account_id, f.role, CASE WHEN f.role = 'cash' OR f.is_cash THEN 0 ELSE -f.amount - f.flow END AS rest,
             sum(-f.amount - f.flow) FILTER (WHERE f.role = 'other') OVER (PARTITION BY f.entry_id) AS moved
      FROM flowed f WHERE f.touches_other
    ), meeting AS (
      SELECT u.*, CASE WHEN u.role <> 'other' AND sign(u.rest) = -sign(u.moved) THEN 0
                       WHEN u.role = 'other' AND sign(u.rest) = sign(u.moved) THEN 1 END AS turn
      FROM unpaid u WHERE u.moved <> 0
    ), meeter AS (
      SELECT m.*, CASE WHEN m.turn = min(m.turn) OVER (PARTITION BY m.entry_id) THEN abs(m.rest) END AS weight FROM meeting m
    ), met AS (
      SELECT m.*, sum(m.weight) OVER (PARTITION BY m.entry_id) * $9::numeric AS weights FROM meeter m WHERE m.weight IS NOT NULL
    ), met_floored AS (
      SELECT m.*, div(abs(m.moved) * m.weight, m.weights) * $9::numeric AS whole, mod(abs(m.moved) * m.weight, m.weights) AS remainder
      FROM met m
    ), met_ranked AS (
      SELECT m.*, abs(m.moved) - sum(m.whole) OVER (PARTITION BY m.entry_id) AS undivided,
             row_number() OVER (PARTITION BY m.entry_id ORDER BY m.remainder DESC, m.account_id, m.role) AS place
      FROM met_floored m
    ), figure AS (
      SELECT f.entry_id, f.entry_date, f.account_id,
             CASE WHEN f.role = 'exchange' THEN 'exchange' WHEN (f.flow > 0) <> f.is_reversal THEN 'receipt' ELSE 'payment' END AS name,
             f.flow AS amount
      FROM flowed f WHERE f.flow <> 0
      UNION ALL
      SELECT p.entry_id, p.entry_date, p.account_id, 'exchange', p.amount FROM payer p WHERE p.is_cash AND p.role = 'exchange'
      UNION ALL
      SELECT p.entry_id, p.entry_date, p.account_id, 'irregular', p.amount FROM payer p WHERE p.kind <> 'regular'
      UNION ALL
      SELECT m.entry_id, p.entry_date, m.account_id, 'not_cash',
             sign(m.moved) * (m.whole + CASE WHEN m.place * $9::numeric <= m.undivided THEN $9::numeric ELSE 0 END)
      FROM met_ranked m
      JOIN payer p ON p.entry_id = m.entry_id AND p.account_id = m.account_id AND p.role = m.role
    )`;

/** Sums by account and figure. */
export const CASH_FLOWS: Statement = {
  name: 'cash_flows_of_accounts',
  text: [
    TOUCHED,
    PAID,
    MET,
    `
    SELECT f.account_id AS "accountId", f.name AS figure, sum(f.amount)::text AS amount
    FROM figure f GROUP BY 1, 2 HAVING sum(f.amount) <> 0`,
  ].join(''),
};

/** The entries behind one of them: of the account `$10` and the figure `$11`, after a place, `$14` at most. */
export const CASH_FLOW_ENTRIES: Statement = {
  name: 'cash_flow_entries_of_account',
  text: [
    TOUCHED,
    `
        AND EXISTS (SELECT FROM accounting.journal_line own
                    WHERE own.organization_id = $1 AND own.entry_id = l.entry_id AND own.account_id = $10)
        AND (l.entry_date, l.entry_id) > ($12::date, $13::uuid)
      `,
    PAID,
    MET,
    `, page AS (
      SELECT f.entry_id, f.entry_date, sum(f.amount) AS amount
      FROM figure f WHERE f.account_id = $10 AND f.name = $11
      GROUP BY 1, 2 HAVING sum(f.amount) <> 0 ORDER BY 2, 1 LIMIT $14
    )
    SELECT p.entry_id AS "entryId", p.entry_date AS "entryDate", j.code AS "journalCode", e.number, e.kind, e.description,
           e.reference, p.amount::text AS amount
    FROM page p
    JOIN accounting.journal_entry e ON e.organization_id = $1 AND e.id = p.entry_id
    JOIN accounting.journal j ON j.organization_id = $1 AND j.id = e.journal_id
    ORDER BY p.entry_date, p.entry_id`,
  ].join(''),
};

/** Which entries of which books count, and what their accounts are. */
export interface CashFlowScope {
  books: Pick<ReportBooks, 'knownAt' | 'currency'>;
  from: CalendarDate;
  to: CalendarDate;
  /** Opening entries up to this day are what the books began with, and no flow. */
  openingUntil: CalendarDate;
  /** All accounts that are not operating. */
  roles: ReadonlyMap<string, CashFlowRole>;
}

export interface CashFlowSum extends Record<string, unknown> {
  accountId: string;
  figure: CashFlowFigure;
  amount: string;
}

export interface CashFlowEntryRow extends Record<string, unknown> {
  entryId: string;
  entryDate: CalendarDate;
  journalCode: string;
  number: number;
  kind: string;
  description: string;
  reference: string | null;
  amount: string;
}

/** A place in the entries of a figure: after this one. */
export interface CashFlowPlace {
  entryDate: CalendarDate;
  entryId: string;
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class CashFlowRepository {
  sums(transaction: Transaction, scope: CashFlowScope): Promise<CashFlowSum[]> {
    return transaction.rows<CashFlowSum>(CASH_FLOWS, valuesOf(transaction, scope));
  }

  entries(
    transaction: Transaction,
    scope: CashFlowScope,
    { accountId, figure }: { accountId: string; figure: CashFlowFigure },
    place: CashFlowPlace | undefined,
    most: number,
  ): Promise<CashFlowEntryRow[]> {
    const { entryDate, entryId } = place ?? { entryDate: scope.from, entryId: BEFORE_ALL };
    const values = [...valuesOf(transaction, scope), accountId, figure, entryDate, entryId, most];
    return transaction.rows<CashFlowEntryRow>(CASH_FLOW_ENTRIES, values);
  }
}

function valuesOf(transaction: Transaction, { books, from, to, openingUntil, roles }: CashFlowScope): unknown[] {
  const looked = [...roles].filter(([, role]) => role !== 'exchange').map(([id]) => id);
  const unit = new Decimal(10).pow(-books.currency.minorUnits).toFixed();
  const named = [[...roles.keys()], [...roles.values()]];
  return [transaction.organizationId, ...named, looked, from, to, openingUntil, books.knownAt, unit];
}
