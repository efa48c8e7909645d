import { setTimeout as delay } from 'node:timers/promises';
import { type BureauProcess, startApi, startWorker } from '../support/bureau-process.js';
import { type BureauSession, entriesPath, sale, signIn } from '../support/bureau-session.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { inOrganization, openBooks } from '../support/ledger-fixture.js';
import { withClient, withRole } from '../support/matrix-database.js';

// The worker carries out what is due, in the organization that it is due in and as nobody's command.

let database: TestDatabase;
let processes: BureauProcess[] = [];

beforeAll(async () => {
  database = await createDatabase();
  const settings = { DATABASE_URL: database.url };
  processes = [await startApi(settings)];
  processes.push(await startWorker(settings));
});
afterAll(async () => {
  for (const one of processes) await one.stop();
  await database?.drop();
});

async function reversalOf(session: BureauSession, id: string): Promise<string | null> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { body } = await session.get(`${entriesPath}/${id}`);
    if (body.reversedBy) return body.reversedBy as string;
    await delay(100);
  }
  return null;
}

it('reverses an accrual whose date has come', async () => {
  const session = await signIn(processes[0]!);
  const rows = await withClient(database.url, (client) =>
    client.query<{ id: string }>('SELECT id FROM administration.legal_entity WHERE organization_id = $1', [
      session.organizationId,
    ]),
  );
  await withRole(database.url, 'bureau_app', (client) =>
    openBooks(client, session.organizationId, rows.rows[0]!.id, 'EUR'),
  );
  const accrual = { ...sale, description: 'Accrual', entryDate: '2026-01-31', reversesOn: '2026-02-01' };
  const { status, body } = await session.post(entriesPath, accrual, 'accrual');
  expect([status, body.number]).toEqual([201, 1]);
  await withRole(database.url, 'bureau_app', (client) =>
    inOrganization(client, session.organizationId, () =>
      client.query("SELECT platform.enqueue_job('run_due_postings', '{}')"),
    ),
  );
  const id = await reversalOf(session, body.id);
  const { body: reversal } = await session.get(`${entriesPath}/${id}`);
  expect(reversal).toMatchObject({
    reversalOf: body.id,
    entryDate: '2026-02-01',
    number: 2,
    postedBy: '00000000-0000-0000-0000-000000000000',
  });
  const { body: list } = await session.get('/v1/accounting/scheduled-reversals');
  expect(list.data).toMatchObject([{ status: 'done', reversalId: id }]);
});
