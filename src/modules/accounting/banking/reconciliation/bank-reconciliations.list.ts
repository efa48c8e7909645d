import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { bankReconciliationStatuses } from './bank-reconciliations.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const bankReconciliationList = defineList({
  name: 'bankReconciliation',
  id: 'reconciliation.id',
  updatedAt: 'reconciliation.updated_at',
  filters: {
    legalEntityId: filter.ref('reconciliation.legal_entity_id', {
      description: 'Those of this legal entity.',
      example: exampleId,
    }),
    bankAccountId: filter.ref('reconciliation.bank_account_id', {
      description: 'Those of this bank account.',
      example: exampleId,
    }),
    status: filter.choice('reconciliation.status', bankReconciliationStatuses, {
      name: 'BankReconciliationStatus',
      description: 'Those with this status.',
      example: 'signed_off',
    }),
    reconciledOn: filter.date('reconciliation.reconciled_on', { description: 'Their day.', example: '2026-01-31' }),
  },
  sorts: { reconciledOn: { column: 'reconciliation.reconciled_on', type: 'date' } },
  defaultSort: '-reconciledOn',
});

export const bankReconciliationColumns = `
  reconciliation.id, reconciliation.legal_entity_id AS "legalEntityId", reconciliation.bank_account_id AS "bankAccountId",
  bank.currency, reconciliation.reconciled_on::text AS "reconciledOn", reconciliation.statement_id AS "statementId",
  reconciliation.statement_balance::text AS "statementBalance",
  reconciliation.deposits_in_transit::text AS "depositsInTransit",
  reconciliation.outstanding_payments::text AS "outstandingPayments", reconciliation.book_balance::text AS "bookBalance",
  reconciliation.status, reconciliation.signed_off_by AS "signedOffBy", reconciliation.signed_off_at AS "signedOffAt",
  reconciliation.reopened_by AS "reopenedBy", reconciliation.reopened_at AS "reopenedAt",
  reconciliation.reopen_reason AS "reopenReason", reconciliation.version, reconciliation.updated_at AS "updatedAt"`;

export const bankReconciliationSource = `
  accounting.bank_reconciliation AS reconciliation
  JOIN accounting.bank_account AS bank
    ON bank.organization_id = reconciliation.organization_id AND bank.id = reconciliation.bank_account_id`;
