import { randomBytes } from 'node:crypto';
import { newId } from '#kernel/id.js';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { type Answer, type BureauSession, signIn } from '../support/bureau-session.js';
import { createDatabase, type TestDatabase } from '../support/database.js';

const entitiesPath = '/v1/administration/legal-entities';
const company = { name: 'Second company', functionalCurrency: 'EUR' };
const key = newId();

let database: TestDatabase;
let api: BureauProcess;
/** From before the secret was changed, with a page's cursor and a company created under the key. */
let session: BureauSession;
let created: Answer;
let cursor: string;

const [formerSecret, laterSecret] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];

const start = (secret: string) => startApi({ DATABASE_URL: database.url, BUREAU_SECRET: secret });
/** What one process answered, asked of the other. */
const at = ({ baseUrl }: BureauProcess, path: string, accessToken: string) =>
  fetch(`${baseUrl}${path}`, { headers: { Authorization: `Bearer ${accessToken}` } });

beforeAll(async () => {
  database = await createDatabase();
  const former = await start(formerSecret);
  session = await signIn(former);
  created = await session.post(entitiesPath, company, key);
  cursor = (await session.get(`${entitiesPath}?limit=1`)).body.page.next;
  await former.stop();
  api = await start(laterSecret);
});
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

describe('another BUREAU_SECRET', () => {
  it('ends access tokens, and no session: the refresh token gives a new one', async () => {
    const { accessToken, refreshToken } = session.sessionTokens;
    expect((await at(api, entitiesPath, accessToken)).status).toBe(401);
    const renewed = await fetch(`${api.baseUrl}/v1/auth/refresh`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
    });
    expect(renewed.status).toBe(200);
    const tokens = (await renewed.json()) as { accessToken: string };
    expect((await at(api, entitiesPath, tokens.accessToken)).status).toBe(200);
  });

  it('ends cursors, leaves passwords, and refuses to answer again what was done before it', async () => {
    const fresh = await signIn(api);
    expect(created.status).toBe(201);
    expect(await fresh.get(`${entitiesPath}?limit=1&after=${cursor}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid_cursor' },
    });
    expect(await fresh.post(entitiesPath, company, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    expect((await fresh.get(entitiesPath)).body.data).toHaveLength(2);
  });
});
