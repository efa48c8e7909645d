import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { adminEmail, adminPassword, type BureauProcess, startApi } from '../support/bureau-process.js';
import { type BureauSession, entriesPath, sale, signIn } from '../support/bureau-session.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openBooks } from '../support/ledger-fixture.js';
import { withRole } from '../support/matrix-database.js';

jest.setTimeout(60_000);

const secret = () => randomBytes(24).toString('hex');
const bureauSecret = secret();
const metricsToken = secret();
const accountsPath = '/v1/accounting/accounts';

let database: TestDatabase;
let api: BureauProcess;
let session: BureauSession;
let legalEntityId: string;

beforeAll(async () => {
  database = await createDatabase();
  api = await startApi({
    DATABASE_URL: database.url,
    BUREAU_SECRET: bureauSecret,
    METRICS_TOKEN: metricsToken,
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'debug',
  });
  session = await signIn(api);
  const { body } = await session.get('/v1/administration/legal-entities');
  legalEntityId = body.data[0].id;
  await withRole(database.url, 'bureau_app', (client) =>
    openBooks(client, session.organizationId, legalEntityId, 'EUR'),
  );
});
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

interface LogLine {
  level: string;
  msg: string;
  [member: string]: unknown;
}

const linesOf = () => api.output.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as LogLine);

/** Of the request with the id, once it has arrived. */
async function linesAbout(requestId: string | null): Promise<LogLine[]> {
  for (;;) {
    const found = linesOf().filter((line) => line['requestId'] === requestId);
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const send = (path: string, init: RequestInit = {}) =>
  fetch(`${api.baseUrl}${path}`, {
    ...init,
    headers: {
      Authorization: `Bearer ${session.sessionTokens.accessToken}`,
      'Content-Type': 'application/json',
      ...(init.headers as Record<string, string>),
    },
  });

it('is JSON, line by line, from the start on', () => {
  const [first] = api.output.filter((line) => !line.startsWith('  '));
  expect(JSON.parse(first!)).toMatchObject({ process: 'api', time: expect.any(String), msg: expect.any(String) });
  expect(linesOf().filter(({ msg }) => msg.startsWith('Bureau is ready on http://'))).toHaveLength(1);
});

describe('a request', () => {
  it('has one line, with who asked for what, how it ended and in which trace', async () => {
    const [traceId] = ['4bf92f3577b34da6a3ce929d0e0e4736'];
    const answer = await send(`${accountsPath}?limit=5&code=1930`, {
      headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    });
    expect(await linesAbout(answer.headers.get('Request-Id'))).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        process: 'api',
        context: 'Request',
        msg: `GET ${accountsPath} 200`,
        requestId: answer.headers.get('Request-Id'),
        traceId,
        organizationId: session.organizationId,
        actorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        method: 'GET',
        route: accountsPath,
        status: 200,
        durationMs: expect.any(Number),
      },
    ]);
  });

  it('names the template of its route, not the id', async () => {
    const answer = await send(`${accountsPath}/0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64`);
    const [line] = await linesAbout(answer.headers.get('Request-Id'));
    expect(line).toMatchObject({ route: `${accountsPath}/{id}`, status: 404, code: 'not_found' });
  });

  it('names the SQLSTATE and the constraint of a refusal by the database', async () => {
    const account = JSON.stringify({ code: '7777', name: 'Twice', type: 'expense' });
    const create = () => send(accountsPath, { method: 'POST', body: account });
    expect((await create()).status).toBe(201);
    const again = await create();
    const [line] = await linesAbout(again.headers.get('Request-Id'));
    expect(line).toMatchObject({ status: 409, sqlstate: '23505', constraint: expect.any(String) });
  });

  it('without a route says no more than that', async () => {
    const answer = await send('/v1/people/anna.berg@example.com?ssn=19700101');
    const [line] = await linesAbout(answer.headers.get('Request-Id'));
    expect(line).toMatchObject({ msg: 'GET (no route) 404', status: 404 });
    expect(line).not.toHaveProperty('route');
  });

  it('whose caller goes away has its line all the same', async () => {
    const { port, hostname } = new URL(api.baseUrl);
    const body = JSON.stringify({ email: adminEmail, password: 'wrong, and never answered' });
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      () => socket.destroy(),
    );
    const ended = () => linesOf().filter(({ msg }) => msg === 'POST /v1/auth/login ended by the caller');
    while (ended().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(ended()).toMatchObject([{ route: '/v1/auth/login', requestId: expect.any(String) }]);
  });
});

it('holds nothing of what callers send in confidence, whichever way it goes', async () => {
  const key = secret();
  const [wrongPassword, otherKey, person] = [secret(), secret(), `person-${secret()}@example.com`];
  const { accessToken, refreshToken } = session.sessionTokens;
  const login = (password: string, email = adminEmail) =>
    send('/v1/auth/login', { method: 'POST', body: JSON.stringify({ email, password }) });
  expect((await login(adminPassword)).status).toBe(200);
  expect((await login(wrongPassword)).status).toBe(401);
  expect((await login(wrongPassword, person)).status).toBe(401);
  const renewed = await send('/v1/auth/refresh', { method: 'POST', body: JSON.stringify({ refreshToken }) });
  const next = (await renewed.json()) as { accessToken: string; refreshToken: string };
  const post = (idempotencyKey: string, body: object | string) =>
    send(entriesPath, {
      method: 'POST',
      headers: { 'Idempotency-Key': idempotencyKey },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const described = { ...sale, description: person };
  expect((await post(key, described)).status).toBe(201);
  expect((await post(key, described)).status).toBe(201);
  expect((await post(key, { ...described, description: 'another' })).status).toBe(422);
  expect((await post(otherKey, `{"description": "${person}`)).status).toBe(400);
  expect((await post(otherKey, { ...described, colour: person })).status).toBe(400);
  expect((await send(`${entriesPath}?description=${person}&token=${next.accessToken}`)).status).toBe(400);
  expect((await send(`/${person}`)).status).toBe(404);
  expect((await send(`/v1/%zz${person}`)).status).toBe(400);
  expect((await send(accountsPath, { headers: { Authorization: `Bearer ${wrongPassword}` } })).status).toBe(401);
  expect((await send('/metrics', { headers: { Authorization: `Bearer ${metricsToken}` } })).status).toBe(200);
  expect((await send('/metrics', { headers: { Authorization: `Bearer ${wrongPassword}` } })).status).toBe(401);
  const last = await send('/v1/auth/logout', { method: 'POST' });
  await linesAbout(last.headers.get('Request-Id'));

  const output = api.output.join('\n');
  const confidential = {
    adminPassword,
    wrongPassword,
    key,
    otherKey,
    person,
    accessToken,
    refreshToken,
    nextAccessToken: next.accessToken,
    nextRefreshToken: next.refreshToken,
    metricsToken,
    bureauSecret,
    databasePassword: new URL(database.url).password,
  };
  expect(Object.entries(confidential).filter(([, value]) => value.length < 8)).toEqual([]);
  expect(Object.entries(confidential).filter(([, value]) => output.includes(value))).toEqual([]);
  // What the search would find is there: the lines of these very requests.
  expect(linesOf().filter(({ route }) => route === entriesPath).length).toBeGreaterThanOrEqual(6);
});
