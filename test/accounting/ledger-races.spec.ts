import type { Client } from 'pg';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { appendEntry, draftEntry, draftReversal, type EntryDraft, insertEntries } from '../support/ledger-entries.js';
import { type Books, createLegalEntity, openBooks } from '../support/ledger-fixture.js';
import { expectRefusal, refusalOf } from '../support/refusal.js';

// Two transactions at a time, in both orders. Nothing here trusts the clock: a test goes on when the database says that
// one transaction stands in the way of the other.

let ledger: LedgerDatabase;
let first: Client;
let second: Client;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  [first, second] = [await ledger.connect(), await ledger.connect()];
});

afterAll(() => ledger?.close());

afterEach(async () => {
  for (const client of [first, second]) await client.query('ROLLBACK');
});

async function begin(...clients: Client[]): Promise<void> {
  for (const client of clients) {
    await client.query('BEGIN');
    await client.query("SELECT set_config('bureau.organization_id', $1, true)", [ledger.books.organizationId]);
  }
}

const BLOCKS = 'SELECT $2::integer = ANY (pg_blocking_pids($1)) AS blocks';

/** Starts the work of the second and waits until it stands still behind the first; then gives what becomes of it. */
async function behindFirst(work: () => Promise<unknown>): Promise<{ refusal: ReturnType<typeof refusalOf> }> {
  const pids: number[] = [];
  for (const client of [second, first]) {
    pids.push((await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]!.pid);
  }
  const refusal = refusalOf(work());
  const deadline = Date.now() + 5_000;
  for (;;) {
    const { rows } = await ledger.owner.query<{ blocks: boolean }>(BLOCKS, pids);
    if (rows[0]!.blocks) return { refusal };
    if (Date.now() > deadline) throw new Error('The second transaction does not stand behind the first.');
  }
}

async function isPosted({ header }: EntryDraft): Promise<boolean> {
  const { rowCount } = await ledger.owner.query('SELECT FROM accounting.journal_entry WHERE id = $1', [header.id]);
  return rowCount === 1;
}

const draftOn = (startsOn: string, books: Books = ledger.books) =>
  draftEntry(ledger.owner, books, { period_id: books.periods[startsOn]!, entry_date: startsOn });

describe('a posting and the closing of its period', () => {
  const close = (client: Client, startsOn: string, status: string) =>
    client.query('UPDATE accounting.fiscal_period SET status = $2 WHERE id = $1', [
      ledger.books.periods[startsOn],
      status,
    ]);

  const closings = [
    ['soft_closed', ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']],
    ['locked', ['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01']],
  ] as const;

  describe.each(closings)('%s', (status, [early, late, spared, snapshot]) => {
    it('waits for a posting that is under way, which then lies before it', async () => {
      const entry = await draftOn(early);
      await begin(first, second);
      await insertEntries(first, entry);
      const closing = await behindFirst(() => close(second, early, status));
      await first.query('COMMIT');
      expect(await closing.refusal).toBeUndefined();
      await second.query('COMMIT');
      expect(await isPosted(entry)).toBe(true);
      await expectRefusal(ledger.post(await draftOn(early)), { code: 'BU102' });
    });

    it('refuses a posting that waited for it, and no number is lost', async () => {
      const entry = await draftOn(late);
      await begin(first, second);
      await close(first, late, status);
      const posting = await behindFirst(() => insertEntries(second, entry));
      await first.query('COMMIT');
      expect(await posting.refusal).toMatchObject({ code: 'BU102' });
      await second.query('ROLLBACK');
      expect(await isPosted(entry)).toBe(false);
      expect((await draftOn('2026-12-01')).header.number).toBe(entry.header.number);
    });

    it('lets the posting in when it is taken back', async () => {
      const entry = await draftOn(spared);
      await begin(first, second);
      await close(first, spared, status);
      const posting = await behindFirst(() => insertEntries(second, entry));
      await first.query('ROLLBACK');
      expect(await posting.refusal).toBeUndefined();
      await second.query('COMMIT');
      expect(await isPosted(entry)).toBe(true);
    });

    it('is not overlooked by a transaction that began before it', async () => {
      const entry = await draftOn(snapshot);
      await begin(first);
      await second.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await second.query("SELECT set_config('bureau.organization_id', $1, true)", [ledger.books.organizationId]);
      await second.query('SAVEPOINT before');
      await insertEntries(second, entry);
      await second.query('ROLLBACK TO SAVEPOINT before');
      await close(first, snapshot, status);
      await first.query('COMMIT');
      await expectRefusal(insertEntries(second, entry), { code: '40001', message: 'could not serialize' });
    });
  });
});

describe('two postings to one series', () => {
  it.each([
    ['the second is refused when the first has the number', 'COMMIT', '23505'],
    ['the second has the number when the first is taken back', 'ROLLBACK', undefined],
  ])('under the same number: %s', async (_, ending, code) => {
    const [one, other] = [await draftOn('2026-09-01'), await draftOn('2026-09-01')];
    await begin(first, second);
    await insertEntries(first, one);
    const posting = await behindFirst(() => insertEntries(second, other));
    await first.query(ending);
    expect((await posting.refusal)?.code).toBe(code);
  });

  it.each([
    ['the next number', 'COMMIT', 1],
    ['the same number, when the first is taken back', 'ROLLBACK', 0],
  ])('by the posting function: the second gets %s', async (_, ending, step) => {
    const [one, other] = [await draftOn('2026-09-01'), await draftOn('2026-09-01')];
    await begin(first, second);
    const [given] = (await appendEntry(first, one)).rows[0]!.numbers;
    let numbers: number[] = [];
    const posting = await behindFirst(async () => ({ numbers } = (await appendEntry(second, other)).rows[0]!));
    await first.query(ending);
    expect(await posting.refusal).toBeUndefined();
    await second.query('COMMIT');
    expect(numbers).toEqual([given! + step]);
  });

  it.each([
    ['refuses the second', 'COMMIT', '23505'],
    ['accepts the second when the first is taken back', 'ROLLBACK', undefined],
  ])('that reverse the same entry: %s', async (_, ending, code) => {
    const original = await draftOn('2026-09-01');
    await ledger.post(original);
    const reversalOf = async (): Promise<EntryDraft> => {
      const { header, lines } = await draftReversal(ledger.owner, ledger.books, original);
      Object.assign(header, { period_id: ledger.books.periods['2026-10-01'], entry_date: '2026-10-01' });
      for (const line of lines) line.entry_date = '2026-10-01';
      return { header, lines };
    };
    const [one, other] = [await reversalOf(), await reversalOf()];
    await begin(first, second);
    await appendEntry(first, one);
    const posting = await behindFirst(() => appendEntry(second, other));
    await first.query(ending);
    expect((await posting.refusal)?.code).toBe(code);
  });
});

describe('a change of the books and what it races', () => {
  let young: Books;
  beforeEach(async () => {
    const { organizationId } = ledger.books;
    const legalEntityId = await createLegalEntity(ledger.app, organizationId, 'EUR');
    young = await openBooks(ledger.app, organizationId, legalEntityId, 'EUR');
  });
  const changeCurrency = (client: Client) =>
    client.query("UPDATE administration.legal_entity SET functional_currency = 'SEK' WHERE id = $1", [
      young.legalEntityId,
    ]);

  it('refuses another currency that waited for the first posting', async () => {
    const entry = await draftOn('2026-03-01', young);
    await begin(first, second);
    await insertEntries(first, entry);
    const change = await behindFirst(() => changeCurrency(second));
    await first.query('COMMIT');
    expect(await change.refusal).toMatchObject({ code: 'BU122' });
  });

  it('refuses the first posting that waited for another currency', async () => {
    const entry = await draftOn('2026-03-01', young);
    await begin(first, second);
    await changeCurrency(first);
    const posting = await behindFirst(() => insertEntries(second, entry));
    await first.query('COMMIT');
    expect(await posting.refusal).toMatchObject({ code: 'BU112' });
  });

  const addJournal = (client: Client) =>
    client.query(
      `INSERT INTO accounting.journal (organization_id, id, legal_entity_id, code, name)
       VALUES ($1, gen_random_uuid(), $2, 'BANK', 'Bank')`,
      [young.organizationId, young.legalEntityId],
    );
  const addYear = (client: Client) =>
    client.query(
      `INSERT INTO accounting.fiscal_year (organization_id, id, legal_entity_id, starts_on, ends_on)
       VALUES ($1, gen_random_uuid(), $2, '2027-01-01', '2027-12-31')`,
      [young.organizationId, young.legalEntityId],
    );

  it.each([
    ['a journal before a year', addJournal, addYear],
    ['a year before a journal', addYear, addJournal],
  ])('opens a number series for every journal in every year: %s', async (_, one, other) => {
    await begin(first, second);
    await one(first);
    const waiting = await behindFirst(() => other(second));
    await first.query('COMMIT');
    expect(await waiting.refusal).toBeUndefined();
    await second.query('COMMIT');
    const { rows } = await ledger.owner.query(
      'SELECT count(*)::int FROM accounting.number_series WHERE legal_entity_id = $1',
      [young.legalEntityId],
    );
    expect(rows).toEqual([{ count: 3 * 3 }]);
  });
});
