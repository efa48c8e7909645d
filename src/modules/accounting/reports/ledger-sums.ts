import { addDays, type CalendarDate, firstOfMonth, lastOfMonth } from '#kernel/calendar-date.js';
import { Decimal, plus, zero } from '#kernel/decimal.js';
import type { EntryKind } from '../contract/ledger-posting.js';

/** Sums of an account, in one part of the time, over the entries of one kind. */
export interface SumRow {
  account_id: string;
  /** Index of the part: 0 before the first bound, 1 from there to the second, and so on. */
  part: number;
  kind: EntryKind;
  debit: string;
  credit: string;
}

export interface Sums {
  debit: Decimal;
  credit: Decimal;
}

/** The day after; of the last day of the calendar, a bound that no entry reaches. */
export function dayAfter(date: CalendarDate): CalendarDate {
  return date === '2199-12-31' ? ('2200-01-01' as CalendarDate) : addDays(date, 1);
}

/** The bounds in order, each once. */
export function boundsOf(dates: Iterable<CalendarDate>): CalendarDate[] {
  return [...new Set(dates)].sort();
}

/** How sums up to the last of the bounds are put together from months and days. */
export interface Cuts {
  /** Without this day. */
  end: CalendarDate;
  /** The months, by their first day, that a bound cuts in two: their days are summed one by one. All others count whole. */
  split: CalendarDate[];
  /** Days from the end up to and without this one are in a month that counts whole, and are taken away again. */
  rest: CalendarDate;
}

/** A month is split from its shorter side: one that only the end cuts, and late, counts whole without its last days. */
export function cutsOf(bounds: readonly CalendarDate[]): Cuts {
  const end = bounds.at(-1)!;
  const cutting = bounds.filter((bound) => !bound.endsWith('-01'));
  const endsLate =
    end.slice(8) > '16' && cutting.filter((bound) => firstOfMonth(bound) === firstOfMonth(end)).length === 1;
  const split = new Set((endsLate ? cutting.slice(0, -1) : cutting).map(firstOfMonth));
  return { end, split: [...split], rest: endsLate ? dayAfter(lastOfMonth(end)) : end };
}

/** What the accounts of a legal entity sum up to between bounds, read in one go for all columns of a report. */
export class LedgerSums {
  private readonly byAccount = new Map<string, (Sums & Pick<SumRow, 'part' | 'kind'>)[]>();

  constructor(
    private readonly bounds: readonly CalendarDate[],
    rows: readonly SumRow[],
    /** Those of all lines, where these are of a part of them. */
    private readonly whole?: LedgerSums,
  ) {
    for (const { account_id, part, kind, debit, credit } of rows) {
      const parsed = { part, kind, debit: new Decimal(debit), credit: new Decimal(credit) };
      const known = this.byAccount.get(account_id);
      if (known) known.push(parsed);
      else this.byAccount.set(account_id, [parsed]);
    }
  }

  /**
   * From a bound, or from the beginning of the books where it is null, up to and without another bound.
   *
   * @throws RangeError for a day that is no bound
   */
  between(
    accountId: string,
    from: CalendarDate | null,
    until: CalendarDate,
    counts: (kind: EntryKind) => boolean = () => true,
  ): Sums {
    const [first, last] = [from === null ? 0 : this.partFrom(from), this.partFrom(until)];
    let [debit, credit] = [zero, zero];
    for (const row of this.byAccount.get(accountId) ?? []) {
      if (row.part < first || row.part >= last || !counts(row.kind)) continue;
      debit = plus(debit, row.debit);
      credit = plus(credit, row.credit);
    }
    return { debit, credit };
  }

  /**
   * Whether the account brings nothing from before a day. It is asked of all its lines, also where the sums are of a part
   * of them: what opening entries on it mean is the same for every part, or the parts would not add up.
   */
  isNewOn(accountId: string, day: CalendarDate): boolean {
    return balanceOf((this.whole ?? this).between(accountId, null, day)).isZero();
  }

  private partFrom(bound: CalendarDate): number {
    const index = this.bounds.indexOf(bound);
    if (index < 0) throw new RangeError(`${bound} is no bound of these sums`);
    return index + 1;
  }
}

export const balanceOf = ({ debit, credit }: Sums): Decimal => (credit.isZero() ? debit : debit.minus(credit));
