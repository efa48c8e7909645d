import { partyStatuses, type PartyVerb, standingAfter } from './party-status.js';

const allowed: Readonly<Record<PartyVerb, Readonly<Record<string, string>>>> = {
  hold: { active: 'on_hold' },
  release: { on_hold: 'active' },
  archive: { active: 'archived', on_hold: 'archived' },
  reactivate: { archived: 'active' },
};
const cases = (Object.keys(allowed) as PartyVerb[]).flatMap((verb) =>
  partyStatuses.map((status) => [verb, status, allowed[verb][status]] as const),
);

it.each(cases)('%s what is %s: %s', (verb, status, after) => {
  const answer = standingAfter(verb, status);
  expect([answer.status, answer.fault?.includes(status)]).toEqual(
    after === undefined ? [after, true] : [after, undefined],
  );
});
