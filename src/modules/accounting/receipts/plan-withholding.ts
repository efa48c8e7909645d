import type { Currency } from '#kernel/currency.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { NewWithholding } from '../withholding/withholdings.repository.js';
import { type ExpectedOfItem, expectedShare } from './expected-shares.js';
import { scaleFault } from './item-faults.js';
import type { ReceiptAllocation, ReceiptWithholding } from './receipts.dto.js';

/** A withholding code as receipts use it. */
export interface WithholdingCodeFact {
  id: string;
  accountId: string;
  accountCode: string;
  status: 'active' | 'inactive';
}

/** What is kept of a tax that a customer withheld, with the account that it is claimed on. */
export interface Withheld extends NewWithholding {
  accountCode: string;
}

export interface WithheldPart extends Withheld {
  amount: Decimal;
}

interface Facts {
  withholdingCodes: ReadonlyMap<string, WithholdingCodeFact>;
  functionalCurrency: string;
  /** Of a refund, which takes back what had been withheld; under codes that are inactive now, too. */
  isTakenBack?: boolean;
}

/** The item that taxes are withheld of: what it has open, what is paid of it, and what is still to be withheld. */
export interface WithheldItem {
  open: Decimal;
  /** With the discount that goes beside. */
  paid: Decimal;
  left: ExpectedOfItem;
}

type Wishes = Pick<ReceiptAllocation, 'withholding' | 'withholdings'>;

/** The withholdings that an allocation names, each with its place in it. */
export function namedWithholdings({ withholding, withholdings = [] }: Wishes) {
  const listed = withholdings.map((wish, index) => ({ wish, at: `/withholdings/${index}` }));
  return [...(withholding ? [{ wish: withholding, at: '/withholding' }] : []), ...listed];
}

/**
 * What an allocation comes to withhold, before its discount is known.
 *
 * @param item with what is open less the discount that settling all of it would earn, and what is paid without one
 */
export function withheldBeside(wishes: Wishes, item: WithheldItem, currency: Currency): Decimal {
  return sum(
    namedWithholdings(wishes).map(({ wish }) =>
      wish.amount === undefined ? (expectedShare(wish.code, item, currency) ?? zero) : new Decimal(wish.amount),
    ),
  );
}

/** What a receipt says was withheld of one item, and what is wrong with it. Pure. */
export function planWithholdings(
  wishes: Wishes,
  at: string,
  currency: Currency,
  facts: Facts,
  item: WithheldItem,
): { withheld: WithheldPart[]; faults: ProblemError[] } {
  const named = namedWithholdings(wishes);
  const faults: ProblemError[] = [];
  const withheld: WithheldPart[] = [];
  // What is stated goes before what is left to be reckoned.
  let room = item.open.minus(item.paid).minus(sum(named.map(({ wish }) => new Decimal(wish.amount ?? 0))));
  named.forEach(({ wish, at: place }, index) => {
    const pointer = `${at}${place}`;
    if (named.findIndex(({ wish: { code } }) => code === wish.code) < index) {
      const message = `What was withheld under ${wish.code} is named once.`;
      faults.push({ pointer: `${pointer}/code`, code: 'code_named_twice', message });
      return;
    }
    const expected = expectedShare(wish.code, item, currency);
    const planned = planWithholding(wish, pointer, currency, facts, { expected, room });
    faults.push(...planned.faults);
    if (!planned.withheld) return;
    withheld.push(planned.withheld);
    if (wish.amount === undefined) room = room.minus(planned.withheld.amount);
  });
  return { withheld, faults };
}

function planWithholding(
  wish: ReceiptWithholding,
  at: string,
  currency: Currency,
  { withholdingCodes, functionalCurrency, isTakenBack = false }: Facts,
  { expected, room }: { expected: Decimal | null; room: Decimal },
): { withheld: WithheldPart | null; faults: ProblemError[] } {
  const { code, certificateNumber = null, certifiedOn = null } = wish;
  const base = wish.base === undefined ? null : new Decimal(wish.base);
  const amount = wish.amount === undefined ? Decimal.min(expected ?? zero, room) : new Decimal(wish.amount);
  const faults = (['amount', 'base'] as const).flatMap(
    (field) => scaleFault(`${at}/${field}`, wish[field], currency) ?? [],
  );
  const fault = (field: string, faultCode: string, message: string) =>
    faults.push({ pointer: `${at}${field}`, code: faultCode, message });
  const found = withholdingCodes.get(code);
  if (!found) fault('/code', 'unknown_withholding_code', `The legal entity has no withholding code ${code}.`);
  else if (found.status !== 'active' && !isTakenBack)
    fault('/code', 'withholding_code_inactive', `The code ${code} is inactive.`);
  if (currency.code !== functionalCurrency) {
    const documents = `${isTakenBack ? 'refunds' : 'receipts'} in ${currency.code}`;
    const message = `A tax is claimed in ${functionalCurrency}: ${documents} say nothing of what was withheld.`;
    fault('', 'withholding_currency', message);
  }
  if (base?.lessThan(amount)) fault('/base', 'base_below_amount', 'No more is withheld than what it is reckoned of.');
  if (certifiedOn !== null && certificateNumber === null) {
    fault('/certifiedOn', 'certificate_without_number', 'A certificate with a day has a number: give it.');
  }
  if (faults.length === 0 && !amount.greaterThan(0)) {
    const messageOf = isTakenBack ? nothingToTakeBackMessage : nothingMessage;
    fault('', 'nothing_expected', messageOf(code, expected, currency));
  }
  if (!found || faults.length > 0) return { withheld: null, faults };
  const { id: codeId, accountId, accountCode } = found;
  const kept = { codeId, accountId, accountCode, base, expected, certificateNumber, certifiedOn };
  return { withheld: { amount, ...kept }, faults };
}

function nothingMessage(code: string, expected: Decimal | null, currency: Currency): string {
  if (!expected?.greaterThan(0)) {
    return `Nothing is expected to be withheld of it under ${code}: give the amount, or leave the code out.`;
  }
  const much = `${expected.toFixed(currency.minorUnits)} ${currency.code}`;
  return `Nothing is left to be withheld under ${code}, of which ${much} is expected: the item is settled by the rest. Allocate less, or leave the code out.`;
}

function nothingToTakeBackMessage(code: string, expected: Decimal | null, currency: Currency): string {
  if (!expected?.greaterThan(0)) {
    return `Nothing that was withheld under ${code} is to be taken back of it: give the amount, or leave the code out.`;
  }
  const much = `${expected.toFixed(currency.minorUnits)} ${currency.code}`;
  return `Nothing of the item is left for ${code}, of which ${much} is to be taken back: pay back less, or leave the code out.`;
}
