import type { Ids } from './bodies-with-ids.js';
import { signOffOf } from './furnished-banking.js';

/** A line of a statement and one of the books. */
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
  calculateTaxes: {
    '/legalEntityId': ({ legalEntity }) => ({
      currency: 'SEK',
      direction: 'sale',
      taxPointOn: '2026-03-05',
      lines: [{ quantity: '1', unitPrice: '1', taxCodes: ['ZERO'] }],
      legalEntityId: legalEntity,
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
  matchBankOpeningBalance: { '/exceptLedgerLineIds/0': ({ before }) => ({ exceptLedgerLineIds: [before] }) },
  signBankAccountOff: { '/bankAccountId': ({ provableBank }) => signOffOf(provableBank) },
  createPostingAccount: {
    '/legalEntityId': ({ legalEntity }) => ({
      purpose: 'dunning_fees',
      accountCode: '3000',
      legalEntityId: legalEntity,
    }),
  },
};
