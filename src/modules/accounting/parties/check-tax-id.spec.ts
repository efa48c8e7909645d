import fc from 'fast-check';
import { checkTaxId } from './check-tax-id.js';

const vat = (country: string, number: string) => checkTaxId({ type: 'vat', country, number });

// Numbers that are widely printed, so that they can be looked up.
it.each([
  ['AT', 'ATU13585627'],
  ['BE', 'BE0428759497'],
  ['BG', 'BG175074752'],
  ['CY', 'CY10259033P'],
  ['CZ', 'CZ25123891'],
  ['DE', 'DE136695976'],
  ['DK', 'DK13585628'],
  ['EE', 'EE100931558'],
  ['ES', 'ESB58378431'],
  ['ES', 'ES54362315K'],
  ['FI', 'FI20774740'],
  ['FR', 'FR40303265045'],
  ['GB', 'GB980780684'],
  ['GB', 'XI980780684'],
  ['GR', 'EL094259216'],
  ['HR', 'HR33392005961'],
  ['HU', 'HU12892312'],
  ['IE', 'IE6433435F'],
  ['IE', 'IE6433435OA'],
  ['IT', 'IT00743110157'],
  ['LT', 'LT119511515'],
  ['LU', 'LU15027442'],
  ['LV', 'LV40003521600'],
  ['MT', 'MT11679112'],
  ['NL', 'NL004495445B01'],
  ['NL', 'NL000099998B57'],
  ['PL', 'PL8567346215'],
  ['PT', 'PT501964843'],
  ['RO', 'RO18547290'],
  ['SE', 'SE556012579001'],
  ['SI', 'SI50223054'],
  ['SK', 'SK2022749619'],
  ['NO', 'NO995525828MVA'],
  ['CH', 'CHE107787577IVA'],
])('knows %s %s, and one digit beside it is none', (country, number) => {
  expect(vat(country, number)).toEqual({ number });
  const at = number.search(/[0-9]/) + 1;
  const digit = (Number(number[at]) + 1) % 10;
  const beside = `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
  expect(vat(country, beside).wrong?.code).toMatch(/^tax_id_(?:check_digit|form)$/);
});

it.each([
  ['SE', 'se 556012-5790 01', 'SE556012579001'],
  ['SE', '556012579001', 'SE556012579001'],
  ['GR', 'GR094259216', 'EL094259216'],
  ['GR', '094259216', 'EL094259216'],
  ['GB', '980 7806 84', 'GB980780684'],
  ['CH', 'CHE-107.787.577 IVA', 'CHE107787577IVA'],
  ['AT', 'U13585627', 'ATU13585627'],
])('writes %s %s as %s', (country, number, written) => {
  expect(vat(country, number)).toEqual({ number: written });
});

it.each([
  ['SE', 'DE136695976', 'tax_id_form'],
  ['SE', 'SE55601257900', 'tax_id_form'],
  ['SE', 'SE556012579101', 'tax_id_check_digit'],
  ['DE', 'DE136695977', 'tax_id_check_digit'],
  ['JP', 'T1234567890123', 'tax_id_country'],
])('refuses %s %s', (country, number, code) => {
  expect(vat(country, number).wrong?.code).toBe(code);
});

it.each([
  ['US', '91-1144442', { number: '91-1144442' }],
  ['US', '911144442', { number: '91-1144442' }],
  ['US', '07-1144442', { wrong: { code: 'tax_id_form' } }],
  ['US', '91-114444', { wrong: { code: 'tax_id_form' } }],
  ['SE', '91-1144442', { wrong: { code: 'tax_id_country' } }],
])('EIN %s %s', (country, number, expected) => {
  expect(checkTaxId({ type: 'ein', country, number })).toMatchObject(expected);
});

it('keeps other numbers as they are', () => {
  expect(checkTaxId({ type: 'other', country: 'JP', number: 't-1.2' })).toEqual({ number: 't-1.2' });
});

it('answers whatever it is asked, and what it keeps it takes again unchanged', () => {
  const country = fc.constantFrom(
    'AT',
    'BE',
    'CZ',
    'ES',
    'FR',
    'GB',
    'GR',
    'IE',
    'LT',
    'NL',
    'RO',
    'SE',
    'CH',
    'NO',
    'US',
  );
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[A-Z]{0,2}[0-9]{8,12}[A-Z]{0,2}$/));
  fc.assert(
    fc.property(fc.constantFrom('vat' as const, 'ein' as const), country, text, (type, of, number) => {
      const checked = checkTaxId({ type, country: of, number });
      const again = checked.wrong ? checked : checkTaxId({ type, country: of, number: checked.number });
      expect(again).toEqual(checked);
      expect(checked.wrong?.message).not.toBe('');
    }),
  );
});
