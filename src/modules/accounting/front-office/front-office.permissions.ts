import type { PermissionCatalogue } from '#platform/permissions/permission.js';

export const frontOfficePermissions = {
  readChannels: {
    name: 'accounting.sales_channel.read',
    description: 'Read what is agreed with systems that sell',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
    withinLegalEntity: true,
  },
  manageChannels: {
    name: 'accounting.sales_channel.manage',
    description: 'Agree with systems that sell: accounts, payment methods, tolerance',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  recordSales: {
    name: 'accounting.sale.record',
    description: 'Hand over sales and refunds: customers, invoices, credit notes and payments in one step',
    roles: ['accountant', 'integrator'],
    withinLegalEntity: true,
  },
} satisfies PermissionCatalogue;
