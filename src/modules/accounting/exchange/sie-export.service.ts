import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDate } from '#kernel/calendar-date.js';
import { contains, type DateRange } from '#kernel/date-range.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { WriteChunk } from '#platform/exports/open-file.js';
import type { WrittenFile } from '#platform/exports/written-file.js';
import type { LegalEntityFact } from '#modules/administration/contract/legal-entities.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { ExportedBooksRepository } from './exported-books.repository.js';
import type { ExportSieQuery } from './exports.dto.js';
import { codePage437Characters, encodeCodePage437 } from './sie/code-page-437.js';
import { judgeSieExport } from './sie/judge-sie-export.js';
import { openingsAreVouchers, type SieBooks } from './sie/sie-year-books.js';
import { SieFileWriter } from './sie/write-sie-file.js';
import { YearBooksRepository } from './year-books.repository.js';

/** Writes a fiscal year of books as a SIE file, from one state of the database. */
@Injectable()
export class SieExportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly books: ExportedBooksRepository,
    private readonly years: YearBooksRepository,
  ) {}

  file(query: ExportSieQuery): WrittenFile {
    return {
      name: `books-${query.date}.se`,
      write: (write) => this.unitOfWork.read((transaction) => this.write(transaction, query, write)),
    };
  }

  private async write(transaction: Transaction, query: ExportSieQuery, write: WriteChunk<Uint8Array>): Promise<void> {
    const entity = await this.legalEntity.describe(query.legalEntityId, '?legalEntityId');
    const books = await this.load(transaction, entity, query.date as CalendarDate);
    const { year } = books.current;
    const odd = await this.years.oddEntries(transaction, entity.id, year, codePage437Characters);
    const errors = judgeSieExport(books, odd, new Set(query.accept));
    if (errors.length > 0) throw refusal(errors);

    const writer = new SieFileWriter(books);
    await write(bytesOf(writer.head()));
    const types = new Map(books.accounts.map(({ code, type }) => [code, type]));
    const asVouchers = openingsAreVouchers(books.current, types);
    const range = { from: year.startsOn, to: year.endsOn };
    for await (const entries of this.books.entryPages(transaction, entity.id, range)) {
      const vouchers = entries.filter(({ kind }) => asVouchers || kind !== 'opening');
      if (vouchers.length > 0) await write(bytesOf(vouchers.flatMap((entry) => writer.voucher(entry))));
    }
  }

  private async load(transaction: Transaction, entity: LegalEntityFact, date: CalendarDate): Promise<SieBooks> {
    const years = await this.years.fiscalYears(transaction, entity.id);
    const year = years.find((one) => contains(one, date));
    if (!year) throw noFiscalYear(date);
    const before = addDays(year.startsOn, -1);
    const previous = years.find(({ endsOn }) => endsOn === before);
    const figures = (one: DateRange) => this.years.figures(transaction, entity.id, one);
    return {
      companyName: entity.name,
      currency: entity.functionalCurrency,
      writtenOn: (await transaction.startedAt).toISOString().slice(0, 10) as CalendarDate,
      accounts: [...(await this.books.accounts(transaction, entity.id)).values()],
      dimensions: await this.years.dimensions(transaction, entity.id),
      current: await figures(year),
      previous: previous && (await figures(previous)),
    };
  }
}

const bytesOf = (lines: readonly string[]) => encodeCodePage437(lines.join('\r\n').concat('\r\n'));

function noFiscalYear(date: CalendarDate): Error {
  const message = `No fiscal year of the legal entity holds ${date}.`;
  return accountingProblems.no_fiscal_year(message, [{ pointer: '?date', code: 'no_fiscal_year', message }]);
}

function refusal(errors: ReturnType<typeof judgeSieExport>): Error {
  const detail =
    errors.length === 1 ? errors[0]!.message : `A SIE file cannot hold ${errors.length} things; see errors.`;
  return accountingProblems.export_refused(detail, errors);
}
