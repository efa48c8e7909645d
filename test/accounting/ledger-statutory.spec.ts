import { newId } from '#kernel/id.js';
import { createLedgerDatabase, type LedgerDatabase, noSuchRow } from '../support/ledger-database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Statutory charts by SQL alone, with the rights of the application.

let ledger: LedgerDatabase;
const [chart, other, line, foreignLine] = [newId(), newId(), newId(), newId()];
const within = (text: string, values: unknown[] = []) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => ledger.app.query(text, values));

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  const { organizationId } = ledger.books;
  for (const [id, code] of [
    [chart, 'A'],
    [other, 'B'],
  ]) {
    await within(
      `INSERT INTO accounting.statutory_chart (organization_id, id, code, name, country) VALUES ($1, $2, $3, $3, 'SE')`,
      [organizationId, id, code],
    );
  }
  for (const [id, chartId] of [
    [line, chart],
    [foreignLine, other],
  ]) {
    await within(
      `INSERT INTO accounting.statutory_line (organization_id, id, chart_id, code, name) VALUES ($1, $2, $3, '1', 'One')`,
      [organizationId, id, chartId],
    );
  }
});
afterAll(() => ledger?.close());

const map = (accountId: string, lineId = line) =>
  within(
    'INSERT INTO accounting.statutory_mapping (organization_id, id, chart_id, line_id, account_id) VALUES ($1, $2, $3, $4, $5)',
    [ledger.books.organizationId, newId(), chart, lineId, accountId],
  );

it('has a code once: charts in the organization, lines in a chart that there is', async () => {
  const { organizationId } = ledger.books;
  const again = within(
    `INSERT INTO accounting.statutory_chart (organization_id, id, code, name, country) VALUES ($1, $2, 'A', 'A', 'SE')`,
    [organizationId, newId()],
  );
  await expectRefusal(again, { code: '23505', constraint: 'statutory_chart_code_key' });
  const add = (chartId: string) =>
    within(
      `INSERT INTO accounting.statutory_line (organization_id, id, chart_id, code, name) VALUES ($1, $2, $3, '1', 'One')`,
      [organizationId, newId(), chartId],
    );
  await expectRefusal(add(chart), { code: '23505', constraint: 'statutory_line_code_key' });
  await expectRefusal(add(newId()), noSuchRow('statutory_line_chart_fk'));
});

it('maps an account once in a chart, to a line of that chart', async () => {
  const account = ledger.books.accounts['1930']!;
  await expectRefusal(map(account, foreignLine), noSuchRow('statutory_mapping_line_fk'));
  await expectAccepted(map(account));
  await expectRefusal(map(account), { code: '23505', constraint: 'statutory_mapping_account_key' });
});

it('maps accounts that take postings, of the same organization', async () => {
  await expectRefusal(map(ledger.books.accounts['1900']!), noSuchRow('statutory_mapping_account_fk'));
  await expectRefusal(map(ledger.stranger.accounts['1930']!), noSuchRow('statutory_mapping_account_fk'));
  await expectAccepted(map(ledger.books.accounts['1910']!));
});

it('keeps lines that accounts are mapped to, and charts', async () => {
  const remove = within('DELETE FROM accounting.statutory_line WHERE id = $1', [line]);
  await expectRefusal(remove, noSuchRow('statutory_mapping_line_fk'));
  await expectAccepted(within('DELETE FROM accounting.statutory_line WHERE id = $1', [foreignLine]));
  await expectRefusal(within('DELETE FROM accounting.statutory_chart'), {
    code: '42501',
    message: 'permission denied',
  });
  await expectRefusal(within("UPDATE accounting.statutory_chart SET code = 'C'"), {
    code: '42501',
    message: 'permission denied',
  });
});
