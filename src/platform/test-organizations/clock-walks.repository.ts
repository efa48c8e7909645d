import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../database/transaction.js';

const FIND: Statement = {
  name: 'find_clock_walk',
  text: `
    SELECT target_at AS "targetAt" FROM platform.clock_walk WHERE organization_id = $1 AND NOT is_done`,
};
const HOLD: Statement = {
  name: 'hold_clock_walk',
  text: `
    SELECT target_at AS "targetAt" FROM platform.clock_walk WHERE organization_id = $1 AND NOT is_done FOR NO KEY UPDATE`,
};
const ADD: Statement = {
  name: 'add_to_clock',
  text: `
    SELECT ($3::timestamptz AT TIME ZONE time_zone + $2::interval) AT TIME ZONE time_zone AS at
    FROM platform.organization WHERE id = $1`,
};
const START: Statement = {
  name: 'start_clock_walk',
  text: `
    WITH queued AS (SELECT platform.enqueue_job('advance_test_clock', '{}', 'clock of ' || $1::uuid))
    INSERT INTO platform.clock_walk AS w (organization_id, target_at, started_by)
    SELECT $1::uuid, $2, $3 FROM queued
    ON CONFLICT (organization_id) DO UPDATE
      SET target_at = CASE WHEN w.is_done THEN excluded.target_at ELSE greatest(w.target_at, excluded.target_at) END,
          is_done = false, started_at = now(), started_by = excluded.started_by`,
};
const END: Statement = {
  name: 'end_clock_walk',
  text: 'UPDATE platform.clock_walk SET is_done = true WHERE organization_id = $1',
};
const LOCAL_NOW: Statement = {
  name: 'read_local_clock',
  text: `
    SELECT ((now() + clock_ahead_ms * interval '1 millisecond') AT TIME ZONE time_zone)::text AS now
    FROM platform.organization WHERE id = $1`,
};
/** A due time that an hour repeats in autumn must not stop the clock where it is. */
const NEXT_STOP: Statement = {
  name: 'find_next_clock_stop',
  text: `
    SELECT least($2::timestamptz, CASE WHEN next.due IS NOT NULL THEN greatest(
             next.due AT TIME ZONE o.time_zone,
             now() + o.clock_ahead_ms * interval '1 millisecond' + interval '1 second') END) AS at
    FROM platform.organization o, (SELECT min(d.due) AS due FROM unnest($3::timestamp[]) AS d (due)) AS next
    WHERE o.id = $1`,
};

/** Where the clock of a test organization is to get to, and where it stops next. */
@Injectable()
export class ClockWalks {
  /** Where the clock is to get to, while it is on its way. */
  async find(transaction: Transaction): Promise<Date | undefined> {
    const [walk] = await transaction.rows<{ targetAt: Date }>(FIND, [transaction.organizationId]);
    return walk?.targetAt;
  }

  async hold(transaction: Transaction): Promise<Date | undefined> {
    const [walk] = await transaction.rows<{ targetAt: Date }>(HOLD, [transaction.organizationId]);
    return walk?.targetAt;
  }

  /** On the calendar of the organization. */
  async add(transaction: Transaction, from: Date, duration: string): Promise<Date> {
    const [sum] = await transaction.rows<{ at: Date }>(ADD, [transaction.organizationId, duration, from.toISOString()]);
    return sum!.at;
  }

  async start(transaction: Transaction, target: Date): Promise<void> {
    const { organizationId, acting } = transaction;
    await transaction.rows(START, [organizationId, target.toISOString(), acting.actorId]);
  }

  async end(transaction: Transaction): Promise<void> {
    await transaction.rows(END, [transaction.organizationId]);
  }

  /** The next time at which one of the statements (see `JobTask.nextDue`) finds something due, or the target. */
  async nextStop(transaction: Transaction, target: Date, nextDue: readonly string[]): Promise<Date> {
    const { organizationId } = transaction;
    const [local] = await transaction.rows<{ now: string }>(LOCAL_NOW, [organizationId]);
    const due: (string | null)[] = [];
    for (const text of nextDue) {
      const [found] = await transaction.query<{ due: string | null }>(text, [organizationId, local!.now]);
      due.push(found?.due ?? null);
    }
    const [stop] = await transaction.rows<{ at: Date }>(NEXT_STOP, [organizationId, target.toISOString(), due]);
    return stop!.at;
  }
}
