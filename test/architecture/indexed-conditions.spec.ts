import { isSpec, sourceFiles } from './source-files.js';

// Behind row security PostgreSQL looks rows up in an index only by conditions that it knows to tell nobody of rows which are
// not shown to them (leakproof). It takes COALESCE for one that may, and reads all rows of the organization instead; what
// CASE says in its stead it looks up.

const condition = /\b\w+\.\w+\s*(?:=|IN\s*\(\s*SELECT)\s*coalesce\(\s*\w+\.\w+|filter\.\w+\(\s*'coalesce\(/gi;

const faultsIn = (text: string): string[] => [...text.matchAll(condition)].map(([found]) => found);

it('looks nothing up by COALESCE of columns, for which no index serves', () => {
  const shipped = sourceFiles('src').filter((file) => !isSpec(file));
  const faults = shipped.flatMap(({ path, text }) => faultsIn(text).map((found) => `${path} ${found}`));
  expect(faults).toEqual([]);
});

it.each([
  ['JOIN accounting.party p ON p.id = coalesce(s.survivor_id, s.id)', ['p.id = coalesce(s.survivor_id']],
  ['WHERE part.match_id =\n      COALESCE(match.undoes, match.id)', ['part.match_id =\n      COALESCE(match.undoes']],
  ['AND p.id IN (SELECT coalesce(n.survivor_id, n.id) FROM n)', ['p.id IN (SELECT coalesce(n.survivor_id']],
  ["partyId: filter.ref('coalesce(party.survivor_id, party.id)', {", ["filter.ref('coalesce("]],
  ['ON p.id = CASE WHEN s.survivor_id IS NULL THEN s.id ELSE s.survivor_id END', []],
  ['SET name = coalesce($3, name)', []],
  ['a.recorded_at >= coalesce($2::timestamptz, now())', []],
])('of %s, finds %p', (text, faults) => expect(faultsIn(text)).toEqual(faults));
