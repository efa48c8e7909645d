import { Decimal } from '#kernel/decimal.js';
import { openedFor, staleItems } from './accepted-items.js';

const item = (id: string, openAmount: string, fields: object = {}) => {
  return { id, amount: openAmount, openAmount, currency: 'EUR', accountCode: '1100', ...fields };
};

describe('items', () => {
  const none = { expected: new Map<string, never>(), discounts: new Map<string, never>() };
  const stale = (suggested: Parameters<typeof staleItems>[0], items: ReturnType<typeof item>[], kept: object = {}) =>
    staleItems(suggested, { ...none, items, ...kept }, '2026-03-08');

  it('are known to have changed since they were suggested', () => {
    const suggested = [{ openItemId: 'a', open: '10' }];
    expect(stale(suggested, [item('a', '10.00')])).toEqual([]);
    expect(stale(suggested, [item('a', '-10.00')])).toEqual([]);
    expect(stale(suggested, [item('a', '9.99')])).toMatchObject([
      { code: 'item_changed', message: expect.stringContaining('9.99 EUR open now') },
    ]);
    expect(stale(suggested, [])).toMatchObject([{ message: expect.stringContaining('is gone') }]);
  });

  it('are known where something else is to be withheld by now', () => {
    const suggested = [{ openItemId: 'a', open: '10', withheld: [{ code: 'IRPF', amount: '1.5' }] }];
    const left = (amount: string) => ({ expected: new Map([['a', new Map([['IRPF', new Decimal(amount)]])]]) });
    expect(stale(suggested, [item('a', '10.00')], left('1.50'))).toEqual([]);
    const message = expect.stringContaining('has 1 under IRPF to be withheld now, and had 1.5 under IRPF');
    expect(stale(suggested, [item('a', '10.00')], left('1'))).toMatchObject([{ code: 'item_changed', message }]);
    expect(stale(suggested, [item('a', '10.00')])).toMatchObject([{ code: 'item_changed' }]);
  });

  it('are known where another discount holds on the day', () => {
    const suggested = [{ openItemId: 'a', open: '10', discount: '0.2' }];
    const offered = (untilOn: string, granted = '0') => {
      const steps = [{ untilOn, percentage: '2', amount: null }];
      return { discounts: new Map([['a', { steps, granted: new Decimal(granted) }]]) };
    };
    expect(stale(suggested, [item('a', '10.00')], offered('2026-03-08'))).toEqual([]);
    const message = expect.stringContaining('earns a discount of 0.00 EUR on 2026-03-08, and had 0.20 EUR');
    expect(stale(suggested, [item('a', '10.00')], offered('2026-03-07'))).toMatchObject([{ message }]);
    expect(stale(suggested, [item('a', '10.00')], offered('2026-03-08', '0.05'))).toHaveLength(1);
    expect(stale([{ openItemId: 'a', open: '10' }], [item('a', '10.00')], offered('2026-03-07'))).toEqual([]);
  });
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
