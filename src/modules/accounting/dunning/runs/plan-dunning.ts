import { addDays, type CalendarDate, daysBetween } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import { type Decimal, sum, zero } from '#kernel/decimal.js';
import { type DayCount, simpleInterest } from './dunning-interest.js';
import type { SkipCode } from './skip-codes.js';

/** One step of reminding. Amounts by currency; a currency that is missing has none. */
export interface DunningStep {
  id: string;
  level: number;
  daysOverdue: number;
  daysSinceLast: number;
  daysToPay: number;
  minimumAmounts: ReadonlyMap<string, Decimal>;
  fees: ReadonlyMap<string, Decimal>;
  /** Percent of a year. */
  interest: { rate: Decimal; dayCount: DayCount } | undefined;
  postsCharges: boolean;
}

/** A receivable with something open: above zero a charge that is overdue, below zero a credit. */
export interface DunnedItem {
  id: string;
  partyId: string;
  partyNumber: string;
  partyName: string;
  currency: string;
  dueOn: CalendarDate;
  openAmount: Decimal;
  /** Whether it is what an earlier letter charged: it bears no interest. */
  isCharge: boolean;
  /** The level that it was last reminded of, 0 where it never was. */
  lastLevel: number;
  lastRemindedOn: CalendarDate | null;
  /** Until when letters have charged interest that was posted. */
  interestThrough: CalendarDate | null;
  isPartyBlocked: boolean;
  isPartyOnHold: boolean;
  /** Why nobody is to be reminded of it now. */
  blockReason: string | null;
}

/** What people have left out of a run. */
export interface DunningExclusions {
  /** Reasons by `partyKey`; of all currencies under `*`. */
  parties: ReadonlyMap<string, string>;
  /** Reasons by item. */
  items: ReadonlyMap<string, string>;
}

export interface Skip {
  code: SkipCode;
  /** What somebody has said of it. */
  reason: string | null;
}

export interface ProposedItem<Item> {
  item: Item;
  daysOverdue: number;
  /** The level that it is reminded of; that it would be, where it is skipped. */
  level: number;
  interest: Decimal;
  interestAfter: CalendarDate | null;
  skip: Skip | null;
}

/** What one customer has overdue in one currency, and the letter about it. */
export interface Proposal<Item> {
  partyId: string;
  partyNumber: string;
  partyName: string;
  currency: string;
  /** Above why there is no letter. */
  skip: Skip | null;
  step: DunningStep | null;
  overdue: Decimal;
  credits: Decimal;
  fee: Decimal;
  interest: Decimal;
  total: Decimal;
  payBy: CalendarDate | null;
  items: ProposedItem<Item>[];
}

export interface DunningDay {
  runOn: CalendarDate;
  includesPartiesOnHold: boolean;
  exclusions: DunningExclusions;
}

export const partyKey = (partyId: string, currency: string): string => `${partyId} ${currency}`;

/**
 * Who is reminded of what on a day. An item is reminded of one level above its last, when it has been overdue, and not
 * reminded of, for as long as that level says. A letter is of one customer and currency, at the highest level of its items;
 * what the customer has in credit is taken off.
 *
 * @param items in the order in which letters name them
 */
export function planDunning<Item extends DunnedItem>(
  items: readonly Item[],
  steps: ReadonlyMap<number, DunningStep>,
  day: DunningDay,
): Proposal<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = partyKey(item.partyId, item.currency);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()]
    .filter((group) => group.some(({ openAmount }) => openAmount.isPositive()))
    .map((group) => proposalOf(group, steps, day));
}

function proposalOf<Item extends DunnedItem>(
  group: readonly Item[],
  steps: ReadonlyMap<number, DunningStep>,
  day: DunningDay,
): Proposal<Item> {
  const { partyId, partyNumber, partyName, currency } = group[0]!;
  const charges = group.filter(({ openAmount }) => openAmount.isPositive());
  const credits = sum(group.map(({ openAmount }) => openAmount).filter((amount) => amount.isNegative())).negated();
  const wanted = charges.map((item) => ({
    item,
    daysOverdue: daysBetween(item.dueOn, day.runOn),
    level: Math.min(item.lastLevel + 1, Math.max(steps.size, 1)),
    skip: skipOf(item, steps, day),
  }));
  const reminded = wanted.filter(({ skip }) => skip === null);
  const highest = Math.max(0, ...reminded.map(({ level }) => level));
  const step = steps.get(highest) ?? null;
  const overdue = sum(reminded.map(({ item }) => item.openAmount));
  const skip = step && letterSkip(group[0]!, step, overdue.minus(credits), day);
  const isWritten = step !== null && skip === null;
  const proposed = wanted.map((one): ProposedItem<Item> => {
    const bears = isWritten && one.skip === null ? interestOf(one.item, step, day.runOn) : noInterest;
    return { ...one, ...bears };
  });
  const interest = sum(proposed.map((one) => one.interest));
  const fee = isWritten ? (step.fees.get(currency) ?? zero) : zero;
  const amounts = { overdue, credits, fee, interest, total: overdue.minus(credits).plus(fee).plus(interest) };
  const payBy = isWritten ? addDays(day.runOn, step.daysToPay) : null;
  const head = { partyId, partyNumber, partyName, currency, step: isWritten ? step : null, skip, payBy };
  return { ...head, ...amounts, items: proposed };
}

const noInterest = { interest: zero, interestAfter: null };

/** Through the day of the letter, after the due date, or after what was charged before. Charges bear none. */
function interestOf(item: DunnedItem, { interest: terms, postsCharges }: DunningStep, runOn: CalendarDate) {
  if (!terms || item.isCharge) return noInterest;
  const { dueOn, interestThrough } = item;
  // What was only told of before is told of again, as a whole.
  const from = postsCharges && interestThrough !== null && interestThrough > dueOn ? interestThrough : dueOn;
  if (from >= runOn) return noInterest;
  const interest = simpleInterest(item.openAmount, terms, { from, to: runOn }, requireCurrency(item.currency));
  return { interest, interestAfter: from };
}

/** Why the item is in no letter of the day; null where it is. */
function skipOf(item: DunnedItem, steps: ReadonlyMap<number, DunningStep>, day: DunningDay): Skip | null {
  const { id, lastLevel, lastRemindedOn, dueOn, blockReason } = item;
  const excluded = day.exclusions.items.get(id);
  if (excluded !== undefined) return { code: 'excluded', reason: excluded };
  if (blockReason !== null) return { code: 'item_blocked', reason: blockReason };
  const step = steps.get(lastLevel + 1);
  if (!step) return { code: steps.size === 0 ? 'no_level' : 'last_level_reached', reason: null };
  if (daysBetween(dueOn, day.runOn) < step.daysOverdue) return { code: 'not_overdue_enough', reason: null };
  const isRecent = lastRemindedOn !== null && daysBetween(lastRemindedOn, day.runOn) < step.daysSinceLast;
  return isRecent ? { code: 'reminded_recently', reason: null } : null;
}

/** Why there is no letter although items are to be reminded of. */
function letterSkip(
  { partyId, currency, isPartyBlocked, isPartyOnHold }: DunnedItem,
  { minimumAmounts }: DunningStep,
  owed: Decimal,
  { includesPartiesOnHold, exclusions }: DunningDay,
): Skip | null {
  const { parties } = exclusions;
  const excluded = parties.get(partyKey(partyId, currency)) ?? parties.get(partyKey(partyId, '*'));
  if (excluded !== undefined) return { code: 'excluded', reason: excluded };
  if (isPartyBlocked) return { code: 'party_blocked', reason: null };
  if (isPartyOnHold && !includesPartiesOnHold) return { code: 'party_on_hold', reason: null };
  if (!owed.greaterThan(zero)) return { code: 'covered_by_credits', reason: null };
  return owed.lessThan(minimumAmounts.get(currency) ?? zero) ? { code: 'below_minimum', reason: null } : null;
}
