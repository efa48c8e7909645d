import { requireCurrency } from '#kernel/currency.js';
import { Decimal, zero } from '#kernel/decimal.js';
import { calculateDocument } from './calculate-document.js';
import type { TaxComponent } from './tax-component.js';
import type { Adjustment, DocumentLine, TaxDocument } from './tax-document.js';

type Text<Type, Key extends keyof Type> = Omit<Partial<Type>, Key> & Partial<Record<Key, string>>;

/** VAT at a rate, unless told otherwise. */
export function tax(rate: string, changed: Text<TaxComponent, 'rate' | 'recoverableShare'> = {}): TaxComponent {
  const { recoverableShare = '1', ...others } = changed;
  return {
    code: `VAT${rate}`,
    kind: 'vat',
    category: 'S',
    computation: 'percentage',
    onTopOf: [],
    exemptionCode: null,
    exemptionText: null,
    isReverseCharge: false,
    isCashBasis: false,
    ...others,
    rate: new Decimal(rate),
    recoverableShare: new Decimal(recoverableShare),
  };
}

export const vat25 = tax('0.25');
export const vat12 = tax('0.12');

export function line(
  quantity: string,
  unitPrice: string,
  taxes: readonly TaxComponent[] = [vat25],
  changed: Partial<DocumentLine> = {},
): DocumentLine {
  return { quantity: new Decimal(quantity), unitPrice: new Decimal(unitPrice), adjustments: [], taxes, ...changed };
}

export function allowance(amountOrRate: string): Adjustment {
  return amountOrRate.endsWith('%')
    ? { kind: 'allowance', rate: new Decimal(amountOrRate.slice(0, -1)).div(100) }
    : { kind: 'allowance', amount: new Decimal(amountOrRate) };
}

export function document(
  lines: readonly DocumentLine[],
  changed: Partial<Omit<TaxDocument, 'currency'>> & { currency?: string } = {},
): TaxDocument {
  const { currency = 'EUR', ...others } = changed;
  return {
    direction: 'sale',
    pricesIncludeTax: false,
    rounding: 'group',
    lines,
    adjustments: [],
    prepaid: zero,
    withholdings: [],
    ...others,
    currency: requireCurrency(currency),
  };
}

/** The results as text with the decimals of the currency. */
export function calculated(given: TaxDocument) {
  const { lines, groups, vatBreakdown, totals, withholdings, adjustments } = calculateDocument(given);
  const text = (value: Decimal) => value.toFixed(given.currency.minorUnits);
  return {
    lines: lines.map(({ net, tax: own }) => `${text(net)} + ${text(own)}`),
    lists: lines.map((one) => [one.listAmount, ...one.adjustments].map(text).join(' ')),
    adjustments: adjustments.map(({ parts }) => parts.map(({ net, tax: own }) => `${text(net)} + ${text(own)}`)),
    groups: groups.map(({ component, base, tax: own }) => `${component.code} ${text(base)} ${text(own)}`),
    recoverable: groups.map(({ recoverable }) => text(recoverable)),
    vat: vatBreakdown.map(({ category, rate, base, tax: own }) => {
      return `${category} ${rate.toString()} ${text(base)} ${text(own)}`;
    }),
    withheld: withholdings.map(({ taxable, withheld }) => `${text(taxable)} ${text(withheld)}`),
    totals: Object.fromEntries(Object.entries(totals).map(([name, value]) => [name, text(value as Decimal)])),
  };
}
