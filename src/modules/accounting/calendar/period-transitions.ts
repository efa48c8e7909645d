import type { DateRange } from '#kernel/date-range.js';
import type { YearStatus } from './fiscal-year-status.js';

/**
 * A future period takes no entries yet, an open one takes them, a soft-closed one with a permission and a reason, a
 * locked one never again.
 */
export const periodStatuses = ['future', 'open', 'soft_closed', 'locked'] as const;
export type PeriodStatus = (typeof periodStatuses)[number];

interface Transition {
  readonly from: PeriodStatus;
  readonly to: PeriodStatus;
}

export const periodTransitions = {
  open: { from: 'future', to: 'open' },
  close: { from: 'open', to: 'soft_closed' },
  reopen: { from: 'soft_closed', to: 'open' },
  lock: { from: 'soft_closed', to: 'locked' },
} as const satisfies Record<string, Transition>;

export type PeriodAction = keyof typeof periodTransitions;
/** What can be done to all periods up to one. */
export type ThroughAction = Exclude<PeriodAction, 'reopen'>;

/** What the rules ask of a period. */
export interface PeriodState extends DateRange {
  status: PeriodStatus;
  isAdjustment: boolean;
  fiscalYearStatus: YearStatus;
}

/**
 * Why the period cannot be opened, closed, reopened or locked as it is; undefined where it can. Periods are opened in
 * their order, and locked in their order, so that the balances at the end of a locked one are final.
 *
 * @param earlier the periods of the legal entity before it, of earlier years as well, in order
 */
export function transitionFault(
  action: PeriodAction,
  period: PeriodState,
  earlier: readonly PeriodState[],
): string | undefined {
  const { from, to } = periodTransitions[action];
  const { status } = period;
  if (status !== from) return `${nameOf(period)} ${statusFault(status, to)}`;
  if (to === 'open' && period.fiscalYearStatus === 'closed') {
    return `${nameOf(period)} belongs to a closed fiscal year; reopen the year first.`;
  }
  const before = earlier.find((one) => standsInTheWay(action, one));
  if (!before) return undefined;
  return action === 'lock'
    ? `${nameOf(before)} comes first and is ${words[before.status]}: periods are locked in their order.`
    : `${nameOf(before)} comes first and is not open yet: periods are opened in their order.`;
}

/** Which of the periods up to one the action changes, and what keeps it from doing so. */
export interface ThroughPlan<Period> {
  changed: Period[];
  faults: string[];
}

/**
 * What becomes of all periods up to one, itself included. Adjustment periods before it are opened and closed by
 * themselves, because a year is adjusted while the next goes on; nothing is locked around one that is not.
 *
 * @param periods the periods of the legal entity in order, the last being the one that was named
 */
export function planThrough<Period extends PeriodState>(
  action: ThroughAction,
  periods: readonly Period[],
): ThroughPlan<Period> {
  const { from, to } = periodTransitions[action];
  const named = periods.at(-1);
  const concerned = periods.filter((one) => action === 'lock' || !one.isAdjustment || one === named);
  const faults = concerned
    .filter(({ status }) => periodStatuses.indexOf(status) < periodStatuses.indexOf(from))
    .map((one) => `${nameOf(one)} ${statusFault(one.status, to)}`);
  return { changed: concerned.filter(({ status }) => status === from), faults };
}

/** How the period is called in messages. */
export const nameOf = ({ startsOn, endsOn, isAdjustment }: DateRange & { isAdjustment: boolean }): string =>
  isAdjustment ? `The adjustment period of ${endsOn}` : `The fiscal period ${startsOn} to ${endsOn}`;

function standsInTheWay(action: PeriodAction, { status, isAdjustment }: PeriodState): boolean {
  if (action === 'lock') return status !== 'locked';
  return action === 'open' && status === 'future' && !isAdjustment;
}

function statusFault(status: PeriodStatus, to: PeriodStatus): string {
  if (status === 'locked') return 'is locked for good.';
  if (status === to) return `is ${words[status]} already.`;
  if (status === 'future') return 'is not open yet.';
  return to === 'open' ? 'is closed; it was opened before, so reopen it.' : 'is open; close it before it is locked.';
}

const words: Readonly<Record<PeriodStatus, string>> = {
  future: 'not open yet',
  open: 'open',
  soft_closed: 'closed',
  locked: 'locked',
};
