import { Decimal } from '#kernel/decimal.js';
import { findCurrency } from '#kernel/currency.js';
import { type AccountFigures, eachFigure } from './account-figures.js';
import type { LedgerAccountView, LedgerLineView } from './general-ledger.dto.js';
import type { LedgerLineRow } from './ledger-lines.repository.js';
import { amountText, type ReportBooks } from './report-books.js';
import type { ChartAccount } from './report-books.reader.js';

/** An account of the ledger with what it comes to in the range. */
export interface LedgerSection {
  account: ChartAccount;
  figures: AccountFigures;
}

export interface PageFacts {
  books: Pick<ReportBooks, 'currency'>;
  /** The accounts from that of the first line on. */
  sections: readonly LedgerSection[];
  /** The lines of the page, in the order of the sections. */
  rows: readonly LedgerLineRow[];
  /** Whether lines follow after these. */
  hasMore: boolean;
  /** The balance at which the first section goes on; undefined where the page begins with its first line. */
  broughtForward: Decimal | undefined;
}

/** The accounts of a page with their running balances. Accounts without lines stand where their code belongs. */
export function ledgerPage({ books, sections, rows, hasMore, broughtForward }: PageFacts): LedgerAccountView[] {
  const byAccount = new Map(sections.map(({ account }) => [account.id, [] as LedgerLineRow[]]));
  for (const row of rows) byAccount.get(row.account_id)!.push(row);
  const last = rows.at(-1)?.account_id;
  const end = hasMore ? sections.findIndex(({ account }) => account.id === last) + 1 : sections.length;
  return sections.slice(0, end).flatMap(({ account, figures }, index) => {
    const own = byAccount.get(account.id)!;
    const goesOn = index === 0 && broughtForward !== undefined;
    // All its lines were on the pages before.
    if (goesOn && own.length === 0) return [];
    const before = goesOn ? broughtForward : figures.opening;
    return [
      {
        ...sectionView(account, figures, books),
        broughtForward: amountText(before, books),
        lines: linesOf(own, before, books),
      },
    ];
  });
}

function sectionView(
  account: ChartAccount,
  figures: AccountFigures,
  books: PageFacts['books'],
): Omit<LedgerAccountView, 'broughtForward' | 'lines'> {
  return {
    accountId: account.id,
    accountCode: account.code,
    accountName: account.name,
    accountType: account.type,
    ...eachFigure((column) => amountText(figures[column], books)),
  };
}

function linesOf(rows: readonly LedgerLineRow[], before: Decimal, books: PageFacts['books']): LedgerLineView[] {
  let balance = before;
  return rows.map((row) => {
    const [debit, credit] = [new Decimal(row.functional_debit), new Decimal(row.functional_credit)];
    balance = balance.plus(debit).minus(credit);
    const transactionAmount = new Decimal(row.debit).minus(row.credit);
    return {
      entryId: row.entry_id,
      journalCode: row.journal_code,
      number: row.number,
      lineNumber: row.line_number,
      entryDate: row.entry_date,
      kind: row.kind,
      description: row.description,
      reference: row.reference,
      counterAccountCodes: row.counter_account_codes,
      debit: amountText(debit, books),
      credit: amountText(credit, books),
      balance: amountText(balance, books),
      transactionCurrency: row.currency,
      transactionAmount: amountText(transactionAmount, { currency: findCurrency(row.currency)! }),
    };
  });
}
