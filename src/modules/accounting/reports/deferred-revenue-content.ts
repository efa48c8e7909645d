import { addMonths, type CalendarDate, firstOfMonth } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import { Decimal, sum } from '#kernel/decimal.js';
import type {
  DeferredAccountView,
  DeferredRevenueAmountsView,
  DeferredRevenueGrouping,
  DeferredRevenueLineView,
} from './deferred-revenue.dto.js';
import type { DeferredAccountSum, DeferredRevenueSum } from './deferred-revenue.repository.js';
import { amountText, type ReportBooks } from './report-books.js';

type Amounts = Pick<DeferredRevenueSum, 'opening' | 'added' | 'recognized' | 'credited'>;

/** The lines, and what they come to. By month each begins where the one before ended. */
export function deferredRevenueContent(
  sums: readonly DeferredRevenueSum[],
  { by, range }: { by: DeferredRevenueGrouping; range: DateRange },
  books: ReportBooks,
): { lines: DeferredRevenueLineView[]; totals: DeferredRevenueAmountsView } {
  const rows = by === 'month' ? monthsOf(sums, range) : sums;
  const total = (of: keyof Amounts) => sum(sums.map((one) => new Decimal(one[of]))).toFixed();
  return {
    lines: rows.map((one) => ({ ...one, ...amountsOf(one, books), drillDown: drillDown(one, books) })),
    totals: amountsOf(
      {
        opening: total('opening'),
        added: total('added'),
        recognized: total('recognized'),
        credited: total('credited'),
      },
      books,
    ),
  };
}

/** Each deferred account with what its deferrals leave, and what else is posted to it. */
export function deferredAccounts(sums: readonly DeferredAccountSum[], books: ReportBooks): DeferredAccountView[] {
  return sums.map(({ accountCode, balance, deferred }) => ({
    accountCode,
    deferred: amountText(new Decimal(deferred), books),
    other: amountText(new Decimal(balance).minus(deferred), books),
    balance: amountText(new Decimal(balance), books),
  }));
}

/** Also months in which nothing happened; what was before the first one is where it begins. */
function monthsOf(sums: readonly DeferredRevenueSum[], { startsOn, endsOn }: DateRange): DeferredRevenueSum[] {
  const byMonth = new Map(sums.flatMap((one) => (one.month === null ? [] : [[one.month, one] as const])));
  let opening = sum(sums.map((one) => new Decimal(one.opening)));
  const rows: DeferredRevenueSum[] = [];
  for (let month: CalendarDate = firstOfMonth(startsOn); month <= endsOn; month = addMonths(month, 1)) {
    const { added, recognized, credited } = byMonth.get(month) ?? { added: '0', recognized: '0', credited: '0' };
    rows.push({ ...NOBODY, month, opening: opening.toFixed(), added, recognized, credited });
    opening = opening.plus(added).minus(recognized).minus(credited);
  }
  return rows;
}

const NOBODY = {
  accountCode: null,
  accountName: null,
  partyId: null,
  partyNumber: null,
  partyName: null,
  deferralId: null,
  invoiceNumber: null,
  position: null,
} as const;

function amountsOf({ opening, added, recognized, credited }: Amounts, books: ReportBooks): DeferredRevenueAmountsView {
  const closing = new Decimal(opening).plus(added).minus(recognized).minus(credited);
  const text = (amount: string | Decimal) => amountText(new Decimal(amount), books);
  return {
    opening: text(opening),
    added: text(added),
    recognized: text(recognized),
    credited: text(credited),
    closing: text(closing),
  };
}

function drillDown(
  { deferralId, partyId, accountCode, month }: DeferredRevenueSum,
  { legalEntityId }: ReportBooks,
): string[] {
  if (deferralId !== null) {
    return [`/v1/accounting/deferrals/${deferralId}`, `/v1/accounting/deferral-parts?deferralId=${deferralId}`];
  }
  if (month !== null) return [];
  const of = { legalEntityId, ...(partyId !== null && { partyId }), ...(accountCode !== null && { accountCode }) };
  return [`/v1/accounting/deferrals?${new URLSearchParams(of).toString()}`];
}
