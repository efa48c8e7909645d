import { actionFaults, conditionFaults, postingFaults } from './bank-match-rule-faults.js';

const codes = (faults: { pointer: string; code: string }[]) => faults.map(({ pointer, code }) => `${pointer} ${code}`);
const text = { operator: 'contains', value: 'a' } as const;

it.each([
  ['a text', { text }, []],
  ['a range', { amountFrom: '1', amountTo: '1' }, []],
  ['nothing', {}, ['/conditions rule_of_nothing']],
  ['a side alone', { side: 'incoming' as const }, ['/conditions rule_of_nothing']],
  ['an amount and a range', { amount: '1', amountTo: '2' }, ['/conditions/amount amount_and_range']],
  ['a range that ends before it begins', { amountFrom: '2', amountTo: '1' }, ['/conditions/amountTo range_reversed']],
  ['more decimals than the currency', { amount: '1.005' }, ['/conditions/amount amount_scale']],
])('holds %s against the rules of conditions', (_name, conditions, expected) => {
  expect(codes(conditionFaults(conditions, 'EUR'))).toEqual(expected);
});

it.each([
  ['postings', { kind: 'post' as const, postings: [{ accountCode: '1', percentage: '100' }] }, []],
  ['a party', { kind: 'settle' as const, partyId: 'p' }, []],
  ['no reason', { kind: 'exclude' as const }, ['/action/reason action_incomplete']],
  ['what is of another', { kind: 'settle' as const, partyId: 'p', reason: 'r' }, ['/action/reason other_action']],
  [
    'shares that lack something',
    { kind: 'post' as const, postings: [{ accountCode: '1', percentage: '99.99' }] },
    ['/action/postings shares_differ'],
  ],
])('holds %s against the rules of actions', (_name, action, expected) => {
  expect(codes(actionFaults(action))).toEqual(expected);
});

it('posts to active accounts that need no party', () => {
  const account = { id: 'x', code: '1', control: 'none', isGroup: false, isActive: true };
  const faultOf = (fields: object) =>
    postingFaults([{ accountCode: '1', percentage: '100' }], new Map([['1', { ...account, ...fields }]])).length;
  expect(faultOf({})).toBe(0);
  expect(faultOf({ control: 'bank' })).toBe(0);
  expect([faultOf({ isGroup: true }), faultOf({ isActive: false }), faultOf({ control: 'payable' })]).toEqual([
    1, 1, 1,
  ]);
  expect(postingFaults([{ accountCode: '2', percentage: '100' }], new Map())).toHaveLength(1);
});
