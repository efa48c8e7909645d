import { requireCurrency } from '#kernel/currency.js';
import { Decimal, scaleOf, sum, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { PostingLine } from '../../contract/ledger-posting.js';
import type { OpenItemView } from '../../open-items/open-items.dto.js';
import { grantableOn } from '../../receipts/early-discount.js';
import type { KnownDiscounts } from '../../receipts/early-discounts.repository.js';
import type { ExpectedOfItem } from '../../receipts/expected-shares.js';
import type { BankLineEntryLine, BankLineSettlement } from './bank-line-entry.dto.js';
import type { LineEntryFacts } from './line-entry-facts.js';
import { takesDiscount } from './line-receipt.js';

/** What a line of a party settles, once its entry is posted. */
export interface PlannedSettlement {
  /** Of the line in the body. */
  index: number;
  /** In the entry. */
  lineNumber: number;
  isIncoming: boolean;
  items: { openItemId: string; amount: string }[];
}

interface SettlementPlan {
  line?: PostingLine;
  settlement?: PlannedSettlement;
  errors?: ProblemError[];
}

/**
 * Decides what a payment of a party posts and settles: items of its own side, account and currency, as far as both go.
 *
 * @param on the day of the payment, which a discount is taken on
 */
export function planSettlement(
  wanted: BankLineEntryLine,
  index: number,
  facts: LineEntryFacts,
  on: string,
): SettlementPlan {
  const at = `/lines/${index}`;
  const partyId = facts.survivors.get(wanted.partyId!.toLowerCase());
  if (partyId === undefined) {
    const message = `There is no party ${wanted.partyId}.`;
    return { errors: [{ pointer: `${at}/partyId`, code: 'unknown_party', message }] };
  }
  const amount = new Decimal(wanted.amount);
  const found = new Map(facts.items.map((item) => [item.id, item]));
  const named = (wanted.settles ?? []).map((one, place) => {
    return { one, pointer: `${at}/settles/${place}`, item: found.get(one.openItemId.toLowerCase()) };
  });
  const items = named.flatMap(({ item }) => item ?? []);
  const accountCode =
    wanted.accountCode ?? items[0]?.accountCode ?? facts.controlAccounts[wanted.control ?? 'receivable'];
  const wants = { partyId, amount, accountCode, currency: facts.line.currency };
  const errors = named.flatMap(({ one, pointer, item }) => itemFaults(one, pointer, item, wants));
  if (accountCode === undefined) {
    const message = `Name the account: the legal entity names none for ${wanted.control ?? 'receivable'}s.`;
    errors.push({ pointer: `${at}/accountCode`, code: 'account_required', message });
  }
  if (wanted.dimensions?.length) {
    const message = 'A line of a party takes no dimensions here.';
    errors.push({ pointer: `${at}/dimensions`, code: 'dimensions_of_party', message });
  }
  if (wanted.taxes) {
    const message = 'What a party pays was taxed with what it pays: leave the taxes out.';
    errors.push({ pointer: `${at}/taxes`, code: 'taxes_of_party', message });
  }
  errors.push(...toleranceFaults(wanted, `${at}/differenceTolerance`));
  if (errors.length > 0) return { errors };
  const { settled, fault } = share(named, amount.abs(), facts, on);
  if (fault) return { errors: [fault] };
  const line: PostingLine = { accountCode, partyId, description: wanted.description };
  if (settled.length === 0) return { line };
  return { line, settlement: { index, lineNumber: 0, isIncoming: amount.isPositive(), items: settled } };
}

/** What is wrong with the difference that is accepted: only receipts accept one, of the items that they name. */
function toleranceFaults(
  { amount, settles = [], differenceTolerance }: BankLineEntryLine,
  pointer: string,
): ProblemError[] {
  if (differenceTolerance === undefined) return [];
  if (new Decimal(amount).isNegative()) {
    const message = 'Small differences are accepted of what customers pay: of what comes in.';
    return [{ pointer, code: 'difference_of_outgoing', message }];
  }
  if (settles.length > 0) return [];
  const message = 'Name the items that may have a difference left: settles.';
  return [{ pointer, code: 'items_required', message }];
}

interface Wants {
  partyId: string;
  amount: Decimal;
  accountCode: string | undefined;
  currency: string;
}

function itemFaults(
  settlement: BankLineSettlement,
  pointer: string,
  item: OpenItemView | undefined,
  wants: Wants,
): ProblemError[] {
  const { openItemId, amount, withholdings = [] } = settlement;
  const fault = (field: string, code: string, message: string) => [{ pointer: `${pointer}/${field}`, code, message }];
  if (!item) return fault('openItemId', 'unknown_item', `There is no open item ${openItemId}.`);
  if (item.partyId !== wants.partyId) return fault('openItemId', 'other_party', `The item is of ${item.partyName}.`);
  if (item.accountCode !== wants.accountCode) {
    const message = `The item stands on account ${item.accountCode}; one line is of one account.`;
    return fault('openItemId', 'other_account', message);
  }
  if (item.currency !== wants.currency) {
    return fault(
      'openItemId',
      'other_currency',
      `The item is in ${item.currency}, the bank account in ${wants.currency}.`,
    );
  }
  if (item.amount.startsWith('-') === wants.amount.isPositive()) {
    const message = wants.amount.isPositive()
      ? 'What comes in settles what is owed to the legal entity; the item is a credit.'
      : 'What goes out settles what the legal entity owes; the item is a debit.';
    return fault('openItemId', 'wrong_side', message);
  }
  const { minorUnits } = requireCurrency(wants.currency);
  if (withholdings.length > 0 && wants.amount.isNegative()) {
    return fault('withholdings', 'withheld_of_outgoing', 'Taxes are withheld of what customers pay: of what comes in.');
  }
  if (takesDiscount(settlement) && wants.amount.isNegative()) {
    const field = settlement.takeDiscount
      ? 'takeDiscount'
      : typeof settlement.discount === 'string'
        ? 'discount'
        : 'discountReason';
    return fault(field, 'discount_of_outgoing', 'Discounts are granted on what customers pay: on what comes in.');
  }
  if (amount !== undefined && scaleOf(new Decimal(amount)) > minorUnits) {
    return fault('amount', 'amount_scale', `${wants.currency} has ${minorUnits} decimals; the amount has more.`);
  }
  return [];
}

/** How much goes to each item, in the order in which they were named. */
function share(
  named: readonly { one: BankLineSettlement; pointer: string; item?: OpenItemView }[],
  amount: Decimal,
  { expected, discounts, line: { currency } }: LineEntryFacts,
  on: string,
): { settled: PlannedSettlement['items']; fault?: ProblemError } {
  const { minorUnits } = requireCurrency(currency);
  const taken = new Map<string, Decimal>();
  let left = amount;
  const settled: PlannedSettlement['items'] = [];
  for (const { one, pointer, item } of named) {
    const open = new Decimal(item!.openAmount).abs().minus(taken.get(item!.id) ?? zero);
    const discount = discountOf(one, item!, { on, known: discounts.get(item!.id) });
    const toBePaid = open.minus(discount).minus(withheldOf(one, expected.get(item!.id)));
    const wanted = one.amount === undefined ? Decimal.min(toBePaid, left) : new Decimal(one.amount);
    if (wanted.greaterThan(open) || !toBePaid.greaterThan(0)) {
      const message = `The item has ${open.toFixed(minorUnits)} ${currency} open.`;
      return { settled, fault: { pointer: `${pointer}/amount`, code: 'over_allocated', message } };
    }
    if (wanted.greaterThan(left) || wanted.isZero()) {
      const message = `The line has ${left.toFixed(minorUnits)} ${currency} left to settle it with.`;
      return { settled, fault: { pointer: `${pointer}/amount`, code: 'more_than_line', message } };
    }
    taken.set(item!.id, (taken.get(item!.id) ?? zero).plus(wanted));
    left = left.minus(wanted);
    settled.push({ openItemId: item!.id, amount: wanted.toString() });
  }
  return { settled };
}

/** What is said or expected to be withheld where the item is settled wholly. */
const withheldOf = ({ withholdings = [] }: BankLineSettlement, left: ExpectedOfItem | undefined): Decimal =>
  sum(withholdings.map(({ code, amount }) => (amount === undefined ? (left?.get(code) ?? zero) : new Decimal(amount))));

/** What is granted where the item is settled wholly on the day; the receipt decides what a part of that earns. */
function discountOf(
  { discount, takeDiscount = false }: BankLineSettlement,
  { amount, openAmount, currency }: OpenItemView,
  { on, known }: { on: string; known: KnownDiscounts | undefined },
): Decimal {
  if (typeof discount === 'string') return new Decimal(discount);
  if (!takeDiscount || !known) return zero;
  const [total, open] = [new Decimal(amount).abs(), new Decimal(openAmount).abs()];
  return grantableOn(known.steps, on, { currency, amount: total, open, granted: known.granted });
}
