import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import type { ItemControl } from '../open-items/open-items.dto.js';
import type { AgeView, AgingAmountsView, AgingLineView, AgingView } from './aging.dto.js';
import { amountText, type ReportBooks } from './report-books.js';

export const STANDARD_DAYS: readonly number[] = [30, 60, 90];

/** What is open of one party in one currency and of one column; debits positive. */
export interface AgingRow {
  partyId: string;
  partyNumber: string;
  partyName: string;
  currency: string;
  /** -2 for credits, -1 for what has no due date, 0 for what is not due, then the ages. */
  place: number;
  open: string;
  functionalOpen: string;
}

const CREDITS = -2;
const UNDATED = -1;

/** The ages that end with the days, and one for all that is older. */
export function agesOf(days: readonly number[]): AgeView[] {
  const starts = [1, ...days.map((day) => day + 1)];
  return starts.map((fromDays, index) => ({ fromDays, toDays: days[index] ?? null }));
}

/** Lines by party and currency, and what they sum up to. What is owed counts positive, to whomever. */
export function agingContent(
  rows: readonly AgingRow[],
  control: ItemControl,
  ages: readonly AgeView[],
  books: Pick<ReportBooks, 'currency'>,
): Pick<AgingView, 'lines' | 'totals'> {
  const sign = control === 'receivable' ? 1 : -1;
  const byLine = new Map<string, AgingRow[]>();
  for (const row of rows) {
    const key = `${row.partyId} ${row.currency}`;
    byLine.set(key, [...(byLine.get(key) ?? []), row]);
  }
  const lines = [...byLine.values()].map((parts) => lineOf(parts, sign, ages, books));
  return { lines, totals: amountsOf(rows, sign, ages, books) };
}

function lineOf(
  parts: readonly AgingRow[],
  sign: number,
  ages: readonly AgeView[],
  books: Pick<ReportBooks, 'currency'>,
): AgingLineView {
  const { partyId, partyNumber, partyName, currency } = parts[0]!;
  const open = sum(parts.map((part) => new Decimal(part.open))).times(sign);
  const totalInItemCurrency = amountText(open, { currency: requireCurrency(currency) });
  const amounts = amountsOf(parts, sign, ages, books);
  return { partyId, partyNumber, partyName, itemCurrency: currency, ...amounts, totalInItemCurrency };
}

function amountsOf(
  rows: readonly AgingRow[],
  sign: number,
  ages: readonly AgeView[],
  books: Pick<ReportBooks, 'currency'>,
): AgingAmountsView {
  const sums = new Map<number, Decimal>();
  for (const { place, functionalOpen } of rows) {
    sums.set(place, (sums.get(place) ?? zero).plus(functionalOpen));
  }
  const text = (amount: Decimal) => amountText(amount.times(sign), books);
  const at = (place: number) => text(sums.get(place) ?? zero);
  return {
    notDue: at(0),
    overdue: ages.map((_, index) => at(index + 1)),
    withoutDueDate: at(UNDATED),
    credits: at(CREDITS),
    total: text(sum(sums.values())),
  };
}
