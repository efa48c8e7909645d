import { currencies, findCurrency, requireCurrency } from './currency.js';
import { codesWithoutMinorUnit } from './iso-4217.js';

const codes = currencies.map(({ code }) => code);

describe('currencies', () => {
  it('are the 165 of list one that have a minor unit, by code, each once', () => {
    expect(codes).toHaveLength(165);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    expect(codes.filter((code) => !/^[A-Z]{3}$/.test(code) || codesWithoutMinorUnit.has(code))).toEqual([]);
    expect(codesWithoutMinorUnit.size).toBe(13);
  });

  it('have two decimals but for these', () => {
    const others = currencies.filter(({ minorUnits }) => minorUnits !== 2);
    const withDecimals = (decimals: number) =>
      others.filter(({ minorUnits }) => minorUnits === decimals).map(({ code }) => code);
    expect(withDecimals(0).join(' ')).toBe('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF');
    expect(withDecimals(3).join(' ')).toBe('BHD IQD JOD KWD LYD OMR TND');
    expect(withDecimals(4).join(' ')).toBe('CLF UYW');
    expect(others).toHaveLength(17 + 7 + 2);
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(currencies)).toBe(true);
    expect(currencies.every((currency) => Object.isFrozen(currency))).toBe(true);
  });
});

describe('findCurrency', () => {
  it.each([
    ['EUR', 'Euro', 2],
    ['JPY', 'Yen', 0],
    ['KWD', 'Kuwaiti Dinar', 3],
    ['CLF', 'Unidad de Fomento', 4],
    ['XCG', 'Caribbean Guilder', 2],
    ['ZWG', 'Zimbabwe Gold', 2],
    ['SLE', 'Leone', 2],
    ['VED', 'Bolívar Soberano', 2],
    ['XAD', 'Arab Accounting Dinar', 2],
  ])('%s is %s with %i decimals', (code, name, minorUnits) => {
    expect(findCurrency(code)).toEqual({ code, name, minorUnits });
  });

  it.each(['BGN', 'HRK', 'ANG', 'CUC', 'SLL', 'ZWL', 'MRO', 'STD', 'VEF', 'BYR', 'LTL', 'DEM', 'USS'])(
    'no longer knows %s',
    (code) => {
      expect(findCurrency(code)).toBeUndefined();
    },
  );

  it.each(['', 'eur', 'EUR ', 'EU', 'BTC', '__proto__', 'constructor', ...codesWithoutMinorUnit])(
    'does not know %j',
    (code) => {
      expect(findCurrency(code)).toBeUndefined();
    },
  );
});

describe('requireCurrency', () => {
  it('finds, or says why not', () => {
    expect(requireCurrency('SEK')).toBe(findCurrency('SEK'));
    expect(() => requireCurrency('XAU')).toThrow(
      new RangeError('XAU has no minor unit in ISO 4217, so no amounts can be kept in it'),
    );
    expect(() => requireCurrency('BGN')).toThrow(new RangeError('"BGN" is not a current currency code of ISO 4217'));
    expect(() => requireCurrency('"'.repeat(1000))).toThrow(/^.{0,80}$/);
  });
});
