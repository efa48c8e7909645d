import type { CalendarDate } from '#kernel/calendar-date.js';
import type { ProblemError } from '#kernel/problem.js';

/** First and last day, both included. */
export interface EngagementDates {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

/** What is wrong with the dates today: nothing begins, ends or changes on a day that has passed. */
export function faultsOfDates(
  dates: EngagementDates,
  today: CalendarDate,
  before: EngagementDates | undefined,
): ProblemError[] {
  const { startsOn, endsOn } = dates;
  const faults: ProblemError[] = [];
  if (startsOn !== before?.startsOn) {
    if (before && before.startsOn <= today) {
      const message = `It began on ${before.startsOn}, which stays.`;
      faults.push({ pointer: '/startsOn', code: 'engagement_begun', message });
    } else if (startsOn < today) {
      faults.push({ pointer: '/startsOn', code: 'in_the_past', message: `Must be today, ${today}, or later.` });
    }
  }
  if (endsOn < today) {
    faults.push({ pointer: '/endsOn', code: 'in_the_past', message: `Must be today, ${today}, or later.` });
  } else if (endsOn < startsOn) {
    faults.push({ pointer: '/endsOn', code: 'before_start', message: `Must not be before ${startsOn}.` });
  }
  return faults;
}

/** Whether nothing of it can be changed any more. */
export const isOver = ({ endsOn, endedAt }: { endsOn: CalendarDate; endedAt: Date | null }, today: CalendarDate) =>
  endedAt !== null || endsOn < today;
