import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.js';

it('there are ten, all different, of 24 letters and digits that are told apart', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
});

it.each([
  ['without hyphens', '0A1B2C3D4E5F6G7H8J9K0M1N'],
  ['in small letters', '0a1b-2c3d-4e5f-6g7h-8j9k-0m1n'],
  ['with blanks', ' 0A1B 2C3D 4E5F 6G7H 8J9K 0M1N '],
  ['with letters for digits', 'OAlB-2C3D-4E5F-6G7H-8J9K-oMIN'],
])('a code is found again %s', (_how, typed) => {
  expect(hashOfRecoveryCode(typed)).toEqual(hashOfRecoveryCode('0A1B-2C3D-4E5F-6G7H-8J9K-0M1N'));
});

it('another code is another', () => {
  expect(hashOfRecoveryCode('0A1B-2C3D-4E5F-6G7H-8J9K-0M1P')).not.toEqual(
    hashOfRecoveryCode('0A1B-2C3D-4E5F-6G7H-8J9K-0M1N'),
  );
});
