import { codesWithoutMinorUnit, currencyTable } from './iso-4217.js';

/** A currency that books can be kept in: listed by ISO 4217 with a minor unit. */
export interface Currency {
  /** Alphabetic code of ISO 4217, e.g. `EUR`. */
  readonly code: string;
  /** English name as ISO 4217 lists it. */
  readonly name: string;
  /** Decimals of an amount: 2 for EUR, 0 for JPY, 3 for KWD. */
  readonly minorUnits: number;
}

/** All currencies and funds of ISO 4217 with a minor unit, by code. */
export const currencies: readonly Currency[] = Object.freeze(
  currencyTable.map(([code, name, minorUnits]) => Object.freeze({ code, name, minorUnits })),
);

const byCode: ReadonlyMap<string, Currency> = new Map(currencies.map((currency) => [currency.code, currency]));

/** The currency with exactly this upper-case code; `undefined` for withdrawn codes and those without a minor unit. */
export function findCurrency(code: string): Currency | undefined {
  return byCode.get(code);
}

/** Like `findCurrency`, but throws a `RangeError` that says why the code is refused. */
export function requireCurrency(code: string): Currency {
  const currency = byCode.get(code);
  if (currency) return currency;
  throw new RangeError(
    codesWithoutMinorUnit.has(code)
      ? `${code} has no minor unit in ISO 4217, so no amounts can be kept in it`
      : `${JSON.stringify(code.slice(0, 10))} is not a current currency code of ISO 4217`,
  );
}
