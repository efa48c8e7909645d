import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { addBankAccount, mt940, statementImports } from '../support/bank-statements.js';
import { asRole, provided } from '../support/database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Around the services, as the application role.

let actor: Actor;
let app: Client;
let bank: { id: string };
let imported: { importId: string; statements: { statementId: string }[] };

beforeAll(async () => {
  app = await asRole(provided('TEST_OWNER_URL'), 'bureau_app');
});
afterAll(() => app?.end());
beforeEach(async () => {
  actor = await newActor();
  bank = await addBankAccount(actor);
  const file = mt940('1', '100.00', '150.00', [['2026-01-05', '50.00', 'x', 'R1']]);
  imported = (await actor.upload(statementImports, file)).body;
});

const within = (text: string, values: unknown[] = []) =>
  inOrganization(app, actor.organizationId, () => app.query(text, values));

/** A statement of one line of `amount`, that stands in the place. */
async function stand(fields: {
  opening?: string;
  amount?: string;
  count?: number;
  position?: number;
  previous?: string | null;
  kind?: string;
}) {
  const { opening = '150', amount = '5', count = 1, position = 2, kind = 'statement' } = fields;
  const { previous = imported.statements[0]!.statementId } = fields;
  const id = newId();
  const key = [actor.organizationId, id, actor.legalEntityId, bank.id];
  return inOrganization(app, actor.organizationId, async () => {
    await app.query(
      `INSERT INTO accounting.bank_statement
         (organization_id, id, legal_entity_id, bank_account_id, import_id, kind, to_on, opening_balance, closing_balance,
          balances_stated, line_count, credit_total, debit_total)
       VALUES ($1, $2, $3, $4, $5, $6, '2026-02-01', $7, $7::numeric + 5, true, $8, 5, 0)`,
      [...key, imported.importId, kind, opening, count],
    );
    await app.query(
      `INSERT INTO accounting.bank_statement_line
         (organization_id, id, legal_entity_id, bank_account_id, statement_id, line_number, booked_on, amount, is_reversal)
       VALUES ($1, gen_random_uuid(), $3, $4, $2, 1, '2026-02-01', $5, false)`,
      [...key, amount],
    );
    await app.query(
      `INSERT INTO accounting.bank_statement_standing
         (organization_id, statement_id, legal_entity_id, bank_account_id, position, previous_id, content_digest)
       VALUES ($1, $2, $3, $4, $5, $6, repeat(substr(md5(gen_random_uuid()::text), 1, 32), 2))`,
      [...key, position, previous],
    );
    return id;
  });
}

it('stands with all its lines, after the one whose balance it begins with', async () => {
  await expectRefusal(stand({ opening: '149' }), { code: 'BU444', message: 'the one before ended with' });
  await expectRefusal(stand({ opening: '100', position: 1, previous: null }), {
    code: '23505',
    constraint: 'bank_statement_standing_position_key',
  });
  await expectRefusal(stand({ position: 3 }), { code: 'BU444', message: 'the one before ended with' });
  await expectRefusal(stand({ amount: '4' }), { code: 'BU443', message: 'not those that it counts' });
  await expectRefusal(stand({ count: 2 }), { code: 'BU443', message: 'not those that it counts' });
  await expectRefusal(stand({ kind: 'report' }), { code: 'BU443', message: 'what announces has none' });
  await expectAccepted(stand({}));
});

it('adds up, never changes, and takes no further lines', async () => {
  const [{ statementId }] = imported.statements as [{ statementId: string }];
  await expectRefusal(
    within(
      `INSERT INTO accounting.bank_statement
       SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'closing_balance', 1))).*
       FROM accounting.bank_statement s WHERE s.id = $1`,
      [statementId],
    ),
    { code: '23514', constraint: 'bank_statement_adds_up' },
  );
  const more = within(
    `INSERT INTO accounting.bank_statement_line
     SELECT (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'line_number', 2))).*
     FROM accounting.bank_statement_line l WHERE l.statement_id = $1`,
    [statementId],
  );
  await expectRefusal(more, { code: 'BU443', message: 'takes no further lines' });
  await expectRefusal(within('UPDATE accounting.bank_statement_line SET amount = 1'), {
    code: '42501',
    message: 'denied',
  });
  await expectRefusal(within('DELETE FROM accounting.bank_statement'), { code: '42501', message: 'denied' });
});

it('stays while a line is matched or another follows', async () => {
  const remove = () => within('DELETE FROM accounting.bank_statement_standing WHERE position = 1');
  await stand({});
  await expectRefusal(remove(), { code: '23503', constraint: 'bank_statement_standing_previous_fk' });
  await within('DELETE FROM accounting.bank_statement_standing WHERE position = 2');
  await expectRefusal(within("UPDATE accounting.bank_statement_line_state SET status = 'matched'"), {
    code: '23514',
    constraint: 'bank_statement_line_state_matched',
  });
  await expectRefusal(within("UPDATE accounting.bank_statement_line_state SET status = 'announced'"), {
    code: 'BU446',
    message: 'only announced stays that',
  });
  await expectAccepted(remove());
  expect((await within('SELECT FROM accounting.bank_statement_line_state')).rowCount).toBe(0);
});

it('has lines that are told apart, and imports that stay undone', async () => {
  const again = within(
    `INSERT INTO accounting.bank_statement_line_state
     SELECT (jsonb_populate_record(s, jsonb_build_object('line_id', gen_random_uuid()))).*
     FROM accounting.bank_statement_line_state s`,
  );
  await expectRefusal(again, { code: '23505', constraint: 'bank_statement_line_state_fingerprint_key' });
  await actor.post(`${statementImports}/${imported.importId}/undo`, undefined, { 'If-Match': '"1"' });
  const redo = within(
    "UPDATE accounting.bank_statement_import SET status = 'imported', undone_by = NULL, undone_at = NULL",
  );
  await expectRefusal(redo, { code: 'BU447', message: 'stays undone' });
});

it('belongs to an account that can be that of a bank, and to nobody else', async () => {
  const { body } = await actor.post('/v1/accounting/accounts', { code: '5000', name: 'Cost', type: 'expense' });
  const insert = within(
    `INSERT INTO accounting.bank_account
     SELECT (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'account_id', $1::uuid, 'iban', null))).*
     FROM accounting.bank_account b`,
    [body.id],
  );
  await expectRefusal(insert, { code: 'BU440', message: 'neither an asset' });
  const start = within('UPDATE accounting.bank_account SET opening_balance = 1');
  await expectRefusal(start, { code: 'BU442', message: 'they follow from it' });
  const inactive = within("UPDATE accounting.account SET status = 'inactive' WHERE code = '1940'");
  await expectRefusal(inactive, { code: 'BU441', message: 'needs it active' });
});
