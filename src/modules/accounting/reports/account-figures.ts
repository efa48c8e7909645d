import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import { type Decimal, plus, sum, zero } from '#kernel/decimal.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import { balanceOf, dayAfter, type LedgerSums } from './ledger-sums.js';

/** Whether entries that close a fiscal year count. */
export const closingEntriesChoices = ['included', 'excluded'] as const;
export type ClosingEntries = (typeof closingEntriesChoices)[number];

/** Days that a report is about, with the fiscal year that holds the first of them. */
export interface ReportedRange {
  from: CalendarDate;
  to: CalendarDate;
  year: DateRange;
  closingEntries: ClosingEntries;
}

/** Debits are positive in the balances. */
export interface AccountFigures {
  opening: Decimal;
  /** Movement without closing entries, which are movement of their own. */
  debit: Decimal;
  credit: Decimal;
  closingEntriesDebit: Decimal;
  closingEntriesCredit: Decimal;
  closing: Decimal;
  /** What an income or expense account brings from earlier years that were not closed; part of none of the others. */
  unclosed: Decimal;
}

/** The last day whose opening entries count as opening: those of a later fiscal year are movement like any other. */
export const lastOpeningDay = ({ to, year }: Pick<ReportedRange, 'to' | 'year'>): CalendarDate =>
  to < year.endsOn ? to : year.endsOn;

/** The bounds that `figuresIn` asks sums for. */
export function boundsOfRange(range: ReportedRange): CalendarDate[] {
  // A range that begins after the opening days of its year cannot be: it begins in that year.
  return [range.year.startsOn, range.from, dayAfter(lastOpeningDay(range)), dayAfter(range.to)];
}

const countsAfterwards = (kind: EntryKind, closingEntries: ClosingEntries) =>
  kind !== 'closing' || closingEntries === 'included';

/**
 * Opening, movement and closing of accounts in a range. Balance-sheet accounts open with what they closed with. Income
 * and expense accounts count from the start of the fiscal year: what is left of earlier years is their unclosed result,
 * which opening entries may have taken to equity. On an account without earlier years, opening entries are the part of
 * the year before the books were taken over. Closing entries that count stand apart from the other movement.
 */
export function figuresIn(
  range: ReportedRange,
  sums: LedgerSums,
): (account: { id: string; isBalanceSheet: boolean }) => AccountFigures {
  const { from, to, year, closingEntries } = range;
  const [openingEnd, end] = [dayAfter(lastOpeningDay(range)), dayAfter(to)];
  const counts = (kind: EntryKind) => kind !== 'opening' && countsAfterwards(kind, closingEntries);
  return ({ id, isBalanceSheet }) => {
    const prior = balanceOf(sums.between(id, null, year.startsOn));
    const openings = balanceOf(sums.between(id, year.startsOn, openingEnd, (kind) => kind === 'opening'));
    const before = balanceOf(sums.between(id, year.startsOn, from, counts));
    const inYear = sums.between(id, from, openingEnd, (kind) => kind === 'regular');
    const later = sums.between(id, openingEnd, end, (kind) => kind !== 'closing');
    const closings = sums.between(id, from, end, (kind) => kind === 'closing' && counts(kind));

    const opensWith = isBalanceSheet || sums.isNewOn(id, year.startsOn) ? openings : zero;
    const opening = sum([before, isBalanceSheet ? prior : zero, opensWith]);
    const [debit, credit] = [plus(inYear.debit, later.debit), plus(inYear.credit, later.credit)];
    return {
      opening,
      debit,
      credit,
      closingEntriesDebit: closings.debit,
      closingEntriesCredit: closings.credit,
      closing: sum([opening, debit, credit.negated(), balanceOf(closings)]),
      unclosed: sum([prior, openings, before, opening.negated()]),
    };
  };
}

/** Movement of an account from the first day of the range up to and without a day in it, which is a bound of the sums. */
export function balanceBefore(sums: LedgerSums, id: string, range: ReportedRange, day: CalendarDate): Decimal {
  const { from, closingEntries } = range;
  const openingEnd = dayAfter(lastOpeningDay(range));
  const [inYearUntil, laterFrom] = day < openingEnd ? [day, day] : [openingEnd, openingEnd];
  const counts = (kind: EntryKind) => kind !== 'opening' && countsAfterwards(kind, closingEntries);
  const inYear = sums.between(id, from, inYearUntil, counts);
  const later = sums.between(id, laterFrom, day, (kind) => countsAfterwards(kind, closingEntries));
  return balanceOf(inYear).plus(balanceOf(later));
}

const movements = ['debit', 'credit', 'closingEntriesDebit', 'closingEntriesCredit'] as const;
/** What reports show of an account, in the order of their columns. */
export const figureColumns = ['opening', ...movements, 'closing'] as const;
export type ShownFigures = Pick<AccountFigures, (typeof figureColumns)[number]>;

/** The figures of each column, as `figure` answers it. */
export function eachFigure<Figure>(figure: (column: keyof ShownFigures) => Figure): Record<keyof ShownFigures, Figure> {
  return {
    opening: figure('opening'),
    debit: figure('debit'),
    credit: figure('credit'),
    closingEntriesDebit: figure('closingEntriesDebit'),
    closingEntriesCredit: figure('closingEntriesCredit'),
    closing: figure('closing'),
  };
}

export function hasFigures(figures: ShownFigures): boolean {
  return figureColumns.some((column) => !figures[column].isZero());
}

/** Whether any line counts in the range, besides the opening. */
export function hasMovement(figures: ShownFigures): boolean {
  return movements.some((column) => !figures[column].isZero());
}
