import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { choiceRule, flagRule } from './choice-rules.js';
import { countRule, decimalRule } from './number-rules.js';
import type { ValueRule } from './rule.js';
import {
  codeRule,
  countryRule,
  currencyRule,
  emailRule,
  refRule,
  secretRule,
  textRule,
  timeZoneRule,
} from './text-rules.js';
import { dateRule, instantRule } from './time-rules.js';

const money = decimalRule({ integerDigits: 18, fractionDigits: 6, example: '1250.00' });
const price = decimalRule({ integerDigits: 5, fractionDigits: 2, sign: 'positive', example: '9.90' });
const debit = decimalRule({ integerDigits: 5, fractionDigits: 2, sign: 'not_negative', example: '9.90' });
const name = textRule({ max: 10, min: 2 });
const note = textRule({ max: 20, multiline: true });
const code = codeRule({ max: 5 });
const count = countRule(-5, 200);
const state = choiceRule(['draft', 'posted'], 'State');
const secret = secretRule(8);

const id = '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64';

/** The first and the last of each range, DEL to C1 being one. */
const disordering = [
  '\u007f',
  '\u0080',
  '\u0085',
  '\u009f',
  '\u2028',
  '\u2029',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
];

describe('accepted values', () => {
  it.each<[string, ValueRule, unknown[]]>([
    ['money', money, ['0', '-1', '1250.00', '-0.000001', '999999999999999999.999999', '-0']],
    ['positive', price, ['0.01', '99999.99', '10']],
    ['not negative', debit, ['0', '0.00', '99999']],
    ['text', name, ['ab', 'a b', 'Ärlig å', '😀😀😀😀😀😀😀😀😀😀', "O'Neil", '10 % – ok']],
    ['text in other directions', name, ['שלום', 'شركة', '(שלום)\u200e', 'می\u200cخواهم', 'a\u00a0b']],
    ['lines', note, ['a', 'a\n\tb\r\nc']],
    ['code', code, ['A', '1930', 'a-1/b', '1.2_3']],
    ['id', refRule, [id]],
    ['currency', currencyRule, ['EUR', 'JPY']],
    ['country', countryRule, ['SE', 'GB']],
    ['time zone', timeZoneRule, ['UTC', 'Europe/Stockholm', 'America/Argentina/Buenos_Aires']],
    ['e-mail', emailRule, ['admin@localhost', 'a+b@example.com', 'å@exämple.se']],
    ['secret', secret, [' a\n ', '😀😀😀😀😀😀😀😀']],
    ['date', dateRule, ['1900-01-01', '2024-02-29', '2199-12-31']],
    ['instant', instantRule, ['2026-01-31T09:30:00Z', '2024-02-29T23:59:59.123456Z']],
    ['count', count, [-5, 0, 200]],
    ['choice', state, ['draft', 'posted']],
    ['flag', flagRule, [true, false]],
  ])('%s', (_, rule, values) => {
    expect(values.map((value) => rule.check(value))).toEqual(values.map(() => undefined));
  });
});

describe('refused values', () => {
  it.each<[ValueRule, unknown, string]>([
    [money, 12.5, 'number_not_allowed'],
    [money, 9007199254740993, 'number_not_allowed'],
    [money, '1,5', 'invalid_decimal'],
    [money, '1e3', 'invalid_decimal'],
    [money, '+1', 'invalid_decimal'],
    [money, '01', 'invalid_decimal'],
    [money, '.5', 'invalid_decimal'],
    [money, '1.', 'invalid_decimal'],
    [money, ' 1', 'invalid_decimal'],
    [money, '1\n', 'invalid_decimal'],
    [money, '', 'invalid_decimal'],
    [money, 'NaN', 'invalid_decimal'],
    [money, 'Infinity', 'invalid_decimal'],
    [money, '١', 'invalid_decimal'],
    [money, '1'.repeat(100_000), 'invalid_decimal'],
    [money, true, 'invalid_decimal'],
    [money, '0.0000001', 'too_many_decimals'],
    [money, '1000000000000000000', 'too_large'],
    [price, '0.00', 'not_positive'],
    [price, '-1', 'negative_not_allowed'],
    [debit, '-0.01', 'negative_not_allowed'],
    [debit, '-0', 'negative_not_allowed'],
    [name, 'a', 'too_short'],
    [name, '😀', 'too_short'],
    [name, 'abcdefghijk', 'too_long'],
    [name, '😀'.repeat(11), 'too_long'],
    [name, ' ab', 'blank_edges'],
    [name, 'ab ', 'blank_edges'],
    [name, 'ab\u00a0', 'blank_edges'],
    [name, 'a\nb', 'control_characters'],
    [name, 'ab\u0001', 'control_characters'],
    ...disordering.flatMap((letter): [ValueRule, unknown, string][] => [
      [name, `a${letter}b`, 'control_characters'],
      [name, `${letter}ab`, 'control_characters'],
      [note, `a${letter}b`, 'control_characters'],
      [emailRule, `a${letter}b@example.com`, 'invalid_email'],
      [emailRule, `a@b${letter}`, 'invalid_email'],
    ]),
    [name, 12, 'invalid_text'],
    [note, '', 'too_short'],
    [note, 'a\n', 'blank_edges'],
    [note, 'a\u0000b', 'control_characters'],
    [code, '', 'invalid_code'],
    [code, '-a', 'invalid_code'],
    [code, 'å', 'invalid_code'],
    [code, 'abcdef', 'too_long'],
    [code, 1930, 'invalid_code'],
    [refRule, id.toUpperCase(), 'invalid_id'],
    [refRule, '0197a3c0-7d4e-0c52-25f1-3b0c9d2e8f64', 'invalid_id'],
    [refRule, `{${id}}`, 'invalid_id'],
    [refRule, 1, 'invalid_id'],
    [currencyRule, 'eur', 'unknown_currency'],
    [currencyRule, 'DEM', 'unknown_currency'],
    [countryRule, 'se', 'unknown_country'],
    [countryRule, 'UK', 'unknown_country'],
    [countryRule, 46, 'unknown_country'],
    [timeZoneRule, 'Europe/Atlantis', 'unknown_time_zone'],
    [timeZoneRule, '+02:00', 'unknown_time_zone'],
    [timeZoneRule, null, 'unknown_time_zone'],
    [emailRule, 'a b@example.com', 'invalid_email'],
    [emailRule, 'a@b@c', 'invalid_email'],
    [emailRule, 'a@b\n', 'invalid_email'],
    [secret, '', 'too_short'],
    [secret, '123456789', 'too_long'],
    [dateRule, '2026-02-30', 'invalid_date'],
    [dateRule, '2023-02-29', 'invalid_date'],
    [dateRule, '1899-12-31', 'invalid_date'],
    [dateRule, '2026-1-31', 'invalid_date'],
    [dateRule, '2026-01-31T00:00:00Z', 'invalid_date'],
    [dateRule, 20260131, 'invalid_date'],
    [instantRule, '2026-01-31T09:30:00', 'invalid_instant'],
    [instantRule, '2026-01-31T09:30:00+01:00', 'invalid_instant'],
    [instantRule, '2026-01-31T24:00:00Z', 'invalid_instant'],
    [instantRule, '2026-02-30T00:00:00Z', 'invalid_instant'],
    [instantRule, '2026-01-31t09:30:00z', 'invalid_instant'],
    [instantRule, '2026-01-31T09:30:00.1234567Z', 'invalid_instant'],
    [count, 1.5, 'invalid_integer'],
    [count, '1', 'invalid_integer'],
    [count, Number.NaN, 'invalid_integer'],
    [count, -6, 'too_small'],
    [count, 201, 'too_large'],
    [state, 'Draft', 'invalid_choice'],
    [state, 'toString', 'invalid_choice'],
    [flagRule, 'true', 'invalid_flag'],
    [flagRule, 1, 'invalid_flag'],
  ])('%# %j', (rule, value, expected) => {
    expect(rule.check(value)?.code).toBe(expected);
  });
});

describe('text of a parameter', () => {
  it.each<[ValueRule, string, unknown]>([
    [count, '12', 12],
    [count, '-5', -5],
    [count, '012', '012'],
    [count, ' 1', ' 1'],
    [count, '', ''],
    [flagRule, 'true', true],
    [flagRule, 'false', false],
    [flagRule, 'TRUE', 'TRUE'],
  ])('%# %j', (rule, text, value) => expect(rule.fromText?.(text)).toBe(value));
});

it('counts within safe integers only', () => {
  expect(() => countRule(0, 2 ** 53)).toThrow(RangeError);
  expect(() => countRule(2, 1)).toThrow(RangeError);
});

describe('the published schema', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const decimals = fc
    .tuple(fc.constantFrom('', '-', '+'), fc.stringMatching(/^[0-9]{0,20}$/), fc.stringMatching(/^(\.[0-9]{0,8})?$/))
    .map((parts) => parts.join(''));
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom(' ', '\n', '\t', '\u0001', '\u0080', '\u202e', 'a', '😀', '-', '@', '.'),
      maxLength: 12,
    }),
  );
  const values = fc.oneof(
    texts,
    decimals,
    fc.integer({ min: -10, max: 210 }),
    fc.double(),
    fc.constantFrom(true, null, {}, []),
  );

  it.each<[string, ValueRule]>([
    ['money', money],
    ['positive', price],
    ['not negative', debit],
    ['text', name],
    ['lines', note],
    ['code', code],
    ['e-mail', emailRule],
    ['secret', secret],
    ['count', count],
    ['flag', flagRule],
  ])('says the same as the rule: %s', (_, rule) => {
    const valid = ajv.compile(rule.schema);
    fc.assert(
      fc.property(values, (value) => valid(value) === (rule.check(value) === undefined)),
      { numRuns: 2000 },
    );
  });

  // The calendar and the lists of currencies and UUID versions are beyond a pattern.
  it.each<[string, ValueRule, fc.Arbitrary<string>]>([
    ['date', dateRule, fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))],
    ['instant', instantRule, fc.date({ noInvalidDate: true }).map((date) => date.toISOString())],
    ['id', refRule, fc.uuid()],
    ['currency', currencyRule, fc.constantFrom('EUR', 'SEK', 'XXX', 'eur', 'AAA')],
    ['country', countryRule, fc.constantFrom('SE', 'DE', 'ZZ', 'se', 'SWE')],
    ['time zone', timeZoneRule, fc.constantFrom('UTC', 'Europe/Paris', 'Europe/Atlantis', '+01:00', 'a b')],
  ])('accepts all that the rule accepts: %s', (_, rule, candidates) => {
    const valid = ajv.compile(rule.schema);
    let accepted = 0;
    fc.assert(
      fc.property(candidates, (text) => {
        if (rule.check(text) !== undefined) return;
        accepted += 1;
        expect(valid(text)).toBe(true);
      }),
    );
    expect(accepted).toBeGreaterThan(0);
  });
});
