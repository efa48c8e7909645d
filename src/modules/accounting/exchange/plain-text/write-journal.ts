import { requireCurrency } from '#kernel/currency.js';
import type { AccountControl, AccountType } from '../../chart/account-type.js';
import type { JournalEntryView } from '../../journal/journal-entries.dto.js';
import type { JournalLineView } from '../../journal/journal-lines.dto.js';
import { accountLabel, dimensionTag, entryCode, headline, tagValue } from './journal-text.js';

/** An account that a journal may name. */
export interface NamedAccount {
  code: string;
  name: string;
  type: AccountType;
  control: AccountControl;
}

/** The account at the top, by whose English name hledger and many reports of ledger know what is below it. */
const topAccounts: Readonly<Record<AccountType, string>> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Revenues',
  expense: 'Expenses',
};

const typeLetters: Readonly<Record<AccountType, string>> = {
  asset: 'A',
  liability: 'L',
  equity: 'E',
  income: 'R',
  expense: 'X',
};

/** The account as postings name it: type, code and name. The code alone tells it apart. */
function accountName({ code, name, type }: Omit<NamedAccount, 'control'>): string {
  return `${topAccounts[type]}:${accountLabel(`${code} ${name}`)}`;
}

/** The declaration of an account; `type` is what hledger sorts it into its statements by. */
export function writeAccount(account: NamedAccount): string {
  const { code, name, type, control } = account;
  const label = accountLabel(name);
  return block(`account ${accountName(account)}`, '  ', [
    ['type', control === 'bank' ? 'C' : typeLetters[type]],
    ['code', code],
    ['name', label === name ? undefined : name],
  ]);
}

/** The declaration of a currency with its decimals. hledger takes no format without any, and shows none then anyway. */
export function writeCurrency(code: string): string {
  const { minorUnits } = requireCurrency(code);
  const format = minorUnits === 0 ? '' : `  format 1000.${'0'.repeat(minorUnits)} ${code}\n`;
  return `commodity ${code}\n${format}`;
}

/** A transaction of the entry, every line of it a posting. */
export function writeEntry(entry: JournalEntryView, types: ReadonlyMap<string, NamedAccount>): string {
  const { entryDate, journalCode, number, description, kind } = entry;
  const title = headline(description);
  const head = block(`${entryDate} * (${entryCode(journalCode, number)}) ${title}`, '  ', [
    ['id', entry.id],
    ['journal', journalCode],
    ['kind', kind === 'regular' ? undefined : kind],
    ['adjustment', entry.adjustment ? 'yes' : undefined],
    ['description', title === description ? undefined : description],
    ['reference', entry.reference],
    ['external-source', entry.externalSource],
    ['external-id', entry.externalId],
    ['reversal-of', entry.reversalOf],
  ]);
  return head + entry.lines.map((line) => writeLine(line, entry, types)).join('');
}

function writeLine(
  line: JournalLineView,
  { functionalCurrency }: JournalEntryView,
  accounts: ReadonlyMap<string, NamedAccount>,
): string {
  const name = accountName(accounts.get(line.accountId)!);
  const functional = signed(line.functionalDebit, line.functionalCredit);
  const amount = signed(line.debit, line.credit);
  const isForeign = line.currency !== functionalCurrency;
  // Nothing of a currency has no cost, so what adjusts the functional amount alone is written as such.
  const adjusts = isForeign && /^-?[0.]+$/.test(amount);
  const figure =
    isForeign && !adjusts
      ? `${amount} ${line.currency} @@ ${functional.replace('-', '')} ${functionalCurrency}`
      : `${functional} ${functionalCurrency}`;
  return block(`  ${name}  ${figure}`, '    ', [
    ['text', line.description],
    ['adjusts-currency', adjusts ? line.currency : undefined],
    ['rate', line.exchangeRate],
    ['rate-source', line.exchangeRateSource],
    ...line.dimensions.map(({ dimensionCode, valueCode }) => [dimensionTag(dimensionCode), valueCode] as const),
  ]);
}

/** Debit positive, as all plain-text accounting has it. */
const signed = (debit: string, credit: string) =>
  /^[0.]+$/.test(debit) && !/^[0.]+$/.test(credit) ? `-${credit}` : debit;

type Tag = readonly [name: string, value: string | null | undefined];

function block(first: string, indent: string, tags: readonly Tag[]): string {
  const comments = tags.flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [`${indent}; ${name}: ${tagValue(value)}\n`],
  );
  return `${first}\n${comments.join('')}`;
}
