import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { JournalEntriesRepository } from '../journal/journal-entries.repository.js';

/** Entries that are read in one go, between which other requests get their turn. */
const MOST_AT_ONCE = 500;

const FIND_ENTRIES: Statement = {
  name: 'find_entries_of_import',
  text: `
    SELECT entry_id FROM accounting.import_entry
    WHERE organization_id = $1 AND import_id = $2 ORDER BY entry_id`,
};

/** Entries that imports have posted. */
@Injectable()
export class ImportEntriesRepository {
  constructor(private readonly entries: JournalEntriesRepository) {}

  /** Those of one import that nothing has reversed, in posting order. */
  async standing(transaction: Transaction, importId: string): Promise<JournalEntryView[]> {
    const values = [transaction.organizationId, importId];
    const rows = await transaction.rows<{ entry_id: string }>(FIND_ENTRIES, values);
    const standing: JournalEntryView[] = [];
    for (let first = 0; first < rows.length; first += MOST_AT_ONCE) {
      const ids = rows.slice(first, first + MOST_AT_ONCE).map((row) => row.entry_id);
      const entries = await this.entries.getAll(transaction, ids);
      standing.push(...entries.filter(({ reversedBy }) => reversedBy === null));
    }
    return standing;
  }
}
