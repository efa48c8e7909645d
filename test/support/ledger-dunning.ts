import { newId } from '#kernel/id.js';
import type { LedgerDatabase, TwoLines } from './ledger-database.js';
import { draftEntry, draftReversal, type EntryDraft, insertEntries } from './ledger-entries.js';
import { inOrganization } from './ledger-fixture.js';
import { type Item, type Receivables, within } from './ledger-open-items.js';

/** Columns of `accounting.dunning_letter` that a test sets. */
export interface LetterRow {
  id: string;
  legal_entity_id: string;
  run_id: string;
  party_id: string;
  level_id: string;
  level: number;
  issued_on: string;
  pay_by: string;
  currency: string;
  overdue_amount: string;
  credit_amount: string;
  fee: string;
  interest: string;
  posts_charges: boolean;
  entry_id: string | null;
}

/** Columns of `accounting.dunning_letter_item`. */
export interface LetterItemRow {
  item_id: string;
  level: number;
  due_on: string;
  open_amount: string;
  interest: string;
}

export interface LetterDraft {
  row: LetterRow;
  items: LetterItemRow[];
  /** What posts its charges. */
  entry?: EntryDraft;
}

const NEW_RUN = `
  INSERT INTO accounting.dunning_run (organization_id, id, legal_entity_id, run_on, includes_parties_on_hold)
  VALUES ($1, $2, $3, $4, false)`;
const CONFIRM = `
  UPDATE accounting.dunning_run SET status = 'confirmed', confirmed_at = now(), confirmed_by = id
  WHERE organization_id = $1 AND id = $2`;
const NEW_LEVEL = `
  INSERT INTO accounting.dunning_level
    (organization_id, id, legal_entity_id, level, name, days_overdue, days_since_last, days_to_pay, posts_charges)
  VALUES ($1, $2, $3, $4, 'Level', 1, 1, 1, true)`;
const NEW_LETTER = `
  INSERT INTO accounting.dunning_letter
    (organization_id, id, legal_entity_id, run_id, party_id, level_id, level, issued_on, pay_by, currency, language,
     overdue_amount, credit_amount, fee, interest, posts_charges, entry_id, content, actor_id, action, request_id)
  SELECT $1, l.id, l.legal_entity_id, l.run_id, l.party_id, l.level_id, l.level, l.issued_on, l.pay_by, l.currency, 'en',
         l.overdue_amount, l.credit_amount, l.fee, l.interest, l.posts_charges, l.entry_id, '{}', l.id, 'test', l.id
  FROM json_populate_record(NULL::accounting.dunning_letter, $2) l`;
const NEW_ITEMS = `
  INSERT INTO accounting.dunning_letter_item
    (organization_id, letter_id, position, legal_entity_id, item_id, level, entry_date, due_on, open_amount, interest,
     interest_after, interest_through)
  SELECT $1, $2, row_number() OVER (), $3, i.item_id, i.level, i.due_on, i.due_on, i.open_amount, i.interest, i.due_on,
         i.due_on + 1
  FROM json_populate_recordset(NULL::accounting.dunning_letter_item, $4) i`;
const CANCEL = `
  INSERT INTO accounting.dunning_letter_cancellation
    (organization_id, letter_id, legal_entity_id, cancelled_on, reason, actor_id, action, request_id)
  VALUES ($1, $2, $3, $4, 'Wrong', $2, 'test', $2)`;

/** Levels of the legal entity, by SQL alone; the ids by their places, from 1. */
export function addLevels({ app, books }: LedgerDatabase): Promise<string[]> {
  return inOrganization(app, books.organizationId, async () => {
    const ids = [''];
    for (const level of [1, 2, 3]) {
      const id = newId();
      await app.query(NEW_LEVEL, [books.organizationId, id, books.legalEntityId, level]);
      ids.push(id);
    }
    return ids;
  });
}

/** A letter about an item of 100.00 that costs nothing. */
export function draftLetter(
  { books }: LedgerDatabase,
  own: Receivables,
  levels: readonly string[],
  item: Item,
  level = 1,
): LetterDraft {
  return {
    row: {
      id: newId(),
      legal_entity_id: books.legalEntityId,
      run_id: newId(),
      party_id: own.parties.first,
      level_id: levels[level]!,
      level,
      issued_on: '2026-03-20',
      pay_by: '2026-03-30',
      currency: books.currency,
      overdue_amount: '100.00',
      credit_amount: '0',
      fee: '0',
      interest: '0',
      posts_charges: true,
      entry_id: null,
    },
    items: [{ item_id: item.id, level, due_on: item.entry.header.entry_date, open_amount: '100.00', interest: '0' }],
  };
}

/** The same with a fee of 100.00 and the entry of it. */
export async function withFee(ledger: LedgerDatabase, own: Receivables, draft: LetterDraft): Promise<LetterDraft> {
  const origin = { origin: 'dunning_letter', origin_id: draft.row.id, entry_date: draft.row.issued_on };
  const entry = (await draftEntry(ledger.owner, ledger.books, origin)) as TwoLines;
  for (const line of entry.lines) line.entry_date = draft.row.issued_on;
  Object.assign(entry.lines[0], { account_id: own.accounts.receivable, party_id: own.parties.first });
  Object.assign(draft.row, { fee: '100.00', entry_id: entry.header.id });
  return { ...draft, entry };
}

/** Its run, which is confirmed, and the letter, without a transaction of its own. */
export async function insertLetter({ app, books }: LedgerDatabase, { row, items, entry }: LetterDraft): Promise<void> {
  const { organizationId, legalEntityId } = books;
  await app.query(NEW_RUN, [organizationId, row.run_id, legalEntityId, row.issued_on]);
  await app.query(CONFIRM, [organizationId, row.run_id]);
  if (entry) await insertEntries(app, entry);
  await app.query(NEW_LETTER, [organizationId, JSON.stringify(row)]);
  await app.query(NEW_ITEMS, [organizationId, row.id, legalEntityId, JSON.stringify(items)]);
}

export const keepLetter = (ledger: LedgerDatabase, draft: LetterDraft): Promise<void> =>
  within(ledger, () => insertLetter(ledger, draft));

/** Cancels a letter, and reverses what it posted unless told otherwise. */
export async function cancelLetter(
  ledger: LedgerDatabase,
  { row, entry }: LetterDraft,
  { on = '2026-04-15', reverses = true } = {},
): Promise<void> {
  const { organizationId, legalEntityId } = ledger.books;
  const reversal = entry && reverses ? await draftReversal(ledger.owner, ledger.books, entry) : undefined;
  if (reversal) Object.assign(reversal.header, { origin: 'dunning_letter', origin_id: row.id });
  await within(ledger, async () => {
    await ledger.app.query(CANCEL, [organizationId, row.id, legalEntityId, on]);
    if (reversal) await insertEntries(ledger.app, reversal);
  });
}
