import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import type { Chart } from '#platform/exports/chart.js';
import { type RowSink, type Table, writtenTable } from '#platform/exports/table.js';
import { selectedAccounts, statedAccount } from './account-selection.js';
import type {
  AccountStatementQuery,
  AccountStatementView,
  GeneralLedgerQuery,
  GeneralLedgerView,
} from './general-ledger.dto.js';
import { ledgerForm, type LedgerRow } from './general-ledger-table.js';
import { USUAL_ON_PAGE } from '#platform/listing/page-cursor.js';
import {
  type LedgerPage,
  type LedgerPlace,
  LedgerReader,
  type LedgerRequest,
  type OpenLedger,
  type Selection,
} from './ledger.reader.js';
import { refusePaging } from './page-refusal.js';
import { chartOf } from './report-charts.js';
import { amountText, headOf } from './report-books.js';
import type { ChartAccount } from './report-books.reader.js';
import { headingOf, periodText } from './report-title.js';

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
      table: () => this.table(query, select, 'General ledger'),
    };
  }

  statement(query: AccountStatementQuery): Report<AccountStatementView> {
    const select: Select = (chart) => ({ accounts: [statedAccount(chart, query)], withoutFigures: true });
    return {
      name: `account-statement-${query.accountCode ?? query.accountId}-${query.from}-${query.to}`,
      view: () =>
        this.view(query, select, (ledger, { accounts }) => ({ ...headOfLedger(ledger), account: accounts[0]! })),
      table: () => this.table(query, select, 'Account statement'),
      chart: () => this.chart(query, select),
    };
  }

  private view<View>(query: LedgerRequest, select: Select, viewOf: (ledger: OpenLedger, page: LedgerPage) => View) {
    return this.unitOfWork.read(async (transaction) => {
      const ledger = await this.ledgers.open(transaction, query, select);
      const page = await this.ledgers.page(transaction, ledger, ledger.start, query.limit ?? USUAL_ON_PAGE);
      return { ...viewOf(ledger, page), page: this.ledgers.cursorOf(ledger, page.next) };
    });
  }

  /** What the account came to at the end of every day on which it moved. */
  private chart(query: LedgerRequest, select: Select): Promise<Chart> {
    refusePaging(query);
    return this.unitOfWork.read(async (transaction) => {
      const ledger = await this.ledgers.open(transaction, query, select);
      const { account, figures } = ledger.sections[0]!;
      const days = new Map([[query.from, amountText(figures.opening, ledger.books)]]);
      let next: LedgerPlace | undefined;
      do {
        const page: LedgerPage = await this.ledgers.page(transaction, ledger, next, LINES_AT_A_TIME);
        for (const line of page.accounts.flatMap(({ lines }) => lines)) days.set(line.entryDate, line.balance);
        ({ next } = page);
      } while (next);
      days.set(query.to, amountText(figures.closing, ledger.books));
      const title = `Balance of ${account.code} ${account.name}`;
      const series = { name: 'Balance', values: [...days.values()], form: 'step' } as const;
      const chart = chartOf(headOf(ledger.books), title, periodText(query.from, query.to), [...days.keys()], [series]);
      return { ...chart, isOverTime: true };
    });
  }

  /** The whole ledger, of one state of the books. */
  private table(query: LedgerRequest, select: Select, title: string): Table {
    refusePaging(query);
    const write = (sink: RowSink<LedgerRow>) =>
      this.unitOfWork.read(async (transaction) => {
        const ledger = await this.ledgers.open(transaction, query, select);
        sink.begin(headingOf(ledger.books, title, periodText(query.from, query.to)));
        let [next, open]: [LedgerPlace | undefined, string | undefined] = [undefined, undefined];
        do {
          const page: LedgerPage = await this.ledgers.page(transaction, ledger, next, LINES_AT_A_TIME);
          for (const account of page.accounts) {
            if (account.accountId !== open) await sink.row({ row: 'opening', account, balance: account.opening });
            for (const line of account.lines) await sink.row({ row: 'line', account, line, balance: line.balance });
            open = account.accountId;
            if (page.next?.accountId !== open) await sink.row({ row: 'closing', account, balance: account.closing });
          }
          ({ next } = page);
        } while (next);
      });
    return writtenTable(ledgerForm, write);
  }
}

function headOfLedger({ books, range }: OpenLedger) {
  return { ...headOf(books), from: range.from, to: range.to, fiscalYearStartsOn: range.year.startsOn };
}
