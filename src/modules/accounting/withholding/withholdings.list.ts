import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const withholdingStatuses = ['recorded', 'reversed'] as const;
export type WithholdingStatus = (typeof withholdingStatuses)[number];

const statusSql = "CASE WHEN reversal.settlement_id IS NULL THEN 'recorded' ELSE 'reversed' END";

export const withholdingList = defineList({
  name: 'withholding',
  id: 'withholding.id',
  updatedAt: 'greatest(withholding.updated_at, reversal.created_at)',
  filters: {
    legalEntityId: filter.ref('withholding.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    partyId: filter.ref('party.id', { description: 'Those of this customer.', example: exampleId }),
    receiptId: filter.ref('withholding.settlement_id', {
      description: 'Those of this receipt or refund.',
      example: exampleId,
    }),
    openItemId: filter.ref('part.item_id', { description: 'Those of this open item.', example: exampleId }),
    code: filter.text('code.code', { prefix: true, description: 'Under these codes.', example: 'IRPF' }),
    withheldOn: filter.date('settlement.settled_on', {
      description: 'When it was kept back, or taken back.',
      example: '2026-02-14',
    }),
    amount: filter.decimal('(side.sign * part.amount)', {
      description: 'What was kept back; what was taken back is below zero.',
      example: '150.00',
    }),
    isCertified: filter.flag('(withholding.certificate_number IS NOT NULL)', {
      description: 'Whether there is a certificate.',
      example: 'false',
    }),
    certificateNumber: filter.text('withholding.certificate_number', {
      prefix: true,
      description: 'With this certificate.',
      example: 'R-2026-118',
    }),
    status: filter.choice(statusSql, withholdingStatuses, {
      name: 'WithholdingStatus',
      description: 'Those with this status.',
      example: 'recorded',
    }),
  },
  sorts: { withheldOn: { column: 'settlement.settled_on', type: 'date' } },
  defaultSort: '-withheldOn',
});

export const withholdingColumns = [
  `
  withholding.id, withholding.legal_entity_id AS "legalEntityId",
  settlement.id AS "receiptId", CASE side.sign WHEN -1 THEN settlement.id END AS "refundId",
  part.item_id AS "openItemId", part.entry_id AS "entryId", party.id AS "partyId", party.number AS "partyNumber",
  party.name AS "partyName", code.code, account.code AS "accountCode", settlement.settled_on AS "withheldOn",
  settlement.currency, (side.sign * withholding.base)::text AS base, (side.sign * part.amount)::text AS amount,
  (side.sign * withholding.expected)::text AS "expectedAmount",
  withholding.certificate_number AS "certificateNumber", withholding.certified_on AS "certifiedOn",`,
  statusSql,
  `AS status, reversal.reversed_on AS "reversedOn", withholding.version, withholding.created_at AS "createdAt",
  greatest(withholding.updated_at, reversal.created_at) AS "updatedAt"`,
].join(' ');

/** What a refund takes back is below zero. */
export const withholdingSource = `
  accounting.withholding AS withholding
  JOIN accounting.settlement AS settlement
    ON settlement.organization_id = withholding.organization_id AND settlement.id = withholding.settlement_id
  JOIN accounting.settlement_part AS part
    ON part.organization_id = withholding.organization_id AND part.settlement_id = withholding.settlement_id
       AND part.position = withholding.position
  JOIN accounting.withholding_code AS code
    ON code.organization_id = withholding.organization_id AND code.id = withholding.code_id
  JOIN accounting.account AS account
    ON account.organization_id = withholding.organization_id AND account.id = withholding.account_id
  JOIN accounting.party AS named
    ON named.organization_id = settlement.organization_id AND named.id = settlement.party_id
  JOIN accounting.party AS party
    ON party.organization_id = named.organization_id
      AND party.id = CASE WHEN named.survivor_id IS NULL THEN named.id ELSE named.survivor_id END
  LEFT JOIN accounting.settlement_reversal AS reversal
    ON reversal.organization_id = settlement.organization_id AND reversal.settlement_id = settlement.id
  CROSS JOIN LATERAL (SELECT CASE settlement.kind WHEN 'refund' THEN -1 ELSE 1 END AS sign) AS side`;
