import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const withheldDocumentKinds = ['invoice', 'credit_note'] as const;
export type WithheldDocumentKind = (typeof withheldDocumentKinds)[number];

export const expectedWithholdingList = defineList({
  name: 'expectedWithholding',
  id: 'expected.id',
  updatedAt: 'document.issued_at',
  filters: {
    legalEntityId: filter.ref('expected.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    partyId: filter.ref('party.id', { description: 'Those of this customer.', example: exampleId }),
    documentId: filter.ref('expected.document_id', { description: 'Those of this document.', example: exampleId }),
    kind: filter.choice('document.kind', withheldDocumentKinds, {
      name: 'SalesDocumentKind',
      description: 'Those of such documents.',
      example: 'invoice',
    }),
    code: filter.text('code.code', { prefix: true, description: 'Under these codes.', example: 'IRPF' }),
    yearStartsOn: filter.date('expected.year_starts_on', {
      description: 'Those that count towards this year.',
      example: '2026-01-01',
    }),
    issuedOn: filter.date('document.issued_on', {
      description: 'When the document was issued.',
      example: '2026-03-05',
    }),
  },
  sorts: { issuedOn: { column: 'document.issued_on', type: 'date' } },
  defaultSort: '-issuedOn',
});

/** With what was withheld of it under the code, and what credit notes and their refunds took back. */
export const expectedWithholdingColumns = `
  expected.id, expected.legal_entity_id AS "legalEntityId", expected.document_id AS "documentId", document.kind,
  document.number AS "documentNumber", document.issued_on AS "issuedOn", party.id AS "partyId", party.number AS "partyNumber",
  party.name AS "partyName", code.id AS "codeId", code.code, expected.year_starts_on AS "yearStartsOn", document.currency,
  trim_scale(expected.rate)::text AS rate, (side.sign * expected.base)::text AS base,
  (side.sign * expected.taxable)::text AS taxable, (side.sign * expected.amount)::text AS amount,
  known.withheld::text AS withheld, known.taken_back::text AS "takenBackAmount", credited.base::text AS "creditedBase",
  credited.amount::text AS "creditedAmount", document.credits_id IS NOT NULL AS "isOfInvoice",
  CASE WHEN document.kind = 'credit_note' AND document.credits_id IS NULL
       THEN accounting.withheld_of_customer(expected.organization_id, expected.party_id, expected.code_id)
       ELSE 0 END::text AS "ofCustomer",
  document.issued_at AS "createdAt"`;

/** What became of what was expected. */
export const knownOfExpectedWithholding = `
  CROSS JOIN LATERAL accounting.withheld_of_document(expected.organization_id, expected.document_id, expected.code_id) AS known
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(taken.amount), 0) AS amount, coalesce(sum(taken.base), 0) AS base
    FROM accounting.sales_document credit
    JOIN accounting.sales_document_withholding taken
      ON taken.organization_id = credit.organization_id AND taken.document_id = credit.id
    WHERE credit.organization_id = expected.organization_id AND credit.credits_id = expected.document_id
      AND taken.code_id = expected.code_id) AS credited`;

export const expectedWithholdingSource = `
  accounting.sales_document_withholding AS expected
  JOIN accounting.sales_document AS document
    ON document.organization_id = expected.organization_id AND document.id = expected.document_id
  JOIN accounting.withholding_code AS code
    ON code.organization_id = expected.organization_id AND code.id = expected.code_id
  JOIN accounting.party AS named
    ON named.organization_id = expected.organization_id AND named.id = expected.party_id
  JOIN accounting.party AS party
    ON party.organization_id = named.organization_id
      AND party.id = CASE WHEN named.survivor_id IS NULL THEN named.id ELSE named.survivor_id END
  CROSS JOIN LATERAL (SELECT CASE document.kind WHEN 'invoice' THEN 1 ELSE -1 END AS sign) AS side`;
