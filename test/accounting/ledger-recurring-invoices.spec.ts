import { newId } from '#kernel/id.js';
import { brokenCheck, createLedgerDatabase, type LedgerDatabase, noSuchRow } from '../support/ledger-database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { addReceivables, type Receivables } from '../support/ledger-open-items.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself sees to it that a date is invoiced once, in its order.

let ledger: LedgerDatabase;
let own: Receivables;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
});
afterAll(() => ledger?.close());

const run = (text: string, values: unknown[] = []) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => ledger.app.query(text, values));

async function setUp(change: Record<string, unknown> = {}): Promise<string> {
  const row = {
    id: newId(),
    legalEntityId: ledger.books.legalEntityId,
    partyId: own.parties.first,
    frequency: 'monthly',
    monthEnd: true,
    endsOn: null,
    nextOn: '2026-03-31',
    status: 'active',
    ...change,
  };
  await run(
    `INSERT INTO accounting.recurring_invoice
       (organization_id, id, legal_entity_id, party_id, name, mode, dating, content, frequency, starts_on, month_end, ends_on,
        status, next_on, responsible_id)
     VALUES ($1, $2, $3, $4, 'Subscription', 'draft', 'due_date', '{}', $5, '2026-03-31', $6, $7, $8, $9, $2)`,
    [
      ledger.books.organizationId,
      row.id,
      row.legalEntityId,
      row.partyId,
      row.frequency,
      row.monthEnd,
      row.endsOn,
      row.status,
      row.nextOn,
    ],
  );
  return row.id;
}
const runFor = (id: string, dueOn: string, change: { documentId?: string; legalEntityId?: string } = {}) =>
  run(
    `INSERT INTO accounting.recurring_invoice_run
       (organization_id, id, legal_entity_id, recurring_id, due_on, document_id, draft_id, actor_id)
     VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, CASE WHEN $5::uuid IS NULL THEN gen_random_uuid() END,
             gen_random_uuid())`,
    [
      ledger.books.organizationId,
      change.legalEntityId ?? ledger.books.legalEntityId,
      id,
      dueOn,
      change.documentId ?? null,
    ],
  );
const move = (id: string, nextOn: string, passed: number) =>
  run('UPDATE accounting.recurring_invoice SET next_on = $2, passed = $3 WHERE id = $1', [id, nextOn, passed]);

describe('a recurring invoice', () => {
  it.each<[string, Record<string, unknown>, Parameters<typeof expectRefusal>[1]]>([
    ['to a party of a sister', { partyId: () => own.parties.ofSister }, noSuchRow('recurring_invoice_party_fk')],
    ['that ends before it starts', { endsOn: '2026-03-30' }, brokenCheck('recurring_invoice_end_after_start')],
    ['at the ends of weeks', { frequency: 'weekly' }, brokenCheck('recurring_invoice_month_end')],
    ['that has ended and goes on', { status: 'ended' }, brokenCheck('recurring_invoice_ended_without_next')],
    ['without a next date', { nextOn: null }, brokenCheck('recurring_invoice_ended_without_next')],
    ['at days of its own', { frequency: 'daily' }, brokenCheck('recurring_invoice_frequency_check')],
  ])('%s is refused', async (_, change, refusal) => {
    const { partyId, ...more } = change as { partyId?: () => string };
    await expectRefusal(setUp({ ...more, ...(partyId && { partyId: partyId() }) }), refusal);
  });

  it('runs once for each date, in their order, while it is active', async () => {
    const id = await setUp();
    await expectRefusal(runFor(id, '2026-03-30'), { code: 'BU599' });
    await expectRefusal(runFor(id, '2026-04-30'), { code: 'BU599' });
    await expectAccepted(runFor(id, '2026-03-31'));
    await expectRefusal(runFor(id, '2026-03-31'), {
      code: '23505',
      constraint: 'recurring_invoice_run_due_key',
    });
    await expectAccepted(move(id, '2026-04-30', 1));
    await expectRefusal(runFor(id, '2026-03-31'), { code: 'BU599' });
    await expectRefusal(move(id, '2026-03-31', 1), { code: 'BU598' });
    await expectRefusal(move(id, '2026-04-30', 0), { code: 'BU598' });
    await run("UPDATE accounting.recurring_invoice SET status = 'paused' WHERE id = $1", [id]);
    await expectRefusal(runFor(id, '2026-04-30'), { code: 'BU599' });
    await run("UPDATE accounting.recurring_invoice SET status = 'ended', next_on = NULL WHERE id = $1", [id]);
    await expectRefusal(run("UPDATE accounting.recurring_invoice SET name = 'Again' WHERE id = $1", [id]), {
      code: 'BU598',
    });
  });

  it('has services of a date that is behind it or next', async () => {
    const id = await setUp();
    const say = (date: number) =>
      run('UPDATE accounting.recurring_invoice SET content_passed = $2 WHERE id = $1', [id, date]);
    await expectRefusal(say(1), brokenCheck('recurring_invoice_content_passed'));
    await expectRefusal(say(-1), brokenCheck('recurring_invoice_content_passed'));
    await expectAccepted(move(id, '2026-04-30', 1));
    await expectAccepted(say(1));
  });

  it('comes to an invoice of its own customer, that there is', async () => {
    const id = await setUp();
    await expectRefusal(runFor(id, '2026-03-31', { documentId: newId() }), { code: 'BU599' });
    const ofSister = { legalEntityId: ledger.sister.legalEntityId };
    await expectRefusal(runFor(id, '2026-03-31', ofSister), noSuchRow('recurring_invoice_run_recurring_fk'));
  });

  it.each([
    'UPDATE accounting.recurring_invoice_run SET due_on = due_on',
    'DELETE FROM accounting.recurring_invoice_run',
    'DELETE FROM accounting.recurring_invoice',
    "UPDATE accounting.recurring_invoice SET starts_on = '2026-01-01'",
    "UPDATE accounting.recurring_invoice SET frequency = 'weekly'",
  ])('keeps what was: %s', async (text) => {
    await setUp();
    await expectRefusal(run(text), { code: '42501' });
  });

  it('is seen by the relay where it is active, and nothing of it', async () => {
    await setUp();
    await ledger.owner.query('BEGIN');
    await ledger.owner.query('SET LOCAL ROLE bureau_relay');
    const active = "SELECT DISTINCT organization_id FROM accounting.recurring_invoice WHERE status = 'active'";
    const { rows } = await ledger.owner.query(active);
    expect(rows).toEqual([{ organization_id: ledger.books.organizationId }]);
    await expectRefusal(ledger.owner.query('SELECT content FROM accounting.recurring_invoice'), { code: '42501' });
    await ledger.owner.query('ROLLBACK');
  });
});
