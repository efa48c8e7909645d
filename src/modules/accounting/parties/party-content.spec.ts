import { contentFaults, emptyContent, normalized, type PartyContent } from './party-content.js';

const party = (change: Partial<PartyContent> = {}): PartyContent => ({
  ...emptyContent,
  name: 'Nordic Tools AB',
  isCustomer: true,
  ...change,
});
const vat = (number: string) => ({ type: 'vat' as const, country: 'SE', number });

it('takes a name and a role', () => {
  expect(contentFaults(party())).toEqual([]);
  expect(contentFaults(party({ isCustomer: false, isVendor: true }))).toEqual([]);
});

it.each<[Partial<PartyContent>, string, string]>([
  [{ isCustomer: false }, '/isCustomer', 'no_role'],
  [
    { addresses: [{ kind: 'billing', country: 'SE', subdivision: 'US-CA' }] },
    '/addresses/0/subdivision',
    'subdivision_of_other',
  ],
  [{ taxIds: [vat('SE556012579101')] }, '/taxIds/0/number', 'tax_id_check_digit'],
  [{ taxIds: [vat('SE556012579001'), vat('556012-579001')] }, '/taxIds/1/number', 'repeated_number'],
  [
    {
      externalIds: [
        { source: 'shop', externalId: '1' },
        { source: 'crm', externalId: '1' },
        { source: 'shop', externalId: '1' },
      ],
    },
    '/externalIds/2/externalId',
    'repeated_external_id',
  ],
])('refuses %j', (change, pointer, code) => {
  expect(contentFaults(party(change))).toMatchObject([{ pointer, code }]);
});

it('keeps numbers as they are written', () => {
  expect(normalized(party({ taxIds: [vat('se 556012-579001')] })).taxIds).toEqual([vat('SE556012579001')]);
});
