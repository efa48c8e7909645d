import { type Currency, requireCurrency } from '#kernel/currency.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { type DiscountStep, earnedBy, grantable, offeredBy, stepOn } from './early-discount.js';
import { itemFaults, openFault, openOf, scaleFault, type SettlementScope } from './item-faults.js';
import type { ReceiptAllocation, RecordReceipt } from './receipts.dto.js';
import type { ExpectedOfItem } from './expected-shares.js';
import { planWithholdings, withheldBeside, type WithholdingCodeFact, type WithheldPart } from './plan-withholding.js';

/** What the books know of the items that a receipt names. */
export interface ReceiptFacts {
  items: ReadonlyMap<string, OpenItemView>;
  /** Of each item: what was offered for paying early, and what was granted of it already. */
  discounts: ReadonlyMap<string, { steps: readonly DiscountStep[]; granted: Decimal }>;
  /** By code, as far as the receipt names them. */
  withholdingCodes: ReadonlyMap<string, WithholdingCodeFact>;
  /** Of each item: what is still to be withheld, by its document. */
  expected: ReadonlyMap<string, ExpectedOfItem>;
  functionalCurrency: string;
}

/** What a receipt does to one item. */
export interface SettledItem {
  item: OpenItemView;
  paid: Decimal;
  discount: Decimal;
  discountReason: string | null;
  /** What the customer kept back for the authority. */
  withheld: WithheldPart[];
  /** What is left of it, small enough to be accepted. */
  difference: Decimal;
}

export interface PlannedReceipt {
  amount: Decimal;
  charge: Decimal;
  settled: SettledItem[];
  /** What of it settles nothing. */
  rest: Decimal;
  errors?: undefined;
}

export type ReceiptPlan = PlannedReceipt | { errors: ProblemError[] };

type Wish = Pick<RecordReceipt, 'amount' | 'charge' | 'receivedOn' | 'allocations' | 'differenceTolerance'>;

/** Decides what a receipt settles, and what is left of it. Pure: the items are as they are held. */
export function planReceipt(wish: Wish, scope: Required<SettlementScope>, facts: ReceiptFacts): ReceiptPlan {
  const currency = requireCurrency(scope.currency);
  const [amount, charge] = [new Decimal(wish.amount), new Decimal(wish.charge ?? 0)];
  const errors: ProblemError[] = (['amount', 'charge', 'differenceTolerance'] as const).flatMap(
    (field) => scaleFault(`/${field}`, wish[field], currency) ?? [],
  );
  if (!charge.lessThan(amount)) {
    const message = 'The charge is less than the amount: of what was kept wholly, nothing was received.';
    errors.push({ pointer: '/charge', code: 'charge_too_large', message });
  }
  const allocations = wish.allocations ?? [];
  const named = allocations.map(({ openItemId: id }, index) => {
    return { id, item: facts.items.get(id.toLowerCase()), pointer: `/allocations/${index}` };
  });
  const faults = itemFaults(named, 'charge', scope);
  errors.push(...faults);
  const tolerance = new Decimal(wish.differenceTolerance ?? 0);
  const settled =
    faults.length > 0
      ? []
      : allocations.map((allocation, index) => {
          const { item, pointer } = named[index]!;
          return settledItem(allocation, item!, pointer, { on: wish.receivedOn, tolerance, currency, facts, errors });
        });
  const rest = amount.minus(sum(settled.map(({ paid }) => paid)));
  if (rest.isNegative()) {
    const message = `The allocations come to ${rest.abs().toFixed(currency.minorUnits)} ${currency.code} more than the receipt.`;
    errors.push({ pointer: '/allocations', code: 'allocated_more_than_received', message });
  }
  return errors.length > 0 ? { errors } : { amount, charge, settled, rest };
}

interface Situation {
  on: string;
  tolerance: Decimal;
  currency: Currency;
  facts: ReceiptFacts;
  errors: ProblemError[];
}

function settledItem(allocation: ReceiptAllocation, item: OpenItemView, at: string, situation: Situation): SettledItem {
  const { tolerance, currency, errors } = situation;
  const paid = new Decimal(allocation.amount);
  for (const field of ['amount', 'discount'] as const) {
    const fault = scaleFault(`${at}/${field}`, allocation[field], currency);
    if (fault) errors.push(fault);
  }
  const tooMuch = openFault(`${at}/amount`, paid, item);
  const discount = tooMuch ? zero : discountOf(allocation, paid, item, at, situation);
  const over = tooMuch ?? openFault(`${at}/discount`, paid.plus(discount), item);
  if (over) errors.push(over);
  const left = situation.facts.expected.get(item.id) ?? new Map<string, never>();
  const withheldOf = { open: openOf(item), paid: paid.plus(discount), left };
  const { withheld, faults } = planWithholdings(allocation, at, currency, situation.facts, withheldOf);
  errors.push(...faults);
  const settled = sum([paid, discount, ...withheld.map(({ amount }) => amount)]);
  const place = allocation.withholdings ? 'withholdings' : 'withholding/amount';
  const beyond = withheld.length > 0 && !over ? openFault(`${at}/${place}`, settled, item) : undefined;
  if (beyond) errors.push(beyond);
  const rest = openOf(item).minus(settled);
  const difference = rest.isPositive() && !rest.greaterThan(tolerance) ? rest : zero;
  return { item, paid, discount, discountReason: allocation.discountReason ?? null, withheld, difference };
}

/** The discount that is granted; what is wrong with it is added to the errors. */
function discountOf(
  { discount: text, takeDiscount, discountReason, ...wishes }: ReceiptAllocation,
  paid: Decimal,
  item: OpenItemView,
  at: string,
  { on, currency, facts, errors }: Situation,
): Decimal {
  const refuse = (field: string, code: string, message: string) => {
    errors.push({ pointer: `${at}/${field}`, code, message });
    return zero;
  };
  if (discountReason !== undefined && text === undefined) {
    return refuse('discountReason', 'discount_missing', 'A reason is given for a discount that is named.');
  }
  if (text === undefined && !takeDiscount) return zero;
  if (text !== undefined && takeDiscount) {
    return refuse('takeDiscount', 'discount_named', 'Name the discount, or have it taken; not both.');
  }
  const named = new Decimal(text ?? 0);
  if (discountReason !== undefined) return named;
  const { steps, granted } = facts.discounts.get(item.id) ?? { steps: [], granted: zero };
  const discounted = { currency: item.currency, amount: new Decimal(item.amount), open: openOf(item), granted };
  const step = stepOn(steps, on, discounted);
  const field = takeDiscount ? 'takeDiscount' : 'discount';
  if (!step) return refuse(field, 'discount_not_offered', `No discount is offered for payment on ${on}.`);
  const offered = offeredBy(step, discounted);
  // What is withheld settles the item as what is paid does, so it earns as much.
  const payable = openOf(item).minus(grantable(offered, discounted));
  const left = facts.expected.get(item.id) ?? new Map<string, never>();
  const withheld = withheldBeside(wishes, { open: payable, paid, left }, currency);
  const earned = earnedBy(paid.plus(withheld), offered, discounted);
  if (takeDiscount) return Decimal.max(zero, Decimal.min(earned, openOf(item).minus(paid).minus(withheld)));
  if (!named.greaterThan(earned)) return named;
  const most = `${earned.toFixed(currency.minorUnits)} ${currency.code}`;
  const message = `The amount earns a discount of ${most} on ${on}; for more, give discountReason.`;
  return refuse('discount', 'discount_beyond_offer', message);
}
