import { existsSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { Configuration, type Environment, readEnvironment } from '#platform/config/configuration.js';
import { appLogin } from '#platform/database/app-data-source.js';
import { hasDatabase, runningServerUrl } from '#platform/database/embedded/running-server.js';
import { migrationState } from '#platform/database/migrate.js';
import { loginAs, QUEUE_ROLE, RELAY_ROLE } from '#platform/database/role-pools.js';
import { tryLogin } from '#platform/database/try-login.js';
import { advice, fault, type Finding, ok, skipped } from './finding.js';
import { judgeClock, judgeConnections, judgeMigrations, judgeNode, judgeServer, judgeSpace } from './judge.js';
import { readServerFacts, rolesThatExist, skewOf } from './server-facts.js';

/** Looks at everything that a start needs, and changes nothing. */
export async function examine(variables: NodeJS.ProcessEnv): Promise<Finding[]> {
  const findings = [judgeNode(process.versions.node)];
  let environment: Environment;
  try {
    environment = readEnvironment(variables);
  } catch (error) {
    const faults = (error as Error).message.split('\n').slice(1, -1);
    return [...findings, fault('Settings', faults.join('; ').trim(), 'Correct them; .env.example explains each.')];
  }
  findings.push(ok('Settings', 'can be read'), await examineSecret(environment));
  findings.push(await examineSpace(environment));
  return [...findings, ...(await examineDatabase(environment))];
}

async function examineSecret({ DATABASE_URL, BUREAU_SECRET, DATA_DIR }: Environment): Promise<Finding> {
  if (BUREAU_SECRET) return ok('Secret', 'set as BUREAU_SECRET');
  if (DATABASE_URL) {
    return fault('Secret', 'BUREAU_SECRET is not set', 'Set it, the same on every process: openssl rand -hex 32');
  }
  const file = join(resolve(DATA_DIR), 'secret');
  if (!existsSync(file)) return ok('Secret', `the first start makes one in ${file}`);
  const { mode } = await stat(file);
  if ((mode & 0o077) === 0) return ok('Secret', `kept in ${file}`);
  return advice('Secret', `others on this machine may read ${file}`, `chmod 600 ${file}`);
}

async function examineSpace({ DATABASE_URL, DATA_DIR }: Environment): Promise<Finding> {
  if (DATABASE_URL) return skipped('Disk space', 'all state is in the database of DATABASE_URL');
  let folder = resolve(DATA_DIR);
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  return judgeSpace(bavail * bsize, resolve(DATA_DIR));
}

async function examineDatabase(environment: Environment): Promise<Finding[]> {
  const { DATABASE_URL, DATA_DIR, DATABASE_POOL_SIZE } = environment;
  const url = DATABASE_URL ?? (await runningServerUrl(DATA_DIR));
  if (!url) {
    const state = hasDatabase(DATA_DIR) ? 'it is not running' : 'the first start creates it';
    return [skipped('Database', `${resolve(DATA_DIR)}: ${state}; npm start starts it, then ask again`)];
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await tryLogin({ setting: 'DATABASE_URL', url });
    await client.connect();
    const facts = await readServerFacts(client);
    const configuration = new Configuration(environment, url, '');
    return [
      judgeServer(facts),
      judgeConnections(facts, DATABASE_POOL_SIZE),
      ...(await examineRoles(client, configuration)),
      judgeMigrations(await migrationState(url)),
      judgeClock(await skewOf(client)),
    ];
  } catch (error) {
    const remedy = 'Start the server, or correct DATABASE_URL; psql with the same URL shows whether it works.';
    return [fault('Database', (error as Error).message, remedy)];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function examineRoles(client: pg.Client, configuration: Configuration): Promise<Finding[]> {
  const app = appLogin(configuration);
  const logins = [app, ...[QUEUE_ROLE, RELAY_ROLE].map((role) => loginAs(role, configuration.ownerUrl))];
  const roles = logins.map(({ role }) => role!);
  const { existing, mayCreate } = await rolesThatExist(client, roles);
  if (existing.length < roles.length) {
    const missing = roles.filter((role) => !existing.includes(role)).join(', ');
    if (mayCreate) return [ok('Roles', `the first start creates ${missing}`)];
    const remedy =
      'Run as a superuser: ALTER ROLE <login> CREATEROLE, or create the roles and grant them to the login.';
    return [fault('Roles', `${missing} missing, and the login may not create roles`, remedy)];
  }
  for (const login of logins) {
    const refused = await tryLogin(login).then(
      () => undefined,
      (error: Error) => error,
    );
    if (refused) return [fault('Roles', refused.message, 'Follow the hint, then ask again.')];
  }
  return [ok('Roles', `${roles.join(', ')} can be taken on, and row security binds the first`)];
}
