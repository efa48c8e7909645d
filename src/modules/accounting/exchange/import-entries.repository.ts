import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';

const FIND_STANDING: Statement = {
  name: 'find_standing_entries_of_import',
  text: `
    SELECT json_build_object(
      'id', e.id, 'legalEntityId', e.legal_entity_id, 'journalCode', j.code, 'number', e.number,
      'fiscalYearId', e.fiscal_year_id, 'periodId', e.period_id, 'entryDate', e.entry_date, 'kind', e.kind,
      'status', 'posted', 'description', e.description, 'reference', e.reference,
      'externalSource', e.external_source, 'externalId', e.external_id, 'functionalCurrency', e.functional_currency,
      'total', e.total::text, 'reversalOf', e.reversal_of, 'reversedBy', NULL, 'softCloseReason', e.soft_close_reason,
      'postedBy', e.actor_id, 'postedAt', e.posted_at, 'lines', (
        SELECT json_agg(json_build_object(
          'lineNumber', l.line_number, 'accountId', l.account_id, 'accountCode', a.code, 'accountName', a.name,
          'currency', l.currency, 'debit', l.debit::text, 'credit', l.credit::text,
          'functionalDebit', l.functional_debit::text, 'functionalCredit', l.functional_credit::text,
          'exchangeRate', l.exchange_rate::text, 'exchangeRateSource', l.exchange_rate_source,
          'description', l.description) ORDER BY l.line_number)
        FROM accounting.journal_line l
        JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
        WHERE l.organization_id = e.organization_id AND l.entry_id = e.id)) AS entry
    FROM accounting.import_entry i
    JOIN accounting.journal_entry e ON e.organization_id = i.organization_id AND e.id = i.entry_id
    JOIN accounting.journal j ON j.organization_id = e.organization_id AND j.id = e.journal_id
    WHERE i.organization_id = $1 AND i.import_id = $2
      AND NOT EXISTS (SELECT FROM accounting.journal_entry r
                      WHERE r.organization_id = e.organization_id AND r.reversal_of = e.id)
    ORDER BY e.id`,
};

/** Entries that imports have posted. */
@Injectable()
export class ImportEntriesRepository {
  /** Those of one import that nothing has reversed, in posting order. */
  async standing(transaction: Transaction, importId: string): Promise<JournalEntryView[]> {
    type Row = { entry: JournalEntryView };
    const rows = await transaction.rows<Row>(FIND_STANDING, [transaction.organizationId, importId]);
    return rows.map(({ entry }) => entry);
  }
}
