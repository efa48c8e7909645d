import fc from 'fast-check';
import { type BankDetails, detailsFaults, masked, normalizedDetails } from './bank-details.js';

const details = (said: Partial<BankDetails>): BankDetails => ({
  holder: 'Nordic Tools AB',
  iban: null,
  country: null,
  accountNumber: null,
  bankCode: null,
  bic: null,
  currency: null,
  ...said,
});
const faults = (said: Partial<BankDetails>) => detailsFaults(normalizedDetails(details(said)));

it.each<Partial<BankDetails>>([
  { iban: 'SE45 5000 0000 0583 9825 7466' },
  { iban: 'de89-3704-0044-0532-0130-00', bic: 'cobadeff xxx' },
  { iban: 'GB29NWBK60161331926819', country: 'GB' },
  { accountNumber: '5839825746', bankCode: '5000', country: 'SE' },
  { accountNumber: '000123456789', bic: 'CHASUS33', country: 'US' },
])('takes %j', (said) => {
  expect(faults(said)).toEqual([]);
});

it.each<[Partial<BankDetails>, string, string]>([
  [{}, '/iban', 'one_number'],
  [{ iban: 'SE4550000000058398257466', accountNumber: '1' }, '/iban', 'one_number'],
  [{ iban: 'SE4550000000058398257467' }, '/iban', 'invalid_iban'],
  [{ iban: 'SE455000000005839825746' }, '/iban', 'invalid_iban'],
  [{ iban: 'US4550000000058398257466' }, '/iban', 'invalid_iban'],
  [{ iban: '' }, '/iban', 'invalid_iban'],
  [{ iban: 'SE4550000000058398257466', country: 'NO' }, '/country', 'country_of_iban'],
  [{ iban: 'SE4550000000058398257466', bankCode: '5000' }, '/bankCode', 'in_iban'],
  [{ iban: 'SE4550000000058398257466', bic: 'ESSESES' }, '/bic', 'invalid_bic'],
  [{ accountNumber: '5839825746', bankCode: '5000' }, '/country', 'required'],
  [{ accountNumber: '5839825746', country: 'SE' }, '/bankCode', 'required'],
])('refuses %j', (said, pointer, code) => {
  expect(faults(said)).toMatchObject([{ pointer, code }]);
});

it('keeps the country of the IBAN', () => {
  const { iban, country } = normalizedDetails(details({ iban: 'se45 5000 0000 0583 9825 7466' }));
  expect([iban, country]).toEqual(['SE4550000000058398257466', 'SE']);
});

it('answers whatever it is asked', () => {
  const text = fc.option(fc.oneof(fc.string(), fc.stringMatching(/^[A-Z]{2}[0-9]{2}[A-Z0-9]{0,30}$/)));
  fc.assert(
    fc.property(text, text, text, (iban, bic, accountNumber) => {
      for (const { message } of faults({ iban, bic, accountNumber })) expect(message).not.toBe('');
    }),
  );
});

it.each([
  ['SE4550000000058398257466', '••••••••••••••••••••7466'],
  ['5839825746', '••••••••46'],
  ['123456', '••••••'],
])('masks %s', (number, shown) => {
  expect(masked(number)).toBe(shown);
});
