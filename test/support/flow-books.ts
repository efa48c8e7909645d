import fc from 'fast-check';
import type { Actor } from './actor.js';
import { anyDay, textOf } from './report-books.js';

/** Accounts of every section; the dollar account takes any currency, so that it can be brought to a rate. */
const accounts = [
  { code: '1000', name: 'Petty cash', type: 'asset', subtype: 'cash' },
  { code: '1010', name: 'Bank', type: 'asset', subtype: 'bank' },
  { code: '1030', name: 'Dollar account', type: 'asset', subtype: 'bank' },
  { code: '1100', name: 'Receivables', type: 'asset', subtype: 'receivable' },
  { code: '1500', name: 'Machines', type: 'asset', subtype: 'fixed_asset' },
  { code: '1509', name: 'Depreciation of machines', type: 'asset', subtype: 'accumulated_depreciation' },
  { code: '2000', name: 'Payables', type: 'liability', subtype: 'payable' },
  { code: '2100', name: 'Taxes owed', type: 'liability', subtype: 'tax_payable' },
  { code: '2500', name: 'Bank loan', type: 'liability', subtype: 'long_term_debt' },
  { code: '2900', name: 'Share capital', type: 'equity', subtype: 'share_capital' },
  { code: '2990', name: 'Retained earnings', type: 'equity', subtype: 'retained_earnings' },
  { code: '3000', name: 'Sales', type: 'income', subtype: 'operating_revenue' },
  { code: '3500', name: 'Gain on disposal', type: 'income', subtype: 'other_income', cashFlowSection: 'investing' },
  { code: '3900', name: 'Exchange gains', type: 'income', subtype: 'finance_income' },
  { code: '4000', name: 'Goods', type: 'expense', subtype: 'cost_of_sales' },
  { code: '4100', name: 'Wages', type: 'expense', subtype: 'payroll' },
  { code: '4500', name: 'Depreciation', type: 'expense', subtype: 'depreciation' },
  { code: '4800', name: 'Interest', type: 'expense', subtype: 'finance_cost' },
  { code: '4900', name: 'Exchange losses', type: 'expense', subtype: 'finance_cost' },
] as const;
export const flowAccounts = accounts.map(({ code }) => code as string);
export const moneyAccounts = ['1000', '1010', '1030'];

/** Two fiscal years and a chart that has accounts in every section of the cash flow statement. */
export async function openFlowBooks(actor: Actor): Promise<void> {
  const create = async (path: string, body: object) => {
    const answer = await actor.post(`/v1/accounting/${path}`, body);
    if (answer.status !== 201) throw new Error(answer.text);
  };
  for (const year of [2025, 2026]) {
    await create('fiscal-years', { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` });
  }
  for (const account of accounts) await create('accounts', account);
  await create('posting-accounts', { purpose: 'exchange_gains', accountCode: '3900' });
  await create('posting-accounts', { purpose: 'exchange_losses', accountCode: '4900' });
}

/** A line in cents, debit positive; in dollars at the rate 1.25, where it says so. */
export interface FlowLine {
  accountCode: string;
  cents: number;
  inDollars: boolean;
}

export interface FlowEntry {
  entryDate: string;
  kind: 'regular' | 'opening' | 'closing';
  lines: FlowLine[];
  isReversed: boolean;
}

const cents = fc.integer({ min: -10_000_000, max: 10_000_000 }).filter((value) => value !== 0);

/** Entries of two to seven lines, on any accounts and sides; money is among them more often than not. */
const flowEntry: fc.Arbitrary<FlowEntry> = fc
  .record({
    entryDate: anyDay,
    kind: fc.constantFrom(...Array<'regular'>(8).fill('regular'), 'opening' as const, 'closing' as const),
    isReversed: fc.constantFrom(false, false, false, true),
    lines: fc.array(
      fc.record({
        accountCode: fc.oneof(fc.constantFrom(...moneyAccounts), fc.constantFrom(...flowAccounts)),
        cents,
        inDollars: fc.constantFrom(false, false, true),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    last: fc.constantFrom(...flowAccounts),
  })
  .map(({ lines, last, ...entry }) => {
    // Dollars come in multiples of four cents, so that their euros have no more than two decimals.
    const whole = lines.map((line) => (line.inDollars ? { ...line, cents: line.cents * 5 } : line));
    const rest = -whole.reduce((total, line) => total + line.cents, 0);
    const settled = rest === 0 ? [] : [{ accountCode: last, cents: rest, inDollars: false }];
    return { ...entry, lines: [...whole, ...settled] };
  })
  .filter(({ lines }) => lines.length > 1);

export const flowEntries = fc.array(flowEntry, { minLength: 1, maxLength: 30 });

/** Posts the entries in their order; some are reversed on the last day afterwards. */
export async function postFlows(actor: Actor, entries: readonly FlowEntry[]): Promise<void> {
  const answer = await actor.post('/v1/accounting/journal-entries/bulk', {
    mode: 'atomic',
    entries: entries.map(({ entryDate, kind, lines }, index) => ({
      entryDate,
      kind,
      description: `Entry ${index}`,
      lines: lines.map((line) => lineOf(line)),
    })),
  });
  if (answer.status !== 200) throw new Error(answer.text);
  const ids = (answer.body.results as { id: string }[]).map(({ id }) => id);
  for (const [at, { isReversed }] of entries.entries()) {
    if (!isReversed) continue;
    const reversal = await actor.post(`/v1/accounting/journal-entries/${ids[at]}/reverse`, { entryDate: '2026-12-31' });
    if (reversal.status !== 201) throw new Error(reversal.text);
  }
}

function lineOf({ accountCode, cents: amount, inDollars }: FlowLine) {
  const text = textOf(Math.abs(inDollars ? (amount / 5) * 4 : amount));
  const rate = inDollars ? { currency: 'USD', exchangeRate: '1.25', exchangeRateSource: 'test' } : {};
  return { accountCode, ...(amount > 0 ? { debit: text } : { credit: text }), ...rate };
}
