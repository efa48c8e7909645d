import { startApi } from '../support/bureau-process.js';
import { createOwnedDatabase, type OwnedDatabase, urlOf, withClient } from '../support/matrix-database.js';
import { startPoolerWithoutOptions } from '../support/pooler-without-options.js';
import { startEmbedded } from '../support/postgres-servers.js';

jest.setTimeout(60_000);

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

describe('the API does not boot', () => {
  it('as a login that may not take on the application role', async () => {
    await expect(bootAs(loginUrl('guest'))).rejects.toThrow('permission denied to set role "bureau_app"');
  });

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
