import { newId } from '#kernel/id.js';
import type { LedgerDatabase, TwoLines } from './ledger-database.js';
import { draftEntry, draftReversal, type EntryDraft, insertEntries } from './ledger-entries.js';
import { draftOfParty, type Item, postItem, type Receivables, turned, within } from './ledger-open-items.js';

/** A settlement that pays 100.00 of one item, and withholds 100.00 of another, or takes as much back. */
export interface WithheldDraft {
  id: string;
  kind: 'receipt' | 'refund';
  partyId: string;
  /** The money first. */
  entries: [TwoLines, TwoLines];
  items: [Item, Item];
  codeId: string;
  accountId: string;
}

const NEW_CODE = `
  INSERT INTO accounting.withholding_code (organization_id, id, legal_entity_id, code, name, account_id)
  VALUES ($1, $2, $3, $4, 'Tax', $5)`;
const NEW_ALLOCATIONS = `
  INSERT INTO accounting.allocation
    (organization_id, id, legal_entity_id, group_id, debit_item_id, credit_item_id, effective_on, amount, functional_debit,
     functional_credit, actor_id, action, request_id)
  SELECT $1, gen_random_uuid(), $2, $3, CASE $4 WHEN 'refund' THEN i.id ELSE n.item END,
         CASE $4 WHEN 'refund' THEN n.item ELSE i.id END, '2026-03-15', 100, 100, 100, $3, 'test', $3
  FROM unnest($5::uuid[], $6::uuid[]) AS n (entry, item)
  JOIN accounting.open_item i ON i.organization_id = $1 AND i.entry_id = n.entry`;
const NEW_SETTLEMENT = `
  WITH settlement AS (
    INSERT INTO accounting.settlement
      (organization_id, id, legal_entity_id, kind, party_id, settled_on, currency, amount, account_id, entry_id, actor_id,
       action, request_id)
    VALUES ($1, $2, $3, $4, $5, '2026-03-15', $6, 100, $7, $8, $2, 'test', $2))
  INSERT INTO accounting.settlement_part
    (organization_id, settlement_id, position, legal_entity_id, item_id, purpose, amount, entry_id)
  VALUES ($1, $2, 1, $3, $9, 'payment', 100, $8), ($1, $2, 2, $3, $10, 'withholding', 100, $11)`;
const NEW_WITHHOLDING = `
  INSERT INTO accounting.withholding (organization_id, id, legal_entity_id, settlement_id, position, code_id, account_id)
  VALUES ($1, $2, $3, $4, 2, $5, $6)`;
const NEW_REVERSAL = `
  INSERT INTO accounting.settlement_reversal
    (organization_id, settlement_id, legal_entity_id, reversed_on, reason, actor_id, action, request_id)
  VALUES ($1, $2, $3, $4, 'Returned', $2, 'test', $2)`;
const UNDO = `
  INSERT INTO accounting.allocation
    (organization_id, id, legal_entity_id, group_id, debit_item_id, credit_item_id, effective_on, amount, functional_debit,
     functional_credit, undoes, actor_id, action, request_id)
  SELECT $1, gen_random_uuid(), a.legal_entity_id, a.group_id, a.debit_item_id, a.credit_item_id, a.effective_on, -a.amount,
         -a.functional_debit, -a.functional_credit, a.id, $2, 'test', $2
  FROM accounting.allocation a WHERE a.organization_id = $1 AND a.group_id = $2 AND a.undoes IS NULL`;

/** A code whose claim stands on the account. */
export async function addWithholdingCode(ledger: LedgerDatabase, accountId: string): Promise<string> {
  const { organizationId, legalEntityId } = ledger.books;
  const id = newId();
  await within(ledger, () => ledger.app.query(NEW_CODE, [organizationId, id, legalEntityId, id.slice(-12), accountId]));
  return id;
}

/** Posts the two items that it settles; the rest of it is a draft. */
export async function draftWithheld(
  ledger: LedgerDatabase,
  own: Receivables,
  kind: WithheldDraft['kind'],
  codeId: string,
): Promise<WithheldDraft> {
  const { owner, books } = ledger;
  const [partyId, accountId] = [own.parties.first, books.accounts['1930']!];
  const id = newId();
  const isRefund = kind === 'refund';
  const item = async () => {
    const draft = await draftOfParty(ledger, own.accounts.receivable, partyId);
    return postItem(ledger, isRefund ? turned(draft) : draft);
  };
  const items: WithheldDraft['items'] = [await item(), await item()];
  const entry = async (place: number) => {
    const { header } = await draftEntry(owner, books);
    const made = (await draftEntry(owner, books, {
      number: header.number + place,
      origin: kind,
      origin_id: id,
    })) as TwoLines;
    Object.assign(made.lines[0], { account_id: accountId });
    Object.assign(made.lines[1], { account_id: own.accounts.receivable, party_id: partyId });
    return (isRefund ? turned(made) : made) as TwoLines;
  };
  return { id, kind, partyId, items, entries: [await entry(0), await entry(1)], codeId, accountId };
}

/** Writes it in the running transaction of a connection of the application. */
export async function writeWithheld(
  { app, books }: Pick<LedgerDatabase, 'app' | 'books'>,
  { id, kind, partyId, entries, items, codeId, accountId }: WithheldDraft,
): Promise<void> {
  const { organizationId, legalEntityId, currency } = books;
  const entryIds = entries.map(({ header }) => header.id);
  const itemIds = items.map((item) => item.id);
  await insertEntries(app, ...entries);
  await app.query(NEW_ALLOCATIONS, [organizationId, legalEntityId, id, kind, entryIds, itemIds]);
  const money = [currency, accountId, entryIds[0], itemIds[0], itemIds[1], entryIds[1]];
  await app.query(NEW_SETTLEMENT, [organizationId, id, legalEntityId, kind, partyId, ...money]);
  await app.query(NEW_WITHHOLDING, [organizationId, newId(), legalEntityId, id, codeId, accountId]);
}

/** The same in a transaction of its own; answers what was written. */
export async function keepWithheld(
  ledger: LedgerDatabase,
  own: Receivables,
  kind: WithheldDraft['kind'],
  codeId: string,
  change: (draft: WithheldDraft) => void = () => undefined,
): Promise<WithheldDraft> {
  const draft = await draftWithheld(ledger, own, kind, codeId);
  change(draft);
  await within(ledger, () => writeWithheld(ledger, draft));
  return draft;
}

/** Takes it back wholly. */
export async function reverseWithheld(ledger: LedgerDatabase, { id, kind, entries }: WithheldDraft): Promise<void> {
  const { organizationId, legalEntityId } = ledger.books;
  const reversals: EntryDraft[] = [];
  for (const entry of entries) {
    const reversal = await draftReversal(ledger.owner, ledger.books, entry);
    Object.assign(reversal.header, { origin: kind, origin_id: id, number: reversal.header.number + reversals.length });
    reversals.push(reversal);
  }
  const { entry_date: reversedOn } = reversals[0]!.header;
  await within(ledger, async () => {
    await ledger.app.query(NEW_REVERSAL, [organizationId, id, legalEntityId, reversedOn]);
    await ledger.app.query(UNDO, [organizationId, id]);
    await insertEntries(ledger.app, ...reversals);
  });
}
