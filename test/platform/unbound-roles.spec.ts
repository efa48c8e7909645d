import { startApi, startWorker } from '../support/bureau-process.js';
import { createOwnedDatabase, type OwnedDatabase, urlOf, withClient } from '../support/matrix-database.js';
import { startPoolerWithoutOptions } from '../support/pooler-without-options.js';
import { startEmbedded } from '../support/postgres-servers.js';

let database: OwnedDatabase;

beforeAll(async () => {
  database = await createOwnedDatabase(await startEmbedded({ durable: false }), 'books');
  // Made before the migrations, as on a server that serves several databases.
  await query(database.ownerUrl, "CREATE ROLE bureau_app LOGIN PASSWORD 'app'");
  await query(database.adminUrl, "CREATE ROLE guest LOGIN PASSWORD 'app'");
});

afterAll(() => database?.server.stop());

const query = (url: string, text: string) => withClient(url, (client) => client.query(text));
const loginUrl = (username: string) => urlOf(database.adminUrl, { username, password: 'app' });
const bootAs = (appUrl: string) => startApi({ DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: appUrl });

/** All that a start says that ends at once: one line. */
const saying = (line: string, program = 'main') => new Error(`dist/app/${program}.js ended with 1:\n${line}`);
const mayNot = (login: string, setting: string, role: string) =>
  `The login ${login} of ${setting} may not act as ${role}. ` +
  `Run as a superuser or an administrator of that role: GRANT ${role} TO "${login}"`;

describe('a login that cannot be used ends the start in one line', () => {
  it('of the application, when it may not take on its role', async () => {
    const told = mayNot('guest', 'DATABASE_APP_URL', 'bureau_app');
    const settings = { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: loginUrl('guest') };
    await expect(startApi(settings)).rejects.toThrow(saying(told));
    await expect(startWorker(settings)).rejects.toThrow(saying(told, 'worker'));
  });

  it.each(['bureau_queue', 'bureau_relay'])('of the owner, when the worker needs %s and may not', async (role) => {
    await query(database.ownerUrl, `REVOKE ${role} FROM bureau_owner`);
    const worker = startWorker({ DATABASE_URL: database.ownerUrl });
    await expect(worker).rejects.toThrow(saying(mayNot('bureau_owner', 'DATABASE_URL', role), 'worker'));
    await query(database.ownerUrl, `GRANT ${role} TO bureau_owner`);
  });

  it.each<[string, () => Record<string, string>, string]>([
    [
      'the password is wrong',
      () => ({ DATABASE_APP_URL: urlOf(loginUrl('guest'), { password: 'x' }) }),
      'DATABASE_APP_URL does not connect: password authentication failed for user "guest"',
    ],
    [
      'there is no such database',
      () => ({ DATABASE_APP_URL: urlOf(loginUrl('guest'), { pathname: '/elsewhere' }) }),
      'DATABASE_APP_URL does not connect: database "elsewhere" does not exist',
    ],
    [
      'the password of the owner is wrong',
      () => ({ DATABASE_URL: urlOf(database.ownerUrl, { password: 'x' }) }),
      'DATABASE_URL does not connect: password authentication failed for user "bureau_owner"',
    ],
  ])('when %s', async (_what, settings, told) => {
    const start = startApi({ DATABASE_URL: database.ownerUrl, ...settings() });
    await expect(start).rejects.toThrow(saying(told));
  });

  it('when no server is there, whatever addresses its name has', async () => {
    const start = startApi({ DATABASE_URL: 'postgres://nobody@localhost:1/books' });
    await expect(start).rejects.toThrow('1:\nDATABASE_URL does not connect: connect ECONNREFUSED');
  });
});

describe('the API does not boot', () => {
  it.each([
    ['the superuser', 'postgres', () => database.adminUrl],
    ['the owner of the tables', 'bureau_owner', () => database.ownerUrl],
  ])('as %s, behind a pooler that drops the role that the connection asks for', async (_who, role, url) => {
    const pooler = await startPoolerWithoutOptions(url());
    await expect(bootAs(pooler.url)).rejects.toThrow(`The database role ${role} is not bound by row security`);
    pooler.close();
  });

  it.each([
    ['bypasses row security', 'ALTER ROLE bureau_app BYPASSRLS', 'ALTER ROLE bureau_app NOBYPASSRLS'],
    [
      'owns a table',
      'ALTER TABLE accounting.account OWNER TO bureau_app',
      'ALTER TABLE accounting.account OWNER TO bureau_owner',
    ],
  ])('where the application role %s', async (_what, change, undo) => {
    await query(database.adminUrl, change);
    const boot = bootAs(loginUrl('bureau_app'));
    await expect(boot).rejects.toThrow('The database role bureau_app is not bound by row security');
    await query(database.adminUrl, undo);
  });
});

it('boots as the application role when nothing of that is so', async () => {
  const api = await bootAs(loginUrl('bureau_app'));
  expect(api.baseUrl).toMatch(/^http/);
  await api.stop();
});
