import { type CalendarDate, lastOfMonth } from '#kernel/calendar-date.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import { Money } from '#kernel/money.js';
import { daysIn, type DeferralMethod, monthShares, type ServicePeriod } from './deferral-method.js';

/** An amount in the currency of the document and in the functional one. */
export interface DeferredAmount {
  amount: Decimal;
  functionalAmount: Decimal;
}

/** What is earned in a month, or what a credit note changes of that. */
export interface PlannedPart extends DeferredAmount {
  month: CalendarDate;
  /** The day from which on it can be recognized: the last of the month, or that of the document where it is later. */
  dueOn: CalendarDate;
}

interface Currencies {
  currency: string;
  functionalCurrency: string;
}

export interface DeferredLine extends DeferredAmount, Currencies {
  service: ServicePeriod;
  method: DeferralMethod;
  issuedOn: CalendarDate;
}

/** The months of a line that is deferred. They sum to it in both currencies. */
export function planDeferral(line: DeferredLine): PlannedPart[] {
  return spread(line)
    .filter(({ amount, functionalAmount }) => !amount.isZero() || !functionalAmount.isZero())
    .map((part) => ({ ...part, dueOn: later(lastOfMonth(part.month), line.issuedOn) }));
}

/** What stands of a month: all its parts together. */
export interface StandingMonth extends DeferredAmount {
  month: CalendarDate;
  /** When anything of it was recognized last; null where nothing was. */
  recognizedOn: CalendarDate | null;
}

export interface CreditedLine extends DeferredAmount, Currencies {
  service: ServicePeriod;
  method: DeferralMethod;
  issuedOn: CalendarDate;
  standing: readonly StandingMonth[];
  /** The last day of a service that is broken off; undefined where it goes on for what is left. */
  serviceEndsOn?: CalendarDate | undefined;
}

/** A change of a month; of one that is recognized it is taken back from revenue at once. */
export interface PlannedCut extends PlannedPart {
  isRecognized: boolean;
}

/**
 * What a credit note changes of the months of a line. What is left of it is shared by the months as they stand. Where the
 * service is broken off, months before keep what they have, later ones nothing, and the month in which it ends has what is
 * left beyond that; where that would be of the other sign, the months share what is left.
 *
 * @param line with what is credited of it, of the sign of the line
 */
export function planCut(line: CreditedLine): PlannedCut[] {
  const months = line.standing.toSorted((one, other) => (one.month < other.month ? -1 : 1));
  const amounts = targets(line, months, line.currency, 'amount');
  const functional = targets(line, months, line.functionalCurrency, 'functionalAmount');
  return months.flatMap(({ month, recognizedOn, ...now }, index): PlannedCut[] => {
    const amount = amounts[index]!.minus(now.amount);
    const functionalAmount = functional[index]!.minus(now.functionalAmount);
    if (amount.isZero() && functionalAmount.isZero()) return [];
    const dueOn = later(recognizedOn ?? lastOfMonth(month), line.issuedOn);
    return [{ month, amount, functionalAmount, dueOn, isRecognized: recognizedOn !== null }];
  });
}

type Month = Omit<PlannedPart, 'dueOn'>;

/** In proportion to the months of the service, by largest remainder. */
function spread({ amount, functionalAmount, ...line }: DeferredLine): Month[] {
  const shares = monthShares(line.service, line.method);
  const weights = shares.map(({ weight }) => weight);
  const amounts = Money.round(amount, line.currency).allocate(weights);
  const functional = Money.round(functionalAmount, line.functionalCurrency).allocate(weights);
  return shares.map(({ month }, index) => {
    return { month, amount: amounts[index]!.amount, functionalAmount: functional[index]!.amount };
  });
}

/** What each month has in the end, in one of the currencies. */
function targets(
  line: CreditedLine,
  months: readonly StandingMonth[],
  currency: string,
  which: keyof DeferredAmount,
): Decimal[] {
  const standing = months.map((month) => month[which]);
  const left = sum(standing).minus(line[which]);
  const kept =
    line.serviceEndsOn === undefined ? standing : keptUntil(line, months, line.serviceEndsOn, which, currency);
  const end = kept.findLastIndex((amount) => !amount.isZero());
  const rest = left.minus(sum(kept));
  if (line.serviceEndsOn !== undefined && end >= 0 && isOfSign(kept[end]!.plus(rest), kept[end]!)) {
    return kept.map((amount, index) => (index === end ? amount.plus(rest) : amount));
  }
  const weights = kept.map((amount) => amount.abs());
  const shared = weights.some((weight) => !weight.isZero()) ? weights : months.map(() => new Decimal(1));
  const parts = Money.round(left, currency).allocate(shared);
  return parts.map(({ amount }) => amount);
}

const isOfSign = (one: Decimal, other: Decimal) => one.isZero() || one.isNegative() === other.isNegative();

/** What months have of a service that ends earlier; by equal months, the month in which it ends counts for all of it. */
function keptUntil(
  { service, method }: CreditedLine,
  months: readonly StandingMonth[],
  serviceEndsOn: CalendarDate,
  which: keyof DeferredAmount,
  currency: string,
): Decimal[] {
  const served = { from: service.from, through: earlier(serviceEndsOn, service.through) };
  return months.map((standing) => {
    const days = daysIn(served, standing.month);
    if (days === 0 || method === 'by_month') return days === 0 ? zero : standing[which];
    const share = standing[which].times(days).dividedBy(daysIn(service, standing.month));
    return Money.round(share, currency).amount;
  });
}

const later = (one: CalendarDate, other: CalendarDate) => (one > other ? one : other);
const earlier = (one: CalendarDate, other: CalendarDate) => (one < other ? one : other);
