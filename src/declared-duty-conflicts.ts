import { accountingPermissions as accounting } from '#modules/accounting/accounting.permissions.js';
import { taxPermissions as tax } from '#modules/accounting/tax/tax.permissions.js';
import { administrationPermissions as administration } from '#modules/administration/administration.permissions.js';
import { approvalPermissions as approvals } from '#platform/approvals/approvals.permissions.js';
import { identityPermissions as identity } from '#platform/identity/identity.permissions.js';
import type { Duty, DutyConflict } from '#platform/permissions/duty-conflicts.js';
import type { Permission } from '#platform/permissions/permission.js';

const duty = (name: string, ...permissions: readonly Permission[]): Duty => ({
  name,
  permissions: permissions.map((permission) => permission.name),
});

const posting = duty(
  'Posting',
  accounting.postEntries,
  accounting.postToControlAccounts,
  accounting.importBooks,
  accounting.issueSales,
  accounting.recordSales,
  accounting.recordReceipts,
  accounting.recordRefunds,
  accounting.writeOff,
);
const receipts = duty('Money received', accounting.recordReceipts);

/** Duties that auditors want in different hands, of all modules, in the order of the documentation. */
export const declaredDutyConflicts: readonly DutyConflict[] = [
  {
    code: 'bank_details_and_refunds',
    first: duty('Bank details of parties', accounting.manageBankDetails),
    second: duty('Refunds', accounting.recordRefunds),
    reason: 'Enters an account of their own as that of a customer and pays a refund to it.',
  },
  {
    code: 'receipts_and_write_offs',
    first: receipts,
    second: duty('Write-offs', accounting.writeOff),
    reason: 'Keeps what a customer paid and writes the invoice off, so that nobody reminds the customer.',
  },
  {
    code: 'invoices_and_receipts',
    first: duty('Invoices and credit notes', accounting.issueSales),
    second: receipts,
    reason: 'Keeps what a customer paid and credits the invoice, or issues one that nobody else knows of.',
  },
  {
    code: 'bank_matching_and_sign_off',
    first: duty('Matching of bank statements', accounting.matchBankLines),
    second: duty('Sign-off of bank accounts', accounting.signBankAccountsOff),
    reason: 'Explains a payment that should not be there and signs that all of them are explained.',
  },
  {
    code: 'posting_and_periods',
    first: posting,
    second: duty('Periods and fiscal years', accounting.managePeriods, accounting.closeYears),
    reason: 'Opens a period that was reported, posts into it and closes it again.',
  },
  {
    code: 'tax_preparing_and_filing',
    first: duty('Preparing tax returns', tax.prepareTaxReturns),
    second: duty('Filing tax returns', tax.fileTaxReturns),
    reason: 'Files a return that nobody else has looked at.',
  },
  {
    code: 'rates_and_revaluation',
    first: duty('Exchange rates', administration.recordExchangeRates, administration.manageExchangeRates),
    second: duty('Revaluation', accounting.revalue),
    reason: 'Chooses the closing rate and with it the gain or loss that is posted.',
  },
  {
    code: 'approval_rules_and_requests',
    first: duty('Approval policies', approvals.managePolicies),
    second: duty('Requests for approval', approvals.submitRequests),
    reason: 'Changes the rule that their own requests have to pass.',
  },
  {
    code: 'access_and_posting',
    first: duty(
      'Access of people and programs',
      identity.manageRoles,
      identity.manageMemberships,
      identity.manageServiceAccounts,
      identity.manageEngagements,
    ),
    second: posting,
    reason: 'Gives a second account, which is their own in truth, what two people should do.',
  },
];
