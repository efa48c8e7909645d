import { newId } from '#kernel/id.js';
import {
  brokenCheck,
  createLedgerDatabase,
  type LedgerDatabase,
  noSuchRow,
  rowSecurity,
} from '../support/ledger-database.js';
import { draftEntry, inCurrency } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself keeps what was posted of a draft as it was.

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
});
afterAll(() => ledger?.close());

const run = (text: string, values: unknown[], organizationId = ledger.books.organizationId) =>
  inOrganization(ledger.app, organizationId, () => ledger.app.query(text, values));

async function draft(legalEntityId = ledger.books.legalEntityId): Promise<string> {
  const id = newId();
  await run(
    `INSERT INTO accounting.journal_entry_draft (organization_id, id, legal_entity_id, created_by) VALUES ($1, $2, $3, $4)`,
    [ledger.books.organizationId, id, legalEntityId, newId()],
  );
  await line(id, 1);
  return id;
}
const line = (id: string, number: number) =>
  run(
    `INSERT INTO accounting.journal_entry_draft_line (organization_id, draft_id, line_number, debit) VALUES ($1, $2, $3, 1)`,
    [ledger.books.organizationId, id, number],
  );

async function postedEntry(): Promise<string> {
  const entry = await draftEntry(ledger.owner, ledger.books);
  await ledger.post(entry);
  return entry.header['id'] as string;
}
const mark = (id: string, entryId: string) =>
  run('UPDATE accounting.journal_entry_draft SET entry_id = $2 WHERE id = $1', [id, entryId]);

it.each([
  ['is changed', "UPDATE accounting.journal_entry_draft SET description = 'Other' WHERE id = $1"],
  ['is opened again', 'UPDATE accounting.journal_entry_draft SET entry_id = NULL WHERE id = $1'],
  ['is deleted', 'DELETE FROM accounting.journal_entry_draft WHERE id = $1'],
  [
    'gets another line',
    'INSERT INTO accounting.journal_entry_draft_line SELECT organization_id, id, 2 FROM accounting.journal_entry_draft WHERE id = $1',
  ],
  ['has a line changed', 'UPDATE accounting.journal_entry_draft_line SET debit = 2 WHERE draft_id = $1'],
  ['loses a line', 'DELETE FROM accounting.journal_entry_draft_line WHERE draft_id = $1'],
])('no draft that was posted %s; one that was not does', async (_, text) => {
  const [open, posted] = [await draft(), await draft()];
  await mark(posted, await postedEntry());
  await expectRefusal(run(text, [posted]), { code: 'BU150' });
  await expectAccepted(run(text, [open]));
});

it('a draft is posted as an entry that there is, and no entry comes from two', async () => {
  const [one, other] = [await draft(), await draft()];
  await expectRefusal(mark(one, newId()), noSuchRow('journal_entry_draft_entry_fk'));
  const entry = await postedEntry();
  await expectAccepted(mark(one, entry));
  await expectRefusal(mark(other, entry), { code: '23505', constraint: 'journal_entry_draft_entry_key' });
});

it('a draft belongs to a legal entity of its organization', async () => {
  await expectRefusal(draft(ledger.stranger.legalEntityId), noSuchRow('journal_entry_draft_legal_entity_fk'));
  const id = await draft();
  await expectRefusal(run('UPDATE accounting.journal_entry_draft SET legal_entity_id = $1', [newId()]), {
    code: '42501',
    message: 'permission denied',
  });
  const { rowCount } = await run(
    "UPDATE accounting.journal_entry_draft SET description = 'Theirs' WHERE id = $1",
    [id],
    ledger.stranger.organizationId,
  );
  expect(rowCount).toBe(0);
  await expectRefusal(
    run(
      'INSERT INTO accounting.journal_entry_draft_line (organization_id, draft_id, line_number) VALUES ($1, $2, 2)',
      [ledger.books.organizationId, id],
      ledger.stranger.organizationId,
    ),
    rowSecurity,
  );
});

it.each([
  ['more lines than an entry', 'line_number', '5001', 'journal_entry_draft_line_line_number_check'],
  ['an amount below zero', 'debit', '-1', 'journal_entry_draft_line_debit_check'],
  ['an amount that is no number', 'credit', "'NaN'", 'journal_entry_draft_line_credit_check'],
  ['a rate of nothing', 'exchange_rate', '0', 'journal_entry_draft_line_exchange_rate_check'],
])('a draft has not %s', async (_, column, value, constraint) => {
  const id = await draft();
  const { rows } = await ledger.owner.query<{ text: string }>(
    `SELECT format('INSERT INTO accounting.journal_entry_draft_line (organization_id, draft_id, %s %I) VALUES ($1, $2, %s %s)',
                   CASE $1 WHEN 'line_number' THEN '' ELSE 'line_number,' END, $1::text,
                   CASE $1 WHEN 'line_number' THEN '' ELSE '2,' END, $2::text) AS text`,
    [column, value],
  );
  await expectRefusal(run(rows[0]!.text, [ledger.books.organizationId, id]), { code: '23514', constraint });
});

it('a rounding line was not converted', async () => {
  const entry = await draftEntry(ledger.owner, ledger.books);
  inCurrency(entry, 'USD', '100.00', '0.5', '50.00');
  entry.lines[0]!.is_rounding = true;
  await expectRefusal(ledger.post(entry), brokenCheck('journal_line_rounding_unconverted'));
  entry.lines[0]!.is_rounding = false;
  await expectAccepted(ledger.post(entry));
});
