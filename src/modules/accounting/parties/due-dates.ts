import { addDays, addMonths, type CalendarDate, daysBetween, lastOfMonth } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import { Money } from '#kernel/money.js';

/** A day counted from the date of a document: months, then the end of that month, then days, then a day of a month. */
export interface CountedDay {
  months?: number | null | undefined;
  endOfMonth?: boolean | null | undefined;
  days?: number | null | undefined;
  /** The first such day from there on; the last day of a month that is shorter. */
  dayOfMonth?: number | null | undefined;
}

/** A share in percent as decimal text, and a day. */
export interface DatedShare extends CountedDay {
  percentage: string;
}

export interface TermsOfPayment {
  /** Their shares sum to 100. */
  instalments: readonly DatedShare[];
  /** What may be deducted from each instalment that is paid until the day. */
  discounts: readonly DatedShare[];
}

export interface EarlyPaymentDiscount {
  until: CalendarDate;
  percentage: string;
  amount: Money;
}

export interface Instalment {
  dueOn: CalendarDate;
  amount: Money;
  /** The earliest, which is the largest, first. */
  discounts: EarlyPaymentDiscount[];
}

const lastDay = '2199-12-31' as CalendarDate;

/**
 * What falls due when, in the order of the dates. The amounts sum to the gross amount by largest remainder; those of the
 * negated amount are the negated ones, discounts included. A discount ends with its instalment at the latest. Dates past
 * the end of the calendar (2199) are its last day.
 */
export function dueDates(terms: TermsOfPayment, documentDate: CalendarDate, gross: Money): Instalment[] {
  const amounts = gross.allocate(terms.instalments.map(({ percentage }) => new Decimal(percentage)));
  return terms.instalments
    .map((share, at) => {
      const dueOn = countedDay(share, documentDate);
      return { dueOn, amount: amounts[at]!, discounts: discountsOf(terms, documentDate, dueOn, amounts[at]!) };
    })
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : Number(one.dueOn > other.dueOn)));
}

function discountsOf(
  { discounts }: TermsOfPayment,
  documentDate: CalendarDate,
  dueOn: CalendarDate,
  amount: Money,
): EarlyPaymentDiscount[] {
  return discounts
    .map(({ percentage, ...day }) => {
      const counted = countedDay(day, documentDate);
      const part = amount.amount.times(percentage).dividedBy(100);
      return {
        until: counted < dueOn ? counted : dueOn,
        percentage,
        amount: Money.round(part, amount.currency.code),
      };
    })
    .sort((one, other) => (one.until < other.until ? -1 : Number(one.until > other.until)));
}

/** Never before the date itself. */
export function countedDay({ months, endOfMonth, days, dayOfMonth }: CountedDay, date: CalendarDate): CalendarDate {
  const inMonth = months ? monthsLater(date, months) : date;
  const fromMonth = endOfMonth ? lastOfMonth(inMonth) : inMonth;
  const day = days ? daysLater(fromMonth, days) : fromMonth;
  return dayOfMonth ? nextDayOfMonth(day, dayOfMonth) : day;
}

function nextDayOfMonth(from: CalendarDate, dayOfMonth: number): CalendarDate {
  const inThisMonth = dayIn(from, dayOfMonth);
  if (inThisMonth >= from) return inThisMonth;
  const inNext = dayIn(monthsLater(from, 1), dayOfMonth);
  return inNext >= from ? inNext : lastDay;
}

function dayIn(date: CalendarDate, dayOfMonth: number): CalendarDate {
  const last = lastOfMonth(date);
  const day = String(dayOfMonth).padStart(2, '0');
  return day < last.slice(8) ? (`${date.slice(0, 8)}${day}` as CalendarDate) : last;
}

const daysLater = (date: CalendarDate, days: number) =>
  daysBetween(date, lastDay) > days ? addDays(date, days) : lastDay;

/** The months that are left of the calendar bound it. */
function monthsLater(date: CalendarDate, months: number): CalendarDate {
  const left = (2199 - Number(date.slice(0, 4))) * 12 + 12 - Number(date.slice(5, 7));
  return months <= left ? addMonths(date, months) : lastDay;
}
