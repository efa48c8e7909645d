import type { CalendarDate } from '#kernel/calendar-date.js';
import { type PeriodAction, type PeriodStatus, periodTransitions, transitionFault } from './period-transitions.js';

const january = { startsOn: '2026-01-01' as CalendarDate, endsOn: '2026-01-31' as CalendarDate };

describe('a fiscal period', () => {
  it.each<[PeriodStatus, PeriodAction, PeriodStatus]>([
    ['open', 'close', 'soft_closed'],
    ['soft_closed', 'reopen', 'open'],
    ['soft_closed', 'lock', 'locked'],
  ])('that is %s can be taken by %s to %s', (status, action, to) => {
    expect(transitionFault(action, { ...january, status })).toBeUndefined();
    expect(periodTransitions[action].to).toBe(to);
  });

  it.each<[PeriodStatus, PeriodAction, string]>([
    ['open', 'reopen', 'is open already.'],
    ['open', 'lock', 'is open; close it before it is locked.'],
    ['soft_closed', 'close', 'is closed already.'],
    ['locked', 'close', 'is locked for good.'],
    ['locked', 'reopen', 'is locked for good.'],
    ['locked', 'lock', 'is locked for good.'],
  ])('that is %s refuses %s and says why', (status, action, reason) => {
    expect(transitionFault(action, { ...january, status })).toBe(
      `The fiscal period 2026-01-01 to 2026-01-31 ${reason}`,
    );
  });
});
