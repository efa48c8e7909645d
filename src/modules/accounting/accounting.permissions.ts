import type { PermissionCatalogue } from '#platform/permissions/permission.js';
import { openItemPermissions } from './open-items/open-items.permissions.js';
import { partyPermissions } from './parties/parties.permissions.js';
import { bankingPermissions } from './banking/banking.permissions.js';
import { revaluationPermissions } from './revaluation/revaluation.permissions.js';
import { withholdingPermissions } from './withholding/withholding.permissions.js';
import { receiptPermissions } from './receipts/receipts.permissions.js';
import { receivablesPermissions } from './receivables/receivables.permissions.js';
import { dunningPermissions } from './dunning/dunning.permissions.js';
import { frontOfficePermissions } from './front-office/front-office.permissions.js';

export const accountingPermissions = {
  readBooks: {
    name: 'accounting.books.read',
    description: 'Read the chart of accounts, fiscal calendar, journals and settings of the books',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
    withinLegalEntity: true,
  },
  manageBooks: {
    name: 'accounting.books.manage',
    description: 'Change accounts, journals, fiscal years and settings of the books',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  manageStatutoryCharts: {
    name: 'accounting.statutory_chart.manage',
    description: 'Make and change statutory charts and their lines, which serve all legal entities',
    roles: ['accountant'],
  },
  manageBudgets: {
    name: 'accounting.budget.manage',
    description: 'Make budgets, their lines and revisions, and activate them',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  managePeriods: {
    name: 'accounting.fiscal_period.manage',
    description: 'Open, close, reopen and lock fiscal periods',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  closeYears: {
    name: 'accounting.fiscal_year.close',
    description: 'Close fiscal years to retained earnings, and reopen them',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  passSoftClose: {
    name: 'accounting.fiscal_period.pass_soft_close',
    description: 'Post into a softly closed period, with a reason',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  readEntries: {
    name: 'accounting.journal_entry.read',
    description: 'Read journal entries and reports of the general ledger',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
    withinLegalEntity: true,
  },
  manageDrafts: {
    name: 'accounting.journal_entry_draft.manage',
    description: 'Write, change, validate and delete drafts of journal entries',
    roles: ['accountant', 'bookkeeper', 'integrator'],
    withinLegalEntity: true,
  },
  attachToEntries: {
    name: 'accounting.journal_entry.attach',
    description: 'Attach files to posted journal entries, and detach them',
    roles: ['accountant', 'bookkeeper', 'integrator'],
  },
  postEntries: {
    name: 'accounting.journal_entry.post',
    description: 'Post and reverse journal entries',
    roles: ['accountant', 'bookkeeper', 'integrator'],
    withinLegalEntity: true,
  },
  postToControlAccounts: {
    name: 'accounting.control_account.post',
    description: 'Post by hand to control accounts (bank, receivables, payables)',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  importBooks: {
    name: 'accounting.import.run',
    description: 'Import books from a file, and undo an import',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  ...openItemPermissions,
  ...partyPermissions,
  ...bankingPermissions,
  ...receiptPermissions,
  ...withholdingPermissions,
  ...receivablesPermissions,
  ...frontOfficePermissions,
  ...dunningPermissions,
  ...revaluationPermissions,
} satisfies PermissionCatalogue;
