import type { DateRange } from '#kernel/date-range.js';

/** A soft-closed period takes entries with a permission and a reason, a locked one never again. */
export const periodStatuses = ['open', 'soft_closed', 'locked'] as const;
export type PeriodStatus = (typeof periodStatuses)[number];

interface Transition {
  readonly from: PeriodStatus;
  readonly to: PeriodStatus;
  /** What happened to the period, in the name of the event. */
  readonly event: string;
}

export const periodTransitions = {
  close: { from: 'open', to: 'soft_closed', event: 'closed' },
  reopen: { from: 'soft_closed', to: 'open', event: 'reopened' },
  lock: { from: 'soft_closed', to: 'locked', event: 'locked' },
} as const satisfies Record<string, Transition>;

export type PeriodAction = keyof typeof periodTransitions;

/** Why the period cannot be closed, reopened or locked as it is; undefined where it can. */
export function transitionFault(
  action: PeriodAction,
  { startsOn, endsOn, status }: DateRange & { status: PeriodStatus },
): string | undefined {
  const { from, to } = periodTransitions[action];
  if (status === from) return undefined;
  const period = `The fiscal period ${startsOn} to ${endsOn}`;
  if (status === 'locked') return `${period} is locked for good.`;
  if (status === to) return `${period} is ${status === 'open' ? 'open' : 'closed'} already.`;
  return `${period} is open; close it before it is locked.`;
}
