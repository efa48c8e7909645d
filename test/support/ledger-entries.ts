import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import type { Books } from './ledger-fixture.js';

/** Columns of `accounting.journal_line`, as they are sent; amounts may be anything that a test wants refused. */
export interface LineRow {
  organization_id: string;
  entry_id: string;
  line_number: number;
  legal_entity_id: string;
  account_id: string;
  entry_date: string;
  currency: string;
  debit: string;
  credit: string;
  functional_debit: string;
  functional_credit: string;
  exchange_rate: string | null;
  exchange_rate_source: string | null;
  dimension_value_ids: string[] | null;
  is_rounding: boolean;
  party_id?: string | null;
  due_on?: string | null;
}

/** Columns of `accounting.journal_entry`, as they are sent. */
export interface EntryRow {
  organization_id: string;
  id: string;
  legal_entity_id: string;
  journal_id: string;
  fiscal_year_id: string;
  period_id: string;
  number: number;
  entry_date: string;
  kind: string;
  description: string;
  external_source: string | null;
  external_id: string | null;
  functional_currency: string;
  line_count: number;
  total: string;
  reversal_of: string | null;
  soft_close_reason: string | null;
  actor_id: string;
  action: string;
  request_id: string;
  origin?: string;
  origin_id?: string;
  reference?: string;
}

export interface EntryDraft {
  header: EntryRow;
  lines: LineRow[];
}

const INSERT = `
  WITH entry AS (
    INSERT INTO accounting.journal_entry
      (organization_id, id, legal_entity_id, journal_id, fiscal_year_id, period_id, number, entry_date, kind, description, reference,
       external_source, external_id, functional_currency, line_count, total, reversal_of, soft_close_reason, actor_id, action,
       request_id, origin, origin_id)
    SELECT organization_id, id, legal_entity_id, journal_id, fiscal_year_id, period_id, number, entry_date, kind, description, reference,
       external_source, external_id, functional_currency, line_count, total, reversal_of, soft_close_reason, actor_id, action,
       request_id, origin, origin_id
    FROM json_populate_recordset(NULL::accounting.journal_entry, $1))
  INSERT INTO accounting.journal_line
    (organization_id, entry_id, line_number, legal_entity_id, account_id, entry_date, currency, debit, credit,
     functional_debit, functional_credit, exchange_rate, exchange_rate_source, dimension_value_ids, is_rounding, party_id, due_on)
  SELECT organization_id, entry_id, line_number, legal_entity_id, account_id, entry_date, currency, debit, credit,
     functional_debit, functional_credit, exchange_rate, exchange_rate_source, dimension_value_ids, is_rounding, party_id, due_on
  FROM json_populate_recordset(NULL::accounting.journal_line, $2)`;

/** One statement that goes around every service; a well-formed entry comes with all its lines. */
export async function insertRows(
  client: Client,
  headers: readonly EntryRow[],
  lines: readonly LineRow[],
): Promise<void> {
  // Books of the releases before have no such columns.
  let text = lines.some((line) => line.is_rounding) ? INSERT : INSERT.replaceAll(', is_rounding', '');
  if (!lines.some((line) => line.party_id)) text = text.replaceAll(', party_id', '').replaceAll(/,\s+due_on/g, '');
  if (!headers.some((header) => header.origin)) text = text.replaceAll(', origin, origin_id', '');
  if (!headers.some((header) => header.reference)) text = text.replaceAll(', reference', '');
  await client.query(text, [JSON.stringify(headers), JSON.stringify(lines)]);
}

/** Inserts entries together with their lines. */
export async function insertEntries(client: Client, ...drafts: readonly EntryDraft[]): Promise<void> {
  await insertRows(
    client,
    drafts.map(({ header }) => header),
    drafts.flatMap(({ lines }) => lines),
  );
}

const APPEND = `
  SELECT accounting.append_journal_entries(
    ARRAY[json_populate_record(NULL::accounting.entry_to_append, $1)],
    ARRAY(SELECT l FROM json_populate_recordset(NULL::accounting.line_to_append, $2) l), '[]') AS numbers`;

/** By the posting function, which draws the number. */
export const appendEntry = (client: Client, { header, lines }: EntryDraft) =>
  client.query<{ numbers: number[] }>(APPEND, [JSON.stringify(header), JSON.stringify(lines)]);

/**
 * An entry of 100.00 on the bank account against sales, on 15 March 2026, without a fault; the owner of the database
 * looks up its number, the next.
 */
export async function draftEntry(owner: Client, books: Books, changes: Partial<EntryRow> = {}): Promise<EntryDraft> {
  const { organizationId, legalEntityId, accounts, currency } = books;
  const header: EntryRow = {
    organization_id: organizationId,
    id: newId(),
    legal_entity_id: legalEntityId,
    journal_id: books.journals['GENERAL']!,
    fiscal_year_id: books.years['2026']!,
    period_id: books.periods['2026-03-01']!,
    number: 0,
    entry_date: '2026-03-15',
    kind: 'regular',
    description: 'Test entry',
    external_source: null,
    external_id: null,
    functional_currency: currency,
    line_count: 2,
    total: '100.00',
    reversal_of: null,
    soft_close_reason: null,
    actor_id: newId(),
    action: 'test',
    request_id: newId(),
    ...changes,
  };
  header.number = changes.number ?? (await nextNumber(owner, header));
  const line = (number: number, account: string, debit: string, credit: string): LineRow => ({
    organization_id: organizationId,
    entry_id: header.id,
    line_number: number,
    legal_entity_id: legalEntityId,
    account_id: accounts[account]!,
    entry_date: header.entry_date,
    currency,
    debit,
    credit,
    functional_debit: debit,
    functional_credit: credit,
    exchange_rate: null,
    exchange_rate_source: null,
    dimension_value_ids: null,
    is_rounding: false,
  });
  return { header, lines: [line(1, '1930', '100.00', '0.00'), line(2, '3000', '0.00', '100.00')] };
}

/** Sets the two lines of a draft to the amount in the currency at the rate, and the total to what that makes. */
export function inCurrency(
  draft: EntryDraft,
  currency: string,
  amount: string,
  rate: string,
  functional: string,
): void {
  const [debit, credit] = draft.lines as [LineRow, LineRow];
  Object.assign(debit, { currency, debit: amount, credit: '0', functional_debit: functional });
  Object.assign(credit, { currency, debit: '0', credit: amount, functional_credit: functional });
  for (const line of draft.lines) Object.assign(line, { exchange_rate: rate, exchange_rate_source: 'Test' });
  draft.header.total = functional;
}

/** The mirror image of an entry, one month later, with the next number. */
export async function draftReversal(owner: Client, books: Books, original: EntryDraft): Promise<EntryDraft> {
  const draft = await draftEntry(owner, books, {
    reversal_of: original.header.id,
    entry_date: '2026-04-15',
    period_id: books.periods['2026-04-01']!,
    kind: original.header.kind,
    total: original.header.total,
    line_count: original.header.line_count,
  });
  draft.lines = original.lines.map((line) => ({
    ...line,
    entry_id: draft.header.id,
    entry_date: draft.header.entry_date,
    debit: line.credit,
    credit: line.debit,
    functional_debit: line.functional_credit,
    functional_credit: line.functional_debit,
  }));
  return draft;
}

/** The number that the series of the entry gives next. */
async function nextNumber(owner: Client, header: Pick<EntryRow, 'journal_id' | 'fiscal_year_id'>): Promise<number> {
  const { rows } = await owner.query<{ next: number }>(
    'SELECT last_number + 1 AS next FROM accounting.number_series WHERE journal_id = $1 AND fiscal_year_id = $2',
    [header.journal_id, header.fiscal_year_id],
  );
  return rows[0]!.next;
}
