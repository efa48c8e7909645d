import { DutyConflicts } from './duty-conflicts.js';

const conflicts = new DutyConflicts([
  {
    code: 'bank_details_and_payments',
    first: { name: 'Bank details', permissions: ['bank.manage', 'bank.import'] },
    second: { name: 'Payments', permissions: ['payment.make'] },
    reason: 'Pays to an account of their own.',
  },
  {
    code: 'posting_and_periods',
    first: { name: 'Posting', permissions: ['entry.post'] },
    second: { name: 'Periods', permissions: ['period.open'] },
    reason: 'Opens a period, changes it and closes it again.',
  },
]);

it.each([
  ['nothing', [], []],
  ['one side', ['bank.manage', 'bank.import', 'period.open'], []],
  ['both sides', ['bank.manage', 'payment.make'], [['bank_details_and_payments', ['bank.manage'], ['payment.make']]]],
  [
    'both sides, one in two ways, and both of another',
    ['period.open', 'payment.make', 'entry.post', 'bank.import', 'bank.manage'],
    [
      ['bank_details_and_payments', ['bank.manage', 'bank.import'], ['payment.make']],
      ['posting_and_periods', ['entry.post'], ['period.open']],
    ],
  ],
])('finds what is in one hand of whoever holds %s', (_, held, found) => {
  expect(conflicts.of(new Set(held)).map(({ code, first, second }) => [code, first, second])).toEqual(found);
});

it('tells what a conflict is about', () => {
  expect(conflicts.named('posting_and_periods').reason).toBe('Opens a period, changes it and closes it again.');
  expect(() => conflicts.named('other')).toThrow('There is no conflict other of duties.');
});
