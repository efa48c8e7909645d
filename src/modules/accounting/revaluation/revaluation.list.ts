import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { revaluationKinds } from './revaluation-kinds.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const revaluationStatuses = ['posted', 'reversed', 'undone'] as const;
export type RevaluationStatus = (typeof revaluationStatuses)[number];

/** What became of the entry: taken back on its own day it was undone, the day after it is over. */
const statusSql =
  "CASE WHEN reversal.id IS NULL THEN 'posted' WHEN reversal.entry_date = run.as_of THEN 'undone' ELSE 'reversed' END";

export const revaluationRunList = defineList({
  name: 'revaluationRun',
  id: 'run.id',
  updatedAt: 'greatest(run.created_at, reversal.posted_at)',
  filters: {
    legalEntityId: filter.ref('run.legal_entity_id', { description: 'Of this legal entity.', example: exampleId }),
    asOf: filter.date('run.as_of', { description: 'By the day whose rates they are at.', example: '2026-01-31' }),
    status: filter.choice(statusSql, revaluationStatuses, {
      name: 'RevaluationStatus',
      description: 'Those with this status.',
      example: 'posted',
    }),
  },
  sorts: { asOf: { column: 'run.as_of', type: 'date' } },
  defaultSort: '-asOf',
});

export const revaluationRunColumns = [
  `
  run.id, run.legal_entity_id AS "legalEntityId", run.as_of AS "asOf", run.number,
  run.exchange_rate_type AS "exchangeRateType", run.as_of + 1 AS "reversesOn",`,
  statusSql,
  `AS status,
  entry.functional_currency AS currency, run.entry_id AS "entryId", reversal.id AS "reversalEntryId",
  (SELECT jsonb_agg(to_jsonb(s) ORDER BY s.kind, s.currency)
   FROM (SELECT line.kind, line.currency, count(*) AS "lineCount", sum(line.amount)::text AS amount,
                sum(line.functional_amount)::text AS "functionalAmount", min(line.exchange_rate)::text AS "exchangeRate",
                min(line.exchange_rate_source) AS "exchangeRateSource", sum(line.revalued_amount)::text AS "revaluedAmount",
                sum(line.recognized_before)::text AS "recognizedBefore",
                coalesce(sum(line.difference) FILTER (WHERE line.difference > 0), 0)::text AS gains,
                coalesce(sum(line.difference) FILTER (WHERE line.difference < 0), 0)::text AS losses
         FROM accounting.revaluation_line AS line
         WHERE line.organization_id = run.organization_id AND line.run_id = run.id
         GROUP BY line.kind, line.currency) AS s) AS sums,
  run.actor_id AS "createdBy", run.created_at AS "createdAt", greatest(run.created_at, reversal.posted_at) AS "updatedAt"`,
].join(' ');

export const revaluationRunSource = `
  accounting.revaluation_run AS run
  JOIN accounting.journal_entry AS entry
    ON entry.organization_id = run.organization_id AND entry.id = run.entry_id
  LEFT JOIN accounting.journal_entry AS reversal
    ON reversal.organization_id = run.organization_id AND reversal.reversal_of = run.entry_id`;

export const revaluationLineList = defineList({
  name: 'revaluationLine',
  id: 'line.id',
  updatedAt: 'line.created_at',
  filters: {
    runId: filter.ref('line.run_id', { description: 'Of this run.', example: exampleId }),
    legalEntityId: filter.ref('line.legal_entity_id', { description: 'Of this legal entity.', example: exampleId }),
    kind: filter.choice('line.kind', revaluationKinds, {
      name: 'RevaluationKind',
      description: 'Those of this kind.',
      example: 'receivable',
    }),
    currency: filter.text('line.currency', { description: 'Valued from this currency.', example: 'USD' }),
    openItemId: filter.ref('line.item_id', { description: 'Of this open item.', example: exampleId }),
    accountId: filter.ref('line.account_id', {
      description: 'Of items or the balance of this account.',
      example: exampleId,
    }),
    partyId: filter.ref('party.id', { description: 'Of items of this customer or vendor.', example: exampleId }),
    difference: filter.decimal('line.difference', { description: 'By gain; below zero losses.', example: '12.50' }),
  },
  sorts: { difference: { column: 'line.difference', type: 'numeric' } },
  defaultSort: '-difference',
});

export const revaluationLineColumns = `
  line.id, line.run_id AS "runId", line.legal_entity_id AS "legalEntityId", line.kind, line.item_id AS "openItemId",
  account.id AS "accountId", account.code AS "accountCode", party.id AS "partyId", party.name AS "partyName", line.currency,
  line.amount::text AS amount, line.functional_amount::text AS "functionalAmount",
  line.exchange_rate::text AS "exchangeRate", line.exchange_rate_source AS "exchangeRateSource",
  line.revalued_amount::text AS "revaluedAmount", line.recognized_before::text AS "recognizedBefore",
  line.difference::text AS difference, adjustment.code AS "adjustmentAccountCode",
  entry.functional_currency AS "functionalCurrency", line.created_at AS "createdAt", line.created_at AS "updatedAt"`;

export const revaluationLineSource = `
  accounting.revaluation_line AS line
  JOIN accounting.revaluation_run AS run
    ON run.organization_id = line.organization_id AND run.id = line.run_id
  JOIN accounting.journal_entry AS entry
    ON entry.organization_id = run.organization_id AND entry.id = run.entry_id
  JOIN accounting.account AS account
    ON account.organization_id = line.organization_id AND account.id = line.account_id
  JOIN accounting.account AS adjustment
    ON adjustment.organization_id = line.organization_id AND adjustment.id = line.adjustment_account_id
  LEFT JOIN accounting.open_item AS item
    ON item.organization_id = line.organization_id AND item.id = line.item_id
  LEFT JOIN accounting.party AS named
    ON named.organization_id = item.organization_id AND named.id = item.party_id
  LEFT JOIN accounting.party AS party
    ON party.organization_id = named.organization_id
      AND party.id = CASE WHEN named.survivor_id IS NULL THEN named.id ELSE named.survivor_id END`;
