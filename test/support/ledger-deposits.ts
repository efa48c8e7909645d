import { newId } from '#kernel/id.js';
import type { LedgerDatabase, TwoLines } from './ledger-database.js';
import { draftEntry, insertEntries } from './ledger-entries.js';
import { draftOfParty, type Item, postItem, type Receivables, turned, within } from './ledger-open-items.js';
import type { PartRow } from './ledger-receipts.js';

/** An application of 100.00 with all that belongs to it. */
export interface ApplicationDraft {
  entry: TwoLines;
  row: {
    id: string;
    legal_entity_id: string;
    kind: string;
    party_id: string;
    settled_on: string;
    currency: string;
    amount: string;
    account_id: string | null;
    entry_id: string | null;
    note: string | null;
  };
  parts: PartRow[];
  deposit: Item;
  charge: Item;
  /** What is allocated of the deposit, and of the charge. */
  allocated: { deposit: string; charge: string };
}

/** The deposit with the first line of the entry, the charge with its second. */
const ALLOCATIONS = `
  INSERT INTO accounting.allocation
    (organization_id, id, legal_entity_id, group_id, debit_item_id, credit_item_id, effective_on, amount, functional_debit,
     functional_credit, actor_id, action, request_id)
  SELECT $1, gen_random_uuid(), $2, $3, a.debit, a.credit, '2026-03-15', a.amount, a.amount, a.amount, $3, 'test', $3
  FROM (
    SELECT i.id AS debit, $4::uuid AS credit, $6::numeric AS amount FROM accounting.open_item i
    WHERE i.organization_id = $1 AND i.entry_id = $8 AND i.line_number = 1
    UNION ALL
    SELECT $5::uuid, i.id, $7::numeric FROM accounting.open_item i
    WHERE i.organization_id = $1 AND i.entry_id = $8 AND i.line_number = 2) a`;
const SETTLEMENT = `
  WITH settlement AS (
    INSERT INTO accounting.settlement
      (organization_id, id, legal_entity_id, kind, party_id, settled_on, currency, amount, account_id, entry_id, note,
       actor_id, action, request_id)
    SELECT $1, s.id, s.legal_entity_id, s.kind, s.party_id, s.settled_on, s.currency, s.amount, s.account_id, s.entry_id,
           s.note, s.id, 'test', s.id
    FROM json_populate_record(NULL::accounting.settlement, $2) s
    RETURNING id, legal_entity_id)
  INSERT INTO accounting.settlement_part
    (organization_id, settlement_id, position, legal_entity_id, item_id, purpose, amount, entry_id)
  SELECT $1, settlement.id, row_number() OVER (), settlement.legal_entity_id, p.item_id, p.purpose, p.amount, p.entry_id
  FROM settlement, json_populate_recordset(NULL::accounting.settlement_part, $3) p`;

/** A deposit of 100.00 on one account of a customer, a new one where none is given, which pays a charge of as much on another. */
export async function draftApplication(
  ledger: LedgerDatabase,
  own: Receivables,
  given?: Item,
): Promise<ApplicationDraft> {
  const { owner, books } = ledger;
  const { accounts, parties } = own;
  const deposit = given ?? (await postItem(ledger, turned(await draftOfParty(ledger, accounts.other, parties.first))));
  const charge = await postItem(ledger, await draftOfParty(ledger, accounts.receivable, parties.first));
  const id = newId();
  const entry = (await draftEntry(owner, books, { origin: 'deposit_application', origin_id: id })) as TwoLines;
  Object.assign(entry.lines[0], { account_id: accounts.other, party_id: parties.first });
  Object.assign(entry.lines[1], { account_id: accounts.receivable, party_id: parties.first });
  const entry_id = entry.header.id;
  const part = { amount: '100.00', entry_id };
  return {
    entry,
    deposit,
    charge,
    allocated: { deposit: '100.00', charge: '100.00' },
    parts: [
      { ...part, item_id: charge.id, purpose: 'payment' },
      { ...part, item_id: deposit.id, purpose: 'deposit' },
    ],
    row: {
      id,
      legal_entity_id: books.legalEntityId,
      kind: 'deposit_application',
      party_id: parties.first,
      settled_on: entry.header.entry_date,
      currency: books.currency,
      amount: '100.00',
      account_id: null,
      entry_id,
      note: null,
    },
  };
}

/** Entry, allocations and document, in one transaction. */
export function keepApplication(ledger: LedgerDatabase, draft: ApplicationDraft): Promise<void> {
  const { entry, row, parts, deposit, charge, allocated } = draft;
  const { organizationId, legalEntityId } = ledger.books;
  const items = [deposit.id, charge.id, allocated.deposit, allocated.charge, entry.header.id];
  return within(ledger, async () => {
    await insertEntries(ledger.app, entry);
    await ledger.app.query(ALLOCATIONS, [organizationId, legalEntityId, row.id, ...items]);
    await ledger.app.query(SETTLEMENT, [organizationId, JSON.stringify(row), JSON.stringify(parts)]);
  });
}
