import { requireCurrency } from '#kernel/currency.js';
import type { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { SalesDocument, SalesTotals } from '../documents/sales-document.js';
import type { PrintedQuoteView } from './quotes.dto.js';

type Priced = Pick<SalesDocument, 'currency' | 'seller' | 'buyer' | 'lines' | 'taxes' | 'totals'>;

/** What a document comes to, as it is kept for good: amounts as text, with the decimals of the currency. Pure. */
export function printedQuote({ currency, seller, buyer, lines, taxes, totals }: Priced): PrintedQuoteView {
  const { minorUnits } = requireCurrency(currency);
  const money = (amount: Decimal) => amount.toFixed(minorUnits);
  const price = (amount: Decimal) => amount.toFixed(Math.max(minorUnits, amount.decimalPlaces()));
  return {
    seller,
    buyer,
    lines: lines.map((line, index) => ({
      position: index + 1,
      kind: line.kind,
      itemCode: line.itemCode,
      itemTaxClass: line.itemTaxClass,
      description: line.description,
      quantity: line.quantity?.toFixed() ?? null,
      unit: line.unit,
      unitPrice: line.unitPrice && price(line.unitPrice),
      priceBaseQuantity: line.priceBaseQuantity?.toFixed() ?? null,
      adjustments: line.adjustments.map(({ kind, amount, rate, reason }) => ({
        kind,
        ...(amount && { amount: amount.toFixed() }),
        ...(rate && { rate: rate.toFixed() }),
        ...(reason !== undefined && { reason }),
      })),
      taxCodes: [...line.taxCodes],
      taxPositions: line.taxPositions && [...line.taxPositions],
      amount: money(line.amount),
      net: money(line.net),
      tax: money(line.tax),
      service: line.service,
      deferral: line.deferral,
    })),
    taxes: taxes.map(({ component, base, tax }) => ({
      taxCode: component.code,
      kind: component.kind,
      category: component.category,
      computation: component.computation,
      rate: component.rate.toFixed(),
      onTopOf: [...component.onTopOf],
      isReverseCharge: component.isReverseCharge,
      exemptionCode: component.exemptionCode,
      exemptionText: component.exemptionText,
      base: money(base),
      tax: money(tax),
    })),
    totals: Object.fromEntries(
      Object.entries(totals).map(([name, amount]) => [name, money(amount as Decimal)]),
    ) as Record<keyof SalesTotals, string>,
  };
}

/** What comes out otherwise than it was accepted: totals, and the taxes that they come from. Pure. */
export function changedAmounts(accepted: PrintedQuoteView, now: PrintedQuoteView): ProblemError[] {
  const changed = (what: string, was: string, is: string): ProblemError[] =>
    was === is
      ? []
      : [{ pointer: '/acceptChangedAmounts', code: 'amount_changed', message: `${what} was ${was} and is ${is}.` }];
  const totals = (['net', 'tax', 'rounding', 'payable'] as const).flatMap((name) =>
    changed(`totals.${name}`, accepted.totals[name], now.totals[name]),
  );
  const codes = new Set([...accepted.taxes, ...now.taxes].map(({ taxCode }) => taxCode));
  const taxes = [...codes].flatMap((code) => {
    const of = ({ taxes: all }: PrintedQuoteView) =>
      all
        .filter(({ taxCode }) => taxCode === code)
        .map(({ rate, tax }) => `${tax} (rate ${rate})`)
        .join(', ') || 'none';
    return changed(`Tax ${code}`, of(accepted), of(now));
  });
  return [...totals, ...taxes];
}
