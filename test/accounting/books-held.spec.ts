import { Client } from 'pg';
import { type Actor, type Answer, newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { rowCounts } from '../support/row-counts.js';
import { firstYear, sieFile } from '../support/sie-files.js';

// A large import holds the books for as long as it runs. Here a transaction of the test does, until the others give up.

let holder: Client;
beforeAll(async () => {
  holder = new Client(provided('TEST_OWNER_URL'));
  await holder.connect();
});
afterAll(() => holder?.end());

const sale = {
  entryDate: '2026-03-05',
  description: 'Cash sale',
  post: true,
  lines: [
    { accountCode: '1000', debit: '100.00' },
    { accountCode: '3000', credit: '100.00' },
  ],
};
const key = { 'Idempotency-Key': 'once' };
const connections = Number(process.env.TEST_POOL_SIZE ?? 10);

/** What waits for the books, and the status of its answer when it gets them. */
const commands: [name: string, served: number, send: (actor: Actor) => Promise<Answer>][] = [
  ['an entry', 201, (actor) => actor.post('/v1/accounting/journal-entries', sale, key)],
  ['a journal', 201, (actor) => actor.post('/v1/accounting/journals', { code: 'SALES', name: 'Sales' }, key)],
  ['an import', 200, (actor) => actor.upload('/v1/accounting/imports/sie', sieFile(firstYear), key)],
];

it('who waits for held books in vain has changed nothing, and is told to send the same again', async () => {
  // Each has books of its own to wait for: those behind others would wait for each of them.
  const actors = await Promise.all(commands.map(() => newActor()));
  for (const actor of actors) await actor.openBooks();
  const send = () => Promise.all(commands.map(([, , command], index) => command(actors[index]!)));
  const counts = () => Promise.all(actors.map(({ organizationId }) => rowCounts(organizationId)));
  const before = await counts();

  await holder.query('BEGIN');
  for (const { organizationId, legalEntityId } of actors) {
    await holder.query("SELECT set_config('bureau.organization_id', $1, true)", [organizationId]);
    await holder.query('SELECT accounting.hold_books($1, $2)', [organizationId, legalEntityId]);
  }
  const waiting = send();
  // Reading goes on meanwhile, as long as those who wait have left a connection.
  const reading = await actors[0]!.get('/v1/accounting/reports/trial-balance?asOf=2026-12-31');
  expect(connections > commands.length ? [200] : [200, 503]).toContain(reading.status);
  const answers = await waiting;
  await holder.query('ROLLBACK');

  const told = answers.map(({ status, headers, body }, index) => {
    const { 'content-type': type, 'retry-after': retryAfter } = headers;
    return { who: commands[index]![0], status, type, retryAfter, code: body.code, detail: body.detail };
  });
  expect(told).toEqual(
    commands.map(([who]) => ({
      who,
      status: 503,
      type: expect.stringContaining('application/problem+json'),
      retryAfter: expect.stringMatching(/^[1-9][0-9]?$/),
      code: 'service_unavailable',
      detail: expect.stringContaining('nothing was changed. Send the same request again.'),
    })),
  );
  expect(await counts()).toEqual(before);
  expect((await send()).map(({ status }) => status)).toEqual(commands.map(([, served]) => served));
});
