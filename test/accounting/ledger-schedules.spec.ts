import { newId } from '#kernel/id.js';
import { brokenCheck, createLedgerDatabase, type LedgerDatabase, noSuchRow } from '../support/ledger-database.js';
import { draftEntry, draftReversal, type EntryDraft } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself keeps what is scheduled to what it may become.

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
});
afterAll(() => ledger?.close());

const run = (text: string, values: unknown[]) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => ledger.app.query(text, values));

async function posted(): Promise<EntryDraft> {
  const entry = await draftEntry(ledger.owner, ledger.books);
  await ledger.post(entry);
  return entry;
}
const idOf = ({ header }: EntryDraft) => header['id'] as string;

async function schedule(
  entryId: string,
  { reversesOn = '2026-04-15', legalEntityId = ledger.books.legalEntityId } = {},
): Promise<string> {
  const id = newId();
  await run(
    `INSERT INTO accounting.scheduled_reversal (organization_id, id, legal_entity_id, entry_id, reverses_on)
     VALUES ($1, $2, $3, $4, $5)`,
    [ledger.books.organizationId, id, legalEntityId, entryId, reversesOn],
  );
  return id;
}
const settle = (id: string, reversalId: string) =>
  run("UPDATE accounting.scheduled_reversal SET status = 'done', reversal_id = $2 WHERE id = $1", [id, reversalId]);

it('an entry is scheduled once, after its own date, in its own legal entity', async () => {
  const entry = await posted();
  await expectRefusal(schedule(idOf(entry), { reversesOn: '2026-03-15' }), { code: 'BU152' });
  await expectRefusal(schedule(idOf(entry), { legalEntityId: ledger.sister.legalEntityId }), { code: 'BU152' });
  await expectRefusal(schedule(newId()), noSuchRow('scheduled_reversal_entry_fk'));
  await expectAccepted(schedule(idOf(entry)));
  await expectRefusal(schedule(idOf(entry)), { code: '23505', constraint: 'scheduled_reversal_entry_key' });
});

it('a reversal is not scheduled, and carries out only the schedule of its own entry', async () => {
  const [entry, other] = [await posted(), await posted()];
  const [id, ofOther] = [await schedule(idOf(entry)), await schedule(idOf(other))];
  const reversal = await draftReversal(ledger.owner, ledger.books, entry);
  await ledger.post(reversal);
  await expectRefusal(schedule(idOf(reversal), { reversesOn: '2026-05-15' }), { code: 'BU152' });
  await expectRefusal(settle(ofOther, idOf(reversal)), { code: 'BU152' });
  await expectRefusal(settle(id, newId()), noSuchRow('scheduled_reversal_reversal_fk'));
  await expectAccepted(settle(id, idOf(reversal)));
});

it('what is done or cancelled stays so', async () => {
  const id = await schedule(idOf(await posted()));
  await expectAccepted(run("UPDATE accounting.scheduled_reversal SET status = 'cancelled' WHERE id = $1", [id]));
  const again = "UPDATE accounting.scheduled_reversal SET status = 'scheduled' WHERE id = $1";
  await expectRefusal(run(again, [id]), { code: 'BU151' });
  await expectRefusal(run('DELETE FROM accounting.scheduled_reversal WHERE id = $1', [id]), {
    code: '42501',
    message: 'permission denied',
  });
});

it.each([
  ['done without a reversal', "status = 'done'", 'scheduled_reversal_done_by'],
  ['refused without a reason', 'refused_at = now()', 'scheduled_reversal_refusal_whole'],
  [
    'cancelled with a refusal',
    "status = 'cancelled', refusal_code = 'x', refusal = 'x', refused_at = now()",
    'scheduled_reversal_refusal_whole',
  ],
])('nothing is %s', async (_, change, constraint) => {
  const id = await schedule(idOf(await posted()));
  const { rows } = await ledger.owner.query<{ text: string }>(
    `SELECT format('UPDATE accounting.scheduled_reversal SET %s WHERE id = $1', $1::text) AS text`,
    [change],
  );
  await expectRefusal(run(rows[0]!.text, [id]), brokenCheck(constraint));
});

it('the relay sees where something waits, and nothing of what', async () => {
  await schedule(idOf(await posted()));
  await ledger.owner.query('BEGIN');
  await ledger.owner.query('SET LOCAL ROLE bureau_relay');
  const { rows } = await ledger.owner.query(
    "SELECT DISTINCT organization_id FROM accounting.scheduled_reversal WHERE status = 'scheduled'",
  );
  expect(rows).toEqual([{ organization_id: ledger.books.organizationId }]);
  await expectRefusal(ledger.owner.query('SELECT entry_id FROM accounting.scheduled_reversal'), {
    code: '42501',
    message: 'permission denied',
  });
  await ledger.owner.query('ROLLBACK');
});

describe('a recurring entry', () => {
  let template: string;

  beforeAll(async () => {
    template = newId();
    await run(
      `INSERT INTO accounting.entry_template (organization_id, id, legal_entity_id, code, name, description, currency)
       VALUES ($1, $2, $3, 'RENT', 'Rent', 'Rent', 'EUR')`,
      [ledger.books.organizationId, template, ledger.books.legalEntityId],
    );
  });

  async function setUp(legalEntityId = ledger.books.legalEntityId): Promise<string> {
    const id = newId();
    await run(
      `INSERT INTO accounting.recurring_entry
         (organization_id, id, legal_entity_id, template_id, name, mode, amounts, frequency, starts_on, month_end,
          posts_to_control_accounts, next_on)
       VALUES ($1, $2, $3, $4, 'Rent', 'draft', '[]', 'monthly', '2026-03-31', true, false, '2026-03-31')`,
      [ledger.books.organizationId, id, legalEntityId, template],
    );
    return id;
  }
  const runFor = (id: string, dueOn: string, entryId: string | null = null) =>
    run(
      `INSERT INTO accounting.recurring_run (organization_id, id, recurring_id, due_on, entry_id, draft_id, actor_id)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, CASE WHEN $4::uuid IS NULL THEN gen_random_uuid() END, gen_random_uuid())`,
      [ledger.books.organizationId, id, dueOn, entryId],
    );
  const change = (id: string, set: 'pause' | 'end' | 'forward' | 'back') => {
    const statements = {
      pause: "UPDATE accounting.recurring_entry SET status = 'paused' WHERE id = $1",
      end: "UPDATE accounting.recurring_entry SET status = 'ended', next_on = NULL WHERE id = $1",
      forward: "UPDATE accounting.recurring_entry SET next_on = '2026-04-30', passed = passed + 1 WHERE id = $1",
      back: "UPDATE accounting.recurring_entry SET next_on = '2026-03-31' WHERE id = $1",
    };
    return run(statements[set], [id]);
  };

  it('runs once for each date', async () => {
    const id = await setUp();
    await expectAccepted(runFor(id, '2026-03-31'));
    await expectRefusal(runFor(id, '2026-03-31'), { code: '23505', constraint: 'recurring_run_due_key' });
  });

  it('runs for no date that is behind it, and only while it is active', async () => {
    const id = await setUp();
    await expectAccepted(change(id, 'forward'));
    await expectRefusal(runFor(id, '2026-03-31'), { code: 'BU154' });
    await expectRefusal(change(id, 'back'), { code: 'BU153' });
    await expectAccepted(change(id, 'pause'));
    await expectRefusal(runFor(id, '2026-04-30'), { code: 'BU154' });
    await expectAccepted(change(id, 'end'));
    await expectRefusal(change(id, 'pause'), { code: 'BU153' });
  });

  it('keeps what came of a date', async () => {
    const id = await setUp();
    await expectRefusal(runFor(id, '2026-03-31', newId()), noSuchRow('recurring_run_entry_fk'));
    await expectAccepted(runFor(id, '2026-03-31', idOf(await posted())));
    const text = 'UPDATE accounting.recurring_run SET due_on = due_on WHERE recurring_id = $1';
    await expectRefusal(run(text, [id]), { code: '42501', message: 'permission denied' });
    await expectRefusal(ledger.owner.query(text, [id]), { code: 'BU001' });
  });

  it('has a template of its own legal entity', async () => {
    await expectRefusal(setUp(ledger.sister.legalEntityId), noSuchRow('recurring_entry_template_fk'));
  });
});
