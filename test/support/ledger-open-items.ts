import { newId } from '#kernel/id.js';
import type { LedgerDatabase, TwoLines } from './ledger-database.js';
import { draftEntry, type EntryDraft, type EntryRow, insertEntries, type LineRow } from './ledger-entries.js';
import { type Books, inOrganization } from './ledger-fixture.js';

/** Books with accounts that control receivables and payables, and parties, by SQL alone. */
export interface Receivables {
  accounts: Record<'receivable' | 'other' | 'payable', string>;
  /** Two customers, and one of a sister. */
  parties: Record<'first' | 'second' | 'ofSister', string>;
}

/** A line of a party on the receivables. */
export interface Item {
  id: string;
  entry: EntryDraft;
}

/** Columns of `accounting.allocation` that a test sets. */
export interface AllocationRow {
  id: string;
  legal_entity_id: string;
  debit_item_id: string;
  credit_item_id: string;
  effective_on: string;
  amount: string;
  functional_debit: string;
  functional_credit: string;
  difference_entry_id: string | null;
  undoes: string | null;
}

const NEW_ACCOUNT = `
  INSERT INTO accounting.account (organization_id, id, legal_entity_id, code, name, type, control)
  VALUES ($1, $2, $3, $4, $4, $5, $6)`;
const NEW_PARTY = `
  INSERT INTO accounting.party (organization_id, id, legal_entity_id, number, name, kind, is_customer, is_vendor)
  VALUES ($1, $2, $3, $4, 'Customer', 'organization', true, true)`;
export const NEW_ALLOCATION = `
  INSERT INTO accounting.allocation
    (organization_id, id, legal_entity_id, group_id, debit_item_id, credit_item_id, effective_on, amount, functional_debit,
     functional_credit, difference_entry_id, undoes, actor_id, action, request_id)
  SELECT $1, a.id, a.legal_entity_id, a.id, a.debit_item_id, a.credit_item_id, a.effective_on, a.amount, a.functional_debit,
         a.functional_credit, a.difference_entry_id, a.undoes, a.id, 'test', a.id
  FROM json_populate_recordset(NULL::accounting.allocation, $2) a`;

export async function addReceivables({ app, books, sister }: LedgerDatabase): Promise<Receivables> {
  return inOrganization(app, books.organizationId, async () => {
    const account = async (code: string, type: string, control: string) => {
      const id = newId();
      await app.query(NEW_ACCOUNT, [books.organizationId, id, books.legalEntityId, code, type, control]);
      return id;
    };
    const party = async ({ organizationId, legalEntityId }: Books) => {
      const id = newId();
      await app.query(NEW_PARTY, [organizationId, id, legalEntityId, id.slice(-30)]);
      return id;
    };
    return {
      accounts: {
        receivable: await account('1510', 'asset', 'receivable'),
        other: await account('1520', 'asset', 'receivable'),
        payable: await account('2440', 'liability', 'payable'),
      },
      parties: { first: await party(books), second: await party(books), ofSister: await party(sister) },
    };
  });
}

/** Does the work in a transaction of the organization of the books. */
export const within = <T>({ app, books }: LedgerDatabase, work: () => Promise<T>): Promise<T> =>
  inOrganization(app, books.organizationId, work);

/** A draft of 100.00 whose first line is of a party on an account; a negative amount is a credit. */
export async function draftOfParty(
  { owner, books }: LedgerDatabase,
  accountId: string,
  partyId: string | null,
  header: Partial<EntryRow> = {},
): Promise<TwoLines> {
  const draft = (await draftEntry(owner, books, header)) as TwoLines;
  Object.assign(draft.lines[0], { account_id: accountId, party_id: partyId });
  return draft;
}

/** Turns the sides of all lines. */
export function turned(draft: EntryDraft): EntryDraft {
  for (const line of draft.lines) {
    [line.debit, line.credit] = [line.credit, line.debit];
    [line.functional_debit, line.functional_credit] = [line.functional_credit, line.functional_debit];
  }
  return draft;
}

/** Posts the draft, and answers the item of its first line. */
export async function postItem(ledger: LedgerDatabase, entry: EntryDraft): Promise<Item> {
  await ledger.post(entry);
  const { rows } = await ledger.owner.query<{ id: string }>(
    'SELECT id FROM accounting.open_item WHERE entry_id = $1 AND line_number = 1',
    [entry.header.id],
  );
  return { id: rows[0]!.id, entry };
}

/** An allocation of all of two items of 100.00. */
export const allocationOf = (
  { books }: LedgerDatabase,
  debit: Item,
  credit: Item,
  change: Partial<AllocationRow> = {},
): AllocationRow => ({
  id: newId(),
  legal_entity_id: books.legalEntityId,
  debit_item_id: debit.id,
  credit_item_id: credit.id,
  effective_on: '2026-03-15',
  amount: '100.00',
  functional_debit: '100.00',
  functional_credit: '100.00',
  difference_entry_id: null,
  undoes: null,
  ...change,
});

/** What takes the allocation back. */
export const undoingOf = (made: AllocationRow, change: Partial<AllocationRow> = {}): AllocationRow => ({
  ...made,
  id: newId(),
  amount: `-${made.amount}`,
  functional_debit: `-${made.functional_debit}`,
  functional_credit: `-${made.functional_credit}`,
  undoes: made.id,
  ...change,
});

/** Entries and allocations, in one transaction. */
export const settle = (ledger: LedgerDatabase, rows: readonly AllocationRow[], ...entries: EntryDraft[]) =>
  within(ledger, async () => {
    if (entries.length > 0) await insertEntries(ledger.app, ...entries);
    if (rows.length === 0) return;
    await ledger.app.query(NEW_ALLOCATION, [ledger.books.organizationId, JSON.stringify(rows)]);
  });

/** An entry that posts a gain on the items: a line in the functional currency alone, against income. */
export async function differenceEntry(
  ledger: LedgerDatabase,
  line: Partial<LineRow>,
  amount: string,
  header: Partial<EntryRow> = {},
): Promise<TwoLines> {
  const origin = { origin: 'allocation', origin_id: newId() };
  const draft = (await draftEntry(ledger.owner, ledger.books, { ...origin, total: amount, ...header })) as TwoLines;
  const none = { debit: '0', credit: '0' };
  Object.assign(draft.lines[0], none, { functional_debit: amount, currency: 'USD', ...line });
  Object.assign(draft.lines[1], { credit: amount, functional_credit: amount });
  return draft;
}
