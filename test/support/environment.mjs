// What every spec under test/ stands on: a PostgreSQL, a migrated template database and one built server.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, isCurrent } from '../../scripts/build.mjs';
import { runOn, urlOf } from './environment-databases.mjs';
import { startPostgres } from './environment-postgres.mjs';
import { startServer } from './environment-server.mjs';
import { RoundRobin } from './round-robin.mjs';

const undo = [];
let tearingDown;
const interruptions = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Tells the specs where everything is through `TEST_*` variables; see test/support/database.ts. */
export async function setUp() {
  tearingDown = undefined;
  for (const [signal, code] of Object.entries(interruptions)) {
    process.once(signal, () => void tearDown().finally(() => process.exit(code)));
  }
  try {
    if (!isCurrent()) await build();
    await prepare();
  } catch (error) {
    await tearDown();
    throw error;
  }
}

/** Once, however often it is asked for: Jest and an interruption may both do. */
export async function tearDown() {
  tearingDown ??= (async () => {
    for (const step of undo.splice(0).reverse()) await step();
  })();
  await tearingDown;
}

async function prepare() {
  const prefix = `bureau_test_${process.pid}_${randomBytes(3).toString('hex')}_`;
  const { adminUrl, stop } = await startPostgres(prefix);
  undo.push(stop);

  const template = `${prefix}template`;
  await runOn(adminUrl, "SELECT format('CREATE DATABASE %I', $1::text)", [template]);
  const { migrate } = await import('../../dist/src/platform/database/migrate.js');
  await migrate(urlOf(adminUrl, template));

  const app = `${prefix}app`;
  await runOn(adminUrl, "SELECT format('CREATE DATABASE %I TEMPLATE %I', $1::text, $2::text)", [app, template]);
  const dataDir = await mkdtemp(join(tmpdir(), 'bureau-test-'));
  undo.push(() => rm(dataDir, { recursive: true, force: true }));
  const server = await startServer(urlOf(adminUrl, app), dataDir);
  undo.push(server.stop);
  const baseUrl =
    process.env.TEST_INSTANCES === '2' ? await besideAnother(server, urlOf(adminUrl, app), dataDir) : server.baseUrl;

  Object.assign(process.env, {
    TEST_ADMIN_URL: adminUrl,
    TEST_TEMPLATE: template,
    TEST_DATABASE_PREFIX: prefix,
    TEST_OWNER_URL: urlOf(adminUrl, app),
    TEST_BASE_URL: baseUrl,
    TEST_FILES_DIR: join(dataDir, 'files'),
    TEST_SERVER_PID: String(server.pid),
    TEST_ADMIN_EMAIL: server.adminEmail,
    TEST_ADMIN_PASSWORD: server.adminPassword,
    TEST_SECRET: server.secret,
  });
}

/** With `TEST_INSTANCES=2`, what specs send goes to two servers by turns, which share a database and a folder. */
async function besideAnother(server, databaseUrl, dataDir) {
  const other = await startServer(databaseUrl, dataDir, 'test-server-2');
  undo.push(other.stop);
  const balancer = await RoundRobin.start([server.baseUrl, other.baseUrl]);
  undo.push(() => balancer.close());
  return balancer.url;
}
