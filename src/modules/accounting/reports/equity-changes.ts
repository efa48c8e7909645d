import type { DateRange } from '#kernel/date-range.js';
import { type Decimal, sum, zero } from '#kernel/decimal.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import { isBalanceSheetType } from '../chart/account-type.js';
import { boundsOfRange, figuresIn, lastOpeningDay, type ReportedRange } from './account-figures.js';
import { boundsOfResult, resultOf } from './income-figures.js';
import { balanceOf, dayAfter, type LedgerSums } from './ledger-sums.js';
import type { ChartAccount } from './report-books.reader.js';

export const equityMovements = ['opening', 'result', 'appropriation', 'increases', 'decreases', 'closing'] as const;

/** Credits are positive. All between opening and closing add up to what lies between the two. */
export type EquityMovements = Record<(typeof equityMovements)[number], Decimal>;

/** A component of equity: an account, or, without one, the result that nothing has taken to an account. */
export interface EquityComponent extends EquityMovements {
  account: ChartAccount | null;
}

/** The bounds that `equityComponents` asks sums for. */
export const boundsOfEquity = (range: ReportedRange, years: readonly DateRange[]) => [
  ...boundsOfRange(range),
  ...boundsOfResult(daysOf(range), years),
];

/**
 * What changed each component of equity (IAS 1.106): the result of the range; what entries that close or open a fiscal year
 * took of results to accounts; and what was posted to accounts otherwise, such as contributions, distributions and transfers.
 * Accounts without any figure are left out.
 */
export function equityComponents(
  chart: readonly ChartAccount[],
  range: ReportedRange,
  sums: LedgerSums,
  years: readonly DateRange[],
): EquityComponent[] {
  const accounts = chart.filter(({ isGroup }) => !isGroup);
  const ofAccounts = accounts
    .filter(({ type }) => type === 'equity')
    .map((account) => ({ account, ...accountMovements(account.id, range, sums) }))
    .filter((component) => equityMovements.some((name) => !component[name].isZero()));
  const earning = accounts.filter(({ type }) => !isBalanceSheetType(type)).map(({ id }) => id);
  return [...ofAccounts, { account: null, ...resultMovements(earning, range, sums, years) }];
}

export function totalMovements(components: readonly EquityMovements[]): EquityMovements {
  const total = (name: keyof EquityMovements) => sum(components.map((component) => component[name]));
  return {
    opening: total('opening'),
    result: total('result'),
    appropriation: total('appropriation'),
    increases: total('increases'),
    decreases: total('decreases'),
    closing: total('closing'),
  };
}

const daysOf = ({ from, to }: ReportedRange): DateRange => ({ startsOn: from, endsOn: to });
const isOf = (wanted: EntryKind) => (kind: EntryKind) => kind === wanted;

function accountMovements(id: string, range: ReportedRange, sums: LedgerSums): EquityMovements {
  const figures = figuresIn(range, sums)({ id, isBalanceSheet: true });
  const { debit, credit } = sums.between(id, range.from, dayAfter(range.to), isOf('regular'));
  const [opening, closing] = [figures.opening.negated(), figures.closing.negated()];
  const [increases, decreases] = [credit, debit.negated()];
  const appropriation = closing.minus(sum([opening, increases, decreases]));
  return { opening, result: zero, appropriation, increases, decreases, closing };
}

function resultMovements(
  accountIds: readonly string[],
  range: ReportedRange,
  sums: LedgerSums,
  years: readonly DateRange[],
): EquityMovements {
  const openingEnd = dayAfter(lastOpeningDay(range));
  const openings = accountIds.map((id) => {
    const before = balanceOf(sums.between(id, null, range.from));
    // Opening entries on a new account are a part of the year, which the result of the range has.
    if (sums.isNewOn(id, range.year.startsOn)) return before;
    return before.plus(balanceOf(sums.between(id, range.from, openingEnd, isOf('opening'))));
  });
  const opening = sum(openings).negated();
  const result = sum(accountIds.map((id) => resultOf(id, daysOf(range), sums, years))).negated();
  const closing = sum(accountIds.map((id) => balanceOf(sums.between(id, null, dayAfter(range.to))))).negated();
  const appropriation = closing.minus(opening).minus(result);
  return { opening, result, appropriation, increases: zero, decreases: zero, closing };
}
