import { type Currency } from '#kernel/currency.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import { expectedShare } from '../receipts/expected-shares.js';
import { scaleFault } from '../receipts/item-faults.js';
import { namedWithholdings } from '../receipts/plan-withholding.js';
import type { ReceiptWithholding } from '../receipts/receipts.dto.js';
import { roundAmount } from '../tax/calculation/round-amount.js';
import type { SalePaymentTaken } from './record-sale.dto.js';

/** What a payment of a sale takes off one instalment of its invoice. */
export interface InstalmentPaid {
  /** The place of the instalment among those of the invoice, the earliest due first. */
  place: number;
  amount: Decimal;
  withholdings: ReceiptWithholding[];
}

/** An invoice before it is posted: what it leaves open, the earliest due first, and what is expected to be withheld of it. */
export interface InvoiceToPay {
  open: readonly Decimal[];
  /** By code. */
  expected: ReadonlyMap<string, Decimal>;
}

export interface PlannedSalePayments {
  /** In the order of the payments. */
  payments: InstalmentPaid[][];
  /** What of the invoice is paid, with what is withheld beyond what the invoice says: printed on it as paid. */
  paidAtIssue: Decimal;
  faults: ProblemError[];
}

type Payment = Pick<SalePaymentTaken, 'amount' | 'withholding' | 'withholdings'>;

/** Decides what each payment takes off the invoice, with what was withheld beside it: each from what those before it leave. Pure. */
export function planSalePayments(
  payments: readonly Payment[],
  { open, expected }: InvoiceToPay,
  currency: Currency,
): PlannedSalePayments {
  const faults: ProblemError[] = [];
  const withheld = new Map<string, Decimal>();
  let rest = open;
  const planned = payments.map((payment, index) => {
    const pointer = `/payments/${index}`;
    const left = new Map(
      [...expected].map(([code, amount]) => [code, Decimal.max(zero, amount.minus(withheld.get(code) ?? zero))]),
    );
    const wishes = amountsOf(payment, { open: sum(rest), left }, currency, pointer);
    faults.push(...wishes.faults);
    const spread = wishes.faults.length > 0 ? [] : spreadOver(rest, payment, wishes.withheld, currency);
    faults.push(...spreadFaults(spread, pointer));
    for (const { code, amount } of wishes.withheld) withheld.set(code, (withheld.get(code) ?? zero).plus(amount));
    rest = rest.map((amount, place) => amount.minus(settledOf(spread, place)));
    return spread;
  });
  const beyond = [...withheld].map(([code, amount]) => Decimal.max(zero, amount.minus(expected.get(code) ?? zero)));
  const paid = planned.flat().map(({ amount }) => amount);
  return { payments: planned, paidAtIssue: sum([...paid, ...beyond]), faults };
}

/** What a payment says was withheld of the invoice, with the amount. */
interface WithheldOfSale {
  code: string;
  wish: ReceiptWithholding;
  amount: Decimal;
}

/** With the expected share where no amount is said, as far as the invoice has room for it. */
function amountsOf(
  payment: Payment,
  { open, left }: { open: Decimal; left: ReadonlyMap<string, Decimal> },
  currency: Currency,
  pointer: string,
): { withheld: WithheldOfSale[]; faults: ProblemError[] } {
  const named = namedWithholdings(payment);
  const paid = new Decimal(payment.amount);
  const faults = named.flatMap(({ wish, at }) =>
    (['amount', 'base'] as const).flatMap(
      (field) => scaleFault(`${pointer}${at}/${field}`, wish[field], currency) ?? [],
    ),
  );
  let room = open.minus(paid).minus(sum(named.map(({ wish }) => new Decimal(wish.amount ?? 0))));
  const withheld = named.map(({ wish, at }): WithheldOfSale => {
    const { code } = wish;
    if (wish.amount !== undefined) return { code, wish, amount: new Decimal(wish.amount) };
    const share = expectedShare(code, { open, paid, left }, currency) ?? zero;
    const amount = Decimal.max(zero, Decimal.min(share, room));
    room = room.minus(amount);
    if (amount.isZero()) {
      const message = `Nothing is left to be withheld of the sale under ${code}: give the amount, or leave the code out.`;
      faults.push({ pointer: `${pointer}${at}`, code: 'nothing_expected', message });
    }
    return { code, wish, amount };
  });
  const total = sum(withheld.map(({ amount }) => amount));
  if (named.length > 0 && !total.lessThan(open)) {
    const message = `The invoice has ${open.toFixed(currency.minorUnits)} ${currency.code} open, which is to be paid in part at least.`;
    faults.push({ pointer: `${pointer}${named[0]!.at}`, code: 'over_allocated', message });
  }
  return { withheld, faults };
}

/** What is paid and what is withheld, over the instalments in their order: of each in the same proportion. */
function spreadOver(
  open: readonly Decimal[],
  payment: Payment,
  withheld: readonly WithheldOfSale[],
  { minorUnits }: Currency,
): InstalmentPaid[] {
  const whole = Decimal.min(sum(open), sum([new Decimal(payment.amount), ...withheld.map(({ amount }) => amount)]));
  let settled = zero;
  return open.flatMap((amount, place) => {
    const [from, until] = [settled, Decimal.min(whole, settled.plus(amount))];
    settled = until;
    if (until.equals(from)) return [];
    const partOf = (total: Decimal) => {
      const upTo = (part: Decimal) => roundAmount(total.times(part).div(whole), minorUnits);
      return upTo(until).minus(upTo(from));
    };
    const parts = withheld.map((one) => ({ ...one, part: partOf(one.amount) }));
    return {
      place,
      amount: until.minus(from).minus(sum(parts.map(({ part }) => part))),
      withholdings: parts
        .filter(({ part }) => !part.isZero())
        .map(({ part, ...one }) => ({ ...one.wish, amount: part.toFixed(minorUnits), ...baseOf(one, part, partOf) })),
    };
  });
}

/** Rounding makes no base too small that is not; one that is too small is refused as it came. */
function baseOf({ wish: { base }, amount }: WithheldOfSale, part: Decimal, partOf: (total: Decimal) => Decimal) {
  if (base === undefined) return {};
  const own = partOf(new Decimal(base));
  return { base: (amount.greaterThan(base) ? own : Decimal.max(part, own)).toFixed() };
}

const settledOf = (spread: readonly InstalmentPaid[], place: number): Decimal =>
  sum(
    spread
      .filter((one) => one.place === place)
      .flatMap(({ amount, withholdings }) => [amount, ...withholdings.map((one) => new Decimal(one.amount!))]),
  );

function spreadFaults(spread: readonly InstalmentPaid[], pointer: string): ProblemError[] {
  if (spread.every(({ amount }) => amount.greaterThan(0))) return [];
  const message = 'It is too little beside what was withheld to pay something of each instalment.';
  return [{ pointer: `${pointer}/amount`, code: 'payment_too_small', message }];
}
