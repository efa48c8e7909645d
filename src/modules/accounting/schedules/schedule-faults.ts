import type { ProblemError } from '#kernel/problem.js';
import type { Recurrence } from './recurrence.js';

/** What of a schedule contradicts itself; pure. */
export function scheduleFaults({
  frequency,
  monthEnd,
  startsOn,
  endsOn,
}: Pick<Recurrence, 'frequency' | 'monthEnd'> & { startsOn: string; endsOn: string | null }): ProblemError[] {
  const faults: ProblemError[] = [];
  if (monthEnd && frequency === 'weekly') {
    const message = 'What comes back every week does not fall on the ends of months.';
    faults.push({ pointer: '/monthEnd', code: 'month_end_of_week', message });
  }
  if (endsOn !== null && endsOn < startsOn) {
    faults.push({
      pointer: '/endsOn',
      code: 'ends_before_start',
      message: `It starts on ${startsOn}, which is later.`,
    });
  }
  return faults;
}
