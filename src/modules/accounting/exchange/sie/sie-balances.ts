import type { SieFields } from './sie-fields.js';
import type { SieBalance, SieObjectBalance, SiePeriodAmount } from './sie-file.js';

/** Label of each record with an object list outside vouchers, and where the list stands. */
export const objectListPosition: Readonly<Record<string, number>> = {
  '#OIB': 2,
  '#OUB': 2,
  '#PSALDO': 3,
  '#PBUDGET': 3,
};

/** Balances, results, period amounts and budgets, of all years that the file has. */
export class SieBalances {
  private readonly openingBalances: SieBalance[] = [];
  private readonly closingBalances: SieBalance[] = [];
  private readonly results: SieBalance[] = [];
  private readonly objectOpeningBalances: SieObjectBalance[] = [];
  private readonly objectClosingBalances: SieObjectBalance[] = [];
  private readonly periodBalances: SiePeriodAmount[] = [];
  private readonly periodBudgets: SiePeriodAmount[] = [];

  /** By label. */
  readonly readers: Readonly<Record<string, (fields: SieFields) => void>> = {
    '#IB': (fields) => readBalance(fields, this.openingBalances),
    '#UB': (fields) => readBalance(fields, this.closingBalances),
    '#RES': (fields) => readBalance(fields, this.results),
    '#OIB': (fields) => readObjectBalance(fields, this.objectOpeningBalances),
    '#OUB': (fields) => readObjectBalance(fields, this.objectClosingBalances),
    '#PSALDO': (fields) => readPeriodAmount(fields, this.periodBalances),
    '#PBUDGET': (fields) => readPeriodAmount(fields, this.periodBudgets),
  };

  /** True when no account has a balance or result. */
  get isEmpty(): boolean {
    return this.openingBalances.length + this.closingBalances.length + this.results.length === 0;
  }

  finish() {
    return {
      openingBalances: this.openingBalances,
      closingBalances: this.closingBalances,
      results: this.results,
      objectOpeningBalances: this.objectOpeningBalances,
      objectClosingBalances: this.objectClosingBalances,
      periodBalances: this.periodBalances,
      periodBudgets: this.periodBudgets,
    };
  }
}

function readBalance(fields: SieFields, into: SieBalance[]): void {
  const yearIndex = fields.yearIndex(0);
  const account = fields.account(1);
  const amount = fields.amount(2);
  if (yearIndex === undefined || account === undefined || !amount) return;
  into.push({ yearIndex, account, amount, quantity: fields.quantity(3), line: fields.line });
}

function readObjectBalance(fields: SieFields, into: SieObjectBalance[]): void {
  const yearIndex = fields.yearIndex(0);
  const account = fields.account(1);
  const objects = fields.objects(2);
  const amount = fields.amount(3);
  if (yearIndex === undefined || account === undefined || !objects || !amount) return;
  into.push({ yearIndex, account, objects, amount, quantity: fields.quantity(4), line: fields.line });
}

function readPeriodAmount(fields: SieFields, into: SiePeriodAmount[]): void {
  const yearIndex = fields.yearIndex(0);
  const period = fields.period(1);
  const account = fields.account(2);
  const objects = fields.objects(3);
  const amount = fields.amount(4);
  if (yearIndex === undefined || !period || account === undefined || !objects || !amount) return;
  into.push({ yearIndex, period, account, objects, amount, quantity: fields.quantity(5), line: fields.line });
}
