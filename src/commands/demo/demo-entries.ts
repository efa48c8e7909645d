import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal, sum } from '#kernel/decimal.js';
import type { DemoEntry } from './demo-entry.js';
import type { DemoMonth } from './demo-month.js';
import { founding, payroll, schedules, vatReturn } from './month-end.js';
import { merchandise, overheadsOf } from './purchases.js';
import { exports, webShop, wholesale } from './sales.js';

/** The entries of a company that trades in lamps, in the order of their dates, up to the end of the last month. */
export function demoEntries(months: readonly DemoMonth[]): DemoEntry[] {
  const sold = months.map((month, index) => [
    ...wholesale(month),
    ...exports(month, months[index + 1]),
    ...webShop(month),
  ]);
  const bought = months.map((month, index) => [
    ...(index === 0 ? founding(month) : []),
    // What will be sold next month is bought now; nobody knows what comes after the last.
    ...merchandise(month, costOfGoods(sold[index + 1] ?? sold[index]!)),
    ...overheadsOf(month),
  ]);
  const entries = [...sold.flat(), ...bought.flat()];
  const others = months.flatMap((month) => [...payroll(month), ...schedules(month), ...vatReturn(month, entries)]);
  const until = months.at(-1)!.last;
  return [...entries, ...others].filter(({ date }) => date <= until).sort(byDate);
}

const costOfGoods = (entries: readonly DemoEntry[]): Decimal =>
  sum(
    entries
      .flatMap(({ lines }) => lines)
      .filter(({ account }) => account === '5000')
      .map(({ amount }) => amount),
  );

const byDate = (one: { date: CalendarDate }, other: { date: CalendarDate }): number =>
  one.date < other.date ? -1 : Number(one.date > other.date);
