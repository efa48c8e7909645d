import { Decimal, sum, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { SalesLine, SalesTax, SalesTotals } from '../documents/sales-document.js';
import type { ServicePeriod } from '../deferrals/deferral-method.js';
import type { SalesDocumentRow } from '../documents/sales-documents.dto.js';
import type { SalesLineView } from '../documents/sales-lines.dto.js';
import { amountsOfPart, componentOf, isPart, type PartAmounts, type SoldPart } from './priced-document.js';

/** An item of the invoice, and how much of it is taken back. */
export interface WantedCredit {
  position: number;
  quantity: string;
}

/** What a credit note says, in amounts above zero. */
export interface PlannedCredit {
  lines: SalesLine[];
  taxes: SalesTax[];
  totals: SalesTotals;
}

export type CreditPlan = { credit: PlannedCredit; faults?: undefined } | { credit?: undefined; faults: ProblemError[] };

const single = new Decimal(1);

/**
 * What an invoice comes to with what has been taken back of it already, less what it comes to with this taken back as
 * well. So all credit notes of an invoice sum to it exactly, whatever their parts, and one of all of it mirrors it line by
 * line. Where rounding moves a cent between lines that stay and those that are taken back, it goes with the first of
 * these.
 *
 * @param credited quantities by position, of what has been taken back; an item of no quantity is there or not
 * @param wanted all that is left, where undefined
 */
export function planCredit(
  invoice: SalesDocumentRow,
  credited: ReadonlyMap<number, string>,
  wanted?: readonly WantedCredit[],
): CreditPlan {
  const before = invoice.lines.filter(isPart).map((line) => leftOf(line, credited));
  const faults = wanted ? faultsOf(wanted, before) : [];
  if (faults.length > 0) return { faults };
  const taken = wanted
    ? new Map(wanted.map(({ position, quantity }) => [position, new Decimal(quantity)]))
    : new Map(before.filter(({ share }) => !share.isZero()).map(({ line, quantity }) => [line.position, quantity]));
  const after = before.map((part) => without(part, taken.get(part.line.position)));
  const amounts = { before: amountsOfPart(invoice, before), after: amountsOfPart(invoice, after) };
  // A charge that is spread over the taxes of the lines goes with the last of them, named or not.
  for (const { line, quantity } of before) {
    const goes = amounts.before.lines.has(line.position) && !amounts.after.lines.has(line.position);
    if (goes) taken.set(line.position, taken.get(line.position) ?? quantity);
  }
  const credit = difference(invoice, amounts.before, amounts.after, taken);
  const fault = (code: string, message: string) => ({ faults: [{ pointer: wanted ? '/lines' : '', code, message }] });
  if (!credit.totals.payable.greaterThan(0)) return fault('nothing_to_credit', 'What is taken back comes to nothing.');
  if (credit.totals.payable.plus(invoice.creditedAmount).greaterThan(invoice.payable)) {
    return fault('more_than_invoice', 'What is taken back comes to more than is left of the invoice.');
  }
  return { credit };
}

function leftOf(line: SalesLineView, credited: ReadonlyMap<number, string>): SoldPart {
  const sold = new Decimal(line.quantity ?? 1);
  const taken = credited.get(line.position);
  if (taken === undefined) return { line, quantity: sold, share: single };
  const quantity = sold.minus(taken);
  return { line, quantity, share: sold.isZero() ? zero : quantity.dividedBy(sold) };
}

function without({ line, quantity, share }: SoldPart, taken: Decimal | undefined): SoldPart {
  if (taken === undefined) return { line, quantity, share };
  const left = quantity.minus(taken);
  return { line, quantity: left, share: left.isZero() ? zero : left.dividedBy(line.quantity ?? 1) };
}

function faultsOf(wanted: readonly WantedCredit[], parts: readonly SoldPart[]): ProblemError[] {
  const known = new Map(parts.map((part) => [part.line.position, part]));
  const seen = new Set<number>();
  return wanted.flatMap(({ position, quantity }, index) => {
    const fault = (field: string, code: string, message: string) => [
      { pointer: `/lines/${index}/${field}`, code, message },
    ];
    const part = known.get(position);
    if (!part)
      return fault(
        'position',
        'unknown_line',
        `The invoice has nothing in place ${position} that can be credited by itself.`,
      );
    if (seen.has(position)) return fault('position', 'line_named_twice', `The line ${position} is named twice.`);
    seen.add(position);
    if (part.share.isZero()) {
      return fault('position', 'credited_already', `The line ${position} is credited already.`);
    }
    const isOfOneSide = part.quantity.isNegative() === new Decimal(quantity).isNegative();
    const isWithin = new Decimal(quantity).abs().lessThanOrEqualTo(part.quantity.abs());
    const isSomething = !new Decimal(quantity).isZero() || part.quantity.isZero();
    if (isOfOneSide && isWithin && isSomething) return [];
    return fault(
      'quantity',
      'quantity_not_left',
      `Of the line ${position}, ${part.quantity.toFixed()} can be credited.`,
    );
  });
}

function difference(
  invoice: SalesDocumentRow,
  before: PartAmounts,
  after: PartAmounts,
  taken: ReadonlyMap<number, Decimal>,
): PlannedCredit {
  const places = invoice.taxes.flatMap((_, index) => {
    const place = index + 1;
    const { base, tax } = less(before.taxes.get(place), after.taxes.get(place), ['base', 'tax']);
    return base.isZero() && tax.isZero() && !isBorneBy(invoice, place, taken) ? [] : { place, base, tax };
  });
  const taxes = places.map(({ place, base, tax }): SalesTax => {
    const of = invoice.taxes[place - 1]!;
    return { component: componentOf(of), taxCodeId: of.taxCodeId, base, tax };
  });
  const placeOf = new Map(places.map(({ place }, index) => [place, index + 1]));
  const all = invoice.lines.map((line) => {
    const { position } = line;
    return { line, ...less(before.lines.get(position), after.lines.get(position), ['amount', 'net', 'tax']) };
  });
  const isNamed = ({ line }: (typeof all)[number]) => !isPart(line) || taken.has(line.position);
  const moved = all.filter((one) => !isNamed(one));
  const lines = all
    .filter((one) => isNamed(one) && (one.line.kind === 'item' || !one.amount.isZero() || !one.net.isZero()))
    .map((one): SalesLine => creditLine(one, taken.get(one.line.position), placeOf));
  const first = lines.find(({ kind }) => kind === 'item') ?? lines[0];
  for (const { amount, net, tax } of first ? moved : []) {
    first!.amount = first!.amount.plus(amount);
    first!.net = first!.net.plus(net);
    first!.tax = first!.tax.plus(tax);
  }
  const totals = less(before.totals, after.totals, ['lineNet', 'net', 'tax', 'gross', 'rounding', 'payable']);
  const lineNet = sum(lines.filter(({ kind }) => kind === 'item').map(({ net }) => net));
  return { lines, taxes, totals: { ...totals, lineNet } };
}

function isBorneBy({ lines }: SalesDocumentRow, place: number, taken: ReadonlyMap<number, Decimal>): boolean {
  return lines.some(({ position, taxPositions }) => taken.has(position) && taxPositions?.includes(place));
}

function creditLine(
  { line, amount, net, tax }: { line: SalesDocumentRow['lines'][number]; amount: Decimal; net: Decimal; tax: Decimal },
  quantity: Decimal | undefined,
  placeOf: ReadonlyMap<number, number>,
): SalesLine {
  const decimal = (text: string | null) => (text === null ? null : new Decimal(text));
  return {
    kind: line.kind,
    itemCode: line.itemCode,
    itemTaxClass: line.itemTaxClass,
    description: line.description,
    quantity: quantity ?? null,
    unit: line.unit,
    unitPrice: decimal(line.unitPrice),
    priceBaseQuantity: decimal(line.priceBaseQuantity),
    adjustments: line.adjustments.map(({ kind, amount: given, rate, reason }) => ({
      kind,
      ...(given !== undefined && { amount: new Decimal(given) }),
      ...(rate !== undefined && { rate: new Decimal(rate) }),
      ...(reason !== undefined && { reason }),
    })),
    taxCodes: line.taxCodes,
    taxPositions: line.taxPositions && line.taxPositions.flatMap((place) => placeOf.get(place) ?? []),
    amount,
    net,
    tax,
    accountId: line.accountId,
    dimensions: line.dimensions,
    service: line.service as ServicePeriod | null,
    deferral: line.deferral,
    deferredAccountId: line.deferredAccountId,
    creditsPosition: line.position,
  };
}

/** What the one has more than the other, by name. */
function less<Name extends string>(
  one: Readonly<Record<Name, Decimal>> | undefined,
  other: Readonly<Record<Name, Decimal>> | undefined,
  names: readonly Name[],
): Record<Name, Decimal> {
  const parts = names.map((name) => [name, (one?.[name] ?? zero).minus(other?.[name] ?? zero).plus(zero)]);
  return Object.fromEntries(parts) as Record<Name, Decimal>;
}
