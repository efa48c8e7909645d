import type { Client } from 'pg';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { draftEntry, insertEntries } from '../support/ledger-entries.js';
import { inOrganization, setPeriod } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';
import { rolledBack } from '../support/rolled-back.js';

// Nothing of the application runs here: the database itself keeps the order of years and periods.

let ledger: LedgerDatabase;
beforeEach(async () => {
  ledger = await createLedgerDatabase();
});
afterEach(() => ledger?.close());

const lastDay = '2026-12-31';

const asApplication = (work: (client: Client) => Promise<unknown>) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => work(ledger.app));

const setYear = (client: Client, year: string, status: string) =>
  client.query('UPDATE accounting.fiscal_year SET status = $2 WHERE id = $1', [ledger.books.years[year], status]);

describe('fiscal years', () => {
  it('are closed in their order and reopened in the opposite one', async () => {
    const set = (year: string, status: string) => asApplication((client) => setYear(client, year, status));
    await expectRefusal(set('2026', 'closed'), { code: 'BU123', message: '2025-01-01 to 2025-12-31 is open' });
    await expectAccepted(set('2025', 'closed'));
    await expectAccepted(set('2026', 'closed'));
    await expectRefusal(set('2025', 'open'), { code: 'BU123', message: '2026-01-01 to 2026-12-31 is closed' });
    await expectAccepted(set('2026', 'open'));
    await expectAccepted(set('2025', 'open'));
  });

  it.each([
    ['a closed year', () => asApplication((client) => setYear(client, '2025', 'closed'))],
    ['a locked period', () => setPeriod(ledger.app, ledger.books, '2026-02-01', 'locked')],
  ])('do not begin before %s', async (_, finish) => {
    const add = (year: number, status: string) =>
      asApplication((client) =>
        client.query(
          `INSERT INTO accounting.fiscal_year (organization_id, id, legal_entity_id, starts_on, ends_on, status)
           VALUES ($1, gen_random_uuid(), $2, make_date($3, 1, 1), make_date($3, 12, 31), $4)`,
          [ledger.books.organizationId, ledger.books.legalEntityId, year, status],
        ),
      );
    await finish();
    await expectRefusal(add(2024, 'open'), { code: 'BU123' });
    await expectRefusal(add(2027, 'closed'), { code: 'BU123' });
    await expectAccepted(add(2027, 'open'));
  });

  it('carry their status to their periods, which nobody else writes', async () => {
    const statuses = async () => {
      const { rows } = await ledger.owner.query<{ status: string }>(
        'SELECT DISTINCT fiscal_year_status AS status FROM accounting.fiscal_period WHERE fiscal_year_id = $1',
        [ledger.books.years['2025']],
      );
      return rows.map(({ status }) => status);
    };
    // Also to those that are locked for good.
    await setPeriod(ledger.app, ledger.books, '2025-01-01', 'locked');
    await asApplication((client) => setYear(client, '2025', 'closed'));
    expect(await statuses()).toEqual(['closed']);
    const write = (client: Client) =>
      client.query("UPDATE accounting.fiscal_period SET fiscal_year_status = 'open' WHERE fiscal_year_id = $1", [
        ledger.books.years['2025'],
      ]);
    await expectRefusal(asApplication(write), { code: '42501', message: 'permission denied' });
    await expectRefusal(write(ledger.owner), { code: '23503', constraint: 'fiscal_period_year_fk' });
    expect(await statuses()).toEqual(['closed']);
  });
});

describe('a period that is not open yet', () => {
  it('takes nothing, and no other becomes one', async () => {
    const { owner, books } = ledger;
    await rolledBack(owner, async () => {
      await owner.query('ALTER TABLE accounting.fiscal_period DISABLE TRIGGER check_fiscal_period');
      await owner.query("UPDATE accounting.fiscal_period SET status = 'future' WHERE id = $1", [
        books.periods['2026-08-01'],
      ]);
      const place = { entry_date: '2026-08-01', period_id: books.periods['2026-08-01']!, soft_close_reason: 'Early' };
      const early = await draftEntry(owner, books, place);
      await owner.query("SELECT set_config('bureau.organization_id', $1, true)", [books.organizationId]);
      await expectRefusal(insertEntries(owner, early), { code: 'BU102', message: 'is not open yet' });
    });
    await expectRefusal(setPeriod(ledger.app, books, '2026-08-01', 'future'), {
      code: 'BU121',
      message: 'not put off',
    });
  });
});

describe('an adjustment period', () => {
  const add = (number: number, startsOn: string, endsOn: string, isAdjustment: boolean) =>
    asApplication((client) =>
      client.query(
        `INSERT INTO accounting.fiscal_period
           (organization_id, id, legal_entity_id, fiscal_year_id, number, starts_on, ends_on, is_adjustment)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7)`,
        [
          ledger.books.organizationId,
          ledger.books.legalEntityId,
          ledger.books.years['2026'],
          number,
          startsOn,
          endsOn,
          isAdjustment,
        ],
      ),
    );

  it('has the last day of its year once more, and there is one', async () => {
    await expectRefusal(add(13, lastDay, lastDay, false), { code: '23P01', constraint: 'fiscal_period_no_overlap' });
    await expectRefusal(add(13, '2026-12-30', lastDay, true), { code: 'BU120', message: 'on its last day' });
    await expectRefusal(add(13, '2026-12-30', '2026-12-30', true), { code: 'BU120' });
    await expectAccepted(add(13, lastDay, lastDay, true));
    await expectRefusal(add(14, lastDay, lastDay, true), { code: '23505', constraint: 'fiscal_period_adjustment_key' });
  });
});
