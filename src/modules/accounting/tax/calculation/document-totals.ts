import { type Decimal, sum, zero } from '#kernel/decimal.js';
import type { CalculatedAdjustment, CalculatedLine } from './calculated-amounts.js';
import { roundToIncrement } from './round-amount.js';
import type { AdjustmentKind, TaxDocument } from './tax-document.js';
import type { TaxGroup } from './tax-groups.js';
import { withheldAmount, type WithheldAmount } from './withheld-amount.js';

/** The names of EN 16931 stand beside. */
export interface DocumentTotals {
  /** BT-106 */
  readonly lineNet: Decimal;
  /** BT-107 */
  readonly allowances: Decimal;
  /** BT-108 */
  readonly charges: Decimal;
  /** BT-109 */
  readonly net: Decimal;
  /** BT-110 */
  readonly tax: Decimal;
  /** BT-112 */
  readonly gross: Decimal;
  /** BT-113 */
  readonly prepaid: Decimal;
  /** BT-114 */
  readonly rounding: Decimal;
  readonly withheld: Decimal;
  /** BT-115, less what is withheld */
  readonly payable: Decimal;
  /** Tax that the buyer owes without paying it to the seller. */
  readonly selfAssessed: Decimal;
}

/** What the results of the lines, allowances, charges and taxes sum to, and what is left to be paid. */
export function totalsOf(
  { currency, prepaid, cashRounding, withholdings: rules }: TaxDocument,
  lines: readonly CalculatedLine[],
  adjustments: readonly CalculatedAdjustment[],
  groups: readonly TaxGroup[],
): { withholdings: WithheldAmount[]; totals: DocumentTotals } {
  const lineNet = sum(lines.map((line) => line.net));
  const of = (kind: AdjustmentKind) =>
    sum(adjustments.filter((one) => one.kind === kind).flatMap(({ parts }) => parts.map((part) => part.net)));
  const [allowances, charges] = [of('allowance').negated().plus(zero), of('charge')];
  const net = lineNet.minus(allowances).plus(charges);
  const tax = sum(groups.map(({ charged }) => charged));
  const gross = net.plus(tax);
  const withholdings = rules.map((rule) => withheldAmount(rule, { net, gross }, currency.minorUnits));
  const withheld = sum(withholdings.map((one) => one.withheld));
  const due = gross.minus(prepaid).minus(withheld);
  const payable = cashRounding ? roundToIncrement(due, cashRounding) : due;
  const rounding = payable.minus(due);
  const selfAssessed = sum(groups.map((group) => group.tax.minus(group.charged)));
  const totals = { lineNet, allowances, charges, net, tax, gross, prepaid, rounding, withheld, payable, selfAssessed };
  return { withholdings, totals };
}
