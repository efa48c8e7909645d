import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  parseCalendarDate,
  toCalendarDate,
} from './calendar-date.js';

function on(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(`${text} is no date`);
  return date;
}

const first = Temporal.PlainDate.from('1900-01-01');
const last = Temporal.PlainDate.from('2199-12-31');
const date = fc.nat(first.until(last).days).map((days) => first.add({ days }).toString());

/** What the range allows, by an independent calendar. */
function inRange(value: Temporal.PlainDate): string | undefined {
  const outside = Temporal.PlainDate.compare(value, first) < 0 || Temporal.PlainDate.compare(value, last) > 0;
  return outside ? undefined : value.toString();
}

function orUndefined(compute: () => string): string | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

describe('parseCalendarDate', () => {
  it.each(['1900-01-01', '2199-12-31', '2024-02-29', '2000-02-29', '2026-04-30'])('reads %s', (text) => {
    expect(parseCalendarDate(text)).toBe(text);
  });

  it.each(
    // prettier-ignore
    [
      '', '2026-02-30', '2025-02-29', '1900-02-29', '2100-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00',
      '2026-01-32', '1899-12-31', '2200-01-01', '0026-01-01', '2026-1-1', '26-01-01', '20260101', '2026/01/01', '2026-01-01 ',
      ' 2026-01-01', '2026-01-01\n', '2026-01-01T00:00:00Z', '+002026-01-01', '２０２６-01-01', '2026−01−01', '2026-W01-1',
    ],
  )('refuses %j', (text) => {
    expect(parseCalendarDate(text)).toBeUndefined();
  });

  it('accepts exactly the days that exist', () => {
    const part = (max: number) => fc.nat(max).map((n) => String(n).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1890, max: 2210 }), part(14), part(33), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        const exists = orUndefined(() => Temporal.PlainDate.from(text, { overflow: 'reject' }).toString());
        expect(parseCalendarDate(text)).toBe(year >= 1900 && year <= 2199 ? exists : undefined);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('moving', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-31', 0, '2026-05-31'],
    ['1900-01-01', 299 * 12 + 11, '2199-12-01'],
  ])('%s + %i months = %s', (from, months, expected) => {
    expect(addMonths(on(from), months)).toBe(expected);
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-29', 1, '2026-03-30'],
  ])('%s + %i days = %s', (from, days, expected) => {
    expect(addDays(on(from), days)).toBe(expected);
  });

  it('agrees with an independent calendar, and with itself backwards', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -120_000, max: 120_000 }), (text, count) => {
        const [plain, day] = [Temporal.PlainDate.from(text), on(text)];
        const moved = orUndefined(() => addDays(day, count));
        expect(moved).toBe(inRange(plain.add({ days: count })));
        const back = moved ? [daysBetween(day, on(moved)), daysBetween(on(moved), day)] : [count, -count];
        expect(back).toEqual([count, 0 - count]);

        const months = count % 4000;
        expect(orUndefined(() => addMonths(day, months))).toBe(inRange(plain.add({ months })));
        expect(firstOfMonth(day)).toBe(plain.with({ day: 1 }).toString());
        expect(lastOfMonth(day)).toBe(plain.with({ day: 31 }).toString());
      }),
      { numRuns: 1000 },
    );
  });

  it('orders as text', () => {
    fc.assert(fc.property(date, date, (a, b) => expect(daysBetween(on(a), on(b)) > 0).toBe(a < b)));
  });

  it.each([NaN, Infinity, 0.5, 2 ** 53])('refuses %s', (count) => {
    expect(() => addDays(on('2026-01-01'), count)).toThrow(RangeError);
    expect(() => addMonths(on('2026-01-01'), count)).toThrow(RangeError);
  });
});

describe('toCalendarDate', () => {
  it.each([
    ['2026-01-01T22:59:59.999Z', 'Europe/Stockholm', '2026-01-01'],
    ['2026-01-01T23:00:00Z', 'Europe/Stockholm', '2026-01-02'],
    ['2026-07-01T22:00:00Z', 'Europe/Stockholm', '2026-07-02'],
    ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01'],
    ['2025-12-31T10:00:00Z', 'Pacific/Kiritimati', '2026-01-01'],
    ['2026-01-01T10:59:59Z', 'Pacific/Pago_Pago', '2025-12-31'],
    ['2026-01-01T18:14:59Z', 'Asia/Kathmandu', '2026-01-01'],
    ['2026-01-01T18:15:00Z', 'Asia/Kathmandu', '2026-01-02'],
    // Samoa went from the 29th to the 31st of December 2011.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['1899-12-31T23:30:00Z', 'Asia/Tokyo', '1900-01-01'],
    ['2200-01-01T04:00:00Z', 'America/New_York', '2199-12-31'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(toCalendarDate(new Date(instant), zone)).toBe(expected);
  });

  it('agrees with an independent calendar', () => {
    const zones = ['Europe/Stockholm', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Monrovia'];
    const instant = fc.date({ min: new Date('1950-01-01'), max: new Date('2199-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
        expect(toCalendarDate(at, zone)).toBe(zoned.toPlainDate().toString());
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['an unknown zone', new Date(0), 'Mars/Olympus'],
    ['an empty zone', new Date(0), ''],
    ['an invalid instant', new Date(NaN), 'UTC'],
    ['a date before 1900', new Date('1899-12-31T12:00:00Z'), 'UTC'],
    ['a date after 2199', new Date('2200-01-01T12:00:00Z'), 'UTC'],
    ['the year 2026 before Christ', new Date('-002025-06-01T00:00:00Z'), 'UTC'],
    ['the year 26', new Date('0026-06-01T00:00:00Z'), 'UTC'],
  ])('refuses %s', (_, instant, zone) => {
    expect(() => toCalendarDate(instant, zone)).toThrow(RangeError);
  });
});
