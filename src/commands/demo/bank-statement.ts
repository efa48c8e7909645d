import { type Decimal, sum } from '#kernel/decimal.js';
import type { BankCsvMapping } from '#modules/accounting/banking/csv/bank-csv-mapping.dto.js';
import { type DemoEntry, euros } from './demo-entry.js';
import { dayOf, type DemoMonth } from './demo-month.js';
import type { DemoStory } from './demo-entries.js';

const BANK = '1010';
const HEADER = ['Buchungstag', 'Betrag', 'Name', 'Verwendungszweck', 'Saldo'];

/** How the bank of the company writes its statements. */
export const statementMapping: BankCsvMapping = {
  name: 'Hausbank',
  delimiter: 'semicolon',
  dateFormat: 'day_month_year',
  decimalSeparator: 'comma',
  lineOrder: 'oldest_first',
  columns: {
    bookingDay: 'Buchungstag',
    amounts: 'Betrag',
    counterpartyName: 'Name',
    remittance: 'Verwendungszweck',
    balances: 'Saldo',
  },
};

/** What the bank says of a month: what the books have, what is news to them, and what the account costs. */
export function bankStatement(
  { entries, news }: DemoStory,
  month: DemoMonth,
  numbers: ReadonlyMap<string, string>,
): { openingBalance: string; file: Buffer } {
  const moved = (of: readonly DemoEntry[]) => of.map((entry) => ({ entry, amount: onBank(entry) }));
  const before = sum(moved(entries.filter(({ date }) => date < month.first)).map(({ amount }) => amount));
  const fee: DemoEntry = {
    date: dayOf(month, 28),
    journal: 'BANK',
    description: 'Kontoführung',
    lines: [{ account: BANK, amount: euros('-18.90') }],
  };
  const lines = moved([...entries, ...news, fee].filter(({ date }) => date >= month.first && date <= month.last))
    .filter(({ amount }) => !amount.isZero())
    .toSorted((one, other) => (one.entry.date < other.entry.date ? -1 : Number(one.entry.date > other.entry.date)));
  let balance = before;
  const rows = lines.map(({ entry, amount }) => {
    balance = balance.plus(amount);
    return [german(entry.date), comma(amount), nameOf(entry), textOf(entry, numbers), comma(balance)];
  });
  const file = [HEADER, ...rows].map((cells) => cells.join(';')).join('\r\n');
  return { openingBalance: before.toFixed(2), file: Buffer.from(`${file}\r\n`) };
}

const onBank = ({ lines }: DemoEntry): Decimal =>
  sum(lines.filter(({ account }) => account === BANK).map(({ amount }) => amount)).plus(euros(0));

const german = (date: string) => date.split('-').toReversed().join('.');
const comma = (amount: Decimal) => amount.toFixed(2).replace('.', ',');

const nameOf = ({ lines }: DemoEntry) => lines.find(({ party }) => party)?.party ?? '';

/** Customers name the number that is printed on the invoice. */
function textOf({ document, description, settles }: DemoEntry, numbers: ReadonlyMap<string, string>): string {
  if (document?.kind === 'payment') return `Rechnung ${numbers.get(document.invoice)}`;
  return settles ?? description;
}
