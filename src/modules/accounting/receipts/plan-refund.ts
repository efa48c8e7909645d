import { type Currency, requireCurrency } from '#kernel/currency.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import type { ExpectedOfItem } from './expected-shares.js';
import { itemFaults, openFault, openOf, scaleFault, type SettlementScope } from './item-faults.js';
import {
  namedWithholdings,
  planWithholdings,
  type WithheldPart,
  type WithholdingCodeFact,
} from './plan-withholding.js';
import type { RefundedItem } from './refunds.dto.js';

/** What the books know of the credits that a refund names. */
export interface RefundFacts {
  items: ReadonlyMap<string, OpenItemView>;
  /** By code, as far as the refund names them. */
  withholdingCodes: ReadonlyMap<string, WithholdingCodeFact>;
  /** Of each credit: what is to be taken back of what had been withheld, by its document. */
  takenBack: ReadonlyMap<string, ExpectedOfItem>;
  functionalCurrency: string;
}

/** What a refund does to one credit. */
export interface RefundedCredit {
  item: OpenItemView;
  /** What is paid back of it. */
  amount: Decimal;
  /** What is taken back besides. */
  withheld: WithheldPart[];
}

export type RefundPlan = { refunded: RefundedCredit[]; errors?: undefined } | { errors: ProblemError[] };

/** Decides what a refund pays back, and what it takes back of what had been withheld. Pure: the items are as they are held. */
export function planRefund(items: readonly RefundedItem[], scope: SettlementScope, facts: RefundFacts): RefundPlan {
  const named = items.map(({ openItemId: id }, index) => {
    return { id, item: facts.items.get(id.toLowerCase()), pointer: `/items/${index}` };
  });
  const errors = itemFaults(named, 'credit', scope);
  if (errors.length > 0) return { errors };
  const refunded = named.map(({ item, pointer }, index) => {
    const { credit, faults } = refundedCredit(items[index]!, item!, pointer, facts);
    errors.push(...faults);
    return credit;
  });
  return errors.length > 0 ? { errors } : { refunded };
}

function refundedCredit(
  wish: RefundedItem,
  item: OpenItemView,
  at: string,
  facts: RefundFacts,
): { credit: RefundedCredit; faults: ProblemError[] } {
  const currency = requireCurrency(item.currency);
  const open = openOf(item);
  const left = facts.takenBack.get(item.id) ?? new Map<string, never>();
  const { wishes, amount } = wish.amount === undefined ? wholeOf(wish, open, left, currency) : stated(wish);
  const place = `${at}/${wish.amount === undefined ? 'openItemId' : 'amount'}`;
  const over = scaleFault(place, wish.amount, currency) ?? openFault(place, Decimal.max(amount, zero), item);
  const faults = over ? [over] : [];
  const of = { open, paid: amount, left };
  const { withheld, faults: others } = planWithholdings(wishes, at, currency, { ...facts, isTakenBack: true }, of);
  faults.push(...others);
  if (faults.length === 0 && withheld.length > 0) {
    const fault = beyondFault(
      { item, amount, withheld },
      `${at}/${wish.withholdings ? 'withholdings' : 'withholding'}`,
    );
    if (fault) faults.push(fault);
  }
  return { credit: { item, amount, withheld }, faults };
}

type Wishes = Pick<RefundedItem, 'withholding' | 'withholdings'>;

const stated = ({ amount, ...wishes }: RefundedItem) => ({ wishes, amount: new Decimal(amount!) });

/** All that is open: where amounts are left out all that is to be taken back, and the rest is paid. */
function wholeOf(
  { withholding, withholdings }: RefundedItem,
  open: Decimal,
  left: ExpectedOfItem,
  { minorUnits }: Currency,
): { wishes: Wishes; amount: Decimal } {
  const filled = <Wish extends { code: string; amount?: string }>(wish: Wish): Wish => {
    const own = left.get(wish.code);
    return wish.amount === undefined && own?.greaterThan(0) ? { ...wish, amount: own.toFixed(minorUnits) } : wish;
  };
  const wishes = {
    ...(withholding && { withholding: filled(withholding) }),
    ...(withholdings && { withholdings: withholdings.map(filled) }),
  };
  const taken = sum(namedWithholdings(wishes).map(({ wish }) => new Decimal(wish.amount ?? 0)));
  return { wishes, amount: open.minus(taken) };
}

/** Why what is paid and taken back together cannot be; undefined where it can. */
function beyondFault({ item, amount, withheld }: RefundedCredit, pointer: string): ProblemError | undefined {
  if (amount.greaterThan(0)) {
    return openFault(pointer, sum([amount, ...withheld.map((one) => one.amount)]), item);
  }
  const message =
    'All that is open would be taken back, and nothing paid: state a smaller amount of what had been withheld.';
  return { pointer, code: 'nothing_paid_back', message };
}
