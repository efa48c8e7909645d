import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { textCell } from '#platform/exports/csv-cell.js';
import type { CsvTable, WriteRow } from '#platform/exports/csv-stream.js';
import type { Report } from '#platform/exports/report.js';
import { selectedAccounts, statedAccount } from './account-selection.js';
import type {
  AccountStatementQuery,
  AccountStatementView,
  GeneralLedgerQuery,
  GeneralLedgerView,
  LedgerAccountView,
  LedgerLineView,
} from './general-ledger.dto.js';
import { USUAL_ON_PAGE } from './ledger-cursor.js';
import {
  type LedgerPage,
  type LedgerPlace,
  LedgerReader,
  type LedgerRequest,
  type OpenLedger,
  type Selection,
} from './ledger.reader.js';
import { refusePaging } from './page-refusal.js';
import { headOf } from './report-books.js';
import type { ChartAccount } from './report-books.reader.js';

/** Lines that a file reads at a time. */
const LINES_AT_A_TIME = 2000;

type Select = (chart: readonly ChartAccount[]) => Selection;

@Injectable()
export class GeneralLedgerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: LedgerReader,
  ) {}

  ledger(query: GeneralLedgerQuery): Report<GeneralLedgerView> {
    const select: Select = (chart) => ({ accounts: selectedAccounts(chart, query), withoutFigures: false });
    return {
      name: `general-ledger-${query.from}-${query.to}`,
      view: () => this.view(query, select, (ledger, { accounts }) => ({ ...headOfLedger(ledger), accounts })),
      table: () => this.table(query, select),
    };
  }

  statement(query: AccountStatementQuery): Report<AccountStatementView> {
    const select: Select = (chart) => ({ accounts: [statedAccount(chart, query)], withoutFigures: true });
    return {
      name: `account-statement-${query.accountCode ?? query.accountId}-${query.from}-${query.to}`,
      view: () =>
        this.view(query, select, (ledger, { accounts }) => ({ ...headOfLedger(ledger), account: accounts[0]! })),
      table: () => this.table(query, select),
    };
  }

  private view<View>(query: LedgerRequest, select: Select, viewOf: (ledger: OpenLedger, page: LedgerPage) => View) {
    return this.unitOfWork.read(async (transaction) => {
      const ledger = await this.ledgers.open(transaction, query, select);
      const page = await this.ledgers.page(transaction, ledger, ledger.start, query.limit ?? USUAL_ON_PAGE);
      return { ...viewOf(ledger, page), page: this.ledgers.cursorOf(ledger, page.next) };
    });
  }

  /** The whole ledger, of one state of the books. */
  private table(query: LedgerRequest, select: Select): CsvTable {
    refusePaging(query);
    const write = (row: WriteRow) =>
      this.unitOfWork.read(async (transaction) => {
        const ledger = await this.ledgers.open(transaction, query, select);
        let [next, open]: [LedgerPlace | undefined, string | undefined] = [undefined, undefined];
        do {
          const page: LedgerPage = await this.ledgers.page(transaction, ledger, next, LINES_AT_A_TIME);
          for (const account of page.accounts) {
            if (account.accountId !== open) await row(openingRow(account));
            for (const line of account.lines) await row(lineRow(account, line));
            open = account.accountId;
            if (page.next?.accountId !== open) await row(closingRow(account));
          }
          ({ next } = page);
        } while (next);
      });
    return { columns, write };
  }
}

function headOfLedger({ books, range }: OpenLedger) {
  return { ...headOf(books), from: range.from, to: range.to, fiscalYearStartsOn: range.year.startsOn };
}

const columns =
  'row accountCode accountName entryDate journalCode number lineNumber entryId kind reference description counterAccounts debit credit balance currency transactionAmount'.split(
    ' ',
  );

const openingRow = (account: LedgerAccountView) => balanceRow('opening', account, account.opening);
const closingRow = (account: LedgerAccountView) => balanceRow('closing', account, account.closing);

function balanceRow(row: string, { accountCode, accountName }: LedgerAccountView, balance: string): string[] {
  const blanks = Array.from({ length: 11 }, () => '');
  return [row, textCell(accountCode), textCell(accountName), ...blanks, balance, '', ''];
}

function lineRow({ accountCode, accountName }: LedgerAccountView, line: LedgerLineView): string[] {
  return [
    'line',
    textCell(accountCode),
    textCell(accountName),
    line.entryDate,
    textCell(line.journalCode),
    String(line.number),
    String(line.lineNumber),
    line.entryId,
    line.kind,
    textCell(line.reference),
    textCell(line.description),
    textCell((line.counterAccountCodes ?? []).join(' ')),
    line.debit,
    line.credit,
    line.balance,
    line.transactionCurrency,
    line.transactionAmount,
  ];
}
