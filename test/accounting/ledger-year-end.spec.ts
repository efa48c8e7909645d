import type { Client } from 'pg';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { draftEntry, draftReversal, type EntryDraft, type EntryRow, insertEntries } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal, refusalOf } from '../support/refusal.js';
import { rolledBack } from '../support/rolled-back.js';

// Nothing of the application runs here: the database itself keeps what closing a fiscal year promises.

let ledger: LedgerDatabase;
beforeEach(async () => {
  ledger = await createLedgerDatabase();
});
afterEach(() => ledger?.close());

const lastDay = '2026-12-31';

async function draft(entry_date: string, changes: Partial<EntryRow> = {}): Promise<EntryDraft> {
  const { books, owner } = ledger;
  const period_id = books.periods[entry_date.replace(/\d\d$/, '01')]!;
  const fiscal_year_id = books.years[entry_date.slice(0, 4)]!;
  return draftEntry(owner, books, { entry_date, period_id, fiscal_year_id, ...changes });
}

/** The draft with its lines the other way round. */
function turned(entry: EntryDraft): EntryDraft {
  const lines = entry.lines.map((line) => ({
    ...line,
    debit: line.credit,
    credit: line.debit,
    functional_debit: line.functional_credit,
    functional_credit: line.functional_debit,
  }));
  return { ...entry, lines };
}

const asApplication = (work: (client: Client) => Promise<unknown>) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => work(ledger.app));

const setYear = (client: Client, year: string, status: string, closingEntryId: string | null = null) =>
  client.query('UPDATE accounting.fiscal_year SET status = $2, closing_entry_id = $3 WHERE id = $1', [
    ledger.books.years[year],
    status,
    closingEntryId,
  ]);

/** A sale in 2026 with the entry that closes it; 2025 is closed, and nothing was posted there. */
async function closed2026(): Promise<EntryDraft> {
  await ledger.post(await draft('2026-03-15'));
  const closing = turned(await draft(lastDay, { kind: 'closing' }));
  await ledger.post(closing);
  await asApplication((client) => setYear(client, '2025', 'closed'));
  await asApplication((client) => setYear(client, '2026', 'closed', closing.header.id));
  return closing;
}

describe('a fiscal year that is closed', () => {
  it('takes no entry, whatever its kind and reason, until it is open again', async () => {
    await closed2026();
    for (const kind of ['regular', 'closing']) {
      const late = await draft(lastDay, { kind, soft_close_reason: 'Late' });
      await expectRefusal(ledger.post(late), { code: 'BU113', message: 'is closed' });
    }
    await expectRefusal(ledger.post(await draft('2025-06-01')), { code: 'BU113' });
  });

  it('keeps its closing entry, on any date', async () => {
    const closing = await closed2026();
    const { app, books } = ledger;
    await asApplication(() =>
      app.query(
        `WITH year AS (
           INSERT INTO accounting.fiscal_year (organization_id, id, legal_entity_id, starts_on, ends_on)
           VALUES ($1, gen_random_uuid(), $2, '2027-01-01', '2027-12-31') RETURNING *)
         SELECT id FROM year`,
        [books.organizationId, books.legalEntityId],
      ),
    );
    const { rows } = await ledger.owner.query<{ id: string }>(
      "SELECT id FROM accounting.fiscal_year WHERE legal_entity_id = $1 AND starts_on = '2027-01-01'",
      [books.legalEntityId],
    );
    books.years['2027'] = rows[0]!.id;
    const period = await asApplication(() =>
      app.query(
        `INSERT INTO accounting.fiscal_period
           (organization_id, id, legal_entity_id, fiscal_year_id, number, starts_on, ends_on)
         VALUES ($1, gen_random_uuid(), $2, $3, 1, '2027-01-01', '2027-12-31') RETURNING id`,
        [books.organizationId, books.legalEntityId, books.years['2027']],
      ),
    );
    books.periods['2027-01-01'] = (period as { rows: { id: string }[] }).rows[0]!.id;
    const reversal = await draftReversal(ledger.owner, books, closing);
    const later = await draft('2027-01-01', { kind: 'closing', reversal_of: closing.header.id });
    later.lines = reversal.lines.map((line) => ({ ...line, entry_id: later.header.id, entry_date: '2027-01-01' }));
    await expectRefusal(ledger.post(later), { code: 'BU114', message: 'reopen the year' });

    // Nor does an opening entry carry its result once more; another account may be opened.
    const carried = await draft('2027-01-01', { kind: 'opening' });
    await expectRefusal(ledger.post(carried), { code: 'BU115', message: 'Account 3000 opens at zero' });
    carried.lines[1]!.account_id = books.accounts['1910']!;
    await expectAccepted(ledger.post(carried));
  });

  it('leaves no result, which is judged when the transaction ends', async () => {
    await ledger.post(await draft('2026-03-15'));
    await asApplication((client) => setYear(client, '2025', 'closed'));
    const closing = asApplication((client) => setYear(client, '2026', 'closed'));
    await expectRefusal(closing, { code: 'BU124', message: 'account 3000' });
    await ledger.post(turned(await draft(lastDay, { kind: 'closing' })));
    await expectAccepted(asApplication((client) => setYear(client, '2026', 'closed')));
  });

  it('would be closed over a result without that judgement', async () => {
    await ledger.post(await draft('2026-03-15'));
    const { owner, books } = ledger;
    const outcome = await rolledBack(owner, async () => {
      await owner.query('ALTER TABLE accounting.fiscal_year DISABLE TRIGGER check_year_end');
      const refusal = await refusalOf(
        setYear(owner, '2025', 'closed')
          .then(() => setYear(owner, '2026', 'closed'))
          .then(() => owner.query('SET CONSTRAINTS ALL IMMEDIATE')),
      );
      const { rows } = await owner.query('SELECT status FROM accounting.fiscal_year WHERE id = $1', [
        books.years['2026'],
      ]);
      return { refusal, years: rows };
    });
    expect(outcome).toEqual({ refusal: undefined, years: [{ status: 'closed' }] });
  });

  it('is not closed while an opening entry of a later year carries a result', async () => {
    const carried = turned(await draft('2026-01-01', { kind: 'opening' }));
    await ledger.post(carried);
    const closing = () => asApplication((client) => setYear(client, '2025', 'closed'));
    await expectRefusal(closing(), { code: 'BU124', message: 'nothing carries its result once more' });
    const reversal = await draftReversal(ledger.owner, ledger.books, carried);
    await ledger.post(reversal);
    await expectAccepted(closing());
  });

  it('names an entry of kind closing in it that nothing reverses', async () => {
    await asApplication((client) => setYear(client, '2025', 'closed'));
    const sale = await draft('2026-03-15');
    const regular = turned(await draft(lastDay));
    regular.header.number += 1;
    await ledger.post(sale, regular);
    const close = (id: string) => asApplication((client) => setYear(client, '2026', 'closed', id));
    await expectRefusal(close(regular.header.id), { code: 'BU124', message: 'of kind closing' });
    await expectRefusal(close(sale.header.id), { code: 'BU124', message: 'of kind closing' });
  });

  it('lets go of its closing entry only to be open, and only when that is reversed', async () => {
    const closing = await closed2026();
    await expectRefusal(
      asApplication((client) => setYear(client, '2026', 'closed', null)),
      { code: 'BU123', message: 'changes with its status' },
    );
    await expectRefusal(
      asApplication((client) => setYear(client, '2026', 'open', closing.header.id)),
      { code: '23514', constraint: 'fiscal_year_closing_entry_of_closed' },
    );
    const reopen = (reversal?: EntryDraft) =>
      asApplication(async (client) => {
        await setYear(client, '2026', 'open');
        if (reversal) await insertEntries(client, reversal);
      });
    await expectRefusal(reopen(), { code: 'BU124', message: 'reverses its closing entry' });
    const reversal = turned(await draft(lastDay, { kind: 'closing', reversal_of: closing.header.id }));
    reversal.lines = turned(closing).lines.map((line) => ({ ...line, entry_id: reversal.header.id }));
    await expectAccepted(reopen(reversal));
  });
});

describe('a posting and the closing of its year', () => {
  let first: Client;
  let second: Client;
  beforeEach(async () => {
    [first, second] = [await ledger.connect(), await ledger.connect()];
  });

  async function begin(...clients: Client[]): Promise<void> {
    for (const client of clients) {
      await client.query('BEGIN');
      await client.query("SELECT set_config('bureau.organization_id', $1, true)", [ledger.books.organizationId]);
    }
  }

  /** Starts the work and waits until it stands still behind the first; then gives what becomes of it. */
  async function behindFirst(work: () => Promise<unknown>): Promise<{ refusal: ReturnType<typeof refusalOf> }> {
    const pids: number[] = [];
    for (const client of [second, first]) {
      pids.push((await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]!.pid);
    }
    const refusal = refusalOf(work());
    const deadline = Date.now() + 5_000;
    for (;;) {
      const { rows } = await ledger.owner.query('SELECT $2::integer = ANY (pg_blocking_pids($1)) AS blocks', pids);
      if (rows[0].blocks) return { refusal };
      if (Date.now() > deadline) throw new Error('The second transaction does not stand behind the first.');
    }
  }

  it('has its result in the closing when it came first, which is then refused', async () => {
    const sale = await draft('2025-06-01');
    await begin(first, second);
    await insertEntries(first, sale);
    const closing = await behindFirst(async () => {
      await setYear(second, '2025', 'closed');
      await second.query('COMMIT');
    });
    await first.query('COMMIT');
    expect(await closing.refusal).toMatchObject({ code: 'BU124' });
  });

  it('is refused when it waited for the closing, and no number is lost', async () => {
    const sale = await draft('2025-06-01');
    await begin(first, second);
    await setYear(first, '2025', 'closed');
    const posting = await behindFirst(() => insertEntries(second, sale));
    await first.query('COMMIT');
    expect(await posting.refusal).toMatchObject({ code: 'BU113' });
    await second.query('ROLLBACK');
    expect((await draft('2025-06-01')).header.number).toBe(sale.header.number);
  });

  it('does not overlook a closing that its transaction began before', async () => {
    const sale = await draft('2025-06-01');
    await second.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await second.query("SELECT set_config('bureau.organization_id', $1, true)", [ledger.books.organizationId]);
    await second.query('SELECT FROM accounting.fiscal_year');
    await asApplication((client) => setYear(client, '2025', 'closed'));
    await expectRefusal(insertEntries(second, sale), { code: '40001', message: 'could not serialize' });
    await second.query('ROLLBACK');
  });
});
