import type { Currency } from '#kernel/currency.js';
import { Decimal, scaleOf } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { SalesTotals } from '../receivables/documents/sales-document.js';

/** What a caller says that its document comes to; decimal text. */
export interface SaidTotals {
  net?: string | undefined;
  tax?: string | undefined;
  gross?: string | undefined;
}

export type AgreedTotals =
  | { totals: SalesTotals; faults?: undefined; differ?: undefined }
  | { totals?: undefined; faults: ProblemError[]; differ: boolean };

const names = ['net', 'tax', 'gross'] as const;

/**
 * Our totals, with what the caller's gross amount differs by as rounding, so that the customer owes what it was told.
 *
 * @returns faults with both calculations where any total differs by more than the tolerance
 */
export function agreeTotals(ours: SalesTotals, said: SaidTotals, tolerance: Decimal, currency: Currency): AgreedTotals {
  const { code, minorUnits } = currency;
  const given = names.flatMap((name) => (said[name] === undefined ? [] : { name, amount: new Decimal(said[name]) }));
  const tooFine = given.filter(({ amount }) => scaleOf(amount) > minorUnits);
  if (tooFine.length > 0) {
    const message = `${code} amounts have at most ${minorUnits} decimals.`;
    return {
      differ: false,
      faults: tooFine.map(({ name }) => ({ pointer: `/totals/${name}`, code: 'currency_scale', message })),
    };
  }
  const differing = given.filter(({ name, amount }) => amount.minus(ours[name]).abs().greaterThan(tolerance));
  if (differing.length > 0) {
    const text = (amount: Decimal) => `${amount.toFixed(minorUnits)} ${code}`;
    const faults = differing.map(({ name, amount }) => {
      const message = `You say ${text(amount)}, we calculate ${text(ours[name])}: ${text(amount.minus(ours[name]).abs())} apart, and ${text(tolerance)} is agreed.`;
      return { pointer: `/totals/${name}`, code: 'total_differs', message };
    });
    return { differ: true, faults };
  }
  const gross = given.find(({ name }) => name === 'gross');
  if (!gross) return { totals: ours };
  const rounding = gross.amount.minus(ours.gross);
  return { totals: { ...ours, rounding, payable: ours.gross.plus(rounding) } };
}
