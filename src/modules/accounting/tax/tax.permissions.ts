import type { PermissionCatalogue } from '#platform/permissions/permission.js';

export const taxPermissions = {
  readTaxes: {
    name: 'accounting.tax.read',
    description: 'Read tax codes, rates, rules and returns, and calculate taxes',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
    withinLegalEntity: true,
  },
  manageTaxes: {
    name: 'accounting.tax.manage',
    description: 'Change tax codes, rates, rules and return forms, and apply templates of them',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  prepareTaxReturns: {
    name: 'accounting.tax_return.prepare',
    description: 'Open, amend and discard tax returns, before they are filed',
    roles: ['accountant', 'bookkeeper'],
    withinLegalEntity: true,
  },
  fileTaxReturns: {
    name: 'accounting.tax_return.file',
    description: 'File tax returns, which fixes them for good',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  settleTaxReturns: {
    name: 'accounting.tax_return.settle',
    description: 'Post what filed tax returns make due to the authority, and reverse it',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
} satisfies PermissionCatalogue;
