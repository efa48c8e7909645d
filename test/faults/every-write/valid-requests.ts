import { contract } from '../../platform/cut-over-bodies.js';
import { signOffOf } from '../../platform/furnished-banking.js';
import { type Furnished, smallFile } from '../../platform/furnished.js';
import { recurring, sale, soldTo } from '../../platform/furnished-sales.js';
import { type Operation, type Operations, pathOf, takesHeader } from '../../platform/operations.js';
import type { Sent } from '../../platform/wire.js';
import { type Particulars, ofDunning, ofQuotes, ofSettlements } from './particulars-of-trade.js';
import { type Ready, twoLines } from './ready-organization.js';
import { ofTaxReturns } from './tax-return-requests.js';

/** Writes of no organization, or of one that nobody is signed in to: they have no key, and nothing to compare with. */
const outside: Readonly<Record<string, string>> = {
  signIn: 'makes a session, which is of no copy',
  renewSession: 'makes a session, which is of no copy',
  switchOrganization: 'makes a session, which is of no copy',
  signOut: 'ends a session, which is of no copy',
  signOutEverywhere: 'ends sessions, which are of no copy',
  endSession: 'ends a session, which is of no copy',
  changePassword: 'of a person, who is in all copies',
  completeSignIn: 'makes a session, which is of no copy',
  stepUp: 'of a session, which is of no copy',
  addSecondFactor: 'of a person, who is in all copies',
  confirmSecondFactor: 'of a person, who is in all copies',
  deleteSecondFactor: 'of a person, who is in all copies',
  deleteFederatedIdentity: 'of a person, who is in all copies',
  makeRecoveryCodes: 'of a person, who is in all copies',
  createSecondFactorRecovery: 'is for the organization that the person has belonged to for longest, which no copy is',
  approveSecondFactorRecovery: 'lets in a person, who is in all copies',
  requestIdentityProviderSignIn: 'writes nothing',
  completeIdentityProviderSignIn: 'makes a session, which is of no copy',
  requestPasswordReset: 'of a person, who is in all copies',
  confirmPasswordReset: 'with a token that only its receiver has',
  requestAccessToken: 'with a secret that only its receiver has',
  createTestOrganization: 'makes an organization beside the copies, of a person who is in all of them',
  acceptInvitation: 'with a token that only its receiver has',
  acceptInvitationSignedIn: 'with a token that only its receiver has',
};

/** One request of the operation that is done, in every copy of the ready organization. */
export interface ValidRequest {
  operation: Operation;
  /** Sent again under its key, it has no second effect. */
  isKeyed: boolean;
  sent(accessToken: string, key: string): Sent;
}

/** One for each write of the document, so that one added later is tried too. */
export function validRequests(operations: Operations, furnished: Furnished, ready: Ready): ValidRequest[] {
  const particulars = particularsOf(ready);
  const writes = operations.all.filter(({ id, method }) => method !== 'GET' && !(id in outside));
  return writes.map((operation) => {
    const { on, query, body = exampleOf(operations, operation) } = particulars[operation.id] ?? {};
    const content = operation.fileType ? smallFile(operation) : body && JSON.stringify(body);
    const { path, ...sent } = furnished.request(operation, content);
    const isKeyed = takesHeader(operation, 'Idempotency-Key');
    return {
      operation,
      isKeyed,
      sent: (accessToken, key) => ({
        ...sent,
        path: `${on ? pathOf(operation, on.id) : path}${query ? `?${query}` : ''}`,
        headers: {
          ...(sent.headers as Record<string, string>),
          ...(on && takesHeader(operation, 'If-Match') ? { 'If-Match': `"${on.version}"` } : {}),
          ...(isKeyed ? { 'Idempotency-Key': key } : {}),
          Authorization: `Bearer ${accessToken}`,
        },
      }),
    };
  });
}

function exampleOf(operations: Operations, { body }: Operation): object | undefined {
  return body && (operations.exampleOf(body) as object);
}

function particularsOf(ready: Ready): Readonly<Record<string, Particulars>> {
  return { ...ofPlatform(ready), ...ofCollaboration(ready), ...ofBooks(ready), ...ofEntries(ready) };
}

const engagement = {
  email: 'anna.berg@nordic.example',
  provider: 'Nordic Accounting AB',
  reference: 'Contract 17',
  roles: ['auditor'],
  modules: ['accounting'],
  startsOn: '2090-01-01',
  endsOn: '2090-12-31',
};

function ofPlatform(ready: Ready): Record<string, Particulars> {
  return {
    updateMembership: { on: ready.activeMember, body: { roles: ['auditor'] } },
    endMembership: { on: ready.activeMember },
    reinstateMembership: { on: ready.endedMember },
    createEngagement: { body: { ...engagement, legalEntityIds: [ready.legalEntityId] } },
    updateEngagement: { body: { legalEntityIds: [ready.legalEntityId] } },
    createServiceAccount: { body: { name: 'Fresh', roles: ['auditor'] } },
    updateServiceAccount: { on: ready.serviceAccount, body: { description: 'Changed' } },
    deactivateServiceAccount: { on: ready.serviceAccount },
    reactivateServiceAccount: { on: ready.inactiveServiceAccount },
    createClientSecret: { body: { serviceAccountId: ready.serviceAccount.id } },
    reactivateRole: { on: ready.inactiveRole },
    advanceTestClock: { body: { by: 'P1M' } },
    resetTestOrganization: { body: { confirmName: 'Test organization' } },
    closeOrganization: { body: { confirmName: 'Test organization', reason: 'Moved elsewhere' } },
    createErasure: { body: { subjectId: ready.formerPerson, reason: 'Request of the person' } },
    uploadFile: { query: 'name=invoice.pdf' },
    deleteFile: { on: ready.looseFile },
    attachFile: { body: { fileId: ready.looseFile.id, subjectType: 'journal_entry', subjectId: ready.entry.id } },
    cancelJob: { on: ready.queuedJob },
    resumeWebhookEndpoint: { on: ready.pausedEndpoint },
    createExchangeRateType: { body: { code: 'monthly', name: 'Average of the month' } },
    updateLegalEntity: { body: { name: 'Renamed' } },
    reactivateLegalEntity: { on: ready.archivedEntity },
    advanceClock: { body: { to: '2099-01-01T00:00:00Z' } },
  };
}

function ofCollaboration({ approvals, entry, tags }: Ready): Record<string, Particulars> {
  const step = { rule: 'one', approverRoles: ['owner'] };
  const onEntry = { subjectType: 'journal_entry', subjectIds: [entry.id] };
  return {
    createApprovalPolicy: { body: { name: 'Small', subjectKind: 'journal_entry', amountFrom: '5.00', steps: [step] } },
    updateApprovalPolicy: { body: { name: 'Renamed' } },
    submitApprovalRequest: { body: { subjectKind: 'journal_entry', subjectId: approvals.draft.id } },
    approveApprovalRequest: { on: approvals.toApprove, body: { contentHash: approvals.toApprove.contentHash } },
    rejectApprovalRequest: { on: approvals.toReject, body: { reason: 'Of another company' } },
    withdrawApprovalRequest: { on: approvals.own, body: { reason: 'Entered twice' } },
    createApprovalDelegation: {
      body: { delegateId: approvals.colleague, startsOn: '2026-01-01', endsOn: '2099-12-31' },
    },
    createTag: { body: { name: 'Fresh' } },
    updateTag: { body: { name: 'Renamed' } },
    mergeTag: { on: tags.loose, body: { intoTagId: tags.used.id } },
    tagRecords: { body: { tagIds: [tags.loose.id], ...onEntry } },
    untagRecords: { body: { tagIds: [tags.used.id], ...onEntry } },
    createNote: { body: { subjectType: 'journal_entry', subjectId: entry.id, body: 'Why?' } },
    updateNote: { body: { body: 'Because.' } },
    recordExternalId: { body: { subjectType: 'journal_entry', subjectId: entry.id, source: 'crm', externalId: 'X1' } },
    updateSecurityPolicy: { body: { requireSecondFactor: false } },
    updateRetention: { body: { mailDays: 30 } },
    updateNotificationPreferences: { body: { language: 'de', preferences: [] } },
  };
}

const pairOf = ({ debitItemId, creditItemId }: Ready['items']) => ({ debitItemId, creditItemId, amount: '1.00' });

function ofBooks(ready: Ready): Record<string, Particulars> {
  const { legalEntityId } = ready;
  const rule = { accountId: ready.account.id, dimensionId: ready.dimension.id, requirement: 'optional' };
  return {
    importAccounts: { query: `legalEntityId=${legalEntityId}` },
    importChartTemplate: { body: { templateCode: 'us_small_business', legalEntityId: ready.emptyEntity.id } },
    createAccount: { body: { legalEntityId, code: '1920', name: 'Savings', type: 'asset' } },
    updateAccount: { on: ready.account, body: { name: 'Renamed' } },
    updateBooks: { body: { retainedEarningsAccountCode: '2000' } },
    updateBudgetLines: { body: { lines: [{ accountCode: '4000', month: '2026-01', amount: '100.00' }] } },
    createBudget: { body: { fiscalYearId: ready.year.id, code: 'NEW', name: 'New' } },
    activateBudget: { on: ready.budgetWithLines },
    createDimensionRule: { body: rule },
    createDimension: { body: { legalEntityId, code: 'PR', name: 'Project', kind: 'project' } },
    createDimensionValue: { body: { dimensionId: ready.dimension.id, code: 'GBG', name: 'Gothenburg' } },
    createPostingAccount: { body: { legalEntityId, purpose: 'bank_charges', accountCode: '4000' } },
    updatePostingAccount: { body: { accountCode: '4000' } },
    createTaxCode: { body: { legalEntityId, code: 'EXPORT', name: 'Export', category: 'Z', appliesTo: 'sale' } },
    updateTaxCode: { on: ready.taxCode, body: { name: 'Renamed' } },
    createTaxRate: {
      body: { taxCodeId: ready.taxCode.id, validFrom: '2030-01-01', rate: '0', closesPrevious: true },
    },
    closeTaxRate: { on: ready.taxRate, body: { validTo: '2030-12-31' } },
    deleteTaxRate: { on: ready.taxRate },
    createTaxRule: {
      body: { legalEntityId, name: 'Exports', direction: 'sale', priority: 10, taxCode: 'ZERO' },
    },
    importTaxTemplate: {
      body: { templateCode: 'uk_vat', legalEntityId: ready.emptyEntity.id, validFrom: '2026-01-01' },
    },
    updateTaxRule: { body: { name: 'Renamed' } },
    ...ofTaxReturns(ready),
    ...ofDunning(ready),
    calculateTaxes: {
      body: {
        legalEntityId,
        currency: 'SEK',
        direction: 'sale',
        taxPointOn: '2026-03-05',
        lines: [
          {
            quantity: '1',
            unitPrice: '1',
            taxCodes: ['ZERO'],
          },
        ],
      },
    },
    openFiscalPeriod: { on: ready.futurePeriod },
    openFiscalPeriodsThrough: { on: ready.futurePeriod },
    reopenFiscalPeriod: { on: ready.closedPeriod },
    lockFiscalPeriod: { on: ready.firstPeriod },
    lockFiscalPeriodsThrough: { on: ready.firstPeriod },
    createFiscalYear: { body: { legalEntityId, startsOn: '2028-01-01', endsOn: '2028-12-31' } },
    createJournal: { body: { legalEntityId, code: 'CASH', name: 'Cash' } },
    createPaymentTerms: { body: { legalEntityId, code: 'NOW', name: 'At once', instalments: [{ percentage: '100' }] } },
    updatePaymentTerms: { body: { name: 'Renamed' } },
    createParty: { body: { legalEntityId, name: 'Nordic', isCustomer: true } },
    upsertParty: {
      body: { legalEntityId, name: 'Nordic', isVendor: true, externalSource: 'shop', externalId: '4711' },
    },
    updateParty: { on: ready.parties.active, body: { name: 'Renamed' } },
    holdParty: { on: ready.parties.active },
    releaseParty: { on: ready.parties.onHold },
    archiveParty: { on: ready.parties.active },
    reactivateParty: { on: ready.parties.archived },
    mergeParty: { on: ready.parties.archived, body: { intoPartyId: ready.parties.active.id } },
    createPartyBankAccount: {
      body: { partyId: ready.parties.active.id, holder: 'Nordic', iban: 'DE89370400440532013000' },
    },
    updatePartyBankAccount: { body: { holder: 'Renamed' } },
    verifyPartyBankAccount: { on: ready.parties.bankAccount },
    allocateOpenItems: { body: { pairs: [pairOf(ready.items)], effectiveOn: '2026-03-31' } },
    allocateAutomatically: { body: { partyId: ready.items.partyId, effectiveOn: '2026-03-31' } },
    issueInvoice: { body: { legalEntityId, ...soldTo(ready.soldTo) } },
    issueCreditNote: { body: { legalEntityId, ...soldTo(ready.soldTo), reason: 'Bonus' } },
    creditInvoice: { body: { reason: 'Returned', issuedOn: '2026-03-20' } },
    runRevenueRecognition: { body: { legalEntityId, through: '2026-01-31' } },
    createSalesChannel: { body: { legalEntityId, code: 'store', name: 'Store' } },
    updateSalesChannel: { body: { name: 'Renamed' } },
    recordSale: { body: { legalEntityId, ...sale(ready.soldTo, 'every-write') } },
    recordSalesInBulk: { body: { legalEntityId, sales: [sale(ready.soldTo, 'every-write')] } },
    recordSaleRefund: {
      body: {
        legalEntityId,
        channelCode: 'shop',
        externalId: 'refund',
        sale: 'furnished',
        reason: 'Returned',
        issuedOn: '2026-01-05',
      },
    },
    ...ofQuotes(ready),
    createRecurringInvoice: { body: { legalEntityId, ...recurring(ready.soldTo) } },
    updateRecurringInvoice: { body: { name: 'Renamed' } },
    runRecurringInvoices: { body: { legalEntityId, through: '2027-01-05' } },
    createSalesDraft: { body: { legalEntityId, kind: 'invoice', ...soldTo(ready.soldTo) } },
    updateSalesDraft: { body: { note: 'Changed' } },
    undoAllocation: { on: ready.items.allocation, body: { effectiveOn: '2026-03-31' } },
    ...ofSettlements(ready),
    createStatutoryChart: {
      body: { code: 'BAS', name: 'BAS', country: 'SE', lines: [{ code: '19', name: 'Cash and bank' }] },
    },
    updateAccountMappings: { body: { legalEntityId, mappings: [{ accountCode: '1930', lineCode: '512' }] } },
    importStatutoryMapping: { query: `legalEntityId=${legalEntityId}` },
    closeFiscalYear: { on: ready.yearToClose },
    reopenFiscalYear: { on: ready.closedYear },
  };
}

function ofEntries(ready: Ready): Record<string, Particulars> {
  const { legalEntityId } = ready;
  const entry = { entryDate: '2026-03-07', description: 'Cash sale', lines: twoLines };
  const taxes = { direction: 'sale', taxCodes: ['SETTLED'] };
  const ofTax = { ...taxes, amountIs: 'gross' };
  const taxed = { ...entry, lines: twoLines.map((line) => ('credit' in line ? { ...line, taxes: ofTax } : line)) };
  const columns = { entryKey: 'No', entryDate: 'Day', accountCode: 'Account', amounts: 'Amount' };
  const rent = ['debit', 'credit'].map((side) => ({ accountCode: '1000', side, amount: '1.00' }));
  return {
    runDuePostings: { body: { legalEntityId, through: '2026-06-30' } },
    createEntryTemplate: { body: { legalEntityId, code: 'X', name: 'X', description: 'X', lines: rent } },
    updateEntryTemplate: { body: { name: 'Renamed' } },
    useEntryTemplate: { body: { entryDate: '2026-03-31' } },
    createRecurringEntry: {
      body: {
        templateId: ready.template.id,
        name: 'Rent too',
        mode: 'draft',
        frequency: 'monthly',
        startsOn: '2026-07-31',
      },
    },
    updateRecurringEntry: { body: { name: 'Renamed' } },
    createBankAccount: {
      body: { legalEntityId, name: 'Bank', accountCode: '1930', startsOn: '2026-01-01', openingBalance: '0' },
    },
    updateBankAccount: { body: { name: 'Renamed' } },
    importBankStatements: { query: `legalEntityId=${legalEntityId}` },
    undoBankStatementImport: { on: ready.bankLines.import },
    excludeBankStatementLine: { on: ready.bankLines.unmatched, body: { reason: 'Not ours' } },
    includeBankStatementLine: { on: ready.bankLines.excluded },
    matchBankLines: {
      body: {
        bankAccountId: ready.banks.waitingBank,
        statementLineIds: [ready.banks.pairs[0]!.told],
        ledgerLineIds: [ready.banks.pairs[0]!.booked],
      },
    },
    matchBankOpeningBalance: {
      on: { id: ready.banks.waitingBank, version: 1 },
      body: { exceptLedgerLineIds: [ready.banks.before] },
    },
    undoRevaluationRun: { body: {} },
    undoBankMatch: { on: ready.bankMatch, body: { reason: 'Wrong' } },
    createBankLineEntry: {
      body: { statementLineId: ready.banks.alone[0], lines: [{ amount: '5.00', accountCode: '3000', taxes }] },
    },
    createBankMatchRule: {
      body: { legalEntityId, name: 'Fee', conditions: { amount: '1.00' }, action: { kind: 'exclude', reason: 'Own' } },
    },
    updateBankMatchRule: { body: { name: 'Renamed' } },
    previewBankMatchRule: { body: { bankAccountId: ready.banks.waitingBank, conditions: { amount: '5.00' } } },
    runBankMatching: { on: { id: ready.banks.waitingBank, version: 1 } },
    acceptBankMatchSuggestion: { on: { id: ready.banks.suggestions[0]!, version: 1 } },
    acceptBankMatchSuggestions: { body: { suggestionIds: [ready.banks.suggestions[1]!] } },
    rejectBankMatchSuggestion: { on: { id: ready.banks.suggestions[2]!, version: 1 }, body: { reason: 'Another' } },
    signBankAccountOff: { body: signOffOf(ready.banks.provableBank) },
    reopenBankReconciliation: { on: ready.signedOff, body: { reason: 'Wrong' } },
    updateScheduledReversal: { body: { reversesOn: '2026-05-01' } },
    importSieFile: { query: `legalEntityId=${ready.emptyEntity.id}` },
    importJournalCsv: {
      body: {
        legalEntityId,
        file: 'No,Day,Account,Amount\n1,2026-01-31,1000,1\n1,2026-01-31,3000,-1\n',
        mapping: { columns, dateFormat: 'year_month_day', decimalSeparator: 'point' },
      },
    },
    importJournalJson: { body: { legalEntityId, entries: [entry] } },
    importOpenItems: {
      body: {
        legalEntityId,
        cutOverOn: '2026-01-01',
        control: 'receivable',
        contraAccountCode: '1000',
        file: `Party,Document,Open\n${ready.parties.active.number},4711,1\n`,
        mapping: {
          columns: { party: 'Party', documentNumber: 'Document', amounts: 'Open' },
          dateFormat: 'year_month_day',
          decimalSeparator: 'point',
        },
      },
    },
    importParties: {
      body: {
        legalEntityId,
        file: 'No,Name,IBAN\nE-1,Every write,SE4550000000058398257466\n',
        mapping: { columns: { number: 'No', name: 'Name' }, bankAccount: { iban: 'IBAN' }, role: 'customer' },
      },
    },
    importRecurringInvoices: { body: { legalEntityId, ...contract('E-1', ready.soldToNumber) } },
    importPlainTextJournal: {
      body: {
        legalEntityId,
        file: '2026-01-31 x\n  cash  1 SEK\n  sales\n',
        decimalSeparator: 'point',
        accounts: [
          { name: 'cash', code: '1000' },
          { name: 'sales', code: '3000' },
        ],
      },
    },
    postJournalEntry: { body: { legalEntityId, post: true, ...entry } },
    postJournalEntriesInBulk: { body: { mode: 'atomic', entries: [{ legalEntityId, ...taxed }] } },
    validateJournalEntry: { body: { legalEntityId, ...entry } },
    reverseJournalEntry: { on: ready.entry, body: { entryDate: '2026-04-02' } },
    createJournalEntryDraft: { body: { legalEntityId, ...entry } },
    updateJournalEntryDraft: { body: { description: 'Changed' } },
    postJournalEntryDraft: { on: ready.completeDraft },
  };
}
