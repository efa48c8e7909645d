import { Secret } from 'otpauth';
import { newTotpSecret, otpauthUri, stepOfCode } from './one-time-codes.js';

/** RFC 6238, appendix B: the secret of the test vectors for SHA-1; the codes are the last six of its eight digits. */
const SECRET = Secret.fromLatin1('12345678901234567890').base32;

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %s of RFC 6238 the code is %s', (second, code) => {
  expect(stepOfCode(SECRET, code, second * 1000)).toBe(Math.floor(second / 30));
});

describe('the code of step 100', () => {
  const start = 100 * 30_000;
  const code = '295165';

  it.each([
    ['a step before', start - 30_000, 100],
    ['in its own', start + 15_000, 100],
    ['a step after', start + 59_999, 100],
    ['two steps before', start - 30_001, undefined],
    ['two steps after', start + 60_000, undefined],
  ])('%s', (_when, now, step) => {
    expect(stepOfCode(SECRET, code, now)).toBe(step);
  });
});

it.each(['', '29516', '2951650', '29516a', '295 165'])('%j is no code', (text) => {
  expect(stepOfCode(SECRET, text, 100 * 30_000)).toBeUndefined();
});

it('secrets have 160 bits and differ', () => {
  const secrets = Array.from({ length: 20 }, newTotpSecret);
  expect(new Set(secrets).size).toBe(20);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
});

it('the address names issuer, person and secret', () => {
  const uri = new URL(otpauthUri(SECRET, 'anna.berg@example.com'));
  expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
  expect(decodeURIComponent(uri.pathname)).toBe('/Bureau:anna.berg@example.com');
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: 'Bureau',
    secret: SECRET,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
});
