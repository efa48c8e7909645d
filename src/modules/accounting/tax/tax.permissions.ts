import type { PermissionCatalogue } from '#platform/permissions/permission.js';

export const taxPermissions = {
  readTaxes: {
    name: 'accounting.tax.read',
    description: 'Read tax codes, rates and rules, and calculate taxes',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
    withinLegalEntity: true,
  },
  manageTaxes: {
    name: 'accounting.tax.manage',
    description: 'Change tax codes, rates and rules, and apply tax templates',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
} satisfies PermissionCatalogue;
