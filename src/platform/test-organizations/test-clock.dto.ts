import { AtInstant, Choice, Code, OnDate, TimeZone } from '../http/fields/fields.js';

export const clockStates = ['ready', 'advancing'] as const;

/** Years to seconds, each of at most four digits; at least one of them. */
const DURATION =
  /^P(?=[\dT])(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,4}D)?(?:T(?=\d)(?:\d{1,4}H)?(?:\d{1,4}M)?(?:\d{1,4}S)?)?$/;

export class AdvanceTestClock {
  @AtInstant({
    optional: true,
    example: '2026-02-28T22:59:00Z',
    description:
      'What the clock is to show; not before what it shows now. Where left out: what it shows, or where it is on its way to.',
  })
  to?: string;

  @Code(40, {
    optional: true,
    pattern: DURATION.source,
    words: 'an ISO 8601 duration such as P1M or P1DT12H',
    example: 'P1M',
    description:
      'How much further than `to`, as an ISO 8601 duration on the calendar of the organization: a month after 31 January is 28 or 29 February.',
  })
  by?: string;
}

export interface TestClockRow {
  nowAt: Date;
  todayOn: string;
  timeZone: string;
  /** Null where it is not on its way. */
  targetAt: Date | null;
}

export class TestClockView {
  @AtInstant({ example: '2026-01-31T23:30:00.000Z', description: 'The time that rules go by; it goes on by itself.' })
  nowAt: string;

  @OnDate({ example: '2026-02-01', description: 'The day in the time zone of the organization.' })
  todayOn: string;

  @TimeZone({ example: 'Europe/Stockholm' })
  timeZone: string;

  @Choice(clockStates, {
    name: 'TestClockState',
    example: 'ready',
    description: '`advancing`: on its way, and what becomes due is being done. `ready`: all of that is done.',
  })
  state: (typeof clockStates)[number];

  @AtInstant({
    nullable: true,
    example: '2026-02-28T22:59:00.000Z',
    description: 'Where it is to get to; null when ready.',
  })
  targetAt: string | null;

  static from({ nowAt, todayOn, timeZone, targetAt }: TestClockRow): TestClockView {
    return {
      nowAt: nowAt.toISOString(),
      todayOn,
      timeZone,
      state: targetAt ? 'advancing' : 'ready',
      targetAt: targetAt?.toISOString() ?? null,
    };
  }
}
