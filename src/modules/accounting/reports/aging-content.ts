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

/** The same with what is owed as positive amounts, to whomever. */
interface SignedRow {
  row: AgingRow;
  open: Decimal;
  functionalOpen: Decimal;
}

/** Lines by party and currency, and what they sum up to. What is owed counts positive, to whomever. */
export function agingContent(
  rows: readonly AgingRow[],
  control: ItemControl,
  ages: readonly AgeView[],
  books: Pick<ReportBooks, 'currency'>,
): Pick<AgingView, 'lines' | 'totals'> {
  const signed = (text: string) => (control === 'receivable' ? new Decimal(text) : new Decimal(text).negated());
  const byLine = new Map<string, SignedRow[]>();
  const parts = rows.map((row): SignedRow => {
    const functionalOpen = signed(row.functionalOpen);
    const part = { row, functionalOpen, open: row.open === row.functionalOpen ? functionalOpen : signed(row.open) };
    const key = `${row.partyId} ${row.currency}`;
    const line = byLine.get(key);
    if (line) line.push(part);
    else byLine.set(key, [part]);
    return part;
  });
  const lines = [...byLine.values()].map((line) => lineOf(line, ages, books));
  return { lines, totals: amountsOf(parts, ages, books) };
}

function lineOf(
  parts: readonly SignedRow[],
  ages: readonly AgeView[],
  books: Pick<ReportBooks, 'currency'>,
): AgingLineView {
  const { partyId, partyNumber, partyName, currency } = parts[0]!.row;
  const amounts = amountsOf(parts, ages, books);
  const totalInItemCurrency =
    parts.every(({ open, functionalOpen }) => open === functionalOpen) && currency === books.currency.code
      ? amounts.total
      : amountText(sum(parts.map(({ open }) => open)), { currency: requireCurrency(currency) });
  return { partyId, partyNumber, partyName, itemCurrency: currency, ...amounts, totalInItemCurrency };
}

function amountsOf(
  parts: readonly SignedRow[],
  ages: readonly AgeView[],
  books: Pick<ReportBooks, 'currency'>,
): AgingAmountsView {
  const sums = new Map<number, Decimal>();
  for (const { row, functionalOpen } of parts) {
    const before = sums.get(row.place);
    sums.set(row.place, before ? before.plus(functionalOpen) : functionalOpen);
  }
  const at = (place: number) => amountText(sums.get(place) ?? zero, books);
  return {
    notDue: at(0),
    overdue: ages.map((_, index) => at(index + 1)),
    withoutDueDate: at(UNDATED),
    credits: at(CREDITS),
    total: amountText(sum(sums.values()), books),
  };
}
