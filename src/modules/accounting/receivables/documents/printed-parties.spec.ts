import { printedBuyer, printedSeller } from './printed-parties.js';

const address = (kind: string, city: string) => ({ kind, line1: 'Storgatan 1', city, country: 'SE' }) as never;
const buyer = {
  number: '10001',
  name: 'Nordlicht GmbH',
  addresses: [],
  taxIds: [],
  electronicAddress: null,
  language: null,
};

it.each([
  [['shipping', 'registered', 'billing'], 'billing'],
  [['shipping', 'registered'], 'registered'],
  [['shipping'], 'shipping'],
])('of %s a buyer has the address for %s', (kinds, expected) => {
  const addresses = kinds.map((kind) => address(kind, kind));
  expect(printedBuyer({ ...buyer, addresses }).address).toEqual({
    line1: 'Storgatan 1',
    city: expected,
    country: 'SE',
  });
});

it('a buyer has what there is of it, and no more', () => {
  expect(printedBuyer(buyer)).toEqual({ number: '10001', name: 'Nordlicht GmbH' });
  const taxIds = [{ type: 'vat', country: 'DE', number: 'DE136695976' }];
  const at = { kind: 'billing', subdivision: 'BY', country: 'DE' } as never;
  expect(printedBuyer({ ...buyer, taxIds, addresses: [at] })).toEqual({
    number: '10001',
    name: 'Nordlicht GmbH',
    address: { region: 'BY', country: 'DE' },
    taxIds,
  });
});

const seller = {
  id: 'e',
  name: 'Nordic AB',
  functionalCurrency: 'SEK',
  registrationNumber: null,
  address: null,
  taxRegistrations: [],
  salesContact: null,
  electronicAddress: null,
  paymentAccounts: [],
  status: 'active' as const,
};

it('a buyer says where it is reached, and in which language', () => {
  const electronicAddress = { scheme: '0088', id: '7300010000001' };
  expect(printedBuyer({ ...buyer, electronicAddress, language: 'de-AT' })).toEqual({
    number: '10001',
    name: 'Nordlicht GmbH',
    electronicAddress,
    language: 'de-AT',
  });
});

it('a seller has its registration and address, where it has them', () => {
  expect(printedSeller(seller, 'SEK')).toEqual({ name: 'Nordic AB' });
  const office = { line1: 'Storgatan 1', line2: '', postalCode: '111 22', city: 'Stockholm', country: 'SE' };
  expect(printedSeller({ ...seller, registrationNumber: '556012-5790', address: office }, 'SEK')).toEqual({
    name: 'Nordic AB',
    registrationNumber: '556012-5790',
    address: { line1: 'Storgatan 1', postalCode: '111 22', city: 'Stockholm', country: 'SE' },
  });
});

it('a seller has its numbers for taxes of sales, and no others', () => {
  const vat = { country: 'SE', type: 'vat', number: 'SE556012579001' };
  const taxRegistrations = [vat, { country: 'SE', type: 'employer', number: '16556012579' }];
  expect(printedSeller({ ...seller, taxRegistrations }, 'SEK').taxIds).toEqual([vat]);
});

it.each([
  ['EUR', 'DE02120300000000202051'],
  ['USD', 'SE4550000000058398257466'],
])('is paid in %s into %s', (currency, iban) => {
  const paymentAccounts = [
    { iban: 'SE4550000000058398257466', bankName: 'Bank' },
    { iban: 'DE02120300000000202051', currency: 'EUR' },
  ];
  expect(printedSeller({ ...seller, paymentAccounts }, currency).paymentAccount).toMatchObject({ iban });
  expect(printedSeller({ ...seller, paymentAccounts: [paymentAccounts[1]!] }, 'USD')).toEqual({ name: 'Nordic AB' });
});
