import fc from 'fast-check';
import { addDays, type CalendarDate, lastOfMonth } from '#kernel/calendar-date.js';
import { Decimal, sum } from '#kernel/decimal.js';
import { type DeferralMethod, deferralMethods, monthShares } from './deferral-method.js';
import { planCut, planDeferral, type PlannedPart, type StandingMonth } from './plan-deferral.js';

const day = (text: string) => text as CalendarDate;
const service = (from: string, through: string) => ({ from: day(from), through: day(through) });
const line = (method: DeferralMethod, from: string, through: string, amount = '1200.00') => ({
  service: service(from, through),
  method,
  issuedOn: day('2026-01-01'),
  currency: 'EUR',
  functionalCurrency: 'EUR',
  amount: new Decimal(amount),
  functionalAmount: new Decimal(amount),
});
const amounts = (parts: readonly { amount: Decimal }[]) => parts.map(({ amount }) => amount.toFixed(2));
const standing = (parts: readonly PlannedPart[], recognizedThrough = ''): StandingMonth[] =>
  parts.map(({ month, dueOn, amount, functionalAmount }) => {
    return { month, amount, functionalAmount, recognizedOn: dueOn <= recognizedThrough ? dueOn : null };
  });

describe('the months of a service', () => {
  it.each<[DeferralMethod, string, string, string[]]>([
    ['by_day', '2026-01-01', '2026-03-31', ['413.34', '373.33', '413.33']],
    ['by_month', '2026-01-01', '2026-03-31', ['400.00', '400.00', '400.00']],
    ['prorated', '2026-01-01', '2026-03-31', ['400.00', '400.00', '400.00']],
    ['by_day', '2026-01-16', '2026-02-14', ['640.00', '560.00']],
    ['by_month', '2026-01-16', '2026-02-15', ['1200.00']],
    ['by_month', '2026-01-16', '2026-02-16', ['600.00', '600.00']],
    ['by_month', '2026-01-31', '2026-02-28', ['600.00', '600.00']],
    ['by_day', '2026-01-10', '2026-01-20', ['1200.00']],
  ])('%s, %s to %s', (method, from, through, expected) => {
    const parts = planDeferral(line(method, from, through));
    expect(amounts(parts)).toEqual(expected);
    expect(sum(parts.map(({ amount }) => amount)).toFixed(2)).toBe('1200.00');
  });

  it('counts a first and a last month by their days, and whole months for all of them', () => {
    const shares = monthShares(service('2026-01-16', '2026-03-15'), 'prorated').map(({ weight }) => weight);
    // 16 of 31 days, a month, 15 of 31 days.
    expect(shares.map((weight) => weight.dividedBy(31).toString())).toEqual(['16', '31', '15']);
  });

  it('gives a service that is a month from the middle of one all in its first', () => {
    const months = planDeferral(line('by_month', '2026-01-15', '2027-01-14')).map(({ month }) => month);
    expect(months).toHaveLength(12);
    expect(months.at(-1)).toBe('2026-12-01');
  });

  it('is due at the end of its months, and not before the invoice', () => {
    const parts = planDeferral({ ...line('by_month', '2026-01-01', '2026-03-31'), issuedOn: day('2026-02-28') });
    expect(parts.map(({ dueOn }) => dueOn)).toEqual(['2026-02-28', '2026-02-28', '2026-03-31']);
  });
});

describe('a credit note', () => {
  const year = planDeferral(line('by_month', '2026-01-01', '2026-12-31'));
  const cut = (credited: string, serviceEndsOn?: string, recognizedThrough = '2026-06-30') =>
    planCut({
      ...line('by_month', '2026-01-01', '2026-12-31', credited),
      issuedOn: day('2026-07-05'),
      standing: standing(year, recognizedThrough),
      serviceEndsOn: serviceEndsOn === undefined ? undefined : day(serviceEndsOn),
    });

  it('of all of it takes every month back', () => {
    const parts = cut('1200.00');
    expect(amounts(parts)).toEqual(year.map(() => '-100.00'));
    expect(parts.map(({ isRecognized }) => isRecognized)).toEqual(year.map(({ month }) => month <= '2026-06-01'));
    expect([parts[0]!.dueOn, parts[6]!.dueOn]).toEqual(['2026-07-05', '2026-07-31']);
  });

  it('of a share takes that share of every month', () => {
    expect(amounts(cut('240.00'))).toEqual(year.map(() => '-20.00'));
  });

  it('that ends the service takes what was not served, and nothing of what was', () => {
    const parts = cut('600.00', '2026-06-30');
    expect(amounts(parts)).toEqual(Array.from({ length: 6 }, () => '-100.00'));
    expect(parts[0]!.month).toBe('2026-07-01');
  });

  it('of less than was not served leaves the rest earned when the service ends', () => {
    const parts = cut('500.00', '2026-06-30');
    expect(parts[0]).toMatchObject({ month: '2026-06-01', isRecognized: true, dueOn: '2026-07-05' });
    expect(amounts(parts)).toEqual(['100.00', ...Array.from({ length: 6 }, () => '-100.00')]);
  });

  it('of more than was not served takes the rest where the service ends, and from all months beyond that', () => {
    expect(amounts(cut('650.00', '2026-06-30'))[0]).toBe('-50.00');
    expect(amounts(cut('900.00', '2026-06-30')).slice(0, 6)).toEqual(Array.from({ length: 6 }, () => '-50.00'));
  });

  it('that ends a service before it begins, or in the middle of a month, counts days', () => {
    expect(amounts(cut('1200.00', '2025-12-31', ''))).toEqual(year.map(() => '-100.00'));
    const byDay = line('by_day', '2026-01-01', '2026-02-28', '590.00');
    const parts = planCut({
      ...byDay,
      amount: new Decimal('430.00'),
      functionalAmount: new Decimal('430.00'),
      standing: standing(planDeferral(byDay)),
      serviceEndsOn: day('2026-01-16'),
    });
    expect(amounts(parts)).toEqual(['-150.00', '-280.00']);
  });
});

describe('whatever is deferred, recognized and credited', () => {
  const days = fc.integer({ min: 0, max: 900 });
  const drawn = fc.record({
    method: fc.constantFrom(...deferralMethods),
    start: days,
    length: days,
    issued: days,
    cents: fc.integer({ min: -500_000, max: 500_000 }).filter((cents) => cents !== 0),
    rate: fc.constantFrom('1', '0.0061', '0.9137', '173.25'),
    credits: fc.array(fc.record({ share: fc.integer({ min: 1, max: 100 }), end: fc.option(days), recognized: days }), {
      maxLength: 4,
    }),
  });

  it('sums to the line in both currencies, and nothing is left of what is credited wholly', () => {
    fc.assert(
      fc.property(drawn, ({ method, start, length, issued, cents, rate, credits }) => {
        const from = addDays(day('2024-01-15'), start);
        const amount = new Decimal(cents).dividedBy(100);
        const functional = (of: Decimal) => of.times(rate).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
        const whole = {
          service: { from, through: addDays(from, length) },
          method,
          issuedOn: addDays(day('2024-01-15'), issued),
          currency: 'EUR',
          functionalCurrency: 'USD',
          amount,
          functionalAmount: functional(amount),
        };
        let months = standing(planDeferral(whole));
        const total = (which: 'amount' | 'functionalAmount') => sum(months.map((month) => month[which]));
        let left = { amount: whole.amount, functionalAmount: whole.functionalAmount };
        const expectLeft = () => {
          expect([total('amount').toFixed(2), total('functionalAmount').toFixed(2)]).toEqual([
            left.amount.toFixed(2),
            left.functionalAmount.toFixed(2),
          ]);
        };
        expectLeft();
        for (const { share, end, recognized } of [...credits, { share: 100, end: null, recognized: 0 }]) {
          const through = addDays(from, recognized);
          months = months.map((one) => {
            const on = lastOfMonth(one.month);
            return on <= through ? { ...one, recognizedOn: one.recognizedOn ?? on } : one;
          });
          const credited = left.amount.times(share).dividedBy(100).toDecimalPlaces(2, Decimal.ROUND_DOWN);
          const of = {
            amount: credited,
            functionalAmount: share === 100 ? left.functionalAmount : functional(credited),
          };
          const parts = planCut({
            ...whole,
            ...of,
            standing: months,
            serviceEndsOn: end === null ? undefined : addDays(from, end),
          });
          left = {
            amount: left.amount.minus(of.amount),
            functionalAmount: left.functionalAmount.minus(of.functionalAmount),
          };
          const changes = new Map(parts.map((part) => [part.month, part]));
          months = months.map((one) => {
            const change = changes.get(one.month);
            if (!change) return one;
            const { amount: more, functionalAmount } = change;
            return {
              ...one,
              amount: one.amount.plus(more),
              functionalAmount: one.functionalAmount.plus(functionalAmount),
            };
          });
          expectLeft();
        }
        expect(months.every((month) => month.amount.isZero() && month.functionalAmount.isZero())).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
