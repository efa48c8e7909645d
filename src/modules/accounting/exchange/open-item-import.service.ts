import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { LegalEntities } from '#modules/administration/contract/legal-entities.js';
import type { Transaction } from '#platform/database/transaction.js';
import { separatorFaults } from '#platform/imports/read-cells.js';
import { FileImportService, type ImportScope, type PreparedImport } from './file-import.service.js';
import { importRefusal } from './journal-import-refusal.js';
import { JournalImportPreparation } from './journal-import-preparation.service.js';
import type { JournalImportReportView, JournalImportView } from './journal-import.dto.js';
import { ItemSurroundingsService } from './open-items/item-surroundings.service.js';
import type { ImportOpenItems } from './open-items/open-item-csv.dto.js';
import { planOpenItems } from './open-items/plan-open-items.js';
import { readOpenItems } from './open-items/read-open-items.js';

/** Imports what customers owe and vendors are owed from the books before: one entry for each open item. */
@Injectable()
export class OpenItemImportService {
  constructor(
    private readonly files: FileImportService,
    private readonly preparation: JournalImportPreparation,
    private readonly legalEntities: LegalEntities,
    private readonly surroundings: ItemSurroundingsService,
  ) {}

  import(wish: ImportOpenItems, dryRun = false): Promise<JournalImportView> {
    const faults = separatorFaults(wish.mapping, '/mapping/groupSeparator');
    if (faults.length > 0) throw importRefusal(faults);
    const { file: content, legalEntityId, mapping, cutOverOn, control, contraAccountCode, journalCode, kind } = wish;
    const reading = { mapping, cutOverOn, control, contraAccountCode, journalCode, kind: kind ?? 'regular' };
    const file = { format: 'open_items', content, reading, legalEntityId, pointer: '/legalEntityId', dryRun } as const;
    return this.files.import(file, (transaction, scope) => this.prepare(transaction, scope, wish));
  }

  private async prepare(
    transaction: Transaction,
    scope: ImportScope,
    wish: ImportOpenItems,
  ): Promise<PreparedImport<JournalImportReportView>> {
    const cutOverOn = wish.cutOverOn as CalendarDate;
    const { items, errors } = readOpenItems(wish.file, wish.mapping, cutOverOn);
    const { legalEntityId } = scope;
    const { functionalCurrency } = await this.legalEntities.get(legalEntityId);
    const { control, contraAccountCode, journalCode, kind = 'regular' } = wish;
    // Lines that cannot be read are missing in every sum.
    const expectedTotals = errors.length > 0 ? undefined : wish.expectedTotals;
    const { documentNumber: documentColumn } = wish.mapping.columns;
    const posted = { cutOverOn, control, contraAccountCode, journalCode, kind, expectedTotals, documentColumn };
    const surroundings = await this.surroundings.of(transaction, legalEntityId, wish, items);
    // What is sound goes on as far as the books, so that what these refuse is told at once with the rest.
    const postings = planOpenItems(items, { ...posted, legalEntityId, functionalCurrency }, surroundings, errors);
    return this.preparation.prepare(transaction, scope, { postings, faults: errors });
  }
}
