import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { exampleId } from '../documents/sales-fields.dto.js';
import { deferralMethods } from './deferral-method.js';
import { deferralStatuses } from './deferrals.dto.js';

const legalEntityId = (column: string) =>
  filter.ref(column, { description: 'Those of this legal entity.', example: exampleId });

const statusSql = `
  CASE WHEN sums.credited = deferral.amount THEN 'credited'
       WHEN sums.recognized + sums.credited = deferral.amount
            AND sums.functional_recognized + sums.functional_credited = deferral.functional_amount THEN 'recognized'
       ELSE 'deferred' END`;

export const deferralList = defineList({
  name: 'deferral',
  id: 'deferral.id',
  updatedAt: 'deferral.created_at',
  filters: {
    legalEntityId: legalEntityId('deferral.legal_entity_id'),
    invoiceId: filter.ref('deferral.document_id', { description: 'Those of this invoice.', example: exampleId }),
    partyId: filter.ref('party.id', { description: 'Those of this customer.', example: exampleId }),
    accountCode: filter.text('account.code', { description: 'Those on this deferred account.', example: '2970' }),
    method: filter.choice('deferral.method', deferralMethods, {
      name: 'DeferralMethod',
      description: 'Those that are earned like this.',
      example: 'by_day',
    }),
    status: filter.choice(statusSql, deferralStatuses, {
      name: 'DeferralStatus',
      description: 'Those with this status.',
      example: 'deferred',
    }),
    serviceFrom: filter.date('deferral.service_from', {
      description: 'First day of the service.',
      example: '2026-01-01',
    }),
  },
  sorts: {
    createdAt: { column: 'deferral.created_at', type: 'timestamptz' },
    serviceFrom: { column: 'deferral.service_from', type: 'date' },
  },
  defaultSort: '-createdAt',
});

export const deferralColumns = [
  `deferral.id, deferral.legal_entity_id AS "legalEntityId", deferral.document_id AS "invoiceId",
   document.number AS "invoiceNumber", deferral.position, line.description, party.id AS "partyId",
   party.number AS "partyNumber", party.name AS "partyName", account.code AS "accountCode",
   revenue.code AS "revenueAccountCode", deferral.service_from AS "serviceFrom", deferral.service_through AS "serviceThrough",
   deferral.method, deferral.currency, deferral.amount::text AS amount, sums.recognized::text AS "recognizedAmount",
   sums.credited::text AS "creditedAmount", entry.functional_currency AS "functionalCurrency",
   deferral.functional_amount::text AS "functionalAmount", sums.functional_recognized::text AS "functionalRecognized",
   sums.functional_credited::text AS "functionalCredited", sums.next_due_on AS "nextDueOn", deferral.created_at AS "createdAt",`,
  statusSql,
  'AS status',
].join(' ');

export const deferralTables = `
  accounting.deferral_schedule AS deferral
  JOIN accounting.sales_document AS document
    ON document.organization_id = deferral.organization_id AND document.id = deferral.document_id
  JOIN accounting.sales_document_line AS line
    ON line.organization_id = deferral.organization_id AND line.document_id = deferral.document_id
       AND line.position = deferral.position
  JOIN accounting.journal_entry AS entry
    ON entry.organization_id = document.organization_id AND entry.id = document.entry_id
  JOIN accounting.party AS named ON named.organization_id = document.organization_id AND named.id = document.party_id
  JOIN accounting.party AS party
    ON party.organization_id = named.organization_id
      AND party.id = CASE WHEN named.survivor_id IS NULL THEN named.id ELSE named.survivor_id END
  JOIN accounting.account AS account
    ON account.organization_id = deferral.organization_id AND account.id = deferral.account_id
  JOIN accounting.account AS revenue
    ON revenue.organization_id = deferral.organization_id AND revenue.id = deferral.revenue_account_id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(p.amount) FILTER (WHERE r.part_id IS NOT NULL), 0) AS recognized,
           coalesce(sum(p.functional_amount) FILTER (WHERE r.part_id IS NOT NULL), 0) AS functional_recognized,
           coalesce(-sum(p.amount) FILTER (WHERE p.document_id <> deferral.document_id), 0) AS credited,
           coalesce(-sum(p.functional_amount) FILTER (WHERE p.document_id <> deferral.document_id), 0) AS functional_credited,
           min(p.due_on) FILTER (WHERE r.part_id IS NULL) AS next_due_on
    FROM accounting.deferral_part p
    LEFT JOIN accounting.deferral_recognized_part r ON r.organization_id = p.organization_id AND r.part_id = p.id
    WHERE p.organization_id = deferral.organization_id AND p.schedule_id = deferral.id) AS sums`;

export const deferralPartList = defineList({
  name: 'deferralPart',
  id: 'part.id',
  updatedAt: 'part.created_at',
  filters: {
    legalEntityId: legalEntityId('part.legal_entity_id'),
    deferralId: filter.ref('part.schedule_id', { description: 'Those of this deferral.', example: exampleId }),
    documentId: filter.ref('part.document_id', {
      description: 'Those of this invoice, or what this credit note changes.',
      example: exampleId,
    }),
    entryId: filter.ref('recognition.entry_id', { description: 'What this entry recognized.', example: exampleId }),
    month: filter.date('part.month', { description: 'First day of the month that earns it.', example: '2026-03-01' }),
    dueOn: filter.date('part.due_on', { description: 'When it can be recognized.', example: '2026-03-31' }),
    recognized: filter.flag('(recognition.id IS NOT NULL)', {
      description: 'Whether an entry has recognized it.',
      example: 'false',
    }),
  },
  sorts: { dueOn: { column: 'part.due_on', type: 'date' } },
  defaultSort: 'dueOn',
});

export const deferralPartColumns = `
  part.id, part.legal_entity_id AS "legalEntityId", part.schedule_id AS "deferralId", part.document_id AS "documentId",
  document.number AS "documentNumber", part.month, part.due_on AS "dueOn", document.currency, part.amount::text AS amount,
  entry.functional_currency AS "functionalCurrency", part.functional_amount::text AS "functionalAmount",
  recognition.entry_id AS "entryId", recognition.recognized_on AS "recognizedOn"`;

export const deferralPartTables = `
  accounting.deferral_part AS part
  JOIN accounting.sales_document AS document
    ON document.organization_id = part.organization_id AND document.id = part.document_id
  JOIN accounting.journal_entry AS entry
    ON entry.organization_id = document.organization_id AND entry.id = document.entry_id
  LEFT JOIN accounting.deferral_recognized_part AS taken
    ON taken.organization_id = part.organization_id AND taken.part_id = part.id
  LEFT JOIN accounting.deferral_recognition AS recognition
    ON recognition.organization_id = taken.organization_id AND recognition.id = taken.recognition_id`;
