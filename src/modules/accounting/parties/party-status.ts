export const partyKinds = ['organization', 'person'] as const;
export type PartyKind = (typeof partyKinds)[number];

export const partyStatuses = ['active', 'on_hold', 'archived', 'merged'] as const;
export type PartyStatus = (typeof partyStatuses)[number];

/** What people do with the standing of a party, apart from merging it. */
export type PartyVerb = 'hold' | 'release' | 'archive' | 'reactivate';

const moves: Readonly<Record<PartyVerb, { from: readonly PartyStatus[]; to: PartyStatus; done: string }>> = {
  hold: { from: ['active'], to: 'on_hold', done: 'put on hold' },
  release: { from: ['on_hold'], to: 'active', done: 'released' },
  archive: { from: ['active', 'on_hold'], to: 'archived', done: 'archived' },
  reactivate: { from: ['archived'], to: 'active', done: 'reactivated' },
};

/** What becomes of a party, or why nothing does. */
export function standingAfter(
  verb: PartyVerb,
  status: PartyStatus,
): { status: PartyStatus; fault?: undefined } | { status?: undefined; fault: string } {
  const { from, to, done } = moves[verb];
  if (from.includes(status)) return { status: to };
  return { fault: `The party is ${status}; only one that is ${from.join(' or ')} is ${done}.` };
}
