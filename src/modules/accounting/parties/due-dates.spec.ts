import fc from 'fast-check';
import { addDays, type CalendarDate, lastOfMonth, parseCalendarDate } from '#kernel/calendar-date.js';
import { sum } from '#kernel/decimal.js';
import { Money } from '#kernel/money.js';
import { countedDay, type CountedDay, type DatedShare, dueDates, type TermsOfPayment } from './due-dates.js';

const day = (text: string) => text as CalendarDate;

describe('a counted day', () => {
  it.each<[string, CountedDay, string, string]>([
    ['net 30', { days: 30 }, '2026-01-31', '2026-03-02'],
    ['at once', {}, '2026-01-31', '2026-01-31'],
    ['end of month', { endOfMonth: true }, '2026-02-03', '2026-02-28'],
    ['end of month + 10', { endOfMonth: true, days: 10 }, '2026-01-31', '2026-02-10'],
    ['end of the next month', { months: 1, endOfMonth: true }, '2026-01-31', '2026-02-28'],
    ['31 January + 1 month', { months: 1 }, '2026-01-31', '2026-02-28'],
    ['31 January + 1 month in a leap year', { months: 1 }, '2028-01-31', '2028-02-29'],
    ['30 days, then the end of that month', { months: 1, endOfMonth: true, days: 0 }, '2026-11-30', '2026-12-31'],
    ['the 15th', { dayOfMonth: 15 }, '2026-03-15', '2026-03-15'],
    ['the next 15th', { dayOfMonth: 15 }, '2026-03-16', '2026-04-15'],
    ['the 15th of the month after', { endOfMonth: true, days: 1, dayOfMonth: 15 }, '2026-12-05', '2027-01-15'],
    ['the 31st of a short month', { dayOfMonth: 31 }, '2026-02-10', '2026-02-28'],
    ['the 30th, from 31 January', { dayOfMonth: 30 }, '2026-01-31', '2026-02-28'],
    ['past the calendar', { months: 120, days: 3650, dayOfMonth: 1 }, '2199-06-01', '2199-12-31'],
  ])('%s', (_name, counted, from, expected) => {
    expect(countedDay(counted, day(from))).toBe(expected);
  });
});

describe('due dates', () => {
  it('2/10 net 30', () => {
    const terms = {
      instalments: [{ percentage: '100', days: 30 }],
      discounts: [{ percentage: '2', days: 10 }],
    };
    const [one, ...others] = dueDates(terms, day('2026-03-05'), Money.parse('1250.00', 'EUR'));
    expect(others).toEqual([]);
    expect([one!.dueOn, String(one!.amount)]).toEqual(['2026-04-04', '1250.00']);
    expect(one!.discounts.map(({ until, amount }) => [until, String(amount)])).toEqual([['2026-03-15', '25.00']]);
  });

  it('three parts of what three does not divide, in the order of their days', () => {
    const terms = {
      instalments: [
        { percentage: '33.3334', days: 60 },
        { percentage: '33.3333', days: 0 },
        { percentage: '33.3333', days: 30 },
      ],
      discounts: [],
    };
    const parts = dueDates(terms, day('2026-01-31'), Money.parse('100.00', 'EUR'));
    expect(parts.map(({ dueOn, amount }) => [dueOn, String(amount)])).toEqual([
      ['2026-01-31', '33.33'],
      ['2026-03-02', '33.33'],
      ['2026-04-01', '33.34'],
    ]);
  });

  it('a discount ends with its instalment', () => {
    const terms = { instalments: [{ percentage: '100', dayOfMonth: 10 }], discounts: [{ percentage: '3', days: 14 }] };
    const [one] = dueDates(terms, day('2026-03-05'), Money.parse('100', 'JPY'));
    expect([one!.dueOn, one!.discounts[0]!.until, String(one!.discounts[0]!.amount)]).toEqual([
      '2026-03-10',
      '2026-03-10',
      '3',
    ]);
  });
});

const counted = fc.record({
  months: fc.option(fc.integer({ min: 0, max: 120 })),
  endOfMonth: fc.option(fc.boolean()),
  days: fc.option(fc.integer({ min: 0, max: 3650 })),
  dayOfMonth: fc.option(fc.integer({ min: 1, max: 31 })),
});
/** Percentages that sum to 100. */
const shares = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 }).map((weights) => {
  const total = weights.reduce((all, one) => all + one, 0);
  const parts = weights.map((one) => Math.max(1, Math.floor((one / total) * 1e8)));
  parts[0]! += 1e8 - parts.reduce((all, one) => all + one, 0);
  return parts.map((part) => (part / 1e6).toFixed(6));
});
const termsOf = fc
  .tuple(shares, fc.array(counted, { minLength: 12, maxLength: 12 }), fc.array(counted))
  .map(([percentages, days, discounts]): TermsOfPayment => ({
    instalments: percentages.map((percentage, at): DatedShare => ({ percentage, ...days[at] })),
    discounts: discounts.slice(0, 5).map((one): DatedShare => ({ percentage: '2.5', ...one })),
  }));
const dates = fc.integer({ min: 0, max: 109_571 }).map((days) => addDays(day('1900-01-01'), days));
const amounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.constantFrom('EUR', 'JPY', 'KWD'))
  .map(([units, currency]) => Money.round(Money.parse(`${units}`, currency).amount.dividedBy(1000), currency));

describe('whatever the terms', () => {
  it('the parts sum to the whole, and every date is one, not before the document and in order', () => {
    fc.assert(
      fc.property(termsOf, dates, amounts, (terms, date, gross) => {
        const parts = dueDates(terms, date, gross);
        expect(sum(parts.map(({ amount }) => amount.amount)).equals(gross.amount)).toBe(true);
        const days = parts.map(({ dueOn }) => dueOn);
        expect([...days].sort()).toEqual(days);
        for (const { dueOn, discounts } of parts) {
          expect(parseCalendarDate(dueOn)).toBe(dueOn);
          expect(dueOn >= date).toBe(true);
          for (const { until } of discounts) expect(until >= date && until <= dueOn).toBe(true);
        }
      }),
    );
  });

  it('a credit note mirrors its invoice', () => {
    fc.assert(
      fc.property(termsOf, dates, amounts, (terms, date, gross) => {
        const mirrored = dueDates(terms, date, gross.negated());
        const parts = dueDates(terms, date, gross);
        expect(mirrored.map(({ amount }) => String(amount.negated()))).toEqual(
          parts.map(({ amount }) => String(amount)),
        );
        expect(mirrored.flatMap(({ discounts }) => discounts.map(({ amount }) => String(amount.negated())))).toEqual(
          parts.flatMap(({ discounts }) => discounts.map(({ amount }) => String(amount))),
        );
      }),
    );
  });

  it('an end of month is one, and a day of the month is that day or the last', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 31 }),
        (date, months, dayOfMonth) => {
          const end = countedDay({ months, endOfMonth: true }, date);
          expect(end).toBe(lastOfMonth(end));
          const found = countedDay({ dayOfMonth }, date);
          expect(Number(found.slice(8)) === dayOfMonth || found === lastOfMonth(found)).toBe(true);
        },
      ),
    );
  });
});
