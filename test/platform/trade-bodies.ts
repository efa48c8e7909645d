import type { Ids } from './bodies-with-ids.js';
import { offered, recurring, sale, soldTo } from './furnished-sales.js';
import { signOffOf } from './furnished-banking.js';

/** A line of a statement and one of the books. */
const matchRule = { name: 'Fee', conditions: { amount: '1.00' }, action: { kind: 'exclude', reason: 'Own account' } };
const settling = (partyId: string) => ({ kind: 'settle', partyId });

const pairOf = ({ waitingBank: bankAccountId, pairs }: Ids, index: number) => {
  const { told, booked } = pairs[index]!;
  return { bankAccountId, statementLineIds: [told], ledgerLineIds: [booked] };
};

let drawn = 0;
/** A code that nothing has yet. */
const fresh = () => `T${(drawn += 1)}`;

const settleCent = ({ debitItem: debitItemId, creditItem: creditItemId }: Ids) => ({
  pairs: [{ debitItemId, creditItemId, amount: '0.01' }],
  effectiveOn: '2026-03-31',
});

const receipt = ({ legalEntity, payer, account }: Ids) => ({
  legalEntityId: legalEntity,
  partyId: payer,
  receivedOn: '2026-03-31',
  amount: '0.01',
  accountId: account,
});
/** The furnished bank account is in EUR, and so is the credit. */
const atBank = { exchangeRate: '11.00', exchangeRateSource: 'agreed', accountId: undefined };
const refund = ({ legalEntity, payer, account, credit }: Ids) => ({
  legalEntityId: legalEntity,
  partyId: payer,
  refundedOn: '2026-03-31',
  accountId: account,
  exchangeRate: '11.00',
  exchangeRateSource: 'agreed',
  items: [{ openItemId: credit, amount: '0.01' }],
});
const writeOff = ({ legalEntity, payer, charge }: Ids) => ({
  legalEntityId: legalEntity,
  partyId: payer,
  writtenOffOn: '2026-03-31',
  reason: 'Insolvent',
  items: [{ openItemId: charge, amount: '0.01' }],
});
const application = ({ legalEntity, payer, charge, deposit }: Ids) => ({
  legalEntityId: legalEntity,
  partyId: payer,
  depositItemId: deposit,
  appliedOn: '2026-03-31',
  allocations: [{ openItemId: charge, amount: '0.01' }],
});
const withDeposit = ({ legalEntity: legalEntityId, payer, deposit: depositItemId }: Ids) => {
  return { ...soldTo(payer), issuedOn: '2026-03-31', legalEntityId, deposits: [{ depositItemId, amount: '0.01' }] };
};
const ofShop = ({ customer, legalEntity: legalEntityId }: Ids) => ({ ...sale(customer, fresh()), legalEntityId });
const batchOfShop = ({ customer, legalEntity: legalEntityId }: Ids) => ({
  sales: [sale(customer, customer)],
  legalEntityId,
});
const comingBack = ({ customer, legalEntity: legalEntityId }: Ids) => ({ ...recurring(customer), legalEntityId });
const offer = ({ customer, legalEntity: legalEntityId }: Ids) => ({ ...offered(customer), legalEntityId });
const sold =
  (more: object = {}) =>
  ({ customer, legalEntity: legalEntityId }: Ids) => ({ ...soldTo(customer), ...more, legalEntityId });

/** Of parties, taxes, banks and open items: bodies that are accepted of us, by operation and place of the id. */
export const tradeBodies: Record<string, Record<string, (us: Ids) => object>> = {
  createParty: {
    '/legalEntityId': ({ legalEntity }) => ({ name: 'Nordic', isCustomer: true, legalEntityId: legalEntity }),
  },
  upsertParty: {
    '/legalEntityId': ({ legalEntity }) => ({
      name: 'Nordic',
      isCustomer: true,
      externalSource: 'shop',
      externalId: fresh(),
      legalEntityId: legalEntity,
    }),
  },
  mergeParty: { '/intoPartyId': ({ party }) => ({ intoPartyId: party }) },
  createPartyBankAccount: {
    '/partyId': ({ party }) => ({
      partyId: party,
      holder: 'Nordic',
      accountNumber: fresh(),
      bankCode: '1',
      country: 'SE',
    }),
  },
  createPaymentTerms: {
    '/legalEntityId': ({ legalEntity }) => ({
      code: fresh(),
      name: 'At once',
      instalments: [{ percentage: '100' }],
      legalEntityId: legalEntity,
    }),
  },
  createTaxCode: {
    '/legalEntityId': ({ legalEntity }) => ({
      code: fresh(),
      name: 'Zero rate',
      category: 'Z',
      appliesTo: 'sale',
      legalEntityId: legalEntity,
    }),
  },
  createTaxRate: {
    '/taxCodeId': ({ taxCode }) => ({
      taxCodeId: taxCode,
      validFrom: `${2030 + (drawn += 1)}-01-01`,
      rate: '0',
      closesPrevious: true,
    }),
  },
  createTaxRule: {
    '/legalEntityId': ({ legalEntity }) => ({
      name: 'Exports',
      direction: 'sale',
      priority: 2000 + (drawn += 1),
      taxCode: 'ZERO',
      legalEntityId: legalEntity,
    }),
  },
  importTaxTemplate: {
    '/legalEntityId': ({ legalEntity }) => ({
      templateCode: 'uk_vat',
      validFrom: '2026-01-01',
      legalEntityId: legalEntity,
    }),
  },
  createTaxReturnForm: {
    '/legalEntityId': ({ legalEntity }) => ({
      code: fresh(),
      name: 'Return',
      country: 'SE',
      frequency: 'yearly',
      validFrom: '2026-01-01',
      taxCodes: [],
      boxes: [{ code: '1', name: 'Sales', kind: 'lines', amount: 'base' }],
      legalEntityId: legalEntity,
    }),
  },
  importTaxReturnTemplate: {
    '/legalEntityId': ({ legalEntity }) => ({
      templateCode: 'us_sales_tax',
      subdivision: 'NY',
      validFrom: '2026-01-01',
      legalEntityId: legalEntity,
    }),
  },
  openTaxReturn: { '/formId': ({ taxReturnForm }) => ({ formId: taxReturnForm }) },
  calculateTaxes: {
    '/legalEntityId': ({ legalEntity }) => ({
      currency: 'SEK',
      direction: 'sale',
      taxPointOn: '2026-03-05',
      lines: [{ quantity: '1', unitPrice: '1', taxCodes: ['ZERO'] }],
      legalEntityId: legalEntity,
    }),
    '/partyId': ({ legalEntity, customer }) => ({
      currency: 'SEK',
      direction: 'sale',
      taxPointOn: '2026-03-05',
      lines: [{ quantity: '1', unitPrice: '1', taxCodes: ['ZERO'] }],
      legalEntityId: legalEntity,
      partyId: customer,
    }),
  },
  createBankLineEntry: {
    '/statementLineId': ({ alone }) => ({
      statementLineId: alone[0],
      lines: [{ amount: '5.00', accountCode: '3000' }],
    }),
    '/lines/0/partyId': ({ alone, customer: partyId }) => ({
      statementLineId: alone[1],
      lines: [{ amount: '5.00', accountCode: '1590', partyId }],
    }),
    '/lines/0/settles/0/openItemId': ({ alone, customer: partyId, debitItem: openItemId }) => ({
      statementLineId: alone[2],
      lines: [{ amount: '5.00', partyId, settles: [{ openItemId, amount: '0.01' }] }],
    }),
  },
  allocateOpenItems: { '/pairs/0/debitItemId': settleCent, '/pairs/0/creditItemId': settleCent },
  allocateAutomatically: {
    '/partyId': ({ customer }) => ({ partyId: customer, effectiveOn: '2026-03-31' }),
  },
  createWithholdingCode: {
    '/legalEntityId': ({ legalEntity }) => ({
      code: fresh(),
      name: 'Tax',
      accountCode: '1690',
      legalEntityId: legalEntity,
    }),
  },
  createWithholdingRate: {
    '/withholdingCodeId': ({ withholdingCode }) => ({
      withholdingCodeId: withholdingCode,
      validFrom: `${2030 + (drawn += 1)}-01-01`,
      rate: '0.1',
      closesPrevious: true,
    }),
  },
  recordReceipt: {
    '/legalEntityId': receipt,
    '/partyId': receipt,
    '/accountId': receipt,
    '/bankAccountId': (us) => ({ ...receipt(us), ...atBank, currency: 'EUR', bankAccountId: us.bankAccount }),
    '/allocations/0/openItemId': (us) => ({
      ...receipt(us),
      allocations: [{ openItemId: us.charge, amount: '0.01' }],
    }),
  },
  recordRefund: {
    '/legalEntityId': refund,
    '/partyId': refund,
    '/accountId': refund,
    '/bankAccountId': (us) => ({ ...refund(us), accountId: undefined, bankAccountId: us.bankAccount }),
    '/items/0/openItemId': refund,
  },
  recordWriteOff: {
    '/legalEntityId': writeOff,
    '/partyId': writeOff,
    '/items/0/openItemId': writeOff,
  },
  applyDeposit: {
    '/legalEntityId': application,
    '/partyId': application,
    '/depositItemId': application,
    '/allocations/0/openItemId': application,
  },
  issueInvoice: { '/partyId': sold(), '/legalEntityId': sold(), '/deposits/0/depositItemId': withDeposit },
  issueCreditNote: { '/partyId': sold({ reason: 'Bonus' }), '/legalEntityId': sold({ reason: 'Bonus' }) },
  runRevenueRecognition: { '/legalEntityId': ({ legalEntity }) => ({ legalEntityId: legalEntity }) },
  createSalesDraft: { '/partyId': sold({ kind: 'invoice' }), '/legalEntityId': sold({ kind: 'invoice' }) },
  createQuote: { '/partyId': offer, '/legalEntityId': offer },
  updateQuote: { '/partyId': ({ customer: partyId }) => ({ partyId }) },
  createRecurringInvoice: { '/partyId': comingBack, '/legalEntityId': comingBack },
  updateRecurringInvoice: { '/partyId': ({ customer: partyId }) => ({ partyId }) },
  runRecurringInvoices: {
    '/legalEntityId': ({ legalEntity }) => ({ through: '1999-12-31', legalEntityId: legalEntity }),
  },
  createSalesChannel: {
    '/legalEntityId': ({ legalEntity }) => ({ code: fresh(), name: 'Store', legalEntityId: legalEntity }),
  },
  recordSale: {
    '/legalEntityId': ofShop,
    '/customer/partyId': ofShop,
  },
  recordSalesInBulk: {
    '/legalEntityId': batchOfShop,
    '/sales/0/customer/partyId': batchOfShop,
  },
  recordSaleRefund: {
    '/legalEntityId': ({ legalEntity }) => ({
      channelCode: 'shop',
      externalId: 'refund',
      sale: 'furnished',
      reason: 'Returned',
      issuedOn: '2026-01-05',
      legalEntityId: legalEntity,
    }),
  },
  updateSalesDraft: { '/partyId': ({ customer: partyId }) => ({ partyId }) },
  createBankAccount: {
    '/legalEntityId': ({ legalEntity }) => ({
      name: 'Bank',
      accountCode: '1930',
      startsOn: '2026-01-01',
      openingBalance: '0',
      legalEntityId: legalEntity,
    }),
  },
  matchBankLines: {
    '/bankAccountId': (us) => pairOf(us, 0),
    '/statementLineIds/0': (us) => pairOf(us, 1),
    '/ledgerLineIds/0': (us) => pairOf(us, 2),
  },
  matchBankOpeningBalance: {
    '/exceptLedgerLineIds/0': ({ before }) => ({ exceptLedgerLineIds: [before] }),
  },
  createBankMatchRule: {
    '/legalEntityId': ({ legalEntity }) => ({ ...matchRule, legalEntityId: legalEntity }),
    '/bankAccountId': ({ waitingBank }) => ({ ...matchRule, bankAccountId: waitingBank }),
    '/action/partyId': ({ legalEntity, customer }) => ({
      ...matchRule,
      legalEntityId: legalEntity,
      action: settling(customer),
    }),
  },
  // Before the rule is changed that they are by.
  acceptBankMatchSuggestions: { '/suggestionIds/0': ({ suggestions }) => ({ suggestionIds: [suggestions[3]] }) },
  updateBankMatchRule: { '/action/partyId': ({ customer }) => ({ action: settling(customer) }) },
  previewBankMatchRule: {
    '/bankAccountId': ({ waitingBank }) => ({ bankAccountId: waitingBank, conditions: matchRule.conditions }),
  },
  signBankAccountOff: { '/bankAccountId': ({ provableBank }) => signOffOf(provableBank) },
  createPostingAccount: {
    '/legalEntityId': ({ legalEntity }) => ({
      purpose: 'dunning_fees',
      accountCode: '3000',
      legalEntityId: legalEntity,
    }),
  },
};
