import { type Decimal, sum, zero } from '#kernel/decimal.js';
import type { CalculatedDocument } from './calculate-document.js';
import type { TaxDocument } from './tax-document.js';

/** The calculation rules of EN 16931 that a result breaks, by their names; none where it is right. */
export function brokenRules(given: TaxDocument, result: CalculatedDocument): string[] {
  const { lines, adjustments, vatBreakdown, totals } = result;
  const { minorUnits } = given.currency;
  const of = (kind: string) => adjustments.filter((one) => one.kind === kind).flatMap(({ parts }) => parts);
  const nets = (parts: readonly { net: Decimal }[]) => sum(parts.map(({ net }) => net));
  const withoutWithholding = totals.payable.plus(totals.withheld);
  const rules: Record<string, boolean> = {
    'BR-CO-10': totals.lineNet.equals(nets(lines)),
    'BR-CO-11': totals.allowances.equals(zero.minus(nets(of('allowance')))),
    'BR-CO-12': totals.charges.equals(nets(of('charge'))),
    'BR-CO-13': totals.net.equals(totals.lineNet.minus(totals.allowances).plus(totals.charges)),
    'BR-CO-14': totals.tax.equals(sum(vatBreakdown.map(({ tax }) => tax))),
    'BR-CO-15': totals.gross.equals(totals.net.plus(totals.tax)),
    'BR-CO-16': withoutWithholding.equals(totals.gross.minus(totals.prepaid).plus(totals.rounding)),
    'BR-CO-17': vatBreakdown.every(({ base, rate, tax }) =>
      tax.equals(base.times(rate).toDecimalPlaces(minorUnits).plus(zero)),
    ),
    'BR-CO-18': vatBreakdown.length > 0,
    // BR-S-08, BR-Z-08, BR-E-08, BR-AE-08, BR-IC-08, BR-G-08, BR-O-08
    'BR-S-08': vatBreakdown.every(({ category, rate, base }) => {
      const parts = [...lines, ...of('allowance'), ...of('charge')].filter(({ taxes }) =>
        taxes.some(({ component }) => component.category === category && component.rate.equals(rate)),
      );
      return base.equals(nets(parts));
    }),
    'BR-DEC': Object.values(totals as unknown as Record<string, Decimal>).every(
      (value) => value.decimalPlaces() <= minorUnits,
    ),
  };
  return Object.keys(rules).filter((name) => !rules[name]);
}
