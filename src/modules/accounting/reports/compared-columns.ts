import type { DateRange } from '#kernel/date-range.js';
import { rangesBefore } from './comparison-ranges.js';
import { parseDateRange } from './date-range-rule.js';
import type { IncomeStatementQuery } from './income-statement.dto.js';
import { type ReportBooks, wrongParameter } from './report-books.js';
import { periodText } from './report-title.js';

type ComparedQuery = Pick<IncomeStatementQuery, 'compare' | 'compareCount' | 'compareRanges'>;

/** The ranges that a report of a range stands beside, in their order. */
export function comparedWith(range: DateRange, query: ComparedQuery, { years }: ReportBooks): DateRange[] {
  const { compare, compareCount, compareRanges } = query;
  if (compare === undefined) {
    if (compareCount !== undefined) throw wrongParameter('?compareCount', 'ambiguous_comparison', 'Needs compare.');
    return (compareRanges ?? []).map((text) => parseDateRange(text)!);
  }
  if (compareRanges) throw wrongParameter('?compareRanges', 'ambiguous_comparison', 'Leave it out with compare.');
  try {
    return rangesBefore(range, compare, compareCount ?? 1, years);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw wrongParameter('?compare', 'out_of_calendar', 'Reaches before 1900, where the calendar begins.');
  }
}

/** How many columns there are is known from the query; which days they are, only once the fiscal years are read. */
export function labelsOf({ compare, compareCount = 1, compareRanges = [] }: ComparedQuery): string[] {
  if (compare === undefined) return compareRanges;
  return Array.from({ length: compareCount }, (_, at) => `${compare} ${at + 1}`);
}

/** Which days the columns of `compare` stand for. */
export const comparedFacts = (comparisons: readonly { from: string; to: string }[]): [string, string][] =>
  comparisons.length === 0
    ? []
    : [['Compared with', comparisons.map(({ from, to }) => periodText(from, to)).join(', ')]];
