import { newId } from '#kernel/id.js';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { addReceivables, type Receivables } from '../support/ledger-open-items.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself sees to it that what an import brought is taken back as a
// whole, and only while nothing builds on it.

let ledger: LedgerDatabase;
let own: Receivables;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
});
afterAll(() => ledger?.close());

interface Step {
  text: string;
  values: unknown[];
}
const inOne = (...steps: Step[]) =>
  inOrganization(ledger.app, ledger.books.organizationId, async () => {
    for (const { text, values } of steps) await ledger.app.query(text, values);
  });
const ids = () => [ledger.books.organizationId, ledger.books.legalEntityId];

const party = (id: string): Step => ({
  text: `INSERT INTO accounting.party (organization_id, id, legal_entity_id, number, name, kind, is_customer, is_vendor)
         VALUES ($1, $3, $2, right($4, 12), 'Nord', 'organization', true, false)`,
  values: [...ids(), id, id],
});
const recurring = (id: string): Step => ({
  text: `INSERT INTO accounting.recurring_invoice
           (organization_id, id, legal_entity_id, party_id, name, mode, dating, content, frequency, starts_on, month_end,
            next_on, responsible_id)
         VALUES ($1, $3, $2, $4, 'S', 'draft', 'due_date', '{}', 'monthly', '2026-03-31', true, '2026-03-31', $3)`,
  values: [...ids(), id, own.parties.first],
});
const file = (id: string, kind: string): Step => ({
  text: `INSERT INTO accounting.record_import
           (organization_id, id, legal_entity_id, kind, sha256, created, changed, reactivated, unchanged, bank_accounts, imported_by)
         VALUES ($1, $3, $2, $4, repeat('a', 64), 1, 0, 0, 0, 0, $3)`,
  values: [...ids(), id, kind],
});
const record = (importId: string, id: string, kind: string, change: { key?: string; line?: number } = {}): Step => ({
  text: `INSERT INTO accounting.imported_record
           (organization_id, legal_entity_id, import_id, kind, line, key, party_id, recurring_invoice_id, outcome)
         VALUES ($1, $2, $3, $5, $6, $7, CASE $5 WHEN 'parties' THEN $4::uuid END,
                 CASE $5 WHEN 'parties' THEN NULL ELSE $4::uuid END, 'created')`,
  values: [...ids(), importId, id, kind, change.line ?? 2, change.key ?? id],
});
const undo = (importId: string, kind: string): Step => ({
  text: `INSERT INTO accounting.record_import_undo (organization_id, import_id, legal_entity_id, kind, undone_by)
         VALUES ($1, $3, $2, $4, $3)`,
  values: [...ids(), importId, kind],
});
const archive = (id: string): Step => ({
  text: "UPDATE accounting.party SET status = 'archived' WHERE organization_id = $1 AND id = $2",
  values: [ledger.books.organizationId, id],
});
const end = (id: string): Step => ({
  text: "UPDATE accounting.recurring_invoice SET status = 'ended', next_on = NULL WHERE organization_id = $1 AND id = $2",
  values: [ledger.books.organizationId, id],
});

async function imported(kind: 'parties' | 'recurring_invoices') {
  const [importId, id] = [newId(), newId()];
  await inOne(kind === 'parties' ? party(id) : recurring(id), file(importId, kind), record(importId, id, kind));
  return { importId, id };
}

it('takes parties back once all of them are archived, and once', async () => {
  const { importId, id } = await imported('parties');
  await expectRefusal(inOne(undo(importId, 'parties')), { code: 'BU772' });
  await expectAccepted(inOne(archive(id), undo(importId, 'parties')));
  await expectRefusal(inOne(undo(importId, 'parties')), { code: '23505', constraint: 'record_import_undo_pkey' });
});

it('takes no party back that something names', async () => {
  const { importId, id } = await imported('parties');
  const invoice = recurring(newId());
  await inOne({ ...invoice, values: [...invoice.values.slice(0, 3), id] }, archive(id));
  await expectRefusal(inOne(undo(importId, 'parties')), { code: 'BU772' });
});

it('takes recurring invoices back once they have ended and nothing came of them', async () => {
  const { importId, id } = await imported('recurring_invoices');
  await expectRefusal(inOne(undo(importId, 'recurring_invoices')), { code: 'BU772' });
  await expectAccepted(inOne(end(id), undo(importId, 'recurring_invoices')));
  const used = await imported('recurring_invoices');
  const ran: Step = {
    text: `INSERT INTO accounting.recurring_invoice_run
             (organization_id, id, legal_entity_id, recurring_id, due_on, draft_id, actor_id)
           VALUES ($1, $3, $2, $3, '2026-03-31', $3, $3)`,
    values: [...ids(), used.id],
  };
  await inOne(ran, end(used.id));
  await expectRefusal(inOne(undo(used.importId, 'recurring_invoices')), { code: 'BU772' });
});

it('takes over what has a key once, until that is taken back', async () => {
  const kind = 'recurring_invoices';
  const [first, second, third] = [newId(), newId(), newId()];
  const brought = (importId: string, id: string) =>
    inOne(recurring(id), file(importId, kind), record(importId, id, kind, { key: 'C-1' }));
  await expectAccepted(brought(first, first));
  await expectRefusal(brought(second, second), { code: 'BU771' });
  await inOne(end(first), undo(first, kind));
  await expectAccepted(brought(third, third));
});

it('adds no record to an import that is there, and changes none', async () => {
  const { importId } = await imported('parties');
  const late = newId();
  await expectRefusal(inOne(party(late), record(importId, late, 'parties', { line: 3 })), { code: 'BU770' });
  const change: Step = {
    text: "UPDATE accounting.imported_record SET outcome = 'unchanged' WHERE organization_id = $1 AND import_id = $2",
    values: [ledger.books.organizationId, importId],
  };
  await expectRefusal(inOne(change), { code: '42501' });
});
