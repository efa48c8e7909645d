import { taggedFilter } from '#platform/annotations/tagged-filter.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { todayOfClock } from '#platform/organizations/organization-clock.js';
import { customerSql } from '../documents/sales-documents.sql.js';
import { exampleId } from '../documents/sales-fields.dto.js';
import { QUOTE } from './quote-subjects.js';
import { quoteStatuses } from './quotes.dto.js';

const numberSql = `('QUO-' || lpad(quote.number::text, greatest(6, length(quote.number::text)), '0'))`;

/** Follows from what was sent, said and made of it, and from the clock of the organization. */
const statusSql = [
  `CASE WHEN revision.id IS NULL THEN 'draft'
        WHEN conversion.quote_id IS NOT NULL THEN 'converted'
        WHEN answer.answer IS NOT NULL THEN answer.answer
        WHEN revision.valid_until <`,
  todayOfClock,
  "THEN 'expired' ELSE 'sent' END",
].join(' ');

export const quoteList = defineList({
  name: 'quote',
  id: 'quote.id',
  updatedAt: 'quote.updated_at',
  filters: {
    legalEntityId: filter.ref('quote.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    partyId: filter.ref(customerSql, { description: 'Those to this customer.', example: exampleId }),
    number: filter.text(numberSql, { description: 'With this number.', example: 'QUO-000017' }),
    status: filter.choice(statusSql, quoteStatuses, {
      name: 'QuoteStatus',
      description: 'Those with this status.',
      example: 'sent',
    }),
    validUntil: filter.date('quote.valid_until', { description: 'Their last day.', example: '2026-04-30' }),
    sentOn: filter.date('revision.sent_on', { description: 'When they were sent last.', example: '2026-03-05' }),
    tagId: taggedFilter(QUOTE, 'quote'),
  },
  sorts: { createdAt: { column: 'quote.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

export const quoteColumns = [
  customerSql,
  'AS "partyId",',
  numberSql,
  'AS number,',
  statusSql,
  `AS status, quote.id, quote.legal_entity_id AS "legalEntityId", quote.revision, quote.valid_until AS "validUntil",
   quote.content, revision.currency, revision.payable::text AS payable, revision.sent_on AS "sentOn",
   answer.answered_on AS "answeredOn", answer.note AS "answerNote", conversion.document_id AS "documentId",
   conversion.draft_id AS "draftId", quote.copy_of AS "copyOf", quote.created_by AS "createdBy", quote.version,
   quote.created_at AS "createdAt", quote.updated_at AS "updatedAt"`,
].join(' ');

export const quoteTables = `
  accounting.quote AS quote
  JOIN platform.organization AS clock ON clock.id = quote.organization_id
  JOIN accounting.party AS party ON party.organization_id = quote.organization_id AND party.id = quote.party_id
  LEFT JOIN accounting.quote_revision AS revision
    ON revision.organization_id = quote.organization_id AND revision.quote_id = quote.id
    AND revision.revision = quote.revision
  LEFT JOIN accounting.quote_answer AS answer
    ON answer.organization_id = quote.organization_id AND answer.quote_id = quote.id AND answer.revision = quote.revision
  LEFT JOIN accounting.quote_conversion AS conversion
    ON conversion.organization_id = quote.organization_id AND conversion.quote_id = quote.id`;

export const quoteRevisionList = defineList({
  name: 'quoteRevision',
  id: 'revision.id',
  // Revisions never change; what was said to them is said once.
  updatedAt: 'greatest(revision.sent_at, answer.answered_at)',
  filters: {
    quoteId: filter.ref('revision.quote_id', { description: 'Those of this quote.', example: exampleId }),
    sentOn: filter.date('revision.sent_on', { description: 'When they were sent.', example: '2026-03-05' }),
  },
  sorts: { sentAt: { column: 'revision.sent_at', type: 'timestamptz' } },
  defaultSort: '-sentAt',
});

export const quoteRevisionColumns = [
  numberSql,
  `AS number, revision.id, revision.quote_id AS "quoteId", revision.revision, revision.sent_on AS "sentOn",
   revision.valid_until AS "validUntil", revision.currency, revision.printed, answer.answer,
   answer.answered_on AS "answeredOn", answer.note AS "answerNote", revision.actor_id AS "sentBy",
   revision.sent_at AS "sentAt"`,
].join(' ');

export const quoteRevisionTables = `
  accounting.quote_revision AS revision
  JOIN accounting.quote AS quote ON quote.organization_id = revision.organization_id AND quote.id = revision.quote_id
  LEFT JOIN accounting.quote_answer AS answer
    ON answer.organization_id = revision.organization_id AND answer.quote_id = revision.quote_id
    AND answer.revision = revision.revision`;
