import { reasonOf, resolveTaxRule, type TaxRuleContent, type TaxSituation } from './resolve-tax-rule.js';

const rule = (priority: number, changed: Partial<TaxRuleContent> = {}): TaxRuleContent => ({
  direction: 'sale',
  priority,
  partyTaxClass: null,
  itemTaxClass: null,
  country: null,
  subdivision: null,
  validFrom: null,
  validTo: null,
  ...changed,
});

const situation: TaxSituation = {
  direction: 'sale',
  taxPointOn: '2026-03-05',
  partyTaxClass: 'business',
  itemTaxClass: 'books',
  country: 'US',
  subdivision: 'NY',
};

it.each<[string, TaxRuleContent[], number | undefined]>([
  ['the lowest priority', [rule(20), rule(10), rule(30)], 10],
  ['nothing of the other direction', [rule(10, { direction: 'purchase' })], undefined],
  ['conditions that hold', [rule(1, { country: 'CA' }), rule(2, { country: 'US', subdivision: 'NY' })], 2],
  ['the class of the party', [rule(1, { partyTaxClass: 'consumer' }), rule(2, { partyTaxClass: 'business' })], 2],
  ['the class of the item', [rule(1, { itemTaxClass: 'food' }), rule(2)], 2],
  ['its first day', [rule(1, { validFrom: '2026-03-06' }), rule(2, { validFrom: '2026-03-05' })], 2],
  ['its last day', [rule(1, { validTo: '2026-03-04' }), rule(2, { validTo: '2026-03-05' })], 2],
  ['none', [], undefined],
])('takes %s', (_, rules, expected) => {
  expect(resolveTaxRule(rules, situation)?.priority).toBe(expected);
});

it('needs what a condition names', () => {
  const nowhere = { ...situation, country: null, subdivision: null };
  expect(resolveTaxRule([rule(1, { country: 'US' })], nowhere)).toBeUndefined();
});

it('says why', () => {
  expect(reasonOf(rule(1))).toBe('Priority 1: holds for everything.');
  expect(reasonOf(rule(2, { partyTaxClass: 'business', country: 'SE' }))).toBe(
    'Priority 2: party tax class business, country SE.',
  );
});
