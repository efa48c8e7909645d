import type { PermissionCatalogue } from '#platform/permissions/permission.js';

export const receiptPermissions = {
  recordReceipts: {
    name: 'accounting.receipt.record',
    description: 'Record what customers paid, and reverse it',
    roles: ['accountant', 'bookkeeper', 'integrator'],
    withinLegalEntity: true,
  },
  recordRefunds: {
    name: 'accounting.refund.record',
    description: 'Record what customers were paid back, and reverse it',
    roles: ['accountant', 'bookkeeper'],
    withinLegalEntity: true,
  },
  writeOff: {
    name: 'accounting.receivable.write_off',
    description: 'Write off what customers owe, also small differences at payment, and reverse it',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  grantDiscounts: {
    name: 'accounting.early_discount.grant',
    description: 'Offer early-payment discounts on open items, and grant them beyond what was offered',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
} as const satisfies PermissionCatalogue;
