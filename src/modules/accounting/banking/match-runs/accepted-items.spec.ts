import { Decimal } from '#kernel/decimal.js';
import { openedFor, staleItems } from './accepted-items.js';

const item = (id: string, openAmount: string, fields: object = {}) => {
  return { id, openAmount, currency: 'EUR', accountCode: '1100', ...fields };
};

it('knows items that have changed since they were suggested', () => {
  const suggested = [{ openItemId: 'a', open: '10' }];
  expect(staleItems(suggested, [item('a', '10.00')])).toEqual([]);
  expect(staleItems(suggested, [item('a', '-10.00')])).toEqual([]);
  expect(staleItems(suggested, [item('a', '9.99')])).toMatchObject([
    { code: 'item_changed', message: expect.stringContaining('9.99 EUR open now') },
  ]);
  expect(staleItems(suggested, [])).toMatchObject([{ message: expect.stringContaining('is gone') }]);
});

it('knows items of which something else is to be withheld by now', () => {
  const suggested = [{ openItemId: 'a', open: '10', withheld: [{ code: 'IRPF', amount: '1.5' }] }];
  const left = (amount: string) => new Map([['a', new Map([['IRPF', new Decimal(amount)]])]]);
  expect(staleItems(suggested, [item('a', '10.00')], left('1.50'))).toEqual([]);
  const message = expect.stringContaining('has 1 under IRPF to be withheld now, and had 1.5 under IRPF');
  expect(staleItems(suggested, [item('a', '10.00')], left('1'))).toMatchObject([{ code: 'item_changed', message }]);
  expect(staleItems(suggested, [item('a', '10.00')])).toMatchObject([{ code: 'item_changed' }]);
});

it.each([
  ['until it is used up', '30', [item('a', '10'), item('b', '20'), item('c', '5')], ['a', 'b']],
  ['the last in part', '15', [item('a', '10'), item('b', '20')], ['a', 'b']],
  ['all where more comes', '50', [item('a', '10'), item('b', '20')], ['a', 'b']],
  ['what goes out with credits', '-10', [item('a', '10'), item('b', '-10')], ['b']],
  [
    'of one currency and account',
    '50',
    [item('a', '1', { currency: 'USD' }), item('b', '2'), item('c', '3', { accountCode: '1101' })],
    ['b'],
  ],
  ['nothing of nothing', '10', [], []],
])('settles items in their order, %s', (_name, amount, items, expected) => {
  expect(openedFor(amount, 'EUR', items).map(({ id }) => id)).toEqual(expected);
});
