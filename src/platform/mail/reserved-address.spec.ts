import { isReservedAddress } from './reserved-address.js';

it.each([
  ['anna@example.com', true],
  ['anna@EXAMPLE.org', true],
  ['anna@office.example.net', true],
  ['anna@shop.test', true],
  ['anna@bureau.example', true],
  ['anna@nowhere.invalid', true],
  ['anna@host.localhost', true],
  ['anna@example.de', false],
  ['anna@notexample.com', false],
  ['example.com@acme.com', false],
  ['anna@example.com.acme.com', false],
  ['anna@contest', false],
])('%s: %s', (address, expected) => expect(isReservedAddress(address)).toBe(expected));
