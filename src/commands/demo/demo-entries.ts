import { addDays, type CalendarDate } from '#kernel/calendar-date.js';
import { Decimal, sum } from '#kernel/decimal.js';
import type { DemoEntry } from './demo-entry.js';
import type { DemoMonth } from './demo-month.js';
import { founding, payroll, schedules, vatReturn } from './month-end.js';
import { merchandise, overheadsOf } from './purchases.js';
import { exports, webShop, wholesale } from './sales.js';

/** Payments of the last days that the bank has told of, and nobody has recorded yet. */
const NEWS = 6;

/** The story of a company that trades in lamps: what is in its books, and what only its bank knows. */
export interface DemoStory {
  /** In the order of their dates, up to the end of the last month. */
  entries: DemoEntry[];
  news: DemoEntry[];
}

export function demoStory(months: readonly DemoMonth[]): DemoStory {
  const all = allEntries(months);
  const from = addDays(months.at(-1)!.last, -NEWS);
  const isNews = ({ date, document, lines }: DemoEntry) =>
    document?.kind === 'payment' && lines[0]!.account === '1010' && date > from;
  return { entries: all.filter((entry) => !isNews(entry)), news: all.filter(isNews) };
}

export const demoEntries = (months: readonly DemoMonth[]): DemoEntry[] => demoStory(months).entries;

function allEntries(months: readonly DemoMonth[]): DemoEntry[] {
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
