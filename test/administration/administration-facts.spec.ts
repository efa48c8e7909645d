import { newId } from '#kernel/id.js';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal, type Refusal } from '../support/refusal.js';

// The rules of the schema for anybody who writes to it as the application, around every service.
let ledger: LedgerDatabase;
const write = (text: string, values: unknown[] = [], organizationId = ledger.books.organizationId) =>
  inOrganization(ledger.app, organizationId, () => ledger.app.query(text, values));

beforeAll(async () => {
  ledger = await createLedgerDatabase();
});
afterAll(() => ledger.close());

interface Rate {
  type: string;
  from: string;
  to: string;
  on: string;
  rate: string;
  source: string;
  revision: number;
  recordedAt: string | null;
}

const INSERT_RATE = `
  INSERT INTO administration.exchange_rate
    (organization_id, id, rate_type, from_currency, to_currency, rate_on, rate, source, revision, recorded_at, actor_id,
     action, request_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10, now()), $2, 'test', $2)`;

const standard: Rate = {
  type: 'spot',
  from: 'EUR',
  to: 'SEK',
  on: '2026-01-30',
  rate: '11.2',
  source: 'ECB',
  revision: 1,
  recordedAt: null,
};
const insert = (fields: Partial<Rate>) => {
  const { type, from, to, on, rate, source, revision, recordedAt } = { ...standard, ...fields };
  const { organizationId } = ledger.books;
  return write(INSERT_RATE, [organizationId, newId(), type, from, to, on, rate, source, revision, recordedAt]);
};

/** Another currency each time, so that a rate without the fault is one more rate. */
const currencies = ['SEK', 'NOK', 'DKK', 'GBP', 'CHF', 'JPY', 'PLN', 'CZK', 'HUF'].values();
const mended = () => currencies.next().value!;

describe('exchange rates', () => {
  it.each<[string, Partial<Rate>, Refusal]>([
    ['of no type', { type: 'lunar' }, { code: '23503', constraint: 'exchange_rate_type_fk' }],
    ['from a currency to itself', { to: 'EUR' }, { code: '23514', constraint: 'exchange_rate_two_currencies' }],
    ['of nothing', { rate: '0' }, { code: '23514', constraint: 'exchange_rate_range' }],
    ['below zero', { rate: '-1' }, { code: '23514', constraint: 'exchange_rate_range' }],
    ['that are no number', { rate: 'NaN' }, { code: '23514', constraint: 'exchange_rate_range' }],
    ['without end', { rate: 'Infinity' }, { code: '23514', constraint: 'exchange_rate_range' }],
    ['with more decimals', { rate: '1.000000000000000000001' }, { code: '23514', constraint: 'exchange_rate_range' }],
    ['without a source', { source: '' }, { code: '23514', constraint: 'exchange_rate_source_length' }],
    ['that correct nothing', { revision: 2 }, { code: 'BU210' }],
  ])('%s are refused', async (_, fields, refusal) => {
    await expectRefusal(insert({ on: '2025-01-01', ...fields }), refusal);
    await expectAccepted(insert({ on: '2025-01-01', from: 'USD', to: mended() }));
  });

  it('are recorded once for each revision, in their order', async () => {
    await expectAccepted(insert({ recordedAt: '2026-01-30T15:00:00Z' }));
    await expectRefusal(insert({ rate: '12' }), { code: '23505', constraint: 'exchange_rate_revision_key' });
    await expectRefusal(insert({ rate: '12', revision: 3 }), { code: 'BU210' });
    await expectRefusal(insert({ revision: 2 }), { code: 'BU210' });
    await expectRefusal(insert({ rate: '12', revision: 2, recordedAt: '2026-01-30T15:00:00Z' }), { code: 'BU210' });
    await expectAccepted(insert({ rate: '12', revision: 2, recordedAt: '2026-01-30T15:00:00.001Z' }));
  });

  it('never change', async () => {
    await expectAccepted(insert({ on: '2026-02-01' }));
    for (const text of [
      'UPDATE administration.exchange_rate SET rate = 1',
      'DELETE FROM administration.exchange_rate',
    ]) {
      await expectRefusal(write(text), { code: '42501' });
      await expectRefusal(ledger.owner.query(text), { code: 'BU001' });
    }
  });

  it('keep the types that they name, which are not the standard ones', async () => {
    const add = (code: string) =>
      write(
        "INSERT INTO administration.exchange_rate_type (organization_id, id, code, name) VALUES ($1, $2, $3, 'Own')",
        [ledger.books.organizationId, newId(), code],
      );
    await expectAccepted(add('customs'));
    await expectAccepted(insert({ type: 'customs' }));
    await expectRefusal(add('customs'), { code: '23505', constraint: 'exchange_rate_type_code_key' });
    await expectRefusal(add('spot'), { code: '23514', constraint: 'exchange_rate_type_not_standard' });
    await expectRefusal(write("UPDATE administration.exchange_rate_type SET code = 'other'"), { code: '42501' });
    await expectRefusal(ledger.owner.query('DELETE FROM administration.exchange_rate_type'), { code: 'BU001' });
  });

  it('are of their organization', async () => {
    const { organizationId } = ledger.stranger;
    const { rows } = await write('SELECT FROM administration.exchange_rate', [], organizationId);
    expect(rows).toEqual([]);
    const values = [ledger.books.organizationId, newId(), ...Object.values({ ...standard, on: '2026-05-01' })];
    await expectRefusal(write(INSERT_RATE, values, organizationId), { code: '42501', message: 'row-level security' });
  });
});

describe('legal entities', () => {
  it('have one default at most, which is active', async () => {
    const make = (id: string, changes: string) =>
      write(['UPDATE administration.legal_entity SET', changes, 'WHERE id = $1'].join(' '), [id]);
    const [one, other] = [ledger.books.legalEntityId, ledger.sister.legalEntityId];
    await expectAccepted(make(one, 'is_default = true'));
    await expectRefusal(make(other, 'is_default = true'), { code: '23505', constraint: 'legal_entity_default_key' });
    const archived = { code: '23514', constraint: 'legal_entity_default_is_active' };
    await expectRefusal(make(one, "status = 'archived'"), archived);
    await expectAccepted(make(one, "is_default = false, status = 'archived'"));
    await expectRefusal(make(one, 'is_default = true'), archived);
    await expectAccepted(make(one, "status = 'active'"));
  });
});

describe('the clock of an organization', () => {
  const set = (milliseconds: number) => write('UPDATE platform.organization SET clock_ahead_ms = $1', [milliseconds]);

  it('is real unless the organization is one for tests, from its creation on', async () => {
    await expectRefusal(set(1000), { code: '23514', constraint: 'organization_clock_of_test' });
    await expectRefusal(write('UPDATE platform.organization SET is_test = true'), { code: '42501' });
    const id = newId();
    const create = "INSERT INTO platform.organization (id, name, time_zone, is_test) VALUES ($1, 'Test', 'UTC', true)";
    await expectAccepted(write(create, [id], id));
  });

  it('is never turned back', async () => {
    const id = newId();
    await ledger.owner.query(
      "INSERT INTO platform.organization (id, name, time_zone, is_test) VALUES ($1, 'Test', 'UTC', true)",
      [id],
    );
    const setTest = (milliseconds: number) =>
      write('UPDATE platform.organization SET clock_ahead_ms = $1', [milliseconds], id);
    await expectAccepted(setTest(1000));
    await expectRefusal(setTest(999), { code: 'BU030' });
    await expectRefusal(setTest(-1), { code: 'BU030' });
    await expectAccepted(setTest(1000));
    await expectAccepted(setTest(1001));
  });

  it('is of a test organization or not for good, for the owner of the database too', async () => {
    for (const [id, isTest] of [
      [ledger.books.organizationId, true],
      [newId(), false],
    ] as const) {
      await ledger.owner.query(
        "INSERT INTO platform.organization (id, name, time_zone, is_test) VALUES ($1, 'Test', 'UTC', true) ON CONFLICT DO NOTHING",
        [id],
      );
      const change = 'UPDATE platform.organization SET is_test = $2 WHERE id = $1';
      await expectRefusal(ledger.owner.query(change, [id, isTest]), { code: 'BU370' });
    }
  });
});
