import { AtInstant, Flag, OnDate, TimeZone } from '#platform/http/fields/fields.js';
import type { ClockReading } from '#platform/organizations/organization-clock.js';

export class AdvanceClock {
  @AtInstant({
    example: '2026-02-28T22:59:00Z',
    description: 'What the clock shows next; not before what it shows now. It goes on from there.',
  })
  to: string;
}

export class ClockView {
  @AtInstant({ example: '2026-01-31T23:30:00.000Z', description: 'The time that rules go by.' })
  nowAt: string;

  @OnDate({ example: '2026-02-01', description: 'The day in the time zone of the organization.' })
  todayOn: string;

  @TimeZone({ example: 'Europe/Stockholm' })
  timeZone: string;

  @Flag({ example: true, description: 'Whether this is a test organization, whose clock can be set forward.' })
  isTest: boolean;

  static from({ now, today, timeZone, isTest }: ClockReading): ClockView {
    return { nowAt: now.toISOString(), todayOn: today, timeZone, isTest };
  }
}
