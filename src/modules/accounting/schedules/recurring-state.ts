import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DueResultView } from './due-run.dto.js';
import { dueDate, type Recurrence } from './recurrence.js';
import type { RecurringEntryRow } from './recurring-entries.dto.js';

type Scheduled = Pick<RecurringEntryRow, 'frequency' | 'startsOn' | 'monthEnd' | 'endsOn' | 'occurrences'>;

export function recurrenceOf({ frequency, startsOn, monthEnd, endsOn, occurrences }: Scheduled): Recurrence {
  const days = { startsOn: startsOn as CalendarDate, endsOn: endsOn as CalendarDate | null };
  return { frequency, monthEnd, occurrences, ...days };
}

/** Where a schedule stands once so many dates are behind it: it has ended where none is left. */
export function standing(row: Scheduled, passed: number, status: RecurringEntryRow['status']) {
  const nextOn = dueDate(recurrenceOf(row), passed) ?? null;
  return { passed, nextOn, status: nextOn === null ? ('ended' as const) : status };
}

const noRefusal = { refusalCode: null, refusal: null, refusedAt: null };

/** The row behind a run; undefined where nothing is news: the same date was refused before for the same reason. */
export function afterRun(
  row: RecurringEntryRow,
  results: readonly DueResultView[],
  now: Date,
): RecurringEntryRow | undefined {
  const done = results.filter(({ status }) => status !== 'refused').length;
  const [error] = results.at(-1)?.errors ?? [];
  const moved = { ...row, ...standing(row, row.passed + done, row.status) };
  if (!error) return { ...moved, ...noRefusal };
  const refusal = error.message.slice(0, 1000);
  if (done === 0 && row.refusalCode === error.code && row.refusal === refusal) return undefined;
  return { ...moved, refusalCode: error.code, refusal, refusedAt: now };
}
