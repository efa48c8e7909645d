import { fits, type RuleConditions, type RuledLine, ruleOf, shareLine } from './bank-match-rule.js';

const line = (fields: Partial<RuledLine> = {}): RuledLine => ({
  amount: '-12.50',
  counterpartyName: 'City  Power GmbH',
  counterpartyIban: 'DE02120300000000202051',
  remittance: 'Contract 4711\nJanuary',
  endToEndReference: 'E2E-9',
  creditorReference: null,
  bankReference: null,
  transactionCode: 'PMNT/RDDT/ESDD',
  ...fields,
});

it.each<[string, RuleConditions, boolean]>([
  ['the side', { side: 'outgoing' }, true],
  ['the other side', { side: 'incoming' }, false],
  ['the amount, whatever its sign', { amount: '12.5' }, true],
  ['another amount', { amount: '12.51' }, false],
  ['a range with its ends', { amountFrom: '12.50', amountTo: '12.50' }, true],
  ['what is below', { amountFrom: '12.51' }, false],
  ['what is above', { amountTo: '12.49' }, false],
  [
    'a name without case and with one blank',
    { counterpartyName: { operator: 'equals', value: 'city power gmbh' } },
    true,
  ],
  ['how a name begins', { counterpartyName: { operator: 'starts_with', value: 'City' } }, true],
  ['not the middle of it', { counterpartyName: { operator: 'starts_with', value: 'Power' } }, false],
  ['an IBAN with blanks', { counterpartyIban: 'de02 1203 0000 0000 2020 51' }, true],
  ['another IBAN', { counterpartyIban: 'DE02' }, false],
  ['a text over two lines', { text: { operator: 'contains', value: '4711 january' } }, true],
  ['a reference', { text: { operator: 'equals', value: 'e2e-9' } }, true],
  ['no pattern', { text: { operator: 'contains', value: '.*' } }, false],
  ['a code', { transactionCode: { operator: 'starts_with', value: 'PMNT/RDDT' } }, true],
  ['all of them', { side: 'outgoing', amount: '12.50', text: { operator: 'contains', value: 'February' } }, false],
])('knows %s', (_name, conditions, expected) => {
  expect(fits(line(), conditions)).toBe(expected);
});

it('has nothing to say of what a line does not tell', () => {
  const silent = line({ counterpartyName: null, transactionCode: null });
  expect(fits(silent, { counterpartyName: { operator: 'contains', value: 'a' } })).toBe(false);
  expect(fits(silent, { transactionCode: { operator: 'contains', value: 'a' } })).toBe(false);
});

it('takes the first rule that fits', () => {
  const rule = (id: string, conditions: RuleConditions) => ({
    id,
    version: 1,
    isAutomatic: false,
    partyId: null,
    conditions,
  });
  const rules = [rule('a', { side: 'incoming' }), rule('b', { amountTo: '20' }), rule('c', { side: 'outgoing' })];
  expect(ruleOf(line(), rules)?.id).toBe('b');
  expect(ruleOf(line({ amount: '-30' }), rules)?.id).toBe('c');
  expect(ruleOf(line({ amount: '0' }), [rules[0]!])).toBeUndefined();
});

it.each([
  ['100.00', 'EUR', ['33.333333', '33.333333', '33.333334'], ['33.33', '33.33', '33.34']],
  ['-0.01', 'EUR', ['50', '50'], ['-0.01']],
  ['1001', 'JPY', ['50', '50'], ['501', '500']],
])('shares %s %s so that nothing is left', (amount, currency, shares, expected) => {
  const postings = shares.map((percentage, index) => ({ accountCode: String(index), percentage }));
  expect(shareLine(amount, currency, postings).map((one) => one.amount)).toEqual(expected);
});
