import type { CalendarDate } from '#kernel/calendar-date.js';
import { type DateRange, overlaps } from '#kernel/date-range.js';
import { type Decimal, sum } from '#kernel/decimal.js';
import { balanceOf, dayAfter, type LedgerSums } from './ledger-sums.js';

/** The part of the range that lies in the fiscal year. */
function within(range: DateRange, year: DateRange): DateRange {
  return {
    startsOn: range.startsOn > year.startsOn ? range.startsOn : year.startsOn,
    endsOn: range.endsOn < year.endsOn ? range.endsOn : year.endsOn,
  };
}

/** The bounds that `resultOf` asks sums for. */
export function boundsOfResult(range: DateRange, years: readonly DateRange[]): CalendarDate[] {
  return years
    .filter((year) => overlaps(range, year))
    .flatMap((year) => {
      const { startsOn, endsOn } = within(range, year);
      return [year.startsOn, startsOn, dayAfter(endsOn)];
    });
}

/**
 * What an income or expense account has earned or cost in the range, debit positive. Closing entries take no part.
 * Opening entries do where the account brings nothing from years before: they are the part of the year before the books
 * were taken over; elsewhere they settle an earlier result.
 */
export function resultOf(accountId: string, range: DateRange, sums: LedgerSums, years: readonly DateRange[]): Decimal {
  const parts = years
    .filter((year) => overlaps(range, year))
    .map((year) => {
      const { startsOn, endsOn } = within(range, year);
      const isNew = sums.isNewOn(accountId, year.startsOn);
      return sums.between(accountId, startsOn, dayAfter(endsOn), (kind) => {
        return kind === 'regular' || (kind === 'opening' && isNew);
      });
    });
  return sum(parts.map(balanceOf));
}
