import { accountTypeOverridesRule, readAccountTypeOverrides } from './account-type-overrides.js';

describe('account type overrides', () => {
  it.each<[string, Record<string, string>]>([
    ['1910:asset', { '1910': 'asset' }],
    ['1910:asset,2081:equity,0100:expense', { '1910': 'asset', '2081': 'equity', '0100': 'expense' }],
  ])('are read from %s', (text, types) => {
    expect(accountTypeOverridesRule.check(text)).toBeUndefined();
    expect(readAccountTypeOverrides(text)).toEqual(types);
  });

  it.each([
    [''],
    ['1910'],
    ['1910:'],
    ['1910:Asset'],
    ['1910:asset,'],
    ['1910:asset, 2081:equity'],
    ['1910=asset'],
    ['1234567890123:asset'],
    [{ '1910': 'asset' }],
  ])('are refused as %j', (value) => {
    expect(accountTypeOverridesRule.check(value)).toMatchObject({ code: 'invalid_overrides' });
  });

  it('are refused with the one that is none, cut where it is long', () => {
    const messageOf = (value: string) => accountTypeOverridesRule.check(value)?.message;
    expect(messageOf('1910:asset,1930:bank,x')).toMatch(/; "1930:bank" is none; the types are asset, .*, expense\.$/);
    expect(messageOf(`1910:asset,${'9'.repeat(5000)}`)).toContain(`; "${'9'.repeat(40)}…" is none;`);
  });

  it('are no longer than their schema says', () => {
    const pairs = Array.from({ length: 1000 }, (_, index) => `${index}:asset`).join(',');
    expect(accountTypeOverridesRule.check(pairs)).toEqual({
      code: 'too_long',
      message: 'Must have at most 8000 characters.',
    });
  });

  it('name an account once', () => {
    expect(accountTypeOverridesRule.check('1910:asset,2081:equity,1910:equity')).toEqual({
      code: 'duplicate_override',
      message: 'Names account 1910 twice.',
    });
  });

  it('have a schema that accepts what the check accepts', () => {
    const pattern = new RegExp(accountTypeOverridesRule.schema.pattern!);
    expect(pattern.test('1910:asset,2081:equity')).toBe(true);
    expect(pattern.test('1910:money')).toBe(false);
  });
});
