import { Injectable } from '@nestjs/common';
import type { LegalEntityFact } from '#modules/administration/contract/legal-entities.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { WriteChunk } from '#platform/exports/open-file.js';
import type { WrittenFile } from '#platform/exports/written-file.js';
import { requireOrder } from '#platform/http/require-order.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { ExportedBooksRepository } from './exported-books.repository.js';
import type { ExportPlainTextQuery } from './exports.dto.js';
import { headline } from './plain-text/journal-text.js';
import { writeAccount, writeCurrency, writeEntry } from './plain-text/write-journal.js';

/** Writes books as a plain-text journal, from one state of the database. */
@Injectable()
export class PlainTextExportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly books: ExportedBooksRepository,
  ) {}

  file(query: ExportPlainTextQuery): WrittenFile {
    const range = [query.from, query.to].filter((day) => day !== undefined);
    return {
      name: ['books', ...range].join('-').concat('.journal'),
      write: (write) => this.unitOfWork.read((transaction) => this.write(transaction, query, write)),
    };
  }

  private async write(transaction: Transaction, query: ExportPlainTextQuery, write: WriteChunk<string>): Promise<void> {
    requireOrder(query);
    const entity = await this.legalEntity.describe(query.legalEntityId, '?legalEntityId');
    const accounts = await this.books.accounts(transaction, entity.id);
    const declared = new Set([entity.functionalCurrency]);
    await write(
      [headOf(entity, query), writeCurrency(entity.functionalCurrency), ...[...accounts.values()].map(writeAccount)]
        .join('\n')
        .concat('\n'),
    );
    for await (const entries of this.books.entryPages(transaction, entity.id, query)) {
      const texts: string[] = [];
      for (const entry of entries) {
        // A currency is declared before it is used: its decimal mark counts from there on.
        for (const { currency } of entry.lines) {
          if (!declared.has(currency)) texts.push(writeCurrency(currency));
          declared.add(currency);
        }
        texts.push(writeEntry(entry, accounts));
      }
      await write(texts.join('\n').concat('\n'));
    }
  }
}

function headOf({ name, functionalCurrency }: LegalEntityFact, { from, to }: ExportPlainTextQuery): string {
  const range = `entries from ${from ?? 'the first'} to ${to ?? 'the last'}`;
  return `; Books of ${headline(name)} in ${functionalCurrency}, ${range}\n`;
}
