import type { PermissionCatalogue } from '#platform/permissions/permission.js';

export const partyPermissions = {
  readParties: {
    name: 'accounting.party.read',
    description: 'Read customers and vendors, their payment terms and, without their numbers, their bank accounts',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
    withinLegalEntity: true,
  },
  manageParties: {
    name: 'accounting.party.manage',
    description: 'Create, change, hold and archive customers and vendors',
    roles: ['accountant', 'bookkeeper', 'integrator'],
    withinLegalEntity: true,
  },
  mergeParties: {
    name: 'accounting.party.merge',
    description: 'Merge a party into another for good',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  managePaymentTerms: {
    name: 'accounting.payment_terms.manage',
    description: 'Make and change payment terms',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  readBankDetails: {
    name: 'accounting.party_bank_account.read',
    description: 'Read the numbers of bank accounts of parties',
    roles: ['accountant', 'auditor'],
    withinLegalEntity: true,
  },
  manageBankDetails: {
    name: 'accounting.party_bank_account.manage',
    description: 'Enter, change and archive bank accounts of parties',
    roles: ['accountant', 'bookkeeper'],
    withinLegalEntity: true,
  },
  verifyBankDetails: {
    name: 'accounting.party_bank_account.verify',
    description: 'Verify bank accounts of parties that somebody else entered or changed',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
} satisfies PermissionCatalogue;
