import { Decimal, zero } from '#kernel/decimal.js';
import type { FlowAccount } from './cash-flow-accounts.js';
import { type CashFlowColumn, cashFlowLines, totalOfFlows } from './cash-flow-lines.js';

const account = (code: string, fields: Partial<FlowAccount>): FlowAccount => ({
  id: code,
  code,
  name: code,
  isGroup: false,
  parentId: null,
  subtype: null,
  control: 'none',
  cashFlowSection: null,
  takesExchangeDifferences: false,
  type: 'asset',
  section: 'operating',
  ...fields,
});

const accounts = [
  account('bank', { section: 'cash' }),
  account('machine', { section: 'investing' }),
  account('owed', { type: 'liability' }),
  account('sales', { type: 'income', subtype: 'operating_revenue' }),
  account('wear', { type: 'expense' }),
];

/** Sales of 100 for money, of 7 that is owed back; wear of 30; a machine for 40. */
const flows = new Map([
  ['sales receipt', 100],
  ['machine payment', -40],
  ['wear not_cash', 30],
  ['owed receipt', 7],
]);
const moved = new Map([
  ['bank', 67],
  ['machine', 10],
  ['owed', -7],
  ['sales', -100],
  ['wear', 30],
]);
const column: CashFlowColumn = {
  flow: (id, figure) => new Decimal(flows.get(`${id} ${figure}`) ?? 0),
  moved: (id) => new Decimal(moved.get(id) ?? 0),
  result: new Decimal(70),
  cash: () => ({ opening: zero, closing: new Decimal(67) }),
};

const shown = (method: 'direct' | 'indirect') => {
  const { operating, investing } = cashFlowLines(accounts, [column], method);
  const short = operating.map(({ kind, item, account: own, amounts }) =>
    [kind, item, own?.code, amounts[0]!.toFixed()].join(' '),
  );
  return {
    short,
    total: totalOfFlows(operating, 1)[0]!.toFixed(),
    investing: totalOfFlows(investing, 1)[0]!.toFixed(),
  };
};

it('shows receipts and payments by nature', () => {
  expect(shown('direct')).toEqual({
    short: [
      'group receipts_from_customers  100',
      'account receipts_from_customers sales 100',
      'group other_receipts  7',
      'account other_receipts owed 7',
    ],
    total: '107',
    investing: '-40',
  });
});

it('or goes from the result to the same', () => {
  expect(shown('indirect')).toEqual({
    short: [
      'result result  70',
      'group not_cash  30',
      'account not_cash wear 30',
      'group working_capital  7',
      'account working_capital owed 7',
    ],
    total: '107',
    investing: '-40',
  });
});

it('takes away a result that opening entries brought', () => {
  const { operating } = cashFlowLines(accounts, [{ ...column, result: new Decimal(95) }], 'indirect');
  expect(operating.slice(0, 2).map(({ item, amounts }) => [item, amounts[0]!.toFixed()])).toEqual([
    ['result', '95'],
    ['result_taken_over', '-25'],
  ]);
  expect(totalOfFlows(operating, 1)[0]!.minus(107).equals(zero)).toBe(true);
});
