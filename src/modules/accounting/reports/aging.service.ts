import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { agesOf, agingContent, STANDARD_DAYS } from './aging-content.js';
import type { AgingQuery, AgingView } from './aging.dto.js';
import { AgingRepository } from './aging.repository.js';
import { agingChart, agingForm, agingRows } from './aging-table.js';
import { pathOf } from './financial-statement.js';
import { amountText, headOf, type ReportBooks } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { headingOf } from './report-title.js';

/** What customers owe or vendors are owed, by how long it is overdue. */
@Injectable()
export class AgingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly aging: AgingRepository,
  ) {}

  report(query: AgingQuery): Report<AgingView> {
    const { control = 'receivable', asOf } = query;
    return {
      name: `aging-${control}-${asOf}`,
      view: async () => (await this.read(query)).view,
      table: () =>
        tableOf(agingForm(agesOf(daysOf(query))), async () => {
          const { view, books } = await this.read(query);
          const title = control === 'receivable' ? 'Aged receivables' : 'Aged payables';
          return { head: headingOf(books, title, `as of ${asOf}`), rows: agingRows(view) };
        }),
      chart: async () => agingChart((await this.read(query)).view),
    };
  }

  private read(query: AgingQuery): Promise<{ view: AgingView; books: ReportBooks }> {
    const { asOf, partyId, control = 'receivable' } = query;
    const ages = agesOf(daysOf(query));
    return this.unitOfWork.read(async (transaction) => {
      const books = await this.reader.open(transaction, query);
      const of = { legalEntityId: books.legalEntityId, control, asOf, partyId };
      const starts = ages.map(({ fromDays }) => fromDays);
      const [rows, balance] = await Promise.all([
        this.aging.read(transaction, of, starts, books.currency),
        this.aging.controlBalance(transaction, of),
      ]);
      const ledgers = pathOf('party-ledger', books, { control, from: asOf, to: asOf });
      const content = agingContent(rows, ages, books, ledgers);
      const controlled = new Decimal(balance).times(control === 'receivable' ? 1 : -1);
      const whole = {
        unattributed: amountText(controlled.minus(content.totals.total), books),
        controlBalance: amountText(controlled, books),
      };
      const ofAll = partyId === undefined ? whole : { unattributed: null, controlBalance: null };
      return { view: { ...headOf(books), asOf, control, ages, ...content, ...ofAll }, books };
    });
  }
}

const daysOf = ({ days = [...STANDARD_DAYS] }: AgingQuery): readonly number[] =>
  days.toSorted((one, other) => one - other);
