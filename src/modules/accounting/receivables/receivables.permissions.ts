import type { PermissionCatalogue } from '#platform/permissions/permission.js';

export const receivablesPermissions = {
  readSales: {
    name: 'accounting.sales_document.read',
    description: 'Read invoices, credit notes and their drafts, quotes and recurring invoices',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
    withinLegalEntity: true,
  },
  manageSalesDrafts: {
    name: 'accounting.sales_draft.manage',
    description: 'Write, change and delete drafts of invoices and credit notes; write, send, answer and convert quotes',
    roles: ['accountant', 'bookkeeper', 'integrator'],
    withinLegalEntity: true,
  },
  issueSales: {
    name: 'accounting.sales_document.issue',
    description: 'Issue invoices and credit notes, also on schedules: they get their numbers and are posted',
    roles: ['accountant', 'bookkeeper', 'integrator'],
    withinLegalEntity: true,
  },
  passCreditLimit: {
    name: 'accounting.sales_document.pass_credit_limit',
    description: 'Issue invoices beyond the credit limit of a customer, with a reason',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  recognizeRevenue: {
    name: 'accounting.deferral.recognize',
    description: 'Recognize deferred revenue that is due: it is posted to revenue',
    roles: ['accountant', 'bookkeeper'],
    withinLegalEntity: true,
  },
} satisfies PermissionCatalogue;
