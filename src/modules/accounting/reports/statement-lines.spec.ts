import { Decimal } from '#kernel/decimal.js';
import type { ChartAccount } from './report-books.reader.js';
import { naturalSign, statementLines, totalOf } from './statement-lines.js';

const account = (code: string, parentId: string | null, isGroup = false): ChartAccount => {
  return { id: code, code, name: code, type: 'asset', isGroup, parentId };
};
const chart = [
  account('1', null, true),
  account('10', '1', true),
  account('1000', '10'),
  account('1010', '10'),
  account('11', '1', true),
  account('1100', '11'),
  account('1900', '1'),
  account('2000', null),
];
const amounts = (own: Record<string, number[]>) =>
  new Map(Object.entries(own).map(([code, list]) => [code, list.map((one) => new Decimal(one))]));
const shown = (own: Record<string, number[]>, columns = 1) =>
  statementLines(chart, 'asset', amounts(own), columns).map(({ level, account: of, amounts: list }) =>
    [level, of!.code, ...list.map(Number)].join(' '),
  );

it('puts each group before what it sums up', () => {
  expect(shown({ '1000': [5], '1010': [7], '1100': [1], '1900': [2], '2000': [9] })).toEqual([
    '0 1 15',
    '1 10 12',
    '2 1000 5',
    '2 1010 7',
    '1 11 1',
    '2 1100 1',
    '1 1900 2',
    '0 2000 9',
  ]);
});

it('leaves out what is zero in every column, and groups without anything', () => {
  expect(shown({ '1000': [0, 3], '1010': [0, 0], '2000': [0, 0] }, 2)).toEqual(['0 1 0 3', '1 10 0 3', '2 1000 0 3']);
  expect(shown({})).toEqual([]);
});

it('shows a group whose accounts cancel out', () => {
  expect(shown({ '1000': [4], '1010': [-4] })).toEqual(['0 1 0', '1 10 0', '2 1000 4', '2 1010 -4']);
});

it('counts each account once in the total, however deep it is', () => {
  const lines = statementLines(chart, 'asset', amounts({ '1000': [5, 1], '2000': [9, 1] }), 2);
  expect(totalOf(lines, 2).map(Number)).toEqual([14, 2]);
  expect(totalOf([], 2).map(Number)).toEqual([0, 0]);
});

it.each([
  ['asset', 5],
  ['expense', 5],
  ['liability', -5],
  ['equity', -5],
  ['income', -5],
] as const)('a debit of 5 on an account of type %s is %i', (type, expected) => {
  expect(naturalSign(type, new Decimal(5)).toNumber()).toBe(expected);
});
