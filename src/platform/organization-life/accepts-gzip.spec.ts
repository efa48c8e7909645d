import { acceptsGzip } from './accepts-gzip.js';

it.each([
  [undefined, false],
  ['', false],
  ['gzip', true],
  ['br, GZIP;q=0.5', true],
  ['x-gzip', true],
  ['gzip;q=0', false],
  ['gzip; q=0.000, br', false],
  ['gzip;q=0.001', true],
  ['gzip;q=much', false],
  ['*', false],
  ['deflate', false],
])('%s: %s', (given, expected) => expect(acceptsGzip(given)).toBe(expected));
