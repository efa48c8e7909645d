import { Decimal, sum, zero } from '#kernel/decimal.js';
import { roundAmount } from '../../tax/calculation/round-amount.js';
import type { SalesWithholding } from '../documents/sales-document.js';
import type { SalesDocumentRow } from '../documents/sales-documents.dto.js';
import type { PlannedCredit } from './plan-credit.js';

/** What credit notes have taken back of a withholding of the invoice, and what its year has come to. */
export interface CreditedWithholding {
  codeId: string;
  base: string;
  taxable: string;
  amount: string;
  cumulativeBase: string;
  cumulativeTaxable: string;
}

/**
 * What a credit note takes back of what its invoice expected: the share that it takes back of the base. Amounts are those
 * of all credit notes together less those before, so that they sum to the invoice's; the last one takes what is left. Pure.
 */
export function planCreditedWithholdings(
  invoice: Pick<SalesDocumentRow, 'withholdings' | 'payable' | 'creditedAmount'>,
  { lines, totals }: Pick<PlannedCredit, 'lines' | 'totals'>,
  known: ReadonlyMap<string, CreditedWithholding>,
  minorUnits: number,
): SalesWithholding[] {
  const isWhole = totals.payable.plus(invoice.creditedAmount).equals(invoice.payable);
  return invoice.withholdings.map((of): SalesWithholding => {
    const before = known.get(of.codeId)!;
    const places = of.linePositions && placesIn(lines, of.linePositions);
    const bearing = places?.map((place) => lines[place - 1]!);
    const net = bearing ? sum(bearing.map((line) => line.net)) : totals.net;
    const gross = bearing ? net.plus(sum(bearing.map((line) => line.tax))) : totals.gross;
    const whole = new Decimal(of.base);
    const left = whole.minus(before.base);
    const reckoned = roundAmount((of.baseOf === 'net' ? net : gross).times(of.baseShare), minorUnits);
    const base = isWhole ? left : Decimal.max(zero, Decimal.min(left, reckoned));
    const after = base.plus(before.base);
    const partOf = (amount: string, taken: string) =>
      whole.isZero() ? zero : roundAmount(after.times(amount).div(whole), minorUnits).minus(taken);
    return {
      codeId: of.codeId,
      code: of.code,
      name: of.name,
      rateId: of.rateId,
      yearStartsOn: of.yearStartsOn,
      rate: new Decimal(of.rate),
      baseOf: of.baseOf,
      baseShare: new Decimal(of.baseShare),
      threshold: of.threshold === null ? null : new Decimal(of.threshold),
      thresholdRule: of.thresholdRule,
      linePositions: places,
      cumulativeBase: new Decimal(before.cumulativeBase),
      cumulativeTaxable: new Decimal(before.cumulativeTaxable),
      base,
      taxable: partOf(of.taxable, before.taxable),
      amount: partOf(of.amount, before.amount),
    };
  });
}

const placesIn = (lines: PlannedCredit['lines'], positions: readonly number[]): number[] =>
  lines.flatMap(({ creditsPosition }, index) =>
    creditsPosition !== null && positions.includes(creditsPosition) ? index + 1 : [],
  );
