import { type Decimal, sum } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { BudgetLineWish } from './plan-budget-lines.js';

/**
 * What a file plans for an account in a month, debit positive: as a whole, or for values of dimensions, which is a part of
 * the whole.
 */
export interface FileBudgetRecord {
  accountCode: string;
  /** `YYYY-MM` */
  month: string;
  dimensions: readonly { dimensionCode: string; valueCode: string }[];
  amount: Decimal;
  /** Of the file. */
  line: number;
}

export type FileBudgetWishes =
  { wishes: BudgetLineWish[]; fault?: undefined } | { wishes?: undefined; fault: ProblemError };

/**
 * Lines that add up to what the file says of each account, and of each value by itself: one for every record of values, and
 * the rest of the account beside them, which may have the other sign. What values of several dimensions have in common is
 * not in the file, so where it does not say the whole either, there is no telling what it is.
 */
export function wishesOfFile(records: readonly FileBudgetRecord[]): FileBudgetWishes {
  const wishes: BudgetLineWish[] = [];
  for (const group of groupsOf(records)) {
    const whole = group.filter(({ dimensions }) => dimensions.length === 0);
    const parts = group.filter(({ dimensions }) => dimensions.length > 0);
    const first = group[0]!;
    if (whole.length === 0) {
      if (new Set(parts.map(dimensionsOf)).size > 1) return { fault: ambiguous(first) };
      wishes.push(...joined(parts));
      continue;
    }
    const rest = sum(whole.map(({ amount }) => amount)).minus(sum(parts.map(({ amount }) => amount)));
    if (parts.length === 0 || !rest.isZero()) wishes.push(wishOf({ ...whole[0]!, amount: rest }));
    wishes.push(...joined(parts));
  }
  return { wishes };
}

function groupsOf(records: readonly FileBudgetRecord[]): FileBudgetRecord[][] {
  return [...grouped(records, ({ accountCode, month }) => `${month} ${accountCode}`).values()];
}

/** One wish for records of the same values. */
function joined(records: readonly FileBudgetRecord[]): BudgetLineWish[] {
  const same = grouped(records, ({ dimensions }) => JSON.stringify(sorted(dimensions)));
  return Array.from(same.values(), (some) => wishOf({ ...some[0]!, amount: sum(some.map(({ amount }) => amount)) }));
}

function grouped(records: readonly FileBudgetRecord[], keyOf: (record: FileBudgetRecord) => string) {
  const groups = new Map<string, FileBudgetRecord[]>();
  for (const record of records) {
    const known = groups.get(keyOf(record));
    if (known) known.push(record);
    else groups.set(keyOf(record), [record]);
  }
  return groups;
}

const sorted = (dimensions: FileBudgetRecord['dimensions']) =>
  dimensions.map(({ dimensionCode, valueCode }) => JSON.stringify([dimensionCode, valueCode])).sort();

const dimensionsOf = ({ dimensions }: FileBudgetRecord) =>
  JSON.stringify(dimensions.map(({ dimensionCode }) => dimensionCode).sort());

const wishOf = ({ accountCode, month, dimensions, amount, line }: FileBudgetRecord): BudgetLineWish => {
  return { accountCode, month, dimensions, amount: amount.toFixed(), at: { pointer: '', line } };
};

function ambiguous({ accountCode, month, line }: FileBudgetRecord): ProblemError {
  const message = `Account ${accountCode} is planned in ${month} by values of several dimensions, and not as a whole.`;
  return { pointer: '', code: 'ambiguous_budget', message, line };
}
