import { classifyAccount } from './bas-account-type.js';

describe('classifyAccount', () => {
  it.each([
    ['1099', 'asset', 'none'],
    ['1510', 'asset', 'receivable'],
    ['1517', 'asset', 'receivable'],
    ['1518', 'asset', 'none'],
    ['1519', 'asset', 'none'],
    ['1520', 'asset', 'none'],
    ['1910', 'asset', 'none'],
    ['1919', 'asset', 'none'],
    ['1920', 'asset', 'bank'],
    ['19301', 'asset', 'bank'],
    ['1989', 'asset', 'bank'],
    ['1990', 'asset', 'none'],
    ['2010', 'equity', 'none'],
    ['2099', 'equity', 'none'],
    ['2110', 'liability', 'none'],
    ['2199', 'liability', 'none'],
    ['2210', 'liability', 'none'],
    ['2440', 'liability', 'payable'],
    ['2448', 'liability', 'none'],
    ['2449', 'liability', 'payable'],
    ['2450', 'liability', 'none'],
    ['2990', 'liability', 'none'],
    ['3010', 'income', 'none'],
    ['3960', 'income', 'none'],
    ['4010', 'expense', 'none'],
    ['7973', 'expense', 'none'],
    ['8012', 'income', 'none'],
    ['8314', 'income', 'none'],
    ['8410', 'expense', 'none'],
    ['8710', 'expense', 'none'],
    ['8811', 'expense', 'none'],
    ['8910', 'expense', 'none'],
    ['8999', 'expense', 'none'],
    ['9999', 'expense', 'none'],
    ['1', 'asset', 'none'],
    ['8', 'expense', 'none'],
  ])('types %s by BAS as %s, control %s', (number, type, control) => {
    const classified = classifyAccount(number, undefined, undefined);
    expect(classified).toMatchObject({ type, control });
    expect(classified?.rule).toMatch(/^BAS (class|classes|group|groups) [0-9]/);
  });

  it.each([
    ['3010', 'K', 'expense', '#KTYP K'],
    ['8410', 'I', 'income', '#KTYP I'],
    ['2650', 'T', 'asset', '#KTYP T'],
    ['1630', 'S', 'liability', '#KTYP S'],
    ['2081', 'S', 'equity', '#KTYP S in BAS group 20: equity'],
    ['2085', 'T', 'equity', '#KTYP T in BAS group 20: equity'],
    ['2085', 'K', 'expense', '#KTYP K'],
    ['0100', 'T', 'asset', '#KTYP T'],
  ] as const)('lets #KTYP win: %s %s is %s', (number, sieType, type, rule) => {
    expect(classifyAccount(number, sieType, undefined)).toMatchObject({ type, rule });
  });

  it('lets the override win over #KTYP and BAS', () => {
    expect(classifyAccount('1930', 'T', 'liability')).toEqual({
      type: 'liability',
      control: 'none',
      rule: 'override of the request',
    });
    expect(classifyAccount('0100', undefined, 'income')).toMatchObject({ type: 'income' });
  });

  it('knows nothing of numbers outside BAS', () => {
    expect(classifyAccount('0100', undefined, undefined)).toBeUndefined();
  });

  it('makes no control account of another type', () => {
    expect(classifyAccount('1510', 'S', undefined)).toMatchObject({ type: 'liability', control: 'none' });
    expect(classifyAccount('2440', 'T', undefined)).toMatchObject({ type: 'asset', control: 'none' });
  });
});
