import type { CalendarDate } from '#kernel/calendar-date.js';
import { type EngagementDates, faultsOfDates, isOver } from './engagement-dates.js';

const day = (text: string) => text as CalendarDate;
const today = day('2026-06-15');
const dates = (startsOn: string, endsOn: string): EngagementDates => ({ startsOn: day(startsOn), endsOn: day(endsOn) });
const begun = dates('2026-06-15', '2026-06-30');
const planned = dates('2026-06-16', '2026-06-30');

it.each<[string, EngagementDates, EngagementDates | undefined, string[]]>([
  ['today alone', dates('2026-06-15', '2026-06-15'), undefined, []],
  ['days to come', dates('2026-07-01', '2026-12-31'), undefined, []],
  ['begun yesterday', dates('2026-06-14', '2026-06-30'), undefined, ['/startsOn in_the_past']],
  ['over', dates('2026-06-01', '2026-06-14'), undefined, ['/startsOn in_the_past', '/endsOn in_the_past']],
  ['the wrong way round', dates('2026-07-02', '2026-07-01'), undefined, ['/endsOn before_start']],
  ['a longer one', dates('2026-06-15', '2027-06-30'), begun, []],
  ['a shorter one, until today', dates('2026-06-15', '2026-06-15'), begun, []],
  ['one that ended before it was shortened', dates('2026-06-15', '2026-06-14'), begun, ['/endsOn in_the_past']],
  ['another beginning', dates('2026-06-16', '2026-06-30'), begun, ['/startsOn engagement_begun']],
  ['another beginning of a planned one', dates('2026-06-15', '2026-06-30'), planned, []],
  ['a planned one that would have begun', dates('2026-06-14', '2026-06-30'), planned, ['/startsOn in_the_past']],
  ['one that began long ago', dates('2026-01-01', '2026-06-20'), dates('2026-01-01', '2026-06-30'), []],
])('%s', (_what, after, before, faults) => {
  expect(faultsOfDates(after, today, before).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults);
});

it('is over after its last day, or once it was ended', () => {
  const endedAt = new Date('2026-06-15T08:00:00Z');
  expect(isOver({ endsOn: today, endedAt: null }, today)).toBe(false);
  expect(isOver({ endsOn: day('2026-06-14'), endedAt: null }, today)).toBe(true);
  expect(isOver({ endsOn: today, endedAt }, today)).toBe(true);
});
