import { newId } from '#kernel/id.js';
import type { LedgerDatabase, TwoLines } from './ledger-database.js';
import { draftEntry, draftReversal, insertEntries } from './ledger-entries.js';
import { type AllocationRow, type Item, type Receivables, undoingOf, within } from './ledger-open-items.js';

/** Columns of `accounting.settlement` that a test sets. */
export interface SettlementRow {
  id: string;
  legal_entity_id: string;
  kind: string;
  party_id: string;
  settled_on: string;
  currency: string;
  amount: string;
  charge: string;
  account_id: string | null;
  entry_id: string | null;
  is_deposit: boolean;
  note: string | null;
  external_source: string | null;
  external_id: string | null;
}

/** Columns of `accounting.settlement_part`. */
export interface PartRow {
  item_id: string;
  purpose: string;
  amount: string;
  entry_id: string;
}

/** A receipt of 100.00 with all that belongs to it; what it pays of an item is its one part. */
export interface ReceiptDraft {
  entry: TwoLines;
  row: SettlementRow;
  parts: PartRow[];
  /** What is allocated of the item. */
  allocated: string;
  item: Item;
  /** Further entries of the receipt, which settle another item; and what is kept of that besides. */
  beside?: { entries: TwoLines[]; item: Item; keep: () => Promise<unknown> };
}

const NEW_ALLOCATION = `
  INSERT INTO accounting.allocation
    (organization_id, id, legal_entity_id, group_id, debit_item_id, credit_item_id, effective_on, amount, functional_debit,
     functional_credit, undoes, actor_id, action, request_id)
  SELECT $1, $2, $3, $4, $5, i.id, '2026-03-15', $6, $6, $6, NULL, $2, 'test', $2
  FROM accounting.open_item i WHERE i.organization_id = $1 AND i.entry_id = $7
  RETURNING credit_item_id`;
const UNDOING = `
  INSERT INTO accounting.allocation
    (organization_id, id, legal_entity_id, group_id, debit_item_id, credit_item_id, effective_on, amount, functional_debit,
     functional_credit, undoes, actor_id, action, request_id)
  SELECT $1, a.id, a.legal_entity_id, a.id, a.debit_item_id, a.credit_item_id, a.effective_on, a.amount, a.functional_debit,
         a.functional_credit, a.undoes, a.id, 'test', a.id
  FROM json_populate_record(NULL::accounting.allocation, $2) a`;
const NEW_SETTLEMENT = `
  WITH settlement AS (
    INSERT INTO accounting.settlement
      (organization_id, id, legal_entity_id, kind, party_id, settled_on, currency, amount, charge, account_id, entry_id,
       is_deposit, note, external_source, external_id, actor_id, action, request_id)
    SELECT $1, s.id, s.legal_entity_id, s.kind, s.party_id, s.settled_on, s.currency, s.amount, s.charge, s.account_id,
           s.entry_id, s.is_deposit, s.note, s.external_source, s.external_id, s.id, 'test', s.id
    FROM json_populate_record(NULL::accounting.settlement, $2) s
    RETURNING id, legal_entity_id)
  INSERT INTO accounting.settlement_part
    (organization_id, settlement_id, position, legal_entity_id, item_id, purpose, amount, entry_id)
  SELECT $1, settlement.id, row_number() OVER (), settlement.legal_entity_id, p.item_id, p.purpose, p.amount, p.entry_id
  FROM settlement, json_populate_recordset(NULL::accounting.settlement_part, $3) p`;
const NEW_REVERSAL = `
  INSERT INTO accounting.settlement_reversal
    (organization_id, settlement_id, legal_entity_id, reversed_on, reason, actor_id, action, request_id)
  VALUES ($1, $2, $3, $4, 'Returned', $2, 'test', $2)`;

/** A receipt of 100.00 that pays an item of as much. */
export async function draftReceipt(ledger: LedgerDatabase, own: Receivables, item: Item): Promise<ReceiptDraft> {
  const { owner, books } = ledger;
  const id = newId();
  const entry = (await draftEntry(owner, books, { origin: 'receipt', origin_id: id })) as TwoLines;
  Object.assign(entry.lines[1], { account_id: own.accounts.receivable, party_id: own.parties.first });
  const entry_id = entry.header.id;
  return {
    entry,
    item,
    allocated: '100.00',
    parts: [{ item_id: item.id, purpose: 'payment', amount: '100.00', entry_id }],
    row: {
      id,
      legal_entity_id: books.legalEntityId,
      kind: 'receipt',
      party_id: own.parties.first,
      settled_on: entry.header.entry_date,
      currency: books.currency,
      amount: '100.00',
      charge: '0',
      account_id: entry.lines[0].account_id,
      entry_id,
      is_deposit: false,
      note: null,
      external_source: null,
      external_id: null,
    },
  };
}

/** Entry, allocation and document, in one transaction; answers the allocation. */
export function keepReceipt(ledger: LedgerDatabase, receipt: ReceiptDraft): Promise<AllocationRow> {
  return within(ledger, () => writeReceipt(ledger, receipt));
}

/** The same in the running transaction. */
export async function writeReceipt(ledger: LedgerDatabase, receipt: ReceiptDraft): Promise<AllocationRow> {
  const { entry, row, parts, allocated, item, beside } = receipt;
  const { organizationId, legalEntityId } = ledger.books;
  await insertEntries(ledger.app, entry);
  const id = newId();
  const values = [organizationId, id, legalEntityId, row.id, item.id, allocated, entry.header.id];
  const { rows } = await ledger.app.query<{ credit_item_id: string }>(NEW_ALLOCATION, values);
  if (beside) await insertEntries(ledger.app, ...beside.entries);
  for (const further of beside?.entries ?? []) {
    const { debit } = further.lines[0];
    const pair = [newId(), legalEntityId, row.id, beside!.item.id, debit, further.header.id];
    await ledger.app.query(NEW_ALLOCATION, [organizationId, ...pair]);
  }
  await ledger.app.query(NEW_SETTLEMENT, [organizationId, JSON.stringify(row), JSON.stringify(parts)]);
  await beside?.keep();
  return {
    id,
    legal_entity_id: legalEntityId,
    debit_item_id: item.id,
    credit_item_id: rows[0]!.credit_item_id,
    effective_on: '2026-03-15',
    amount: allocated,
    functional_debit: allocated,
    functional_credit: allocated,
    difference_entry_id: null,
    undoes: null,
  };
}

/** What of a reversal a test does. */
export interface ReversalSteps {
  /** The day that the document says; none where it says nothing. */
  reversedOn?: string;
  undoes?: boolean;
  reverses?: boolean;
}

/** Takes a receipt back on its day, or does a part of that. */
export async function reverseReceipt(
  ledger: LedgerDatabase,
  { entry, row }: ReceiptDraft,
  made: AllocationRow,
  { reversedOn, undoes = true, reverses = true }: ReversalSteps,
): Promise<void> {
  const { organizationId, legalEntityId } = ledger.books;
  const reversal = await draftReversal(ledger.owner, ledger.books, entry);
  Object.assign(reversal.header, { origin: 'receipt', origin_id: row.id });
  await within(ledger, async () => {
    if (reversedOn) await ledger.app.query(NEW_REVERSAL, [organizationId, row.id, legalEntityId, reversedOn]);
    if (undoes) await ledger.app.query(UNDOING, [organizationId, JSON.stringify(undoingOf(made))]);
    if (reverses) await insertEntries(ledger.app, reversal);
  });
}
