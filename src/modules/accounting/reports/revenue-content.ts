import { addMonths, firstOfMonth, lastOfMonth } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import { amountText, type ReportBooks } from './report-books.js';
import type {
  RevenueFiguresView,
  RevenueGrouping,
  RevenueLineKind,
  RevenueLineView,
  RevenueTotalsView,
} from './revenue.dto.js';

/** Lines of documents that are alike, of one column. */
export interface RevenueSum {
  /** 1 for the report, then the compared ranges. */
  place: number;
  partyId: string | null;
  partyNumber: string | null;
  partyName: string | null;
  itemCode: string | null;
  description: string | null;
  unit: string | null;
  lineKind: RevenueLineKind | null;
  /** Of its range, counted from 1. */
  month: number | null;
  documentCount: number;
  quantity: string | null;
  invoiced: string;
  credited: string;
}

interface RevenueColumns {
  by: RevenueGrouping;
  range: DateRange;
  /** The customer that the report is of; undefined where it is of all. */
  onlyPartyId: string | undefined;
  /** How many columns there are, the report's own among them. */
  width: number;
}

/** Puts the columns beside each other, and adds them up. */
export function revenueContent(
  sums: readonly RevenueSum[],
  { by, range, onlyPartyId, width }: RevenueColumns,
  books: ReportBooks,
): { lines: RevenueLineView[]; totals: RevenueTotalsView } {
  const columns = Array.from({ length: width }, (_, index) => index + 1);
  const lines = groupsOf(sums, by, range).map((group) => {
    const [shown, ...compared] = columns.map((column) => group.filter(({ place }) => place === column));
    const month = by === 'month' ? monthOf(group[0]!.month!, range) : null;
    const { partyId, partyNumber, partyName, itemCode, unit, lineKind, description } = group[0]!;
    return {
      partyId,
      partyNumber,
      partyName,
      itemCode,
      description,
      unit,
      lineKind,
      month: month && firstOfMonth(month.startsOn),
      ...figuresOf(shown!, itemCode !== null, books),
      documentCount: countOf(shown!),
      comparisons: compared.map((one) => figuresOf(one, itemCode !== null, books)),
      drillDown: drillDown(
        { by, partyId: partyId ?? onlyPartyId, itemCode, days: by === 'month' ? month : range },
        books,
      ),
    };
  });
  const [total, ...compared] = columns.map((column) => {
    return amountsOf(
      sums.filter(({ place }) => place === column),
      books,
    );
  });
  return { lines, totals: { ...total!, comparisons: compared } };
}

/** The sums of each line; by month also of months in which nothing was issued. */
function groupsOf(sums: readonly RevenueSum[], by: RevenueGrouping, range: DateRange): RevenueSum[][] {
  const groups = new Map<string, RevenueSum[]>();
  const add = (one: RevenueSum) => {
    const key = JSON.stringify([one.partyId, one.itemCode, one.unit, one.lineKind, one.month]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  };
  if (by === 'month') {
    for (let month = 1; monthOf(month, range); month++) add({ ...NOTHING, month });
  }
  for (const one of sums) add(one);
  return by === 'month'
    ? [...groups.values()].toSorted((one, other) => one[0]!.month! - other[0]!.month!)
    : [...groups.values()];
}

const NOTHING: RevenueSum = {
  place: 1,
  partyId: null,
  partyNumber: null,
  partyName: null,
  itemCode: null,
  description: null,
  unit: null,
  lineKind: null,
  month: null,
  documentCount: 0,
  quantity: null,
  invoiced: '0',
  credited: '0',
};

/** What the range has of its month; null after its end. */
function monthOf(month: number, { startsOn, endsOn }: DateRange): DateRange | null {
  const first = addMonths(firstOfMonth(startsOn), month - 1);
  if (first > endsOn) return null;
  const last = lastOfMonth(first);
  return { startsOn: first < startsOn ? startsOn : first, endsOn: last > endsOn ? endsOn : last };
}

const countOf = (sums: readonly RevenueSum[]) => sums.reduce((count, { documentCount }) => count + documentCount, 0);

function amountsOf(sums: readonly RevenueSum[], books: ReportBooks) {
  const invoiced = sum(sums.map((one) => new Decimal(one.invoiced)));
  const credited = sum(sums.map((one) => new Decimal(one.credited)));
  return {
    invoiced: amountText(invoiced, books),
    credited: amountText(credited, books),
    net: amountText(invoiced.minus(credited), books),
  };
}

function figuresOf(sums: readonly RevenueSum[], isOfItem: boolean, books: ReportBooks): RevenueFiguresView {
  const quantity = sum(sums.map((one) => new Decimal(one.quantity ?? zero)));
  return { ...amountsOf(sums, books), quantity: isOfItem ? quantity.toFixed() : null };
}

interface Drilled {
  by: RevenueGrouping;
  partyId: string | undefined;
  itemCode: string | null;
  days: DateRange | null;
}

/** Where the documents of a line are found. */
function drillDown({ by, partyId, itemCode, days }: Drilled, { legalEntityId }: ReportBooks): string[] {
  if (!days) return [];
  const { startsOn, endsOn } = days;
  const of = { legalEntityId, ...(partyId && { partyId }) };
  if (by !== 'item') {
    const asked = new URLSearchParams({ ...of, 'issuedOn[gte]': startsOn, 'issuedOn[lte]': endsOn }).toString();
    return [`/v1/accounting/invoices?${asked}`, `/v1/accounting/credit-notes?${asked}`];
  }
  if (itemCode === null) return [];
  const asked = { ...of, by: 'customer', itemCode, from: startsOn, to: endsOn };
  return [`/v1/accounting/reports/revenue?${new URLSearchParams(asked).toString()}`];
}
