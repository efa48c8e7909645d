import type { CalendarDate } from '#kernel/calendar-date.js';
import {
  type PeriodAction,
  type PeriodState,
  type PeriodStatus,
  periodTransitions,
  planThrough,
  transitionFault,
} from './period-transitions.js';

/** The month of 2026 with that status; 13 is the adjustment period of the year. */
function period(month: number, status: PeriodStatus, fiscalYearStatus: 'open' | 'closed' = 'open'): PeriodState {
  const isAdjustment = month > 12;
  const name = String(Math.min(month, 12)).padStart(2, '0');
  const [startsOn, endsOn] = isAdjustment ? ['2026-12-31', '2026-12-31'] : [`2026-${name}-01`, `2026-${name}-28`];
  return { startsOn: startsOn as CalendarDate, endsOn: endsOn as CalendarDate, isAdjustment, status, fiscalYearStatus };
}

describe('a fiscal period', () => {
  it.each<[PeriodStatus, PeriodAction, PeriodStatus]>([
    ['future', 'open', 'open'],
    ['open', 'close', 'soft_closed'],
    ['soft_closed', 'reopen', 'open'],
    ['soft_closed', 'lock', 'locked'],
  ])('that is %s can be taken by %s to %s', (status, action, to) => {
    expect(transitionFault(action, period(1, status), [])).toBeUndefined();
    expect(periodTransitions[action].to).toBe(to);
  });

  it.each<[PeriodStatus, PeriodAction, string]>([
    ['future', 'close', 'is not open yet.'],
    ['future', 'reopen', 'is not open yet.'],
    ['future', 'lock', 'is not open yet.'],
    ['open', 'open', 'is open already.'],
    ['open', 'reopen', 'is open already.'],
    ['open', 'lock', 'is open; close it before it is locked.'],
    ['soft_closed', 'open', 'is closed; it was opened before, so reopen it.'],
    ['soft_closed', 'close', 'is closed already.'],
    ['locked', 'open', 'is locked for good.'],
    ['locked', 'close', 'is locked for good.'],
    ['locked', 'reopen', 'is locked for good.'],
    ['locked', 'lock', 'is locked for good.'],
  ])('that is %s refuses %s and says why', (status, action, reason) => {
    expect(transitionFault(action, period(1, status), [])).toBe(`The fiscal period 2026-01-01 to 2026-01-28 ${reason}`);
  });

  it('of a closed year is reopened with the year', () => {
    expect(transitionFault('reopen', period(1, 'soft_closed', 'closed'), [])).toContain('reopen the year first');
    expect(transitionFault('lock', period(1, 'soft_closed', 'closed'), [])).toBeUndefined();
  });

  it('is opened behind open ones, whatever becomes of adjustment periods', () => {
    expect(transitionFault('open', period(3, 'future'), [period(1, 'locked'), period(2, 'future')])).toBe(
      'The fiscal period 2026-02-01 to 2026-02-28 comes first and is not open yet: periods are opened in their order.',
    );
    const earlier = [period(1, 'open'), period(2, 'soft_closed'), period(13, 'future')];
    expect(transitionFault('open', period(3, 'future'), earlier)).toBeUndefined();
  });

  it('is locked behind locked ones, adjustment periods included', () => {
    const february = period(2, 'soft_closed');
    expect(transitionFault('lock', february, [period(1, 'soft_closed')])).toContain('comes first and is closed');
    expect(transitionFault('lock', february, [period(1, 'locked'), period(13, 'open')])).toBe(
      'The adjustment period of 2026-12-31 comes first and is open: periods are locked in their order.',
    );
    expect(transitionFault('lock', february, [period(1, 'locked'), period(13, 'locked')])).toBeUndefined();
  });

  it('is closed and reopened on its own', () => {
    const earlier = [period(1, 'open'), period(2, 'future')];
    expect(transitionFault('close', period(3, 'open'), earlier)).toBeUndefined();
    expect(transitionFault('reopen', period(3, 'soft_closed'), [period(1, 'locked')])).toBeUndefined();
  });
});

describe('all periods up to one', () => {
  const statuses = (...list: PeriodStatus[]) => list.map((status, index) => period(index + 1, status));

  it.each<['open' | 'close' | 'lock', PeriodState[], number[]]>([
    ['open', statuses('locked', 'soft_closed', 'open', 'future', 'future'), [4, 5]],
    ['close', statuses('locked', 'soft_closed', 'open', 'open'), [3, 4]],
    ['close', statuses('soft_closed', 'soft_closed'), []],
    ['lock', statuses('locked', 'soft_closed', 'soft_closed'), [2, 3]],
    ['close', [period(12, 'open'), period(13, 'open'), period(1, 'open')], [1, 3]],
    ['close', [period(12, 'open'), period(13, 'open')], [1, 2]],
    ['lock', [period(12, 'soft_closed'), period(13, 'soft_closed'), period(1, 'soft_closed')], [1, 2, 3]],
  ])('%s changes those that it can', (action, periods, changed) => {
    const plan = planThrough(action, periods);
    expect(plan.faults).toEqual([]);
    expect(plan.changed.map((one) => periods.indexOf(one) + 1)).toEqual(changed);
  });

  it('are not closed around one that is not open yet, nor locked around one that is open', () => {
    expect(planThrough('close', statuses('open', 'future')).faults).toEqual([
      'The fiscal period 2026-02-01 to 2026-02-28 is not open yet.',
    ]);
    expect(planThrough('lock', [period(12, 'open'), period(13, 'open'), period(1, 'soft_closed')]).faults).toEqual([
      'The fiscal period 2026-12-01 to 2026-12-28 is open; close it before it is locked.',
      'The adjustment period of 2026-12-31 is open; close it before it is locked.',
    ]);
  });
});
