import { electronicAddressFault, electronicAddressSchemes } from './electronic-address.js';

it.each([
  ['0088', '7300010000001'],
  // Of the examples of Peppol: no length is asked for.
  ['0088', '9482348239847239874'],
  ['0007', '5560125790'],
  ['0192', '974760673'],
  ['0208', '0202239951'],
  ['EM', 'invoices@example.com'],
  ['9930', 'DE136695976'],
])('takes %s %s', (scheme, id) => expect(electronicAddressFault({ scheme, id })).toBeUndefined());

it.each([
  ['0088', '7300010000002'],
  ['0088', '73000100O0001'],
  ['0007', '5560125791'],
  ['0007', '556012579'],
  ['0192', '974760674'],
  ['0208', '0202239952'],
  ['0208', '202239951'],
  ['EM', 'nobody'],
])('refuses %s %s', (scheme, id) => expect(electronicAddressFault({ scheme, id })).toEqual(expect.any(String)));

it('has no scheme twice', () => expect(new Set(electronicAddressSchemes).size).toBe(electronicAddressSchemes.length));
