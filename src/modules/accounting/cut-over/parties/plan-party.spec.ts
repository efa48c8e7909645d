import { changeOf } from './plan-party.js';

const before: Parameters<typeof changeOf>[0] = {
  isCustomer: true,
  isVendor: false,
  addresses: [
    { kind: 'billing', line1: 'Hafenstr. 1', city: 'Hamburg', country: 'DE' },
    { kind: 'shipping', city: 'Kiel', country: 'DE' },
    { kind: 'billing', city: 'Bremen', country: 'DE' },
  ],
  contacts: [{ name: 'Anna Berg', email: 'anna@nordlicht.example', phone: '+49 40 1' }],
  taxIds: [
    { type: 'vat', country: 'DE', number: 'DE136695976' },
    { type: 'other', country: 'DE', number: '22/815/08154' },
  ],
  externalIds: [{ source: 'webshop', externalId: '7' }],
};

it('only adds roles', () => {
  expect(changeOf(before, { isCustomer: false, isVendor: true })).toMatchObject({ isCustomer: true, isVendor: true });
  expect(changeOf(before, { name: 'Nord' })).toEqual({ name: 'Nord' });
});

it('changes of an address what is said, of the first of its kind, and adds one of another kind', () => {
  const moved = changeOf(before, { addresses: [{ kind: 'billing', line1: 'Elbstr. 7', country: 'DE' }] }).addresses;
  expect(moved).toEqual([
    { kind: 'billing', line1: 'Elbstr. 7', city: 'Hamburg', country: 'DE' },
    ...before.addresses.slice(1),
  ]);
  const seat = { kind: 'registered', city: 'Hamburg', country: 'DE' } as const;
  expect(changeOf(before, { addresses: [seat] }).addresses).toEqual([...before.addresses, seat]);
});

it('changes the contact of the name, and adds another', () => {
  const [anna] = before.contacts;
  expect(
    changeOf(before, { contacts: [{ name: 'Anna Berg', email: 'a@b.example' }, { name: 'Bo' }] }).contacts,
  ).toEqual([{ ...anna, email: 'a@b.example' }, { name: 'Bo' }]);
});

it.each([
  ['the same number, written otherwise', { type: 'vat', country: 'DE', number: '136 695 976' }, before.taxIds],
  [
    'another of the same type and country',
    { type: 'vat', country: 'DE', number: 'DE129273398' },
    [{ type: 'vat', country: 'DE', number: 'DE129273398' }, before.taxIds[1]],
  ],
  [
    'one of another country',
    { type: 'vat', country: 'SE', number: 'SE556012579001' },
    [...before.taxIds, { type: 'vat', country: 'SE', number: 'SE556012579001' }],
  ],
] as const)('knows %s of a tax id', (_, taxId, after) => {
  expect(changeOf(before, { taxIds: [taxId] }).taxIds).toEqual(after);
});

it('adds an external id where it is not there', () => {
  const known = { source: 'webshop', externalId: '7' };
  const added = { source: 'old-erp', externalId: '7' };
  expect(changeOf(before, { externalIds: [known] }).externalIds).toEqual([known]);
  expect(changeOf(before, { externalIds: [added] }).externalIds).toEqual([known, added]);
});
