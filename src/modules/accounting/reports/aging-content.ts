import { requireCurrency } from '#kernel/currency.js';
import { Decimal, zero } from '#kernel/decimal.js';
import type { AgeView, AgingAmountsView, AgingLineView, AgingView } from './aging.dto.js';
import { amountText, type ReportBooks } from './report-books.js';

export const STANDARD_DAYS: readonly number[] = [30, 60, 90];

/** What is open by column, what is owed positive, to whomever. */
interface AgingSums {
  /**
   * In the functional currency and with its decimals, by place: -2 for credits, -1 for what has no due date, 0 for what is not
   * due, then the ages. A place without anything has none, and without any place there are no amounts.
   */
  amounts: Readonly<Record<string, string>> | null;
  /** Their sum; null without any. */
  total: string | null;
}

/** What is open of one party in one currency. */
export interface AgingLineRow extends AgingSums {
  partyId: string;
  partyNumber: string;
  partyName: string;
  currency: string;
  /** The sum in the currency of the items. */
  open: string;
}

/** A line, or the sum of all. */
export type AgingRow = AgingLineRow | (AgingSums & { partyId: null });

const CREDITS = -2;
const UNDATED = -1;

/** The ages that end with the days, and one for all that is older. */
export function agesOf(days: readonly number[]): AgeView[] {
  const starts = [1, ...days.map((day) => day + 1)];
  return starts.map((fromDays, index) => ({ fromDays, toDays: days[index] ?? null }));
}

/**
 * Lines by party and currency, and what they sum up to. The sums are those of the database: there may be many.
 *
 * @param ledgers where the ledger of a party is, without the party
 */
export function agingContent(
  rows: readonly AgingRow[],
  ages: readonly AgeView[],
  books: Pick<ReportBooks, 'currency'>,
  ledgers: string,
): Pick<AgingView, 'lines' | 'totals'> {
  const nothing = amountText(zero, books);
  const amountsOf = ({ amounts, total }: AgingSums): AgingAmountsView => {
    const at = (place: number) => amounts?.[place] ?? nothing;
    return {
      notDue: at(0),
      overdue: ages.map((_, index) => at(index + 1)),
      withoutDueDate: at(UNDATED),
      credits: at(CREDITS),
      total: total ?? nothing,
    };
  };
  const lines: AgingLineView[] = [];
  let totals = amountsOf({ amounts: null, total: null });
  for (const row of rows) {
    const amounts = amountsOf(row);
    if (row.partyId === null) totals = amounts;
    else lines.push({ ...lineOf(row, amounts, books), drillDown: `${ledgers}&partyId=${row.partyId}` });
  }
  return { lines, totals };
}

function lineOf(
  row: AgingLineRow,
  amounts: AgingAmountsView,
  books: Pick<ReportBooks, 'currency'>,
): Omit<AgingLineView, 'drillDown'> {
  const { partyId, partyNumber, partyName, currency, open } = row;
  const isFunctional = currency === books.currency.code && open === amounts.total;
  const totalInItemCurrency = isFunctional
    ? amounts.total
    : amountText(new Decimal(open), { currency: requireCurrency(currency) });
  return { partyId, partyNumber, partyName, itemCurrency: currency, ...amounts, totalInItemCurrency };
}
