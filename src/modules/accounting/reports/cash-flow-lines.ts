import { type Decimal, sum, zero } from '#kernel/decimal.js';
import { isBalanceSheetType } from '../chart/account-type.js';
import { cashFlowNatureOf, cashFlowNatures, type FlowAccount } from './cash-flow-accounts.js';
import type { CashFlowFigure } from './cash-flow.repository.js';
import { addUp } from './statement-lines.js';

export const cashFlowMethods = ['direct', 'indirect'] as const;
export type CashFlowMethod = (typeof cashFlowMethods)[number];

const operatingNames = {
  receipts_from_customers: 'Receipts from customers',
  payments_to_customers: 'Payments to customers',
  receipts_from_suppliers: 'Receipts from suppliers',
  payments_to_suppliers: 'Payments to suppliers',
  receipts_from_employees: 'Receipts from employees',
  payments_to_employees: 'Payments to employees',
  taxes_received: 'Taxes received',
  taxes_paid: 'Taxes paid',
  interest_received: 'Interest and dividends received',
  interest_paid: 'Interest and dividends paid',
  other_receipts: 'Other receipts',
  other_payments: 'Other payments',
} as const;

/** What lines of the statement are about, and what they are called on paper. */
export const cashFlowItemNames = {
  result: 'Result of the period',
  result_taken_over: 'Result that was taken over by opening entries',
  not_cash: 'Items without cash',
  other_sections: 'Result shown under investing and financing',
  exchange_differences: 'Exchange differences on cash',
  working_capital: 'Changes in working capital',
  ...operatingNames,
  receipts: 'Receipts',
  payments: 'Payments',
  cash: 'Cash and cash equivalents',
} as const;
export type CashFlowItem = keyof typeof cashFlowItemNames;
export const cashFlowItems = Object.keys(cashFlowItemNames) as CashFlowItem[];

/** Items of the direct method in their order: receipts, then payments, by nature. */
const natureItems: readonly (readonly [CashFlowItem, CashFlowItem])[] = [
  ['receipts_from_customers', 'payments_to_customers'],
  ['receipts_from_suppliers', 'payments_to_suppliers'],
  ['receipts_from_employees', 'payments_to_employees'],
  ['taxes_received', 'taxes_paid'],
  ['interest_received', 'interest_paid'],
  ['other_receipts', 'other_payments'],
];

export interface CashFlowLine {
  /** A group sums up the accounts after it. */
  kind: 'group' | 'account' | 'result';
  item: CashFlowItem;
  account: FlowAccount | null;
  /** One for each column; money that comes is positive. */
  amounts: readonly Decimal[];
  /** The account has figures of entries without cash in the amount. */
  hasUnpaid: boolean;
}

/** What one column of the statement is made of. */
export interface CashFlowColumn {
  flow(accountId: string, figure: CashFlowFigure): Decimal;
  /** Movement by regular entries, debit positive. */
  moved(accountId: string): Decimal;
  /** Profit of the income statement. */
  result: Decimal;
  /** What an account of cash begins and ends with, debit positive. */
  cash(accountId: string): { opening: Decimal; closing: Decimal };
}

export interface CashFlowLines {
  operating: CashFlowLine[];
  investing: CashFlowLine[];
  financing: CashFlowLine[];
  exchange: CashFlowLine[];
}

/** The sections of the statement. Whatever the method, they sum to the same, and together to the change of cash. */
export function cashFlowLines(
  accounts: readonly FlowAccount[],
  columns: readonly CashFlowColumn[],
  method: CashFlowMethod,
): CashFlowLines {
  const section = (wanted: FlowAccount['section']) => accounts.filter((account) => account.section === wanted);
  const gross = (some: readonly FlowAccount[], [receipts, payments]: readonly [CashFlowItem, CashFlowItem]) => [
    ...itemLines(receipts, some, columns, (column, { id }) => column.flow(id, 'receipt')),
    ...itemLines(payments, some, columns, (column, { id }) => column.flow(id, 'payment')),
  ];
  const others: readonly [CashFlowItem, CashFlowItem] = ['receipts', 'payments'];
  const direct = () => {
    const operating = section('operating');
    return cashFlowNatures.flatMap((nature, at) => {
      const some = operating.filter((account) => cashFlowNatureOf(account) === nature);
      return gross(some, natureItems[at]!);
    });
  };
  return {
    operating: method === 'direct' ? direct() : reconciled(accounts, columns),
    investing: gross(section('investing'), others),
    financing: gross(section('financing'), others),
    exchange: itemLines('exchange_differences', accounts, columns, (column, { id }) => column.flow(id, 'exchange')),
  };
}

/**
 * From the profit to the money of operations. Since debits equal credits, what moved the accounts that are neither money
 * nor income and expenses, less what investing and financing took of it, is the whole difference.
 */
function reconciled(accounts: readonly FlowAccount[], columns: readonly CashFlowColumn[]): CashFlowLine[] {
  const isResult = ({ type }: FlowAccount) => !isBalanceSheetType(type);
  const isOther = ({ section }: FlowAccount) => section === 'investing' || section === 'financing';
  const change = (column: CashFlowColumn, { id }: FlowAccount) => column.moved(id).plus(column.flow(id, 'irregular'));
  const unpaid = (column: CashFlowColumn, { id }: FlowAccount) => column.flow(id, 'not_cash');
  const results = accounts.filter(isResult);
  const working = accounts.filter((one) => one.section === 'operating' && !isResult(one));
  const beside = accounts.filter((one) => !working.includes(one));
  const earned = columns.map((column) => sum(results.map((one) => change(column, one))).negated());
  return [
    { kind: 'result', item: 'result', account: null, amounts: columns.map(({ result }) => result), hasUnpaid: false },
    ...takenOver(columns.map(({ result }, at) => earned[at]!.minus(result))),
    ...itemLines('not_cash', beside, columns, unpaid),
    ...itemLines('other_sections', results.filter(isOther), columns, change),
    ...itemLines('exchange_differences', accounts, columns, (column, { id }) => column.flow(id, 'exchange').negated()),
    ...itemLines('working_capital', working, columns, (column, one) => unpaid(column, one).minus(change(column, one))),
  ];
}

function takenOver(amounts: readonly Decimal[]): CashFlowLine[] {
  if (amounts.every((amount) => amount.isZero())) return [];
  return [{ kind: 'result', item: 'result_taken_over', account: null, amounts, hasUnpaid: false }];
}

/** The accounts that have a figure, below their sum; nothing where none has. */
export function itemLines(
  item: CashFlowItem,
  accounts: readonly FlowAccount[],
  columns: readonly CashFlowColumn[],
  amountOf: (column: CashFlowColumn, account: FlowAccount) => Decimal,
): CashFlowLine[] {
  const lines = accounts
    .map((account): CashFlowLine => {
      const amounts = columns.map((column) => amountOf(column, account));
      const hasUnpaid = !(columns[0]?.flow(account.id, 'not_cash') ?? zero).isZero();
      return { kind: 'account', item, account, amounts, hasUnpaid };
    })
    .filter(({ amounts }) => amounts.some((amount) => !amount.isZero()));
  if (lines.length === 0) return [];
  const total = totalOfFlows(lines, columns.length);
  return [{ kind: 'group', item, account: null, amounts: total, hasUnpaid: false }, ...lines];
}

/** The total of lines: their sub-totals are not counted again. */
export function totalOfFlows(lines: readonly CashFlowLine[], columns: number): Decimal[] {
  const counted = lines.filter(({ kind }) => kind !== 'group').map(({ amounts }) => amounts);
  return addUp(counted, columns);
}
