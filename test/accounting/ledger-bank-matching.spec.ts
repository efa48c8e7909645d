import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { addStatement, book, match, matchOpening, openBank } from '../support/bank-matching.js';
import { asRole, provided } from '../support/database.js';
import { appendEntry, type EntryDraft } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Around the services, as the application role.

let actor: Actor;
let app: Client;
let bank: { id: string };
let told: { id: string; amount: string }[];
let booked: { id: string; entryId: string };

beforeAll(async () => {
  app = await asRole(provided('TEST_OWNER_URL'), 'bureau_app');
});
afterAll(() => app?.end());
beforeEach(async () => {
  actor = await newActor();
  bank = await openBank(actor);
  const lines: [string, string, string][] = [
    ['2026-01-05', '60.00', 'one'],
    ['2026-01-06', '60.00', 'two'],
  ];
  told = await addStatement(actor, { closing: '220.00', lines });
  booked = await book(actor, '60.00');
});

type Part = { line?: string; ledger?: string; amount?: string };
const within = (text: string, values: unknown[] = []) =>
  inOrganization(app, actor.organizationId, () => app.query(text, values));

/** A match of the parts, of an amount of 60.00 each unless they say otherwise. */
function insertMatch(parts: Part[], { id = newId(), method = 'manual' } = {}) {
  return within(
    `WITH head AS (
       INSERT INTO accounting.bank_match
         (organization_id, id, legal_entity_id, bank_account_id, method, actor_id, action, request_id)
       SELECT $1, $2, $3, $4, $5, $2, 'test', $2
       WHERE NOT EXISTS (SELECT FROM accounting.bank_match WHERE id = $2))
     INSERT INTO accounting.bank_match_part
       (organization_id, match_id, part_number, legal_entity_id, bank_account_id, statement_line_id, ledger_line_id, amount)
     SELECT $1, $2, p.number, $3, $4, p.line, p.ledger, coalesce(p.amount, 60)
     FROM json_to_recordset($6::json) AS p (number integer, line uuid, ledger uuid, amount numeric)`,
    [
      actor.organizationId,
      id,
      actor.legalEntityId,
      bank.id,
      method,
      JSON.stringify(parts.map((part, index) => ({ number: index + 1, ...part }))),
    ],
  );
}

const insertUndo = (id: string) =>
  within(
    `INSERT INTO accounting.bank_match
       (organization_id, id, legal_entity_id, bank_account_id, method, undoes, reason, actor_id, action, request_id)
     SELECT m.organization_id, gen_random_uuid(), m.legal_entity_id, m.bank_account_id, m.method, m.id, 'x', m.id, 'test', m.id
     FROM accounting.bank_match m WHERE m.id = $1`,
    [id],
  );

it('is of whole lines, each once, in equal sums and of one bank account', async () => {
  const [one, two] = [told[0]!.id, told[1]!.id];
  const refused = (parts: Part[], message: string) => expectRefusal(insertMatch(parts), { code: 'BU542', message });
  await refused([{ line: one }], 'adds up to the same');
  await refused([{ line: one }, { line: two }, { ledger: booked.id }], 'adds up to the same');
  await refused(
    [
      { line: one, amount: '30' },
      { ledger: booked.id, amount: '30' },
    ],
    'whole amount',
  );
  await refused([{ line: one }, { line: one }, { ledger: booked.id }, { ledger: booked.id }], 'each line once');
  await refused([{ line: newId() }, { ledger: booked.id }], 'of statements that stand');
  await refused([{ amount: '100' }, { ledger: booked.id }], 'of one bank account');
  await expectRefusal(insertMatch([{ line: one, ledger: booked.id }]), {
    code: '23514',
    constraint: 'bank_match_part_of_one',
  });
  const id = newId();
  await expectAccepted(insertMatch([{ line: one }, { ledger: booked.id }], { id }));
  await expectRefusal(insertMatch([{ line: two }, { ledger: booked.id }]), { code: 'BU543', message: 'already' });
  const more = within(
    `INSERT INTO accounting.bank_match_part SELECT organization_id, match_id, 3, legal_entity_id, bank_account_id, NULL, NULL, 0
     FROM accounting.bank_match_part WHERE match_id = $1 AND part_number = 1`,
    [id],
  );
  await expectRefusal(more, { code: 'BU542', message: 'of one bank account' });
  const other = await book(actor, '60.00');
  const added = within(
    `INSERT INTO accounting.bank_match_part SELECT organization_id, match_id, 3, legal_entity_id, bank_account_id, NULL, $2, 60
     FROM accounting.bank_match_part WHERE match_id = $1 AND part_number = 1`,
    [id, other.id],
  );
  await expectRefusal(added, { code: 'BU542', message: 'takes no further parts' });
});

it('stands until it is undone, once, and nobody else says that a line is matched', async () => {
  const { id } = (await match(actor, bank.id, [told[0]!], [booked])).body;
  const standing = within('DELETE FROM accounting.bank_match_standing');
  await expectRefusal(standing, { code: '42501', message: 'denied' });
  await expectRefusal(within('UPDATE accounting.bank_match SET reason = NULL'), { code: '42501', message: 'denied' });
  const ledger = within('UPDATE accounting.bank_ledger_line SET match_id = NULL');
  await expectRefusal(ledger, { code: '42501', message: 'denied' });
  const state = within("UPDATE accounting.bank_statement_line_state SET status = 'unmatched'");
  await expectRefusal(state, { code: '23514', constraint: 'bank_statement_line_state_matched' });
  const remove = within('DELETE FROM accounting.bank_statement_standing');
  await expectRefusal(remove, { code: 'BU445', message: 'matched lines stays' });
  await expectAccepted(insertUndo(id));
  await expectRefusal(insertUndo(id), { code: '23505', constraint: 'bank_match_undone_key' });
  const { rows } = await within('SELECT id FROM accounting.bank_match WHERE undoes IS NOT NULL');
  await expectRefusal(insertUndo(rows[0].id), { code: 'BU544', message: 'does not stand' });
  expect((await within('SELECT FROM accounting.bank_match_standing')).rowCount).toBe(0);
});

it('keeps the entry of a match with it', async () => {
  const body = { statementLineId: told[0]!.id, lines: [{ amount: '60.00', accountCode: '3000' }] };
  const made = await actor.post('/v1/accounting/bank-line-entries', body);
  await expectRefusal(insertUndo(made.body.id), { code: 'BU542', message: 'with the entry' });
  const { rows } = await within(
    `SELECT to_jsonb(e) AS header, (SELECT jsonb_agg(l ORDER BY l.line_number) FROM accounting.journal_line l
                                    WHERE l.entry_id = e.id) AS lines
     FROM accounting.journal_entry e WHERE e.id = $1`,
    [made.body.entryId],
  );
  const { header, lines } = rows[0] as EntryDraft;
  const swapped = lines.map(({ debit, credit, functional_debit, functional_credit, ...line }) => {
    const sides = { debit: credit, credit: debit };
    return { ...line, ...sides, functional_debit: functional_credit, functional_credit: functional_debit };
  });
  const append = (changes: object, of: object[]) => {
    const id = newId();
    const draft = { header: { ...header, id, ...changes }, lines: of.map((line) => ({ ...line, entry_id: id })) };
    return inOrganization(app, actor.organizationId, () => appendEntry(app, draft as EntryDraft));
  };
  const refused = { code: 'BU548', message: 'belongs to its match' };
  await expectRefusal(append({}, lines), refused);
  await expectRefusal(append({ origin_id: newId() }, lines), refused);
  await expectRefusal(append({ reversal_of: header.id }, swapped), refused);
  await expectAccepted(append({ origin: null, origin_id: null }, lines));
});

it('keeps the opening that is matched, and begins once', async () => {
  const opening = await book(actor, '100.00', { date: '2026-01-01', against: '2000' });
  await matchOpening(actor, bank.id, [opening]);
  const again = await book(actor, '100.00', { date: '2026-01-01', against: '2000' });
  const twice = insertMatch([{ amount: '100' }, { ledger: again.id, amount: '100' }], { method: 'opening' });
  await expectRefusal(twice, { code: '23505', constraint: 'bank_match_standing_opening_key' });
  const manual = insertMatch([{ amount: '100' }, { ledger: again.id, amount: '100' }]);
  await expectRefusal(manual, { code: 'BU542', message: 'of one bank account' });
});

it('signs off what is proved from the lines, and keeps it', async () => {
  const opening = await book(actor, '100.00', { date: '2026-01-01', against: '2000' });
  await matchOpening(actor, bank.id, [opening]);
  const insert = (fields: Record<string, unknown> = {}) =>
    within(
      `INSERT INTO accounting.bank_reconciliation
         (organization_id, id, legal_entity_id, bank_account_id, reconciled_on, statement_id, position, statement_balance,
          deposits_in_transit, outstanding_payments, book_balance, signed_off_by)
       SELECT s.organization_id, gen_random_uuid(), s.legal_entity_id, s.bank_account_id, $1, s.id, 1, $2, $3, $4, $5, s.id
       FROM accounting.bank_statement s`,
      Object.values({ on: '2026-01-31', balance: '220', inTransit: '0', outstanding: '0', books: '220', ...fields }),
    );
  await expectRefusal(insert(), { code: 'BU546', message: 'are not matched' });
  await match(actor, bank.id, [told[0]!], [booked]);
  const second = await match(actor, bank.id, [told[1]!], [await book(actor, '60.00')]);
  await expectRefusal(insert({ on: '2026-01-05' }), { code: 'BU546', message: 'up to the day' });
  await expectRefusal(insert({ balance: '219', books: '219' }), { code: 'BU546', message: 'balance of a statement' });
  await expectRefusal(insert({ inTransit: '1', books: '221' }), { code: 'BU546', message: 'not those of the lines' });
  await expectRefusal(insert({ books: '221' }), { code: 'BU546', message: 'not those of the lines' });
  await book(actor, '5.00');
  await expectRefusal(insert(), { code: 'BU546', message: 'not those of the lines' });
  await expectAccepted(insert({ inTransit: '5', books: '225' }));
  expect((await within('SELECT FROM accounting.bank_reconciliation_item')).rowCount).toBe(1);
  await expectRefusal(insert({ inTransit: '5', books: '225' }), { code: 'BU547', message: 'one day after the other' });
  await expectRefusal(insertUndo(second.body.id), { code: 'BU545', message: 'signed off with this match' });
  const figures = within('UPDATE accounting.bank_reconciliation SET book_balance = 1');
  await expectRefusal(figures, { code: '42501', message: 'denied' });
  const items = within('DELETE FROM accounting.bank_reconciliation_item');
  await expectRefusal(items, { code: '42501', message: 'denied' });
  const reopen = () =>
    within(
      `UPDATE accounting.bank_reconciliation
       SET status = 'reopened', reopened_by = signed_off_by, reopened_at = now(), reopen_reason = 'x'`,
    );
  await expectAccepted(reopen());
  await expectRefusal(reopen(), { code: 'BU547', message: 'is reopened, once' });
  await expectAccepted(insertUndo(second.body.id));
});
