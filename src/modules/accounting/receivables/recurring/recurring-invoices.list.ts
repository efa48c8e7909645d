import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { recurringStatuses } from '../../schedules/recurring-entries.dto.js';
import { customerSql } from '../documents/sales-documents.sql.js';
import { exampleId } from '../documents/sales-fields.dto.js';

export const recurringInvoiceList = defineList({
  name: 'recurringInvoice',
  id: 'recurring.id',
  updatedAt: 'recurring.updated_at',
  filters: {
    legalEntityId: filter.ref('recurring.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    partyId: filter.ref(customerSql, { description: 'Those to this customer.', example: exampleId }),
    status: filter.choice('recurring.status', recurringStatuses, {
      name: 'RecurringStatus',
      description: 'Those with this status.',
      example: 'active',
    }),
    nextOn: filter.date('recurring.next_on', { description: 'The next date.', example: '2026-01-31' }),
    refusalCode: filter.text('recurring.refusal_code', {
      description: 'Those whose next date was refused for this.',
      example: 'party_on_hold',
    }),
  },
  sorts: { name: { column: 'recurring.name', type: 'text' } },
  defaultSort: 'name',
});

export const recurringInvoiceColumns = [
  customerSql,
  `AS "partyId", recurring.id, recurring.legal_entity_id AS "legalEntityId", recurring.name, recurring.mode,
   recurring.dating, recurring.content, recurring.content_passed AS "contentPassed", recurring.frequency, recurring.starts_on AS "startsOn",
   recurring.month_end AS "monthEnd", recurring.ends_on AS "endsOn", recurring.occurrences, recurring.status,
   recurring.passed, recurring.next_on AS "nextOn", recurring.refusal_code AS "refusalCode", recurring.refusal,
   recurring.refused_at AS "refusedAt", recurring.responsible_id AS "responsibleId",
   recurring.responsible_person_id AS "responsiblePersonId", recurring.version, recurring.created_at AS "createdAt",
   recurring.updated_at AS "updatedAt"`,
].join(' ');

export const recurringInvoiceTables = `
  accounting.recurring_invoice AS recurring
  JOIN accounting.party AS party ON party.organization_id = recurring.organization_id AND party.id = recurring.party_id`;

export const recurringInvoiceRunList = defineList({
  name: 'recurringInvoiceRun',
  id: 'run.id',
  // Runs never change.
  updatedAt: 'run.ran_at',
  filters: {
    recurringId: filter.ref('run.recurring_id', { description: 'Runs of this recurring invoice.', example: exampleId }),
    dueOn: filter.date('run.due_on', { description: 'The date that it was for.', example: '2026-01-31' }),
    documentId: filter.ref('run.document_id', { description: 'The run that issued this invoice.', example: exampleId }),
  },
  sorts: { dueOn: { column: 'run.due_on', type: 'date' } },
  defaultSort: '-dueOn',
});

export const recurringInvoiceRunColumns = `
  run.id, run.recurring_id AS "recurringId", run.due_on AS "dueOn", run.document_id AS "documentId", document.number,
  run.draft_id AS "draftId", run.actor_id AS "ranBy", run.ran_at AS "ranAt"`;

export const recurringInvoiceRunTables = `
  accounting.recurring_invoice_run AS run
  LEFT JOIN accounting.sales_document AS document
    ON document.organization_id = run.organization_id AND document.id = run.document_id`;
