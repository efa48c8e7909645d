import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { RevaluationSum } from './plan-revaluation.js';
import { nonMonetarySubtypes, type RevaluationKind } from './revaluation-kinds.js';
import type { RevaluationRunRow } from './revaluation.dto.js';
import { revaluationRunColumns, revaluationRunSource } from './revaluation.list.js';

/**
 * What is monetary in a foreign currency at the end of the day `$3`: open items on the assets of customers and the liabilities to
 * vendors (what they paid in advance stands on the other side, and is none), and balances of accounts that are kept in one
 * currency; and beside each what runs of the day have recognized. `$4` is the functional currency, `$5` names what is not monetary.
 */
const valued = `
  part AS (
    SELECT i.id, i.account_id, i.control, i.currency, i.open_amount AS amount, i.functional_open AS functional
    FROM accounting.open_item i
    WHERE i.organization_id = $1 AND i.legal_entity_id = $2 AND i.entry_date <= $3 AND i.currency <> $4
      AND i.open_amount <> 0
    UNION ALL
    SELECT i.id, i.account_id, i.control, i.currency, l.amount, l.functional
    FROM accounting.allocation a
    CROSS JOIN LATERAL (VALUES (a.debit_item_id, a.amount, a.functional_debit),
                               (a.credit_item_id, -a.amount, -a.functional_credit)) AS l (item_id, amount, functional)
    JOIN accounting.open_item i ON i.organization_id = $1 AND i.id = l.item_id
    WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND a.effective_on > $3
      AND i.legal_entity_id = $2 AND i.entry_date <= $3 AND i.currency <> $4
  ), standing AS (
    SELECT p.control AS kind, p.id AS item_id, p.account_id, p.currency, sum(p.amount) AS amount,
           sum(p.functional) AS functional
    FROM part p
    JOIN accounting.account a ON a.organization_id = $1 AND a.id = p.account_id
    WHERE a.type = CASE p.control WHEN 'receivable' THEN 'asset' ELSE 'liability' END
    GROUP BY 1, 2, 3, 4 HAVING sum(p.amount) <> 0
    UNION ALL
    SELECT 'account', NULL, a.id, held.currency, sum(l.debit - l.credit), sum(l.functional_debit - l.functional_credit)
    FROM accounting.account a
    LEFT JOIN accounting.bank_account b ON b.organization_id = a.organization_id AND b.account_id = a.id
    CROSS JOIN LATERAL (SELECT coalesce(a.currency, b.currency) AS currency) held
    JOIN accounting.journal_line l
      ON l.organization_id = a.organization_id AND l.account_id = a.id AND l.entry_date <= $3 AND l.currency = held.currency
    WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND a.type IN ('asset', 'liability')
      AND a.control IN ('none', 'bank') AND held.currency <> $4 AND (a.subtype IS NULL OR a.subtype <> ALL ($5::text[]))
    GROUP BY a.id, held.currency
    HAVING sum(l.debit - l.credit) <> 0 OR sum(l.functional_debit - l.functional_credit) <> 0
  ), recognized AS (
    SELECT l.kind, l.item_id, l.account_id, l.currency, sum(l.difference) AS difference
    FROM accounting.revaluation_run r
    JOIN accounting.revaluation_line l ON l.organization_id = r.organization_id AND l.run_id = r.id
    WHERE r.organization_id = $1 AND r.legal_entity_id = $2 AND r.as_of = $3
      AND NOT EXISTS (SELECT FROM accounting.journal_entry v
                      WHERE v.organization_id = r.organization_id AND v.reversal_of = r.entry_id AND v.entry_date = r.as_of)
    GROUP BY 1, 2, 3, 4 HAVING sum(l.difference) <> 0
  ), valued AS (
    SELECT coalesce(s.kind, g.kind) AS kind, coalesce(s.item_id, g.item_id) AS item_id,
           coalesce(s.account_id, g.account_id) AS account_id, coalesce(s.currency, g.currency) AS currency,
           coalesce(s.amount, 0) AS amount, coalesce(s.functional, 0) AS functional,
           coalesce(g.difference, 0) AS recognized
    FROM standing s
    FULL JOIN recognized g
      ON g.kind = s.kind AND coalesce(g.item_id, g.account_id) = coalesce(s.item_id, s.account_id)
  )`;
const FIND_VALUED: Statement = {
  name: 'find_kinds_and_currencies_to_revalue',
  text: ['WITH', valued, 'SELECT DISTINCT v.kind, v.currency FROM valued v ORDER BY v.kind, v.currency'].join(' '),
};
const INSERT_LINES: Statement = {
  name: 'insert_revaluation_lines',
  text: [
    'WITH',
    valued,
    `, rate AS (
      SELECT * FROM unnest($7::text[], $8::numeric[], $9::text[]) AS r (currency, rate, source)
    ), adjustment AS (
      SELECT * FROM unnest($10::text[], $11::uuid[]) AS a (kind, account_id)
    ), difference AS (
      SELECT v.*, r.rate, r.source, round(v.amount * r.rate, $12) AS revalued FROM valued v JOIN rate r USING (currency)
    )
    INSERT INTO accounting.revaluation_line
      (organization_id, id, legal_entity_id, run_id, kind, item_id, account_id, currency, amount, functional_amount,
       exchange_rate, exchange_rate_source, revalued_amount, recognized_before, difference, adjustment_account_id)
    SELECT $1, gen_random_uuid(), $2, $6, d.kind, d.item_id, d.account_id, d.currency, d.amount, d.functional,
           d.rate, d.source, d.revalued, d.recognized, d.revalued - d.functional - d.recognized, a.account_id
    FROM difference d JOIN adjustment a USING (kind)
    WHERE d.revalued - d.functional - d.recognized <> 0`,
  ].join(' '),
};
const SUMS: Statement = {
  name: 'sum_revaluation_lines',
  text: `
    SELECT l.kind, l.currency, min(l.exchange_rate)::text AS "exchangeRate",
           coalesce(sum(l.difference) FILTER (WHERE l.difference > 0), 0)::text AS gains,
           coalesce(sum(l.difference) FILTER (WHERE l.difference < 0), 0)::text AS losses
    FROM accounting.revaluation_line l
    WHERE l.organization_id = $1 AND l.run_id = $2 GROUP BY l.kind, l.currency ORDER BY l.kind, l.currency`,
};
/** A run of an earlier day that still stands at the end of the day, since its reversal is to come or was refused. */
const FIND_STANDING: Statement = {
  name: 'find_revaluation_that_still_stands',
  text: `
    SELECT r.as_of AS "asOf", s.refusal
    FROM accounting.revaluation_run r
    JOIN accounting.scheduled_reversal s ON s.organization_id = r.organization_id AND s.entry_id = r.entry_id
    WHERE r.organization_id = $1 AND r.legal_entity_id = $2 AND r.as_of < $3
      AND NOT EXISTS (SELECT FROM accounting.journal_entry v
                      WHERE v.organization_id = r.organization_id AND v.reversal_of = r.entry_id)
    ORDER BY r.as_of LIMIT 1`,
};
const FIND_LATER: Statement = {
  name: 'find_later_revaluation_of_day',
  text: `
    SELECT r.number
    FROM accounting.revaluation_run r
    JOIN accounting.revaluation_run own ON own.organization_id = r.organization_id AND own.id = $2
    WHERE r.organization_id = $1 AND r.legal_entity_id = own.legal_entity_id AND r.as_of = own.as_of AND r.number > own.number
      AND NOT EXISTS (SELECT FROM accounting.journal_entry v
                      WHERE v.organization_id = r.organization_id AND v.reversal_of = r.entry_id AND v.entry_date = r.as_of)
    ORDER BY r.number DESC LIMIT 1`,
};
const INSERT_RUN: Statement = {
  name: 'insert_revaluation_run',
  text: `
    INSERT INTO accounting.revaluation_run
      (organization_id, id, legal_entity_id, as_of, number, exchange_rate_type, entry_id, actor_id, action, request_id)
    SELECT $1, $2, $3, $4,
           (SELECT count(*) + 1 FROM accounting.revaluation_run r
            WHERE r.organization_id = $1 AND r.legal_entity_id = $3 AND r.as_of = $4),
           $5, $6, $7, $8, $9`,
};
const FIND: Statement = {
  name: 'find_revaluation_run',
  text: [
    'SELECT',
    revaluationRunColumns,
    'FROM',
    revaluationRunSource,
    'WHERE run.organization_id = $1 AND run.id = $2',
  ].join(' '),
};

/** The books of a legal entity on a day, and the currency that they are kept in. */
export interface RevaluedBooks {
  legalEntityId: string;
  asOf: string;
  currency: string;
}

export interface NewRevaluationLines extends RevaluedBooks {
  runId: string;
  rates: readonly { currency: string; rate: Decimal; source: string }[];
  adjustments: Readonly<Partial<Record<RevaluationKind, string>>>;
  minorUnits: number;
}

/** Runs, and what there is to value. The values themselves are reckoned in SQL: there may be very many. */
@Injectable()
export class RevaluationRepository {
  /** What there is to value, by kind and currency. */
  async valued(transaction: Transaction, books: RevaluedBooks): Promise<{ kind: RevaluationKind; currency: string }[]> {
    return transaction.rows<{ kind: RevaluationKind; currency: string }>(FIND_VALUED, whatOf(transaction, books));
  }

  /** Keeps a line for each item and balance that differs. */
  async insertLines(transaction: Transaction, lines: NewRevaluationLines): Promise<void> {
    const { runId, rates, adjustments, minorUnits } = lines;
    await transaction.rows(INSERT_LINES, [
      ...whatOf(transaction, lines),
      runId,
      rates.map(({ currency }) => currency),
      rates.map(({ rate }) => rate.toFixed()),
      rates.map(({ source }) => source),
      Object.keys(adjustments),
      Object.values(adjustments),
      minorUnits,
    ]);
  }

  async sums(transaction: Transaction, runId: string): Promise<RevaluationSum[]> {
    type Row = Omit<RevaluationSum, 'gains' | 'losses'> & { gains: string; losses: string };
    const rows = await transaction.rows<Row & object>(SUMS, [transaction.organizationId, runId]);
    return rows.map(({ exchangeRate, gains, losses, ...row }) => ({
      ...row,
      exchangeRate: new Decimal(exchangeRate).toFixed(),
      gains: new Decimal(gains),
      losses: new Decimal(losses),
    }));
  }

  async standing(
    transaction: Transaction,
    { legalEntityId, asOf }: RevaluedBooks,
  ): Promise<{ asOf: string; refusal: string | null } | undefined> {
    const values = [transaction.organizationId, legalEntityId, asOf];
    return (await transaction.rows<{ asOf: string; refusal: string | null }>(FIND_STANDING, values))[0];
  }

  /** The last of the runs of the day after this one that are not undone. */
  async later(transaction: Transaction, runId: string): Promise<number | undefined> {
    const values = [transaction.organizationId, runId];
    return (await transaction.rows<{ number: number }>(FIND_LATER, values))[0]?.number;
  }

  async insert(
    transaction: Transaction,
    action: string,
    run: { id: string; legalEntityId: string; asOf: string; exchangeRateType: string; entryId: string },
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const { id, legalEntityId, asOf, exchangeRateType, entryId } = run;
    const by = [acting.actorId, action, acting.requestId];
    await transaction.rows(INSERT_RUN, [organizationId, id, legalEntityId, asOf, exchangeRateType, entryId, ...by]);
  }

  async get(transaction: Transaction, id: string): Promise<RevaluationRunRow> {
    const [row] = await transaction.rows<RevaluationRunRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no revaluation ${id}.`);
    return row;
  }
}

const whatOf = ({ organizationId }: Transaction, { legalEntityId, asOf, currency }: RevaluedBooks) => [
  organizationId,
  legalEntityId,
  asOf,
  currency,
  nonMonetarySubtypes,
];
