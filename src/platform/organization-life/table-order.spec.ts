import { inReadableOrder } from './table-order.js';

const orderOf = (tables: Record<string, string[]>) =>
  inReadableOrder(Object.entries(tables).map(([name, references]) => ({ name, references }))).map(({ name }) => name);

it.each<[string, Record<string, string[]>, string[]]>([
  ['nothing', {}, []],
  ['tables that know nothing of each other, by name', { b: [], a: [], c: [] }, ['a', 'b', 'c']],
  ['a chain', { a: ['b'], b: ['c'], c: [] }, ['c', 'b', 'a']],
  [
    'a fork',
    { line: ['entry', 'account'], entry: ['books'], account: ['books'], books: [] },
    ['books', 'account', 'entry', 'line'],
  ],
])('orders %s', (_, tables, order) => expect(orderOf(tables)).toEqual(order));

it('names tables that refer to each other in a circle', () =>
  expect(() => orderOf({ a: ['c'], b: [], c: ['d'], d: ['a'] })).toThrow(/circle.*: a, c, d\.$/));
