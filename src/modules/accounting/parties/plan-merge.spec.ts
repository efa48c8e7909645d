import { emptyContent, type PartyContent } from './party-content.js';
import { planMerge } from './plan-merge.js';

const party = (said: Partial<PartyContent>): PartyContent => ({
  ...emptyContent,
  name: 'X',
  isCustomer: true,
  ...said,
});
const vat = (country: string, number: string) => ({ type: 'vat' as const, country, number });

it('takes nothing where there is nothing, and nothing that the survivor has', () => {
  const full = party({
    legalName: 'A',
    language: 'de',
    currency: 'EUR',
    taxClassCode: 'B2B',
    paymentTermsCode: 'NET30',
    addresses: [{ kind: 'billing', country: 'DE' }],
    contacts: [{ name: 'Anna' }],
    taxIds: [vat('DE', 'DE136695976')],
  });
  expect(planMerge(party({}), full)).toEqual({});
  expect(planMerge(full, full)).toEqual({});
  const other = party({
    language: 'sv',
    addresses: [{ kind: 'billing', country: 'SE' }],
    contacts: [{ name: 'ANNA' }],
    taxIds: [vat('DE', 'DE999999999')],
  });
  expect(planMerge(other, full)).toEqual({});
});

it('takes what is missing, and adds the roles', () => {
  const merged = party({
    isVendor: true,
    currency: 'SEK',
    creditLimit: '10.00',
    isDunningBlocked: true,
    addresses: [
      { kind: 'billing', country: 'SE' },
      { kind: 'shipping', country: 'NO' },
    ],
    contacts: [{ name: 'Bo' }],
    taxIds: [vat('SE', 'SE556012579001')],
  });
  const survivor = party({ addresses: [{ kind: 'billing', country: 'DE' }], contacts: [{ name: 'Anna' }] });
  expect(planMerge(merged, survivor)).toEqual({
    isVendor: true,
    currency: 'SEK',
    addresses: [
      { kind: 'billing', country: 'DE' },
      { kind: 'shipping', country: 'NO' },
    ],
    contacts: [{ name: 'Anna' }, { name: 'Bo' }],
    taxIds: [vat('SE', 'SE556012579001')],
  });
});

it('keeps lists within their bounds', () => {
  const contacts = (prefix: string) => Array.from({ length: 40 }, (_, at) => ({ name: `${prefix}${at}` }));
  const taken = planMerge(party({ contacts: contacts('A') }), party({ contacts: contacts('B') }));
  expect(taken.contacts).toHaveLength(50);
});
