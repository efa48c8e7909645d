import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Currency } from '#kernel/currency.js';
import { Decimal, scaleOf } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { AccountType } from '../chart/account-type.js';
import { type BudgetPeriod, type BudgetYear, periodOfMonth } from './budget-period.js';

export const budgetSigns = ['debit_positive', 'natural'] as const;
export type BudgetSigns = (typeof budgetSigns)[number];

/** A line as somebody wants it. */
export interface BudgetLineWish {
  accountCode: string;
  /** `YYYY-MM`, or the number of the period. */
  month?: string;
  periodNumber?: number;
  dimensions: readonly { dimensionCode: string; valueCode: string }[];
  amount: string;
  /** Where it stands in what was sent. */
  at: { pointer: string; line?: number };
}

export interface BudgetAccount {
  id: string;
  code: string;
  type: AccountType;
  isGroup: boolean;
  isActive: boolean;
}

export interface BudgetValue {
  id: string;
  isActive: boolean;
  validFrom: CalendarDate | null;
  validTo: CalendarDate | null;
}

export interface BudgetDimension {
  isActive: boolean;
  /** By code. */
  values: ReadonlyMap<string, BudgetValue>;
}

export interface BudgetFacts {
  currency: Currency;
  year: BudgetYear;
  /** By code. */
  accounts: ReadonlyMap<string, BudgetAccount>;
  /** By code. */
  dimensions: ReadonlyMap<string, BudgetDimension>;
  signs: BudgetSigns;
}

/** A line to be kept: debits are positive, the ids of the values are sorted. */
export interface PlannedBudgetLine {
  accountId: string;
  periodId: string;
  valueIds: readonly string[];
  amount: Decimal;
}

export type BudgetPlan =
  { lines: PlannedBudgetLine[]; faults?: undefined } | { lines?: undefined; faults: ProblemError[] };

type Refuse = (field: string, code: string, message: string) => undefined;

/** What identifies a line of a budget. */
export const keyOfLine = ({ accountId, periodId, valueIds }: Omit<PlannedBudgetLine, 'amount'>): string =>
  [accountId, periodId, ...valueIds].join('/');

/** Decides what the wishes come to: all of them, or the faults. */
export function planBudgetLines(wishes: readonly BudgetLineWish[], facts: BudgetFacts): BudgetPlan {
  const faults: ProblemError[] = [];
  const lines: PlannedBudgetLine[] = [];
  const seen = new Set<string>();
  for (const wish of wishes) {
    const { pointer, line } = wish.at;
    const refuse: Refuse = (field, code, message) => {
      faults.push({ pointer: pointer && `${pointer}/${field}`, code, message, line });
      return undefined;
    };
    const account = accountOf(wish, facts, refuse);
    const period = periodOf(wish, facts.year, refuse);
    const valueIds = valuesOf(wish, facts, period, refuse);
    const amount = amountOf(wish, facts, account, refuse);
    if (!account || !period || !valueIds || !amount) continue;
    const planned = { accountId: account.id, periodId: period.id, valueIds, amount };
    const key = keyOfLine(planned);
    if (seen.has(key)) {
      refuse('accountCode', 'duplicate_line', 'The same account, period and values stand there before.');
    }
    seen.add(key);
    lines.push(planned);
  }
  return faults.length > 0 ? { faults } : { lines };
}

function accountOf({ accountCode }: BudgetLineWish, { accounts }: BudgetFacts, refuse: Refuse) {
  const account = accounts.get(accountCode);
  if (!account) return refuse('accountCode', 'unknown_account', `The legal entity has no account ${accountCode}.`);
  if (account.isGroup) {
    return refuse('accountCode', 'account_is_group', `Account ${accountCode} is a group; plan the accounts below it.`);
  }
  if (!account.isActive) return refuse('accountCode', 'account_inactive', `Account ${accountCode} is inactive.`);
  return account;
}

function periodOf({ month, periodNumber }: BudgetLineWish, year: BudgetYear, refuse: Refuse) {
  if ((month === undefined) === (periodNumber === undefined)) {
    return refuse('month', 'month_or_period', 'Give the month or the number of the period, one of both.');
  }
  if (month !== undefined) {
    const message = `${month} is no fiscal period of the year from ${year.startsOn} to ${year.endsOn}.`;
    return periodOfMonth(month, year) ?? refuse('month', 'unknown_period', message);
  }
  const period = year.periods.find(({ number }) => number === periodNumber);
  if (!period) return refuse('periodNumber', 'unknown_period', `The fiscal year has no period ${periodNumber}.`);
  if (!period.isAdjustment) return period;
  return refuse('periodNumber', 'adjustment_period', 'An adjustment period is not planned for.');
}

function valuesOf(
  { dimensions }: BudgetLineWish,
  facts: BudgetFacts,
  period: BudgetPeriod | undefined,
  refuse: Refuse,
): string[] | undefined {
  const ids = dimensions.map(({ dimensionCode, valueCode }, index) => {
    const place = (field: string) => `dimensions/${index}/${field}`;
    const dimension = facts.dimensions.get(dimensionCode);
    if (!dimension) {
      const message = `The legal entity has no dimension ${dimensionCode}.`;
      return refuse(place('dimensionCode'), 'unknown_dimension', message);
    }
    if (dimensions.findIndex((one) => one.dimensionCode === dimensionCode) < index) {
      const message = `A line has at most one value of ${dimensionCode}.`;
      return refuse(place('dimensionCode'), 'dimension_repeated', message);
    }
    const value = dimension.values.get(valueCode);
    if (!value) {
      const message = `The dimension ${dimensionCode} has no value ${valueCode}.`;
      return refuse(place('valueCode'), 'unknown_dimension_value', message);
    }
    if (!dimension.isActive || !value.isActive) {
      const message = `${dimension.isActive ? `The value ${valueCode}` : `The dimension ${dimensionCode}`} is inactive.`;
      return refuse(place('valueCode'), 'dimension_value_inactive', message);
    }
    if (period && !isValidIn(value, period)) {
      const message = `The value ${valueCode} is not valid from ${period.startsOn} to ${period.endsOn}.`;
      return refuse(place('valueCode'), 'dimension_value_not_valid', message);
    }
    return value.id;
  });
  return ids.includes(undefined) ? undefined : (ids as string[]).sort();
}

const isValidIn = ({ validFrom, validTo }: BudgetValue, { startsOn, endsOn }: BudgetPeriod) =>
  (validFrom === null || validFrom <= endsOn) && (validTo === null || validTo >= startsOn);

function amountOf(
  { amount }: BudgetLineWish,
  { currency, signs }: BudgetFacts,
  account: BudgetAccount | undefined,
  refuse: Refuse,
): Decimal | undefined {
  const value = new Decimal(amount);
  if (scaleOf(value) > currency.minorUnits) {
    const message = `Amounts in ${currency.code} have ${currency.minorUnits} decimals.`;
    return refuse('amount', 'too_many_decimals', message);
  }
  const isCredit = account && account.type !== 'asset' && account.type !== 'expense';
  return signs === 'natural' && isCredit ? value.negated() : value;
}
