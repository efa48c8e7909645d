import { Injectable } from '@nestjs/common';
import { type CalendarDate, toCalendarDate } from '#kernel/calendar-date.js';
import type { Statement, Transaction } from '../database/transaction.js';
import { platformProblems } from '../http/platform.problems.js';

/** What the clock of an organization shows. */
export interface ClockReading {
  now: Date;
  /** The day in the organization's time zone. */
  today: CalendarDate;
  timeZone: string;
  isTest: boolean;
}

interface ClockRow {
  now: Date;
  time_zone: string;
  is_test: boolean;
}

/** Today of the organization whose row is called `clock`, for SQL. */
export const todayOfClock =
  "((now() + clock.clock_ahead_ms * interval '1 millisecond') AT TIME ZONE clock.time_zone)::date";

const READ_CLOCK: Statement = {
  name: 'read_organization_clock',
  text: `
    SELECT now() + clock_ahead_ms * interval '1 millisecond' AS now, time_zone, is_test
    FROM platform.organization WHERE id = $1`,
};
const HOLD_ORGANIZATION: Statement = {
  name: 'hold_organization',
  text: 'SELECT FROM platform.organization WHERE id = $1 FOR NO KEY UPDATE',
};
const ADVANCE_CLOCK: Statement = {
  name: 'advance_organization_clock',
  text: `
    UPDATE platform.organization
    SET clock_ahead_ms = greatest(clock_ahead_ms, ceil(extract(epoch FROM $2::timestamptz - now()) * 1000))
    WHERE id = $1`,
};

/** A year before the last date of the calendar, so that there is room to go on. */
const END_OF_TIME = new Date('2199-01-01T00:00:00Z');

/**
 * The time that rules of an organization go by: the database's, and for a test organization as far ahead of it as it was
 * set. Timestamps of record (`createdAt`, the audit trail) are the database's for every organization.
 */
@Injectable()
export class OrganizationClock {
  async now(transaction: Transaction): Promise<Date> {
    return (await this.read(transaction)).now;
  }

  /** The day in the organization's time zone. */
  async today(transaction: Transaction): Promise<CalendarDate> {
    return (await this.read(transaction)).today;
  }

  async read(transaction: Transaction): Promise<ClockReading> {
    const [row] = await transaction.facts<ClockRow & Record<string, unknown>>(READ_CLOCK, [transaction.organizationId]);
    if (!row) throw platformProblems.not_found('There is no such organization.');
    const { now, time_zone: timeZone, is_test: isTest } = row;
    return { now, today: toCalendarDate(now, timeZone), timeZone, isTest };
  }

  /**
   * Sets the clock of a test organization forward; it goes on from there.
   *
   * @throws Problem clock_is_real for a live organization, clock_backwards for an instant that has passed
   */
  async advance(transaction: Transaction, to: Date): Promise<ClockReading> {
    await transaction.rows(HOLD_ORGANIZATION, [transaction.organizationId]);
    const { now, isTest } = await this.read(transaction);
    if (!isTest) throw platformProblems.clock_is_real('The clock of a live organization is the real one.');
    if (to < now) {
      const message = `The clock shows ${now.toISOString()} and is never turned back.`;
      throw platformProblems.clock_backwards(message, [{ pointer: '/to', code: 'clock_backwards', message }]);
    }
    if (to >= END_OF_TIME) {
      const message = 'Must be before the year 2199: dates after it cannot be kept.';
      throw platformProblems.validation_failed(message, [{ pointer: '/to', code: 'too_late', message }]);
    }
    await transaction.rows(ADVANCE_CLOCK, [transaction.organizationId, to.toISOString()]);
    return this.read(transaction);
  }
}
