import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const voidedNumberList = defineList({
  name: 'voidedNumber',
  id: 'entry.id',
  // A number is voided once, and never changes again.
  updatedAt: 'reversal.posted_at',
  filters: {
    legalEntityId: filter.ref('entry.legal_entity_id', {
      description: 'Numbers of this legal entity.',
      example: exampleId,
    }),
    fiscalYearId: filter.ref('entry.fiscal_year_id', {
      description: 'Numbers of this fiscal year.',
      example: exampleId,
    }),
    journalCode: filter.text('journal.code', {
      description: 'Numbers of the journals with this code.',
      example: 'GENERAL',
    }),
    number: filter.integer('entry.number', { description: 'The number.', example: '12' }),
    reversedOn: filter.date('reversal.entry_date', { description: 'Date of the reversal.', example: '2026-02-01' }),
  },
  sorts: {
    entryDate: { column: 'entry.entry_date', type: 'date' },
    number: { column: 'entry.number', type: 'bigint' },
  },
  defaultSort: 'entryDate',
});

export const voidedNumberColumns = `
  entry.legal_entity_id AS "legalEntityId", entry.journal_id AS "journalId", journal.code AS "journalCode",
  entry.fiscal_year_id AS "fiscalYearId", year.starts_on AS "startsOn", year.ends_on AS "endsOn", entry.number,
  entry.id AS "entryId", entry.entry_date AS "entryDate", entry.description, reversal.id AS "reversalId",
  reversal.number AS "reversalNumber", reversal.entry_date AS "reversedOn", reversal.description AS reason,
  reversal.actor_id AS "reversedBy", reversal.posted_at AS "reversedAt"`;

export const voidedNumberSource = `
  accounting.journal_entry AS reversal
  JOIN accounting.journal_entry AS entry
    ON entry.organization_id = reversal.organization_id AND entry.id = reversal.reversal_of
  JOIN accounting.journal AS journal
    ON journal.organization_id = entry.organization_id AND journal.id = entry.journal_id
  JOIN accounting.fiscal_year AS year
    ON year.organization_id = entry.organization_id AND year.id = entry.fiscal_year_id`;
