import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { JournalEntriesRepository } from '../journal/journal-entries.repository.js';
import type { NamedAccount } from './plain-text/write-journal.js';

/** Entries that are read in one go; each may have 5,000 lines. */
const MOST_AT_ONCE = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

const ACCOUNTS: Statement = {
  name: 'exported_accounts',
  text: `
    SELECT id, code, name, type, control FROM accounting.account
    WHERE organization_id = $1 AND legal_entity_id = $2 AND NOT is_group ORDER BY code COLLATE "C"`,
};

/** Along `journal_entry_date_idx`, after the place of `$5` and `$6`. */
export const EXPORTED_ENTRIES: Statement = {
  name: 'exported_entries',
  text: `
    SELECT e.id, e.entry_date FROM accounting.journal_entry e
    WHERE e.organization_id = $1 AND e.legal_entity_id = $2 AND e.entry_date >= $3::date AND e.entry_date <= $4::date
      AND (e.entry_date, e.id) > ($5::date, $6::uuid)
    ORDER BY e.entry_date, e.id LIMIT $7::integer`,
};

/** Books as files of other programs have them. */
@Injectable()
export class ExportedBooksRepository {
  constructor(private readonly entries: JournalEntriesRepository) {}

  /** The accounts that take postings, in the order of their codes, by id. */
  async accounts(transaction: Transaction, legalEntityId: string): Promise<Map<string, NamedAccount>> {
    type Row = NamedAccount & { id: string };
    const rows = await transaction.rows<Row>(ACCOUNTS, [transaction.organizationId, legalEntityId]);
    return new Map(rows.map(({ id, ...account }) => [id, account]));
  }

  /** All entries of the range, open at an end left out, by date; those of one day in the order of their posting. */
  async *entryPages(
    transaction: Transaction,
    legalEntityId: string,
    { from = '0001-01-01', to = '9999-12-31' }: { from?: string; to?: string },
  ): AsyncGenerator<JournalEntryView[]> {
    let place = [from, BEFORE_ALL];
    for (;;) {
      const values = [transaction.organizationId, legalEntityId, from, to, ...place, MOST_AT_ONCE];
      type Row = { id: string; entry_date: string };
      const rows = await transaction.rows<Row>(EXPORTED_ENTRIES, values);
      if (rows.length === 0) return;
      const ids = rows.map(({ id }) => id);
      const views = new Map((await this.entries.getAll(transaction, ids)).map((view) => [view.id, view]));
      yield ids.map((id) => views.get(id)!);
      if (rows.length < MOST_AT_ONCE) return;
      const last = rows.at(-1)!;
      place = [last.entry_date, last.id];
    }
  }
}
