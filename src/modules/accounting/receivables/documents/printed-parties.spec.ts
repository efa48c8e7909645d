import { printedBuyer, printedSeller } from './printed-parties.js';

const address = (kind: string, city: string) => ({ kind, line1: 'Storgatan 1', city, country: 'SE' }) as never;
const buyer = { number: '10001', name: 'Nordlicht GmbH', addresses: [], taxIds: [] };

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

it('a seller has its registration and address, where it has them', () => {
  expect(printedSeller({ name: 'Nordic AB', registrationNumber: null, address: null } as never)).toEqual({
    name: 'Nordic AB',
  });
  const office = {
    line1: 'Storgatan 1',
    line2: null,
    postalCode: '111 22',
    city: 'Stockholm',
    region: null,
    country: 'SE',
  };
  expect(printedSeller({ name: 'Nordic AB', registrationNumber: '556012-5790', address: office } as never)).toEqual({
    name: 'Nordic AB',
    registrationNumber: '556012-5790',
    address: { line1: 'Storgatan 1', postalCode: '111 22', city: 'Stockholm', country: 'SE' },
  });
});
