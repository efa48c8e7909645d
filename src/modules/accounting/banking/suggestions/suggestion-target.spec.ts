import type { Suggestion } from './rank-suggestions.js';
import { targetKeyOf } from './suggestion-target.js';

const items = [
  { openItemId: 'a', amount: '1', open: '1', withheld: [] },
  { openItemId: 'b', amount: '2', open: '3', withheld: [] },
];
const suggestion = (fields: Partial<Suggestion> = {}): Suggestion => ({
  lineId: 'line',
  score: 90,
  reasons: [],
  ledgerLineId: null,
  partyId: 'party',
  items,
  ruleId: null,
  ruleVersion: null,
  ...fields,
});

it('is the same for the same, whatever its order and score', () => {
  expect(targetKeyOf(suggestion())).toMatch(/^[0-9a-f]{64}$/);
  expect(targetKeyOf(suggestion({ score: 1, items: items.toReversed() }))).toBe(targetKeyOf(suggestion()));
});

it.each<[string, Partial<Suggestion>]>([
  ['another amount is open', { items: [items[0]!, { ...items[1]!, open: '4' }] }],
  ['another amount is withheld', { items: [items[0]!, { ...items[1]!, withheld: [{ code: 'IRPF', amount: '1' }] }] }],
  ['a discount is taken', { items: [items[0]!, { ...items[1]!, discount: '1' }] }],
  ['an item less', { items: [items[0]!] }],
  ['a line of the books', { items: [], ledgerLineId: 'x' }],
  ['a rule', { items: [], ruleId: 'r', ruleVersion: 1 }],
  ['another party', { partyId: 'other' }],
])('is another where it is %s', (_name, fields) => {
  expect(targetKeyOf(suggestion(fields))).not.toBe(targetKeyOf(suggestion()));
});

it('is what it was before anything was known of withholding and discounts: what was rejected stays rejected', () => {
  const key = 'be026f0022291250ed64e3c19d577d5e';
  expect(targetKeyOf(suggestion())).toContain(key);
});

it('is another once a rule was changed', () => {
  const rule = { items: [], ruleId: 'r' };
  expect(targetKeyOf(suggestion({ ...rule, ruleVersion: 1 }))).not.toBe(
    targetKeyOf(suggestion({ ...rule, ruleVersion: 2 })),
  );
});
