import type { PermissionCatalogue } from '#platform/permissions/permission.js';

export const bankingPermissions = {
  readBanking: {
    name: 'accounting.bank.read',
    description: 'Read bank accounts, statements and their lines',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
    withinLegalEntity: true,
  },
  manageBankAccounts: {
    name: 'accounting.bank_account.manage',
    description: 'Create and change bank accounts and how their files are read',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  manageBankMatchRules: {
    name: 'accounting.bank_match_rule.manage',
    description: 'Create and change the rules by which lines of bank statements become entries',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  importBankStatements: {
    name: 'accounting.bank_statement.import',
    description: 'Import bank statements, and undo their import',
    roles: ['accountant', 'bookkeeper', 'integrator'],
    withinLegalEntity: true,
  },
  matchBankLines: {
    name: 'accounting.bank_statement_line.match',
    description:
      'Decide what becomes of the lines of bank statements: match them, post entries from them, undo that, exclude and include them',
    roles: ['accountant', 'bookkeeper'],
    withinLegalEntity: true,
  },
  signBankAccountsOff: {
    name: 'accounting.bank_reconciliation.sign_off',
    description: 'Sign bank accounts off at a day, and reopen the last sign-off',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
} satisfies PermissionCatalogue;
