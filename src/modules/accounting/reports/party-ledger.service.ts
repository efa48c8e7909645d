import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { requireOrder } from '#platform/http/require-order.js';
import { partyLedgerContent, type PartyLineRow } from './party-ledger-content.js';
import { MOST_PARTY_LINES, type PartyLedgerQuery, type PartyLedgerView } from './party-ledger.dto.js';
import { PartyLedgerRepository } from './party-ledger.repository.js';
import { partyLedgerChart, partyLedgerForm, partyLedgerRows } from './party-ledger-table.js';
import { amountText, headOf, type ReportBooks, wrongParameter } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { ReportPartyReader } from './report-party.reader.js';
import { headingOf, periodText } from './report-title.js';

interface ReadLedger {
  view: PartyLedgerView;
  books: ReportBooks;
  lines: readonly PartyLineRow[];
}

/** What a customer or vendor was charged and paid, and what is open of it: the statement of account. */
@Injectable()
export class PartyLedgerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly parties: ReportPartyReader,
    private readonly ledgers: PartyLedgerRepository,
  ) {}

  report(query: PartyLedgerQuery): Report<PartyLedgerView> {
    const { partyId, from, to } = query;
    return {
      name: `party-ledger-${partyId}-${from}-${to}`,
      view: async () => (await this.read(query)).view,
      table: () =>
        tableOf(partyLedgerForm, async () => {
          const { view, books } = await this.read(query);
          const title = view.control === 'receivable' ? 'Customer ledger' : 'Vendor ledger';
          const party = ['Of', `${view.partyNumber} ${view.partyName}`] as [string, string];
          return { head: headingOf(books, title, periodText(from, to), party), rows: partyLedgerRows(view) };
        }),
      chart: async () => {
        const { view, books, lines } = await this.read(query);
        return partyLedgerChart(view, balancesOf(view, lines, books));
      },
    };
  }

  /** @throws Problem invalid_parameter, party_unknown */
  async view(transaction: Transaction, query: PartyLedgerQuery): Promise<PartyLedgerView> {
    return (await this.readIn(transaction, query)).view;
  }

  private read(query: PartyLedgerQuery): Promise<ReadLedger> {
    return this.unitOfWork.read((transaction) => this.readIn(transaction, query));
  }

  private async readIn(transaction: Transaction, query: PartyLedgerQuery): Promise<ReadLedger> {
    const { from, to, control = 'receivable' } = query;
    requireOrder({ from, to });
    const books = await this.reader.open(transaction, query);
    const party = await this.parties.read(transaction, books.legalEntityId, query.partyId);
    const of = { legalEntityId: books.legalEntityId, partyId: party.id, control, from, to };
    const [openings, lines, items] = await Promise.all([
      this.ledgers.openings(transaction, of),
      this.ledgers.lines(transaction, of),
      this.ledgers.openItems(transaction, of),
    ]);
    if (lines.length > MOST_PARTY_LINES) {
      const message = `The range has more than ${MOST_PARTY_LINES} lines of the party: ask for it in parts.`;
      throw wrongParameter('?to', 'too_many_lines', message);
    }
    const named = { partyId: party.id, partyNumber: party.number, partyName: party.name };
    const content = partyLedgerContent({ openings, lines, items }, books);
    return { view: { ...headOf(books), from, to, control, ...named, ...content }, books, lines };
  }
}

/** What all currencies come to at the end of each day that has lines. */
function balancesOf({ opening }: PartyLedgerView, lines: readonly PartyLineRow[], books: ReportBooks) {
  let balance = new Decimal(opening);
  const days = new Map<string, string>();
  for (const { entryDate, functionalDebit, functionalCredit } of lines) {
    balance = balance.plus(functionalDebit).minus(functionalCredit);
    days.set(entryDate, amountText(balance, books));
  }
  return days;
}
