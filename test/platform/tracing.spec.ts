import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { type BureauSession, entriesPath, sale, signIn } from '../support/bureau-session.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openBooks } from '../support/ledger-fixture.js';
import { withRole } from '../support/matrix-database.js';

interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: { key: string; value: Record<string, unknown> }[];
  links: { traceId: string; spanId: string }[];
  status: { code?: number };
}
interface Sent {
  resourceSpans: { resource: { attributes: SentSpan['attributes'] }; scopeSpans: { spans: SentSpan[] }[] }[];
}

const SERVER = 2;
const [CALLERS_TRACE, CALLERS_SPAN] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
const canary = `Canary ${randomBytes(8).toString('hex')}`;
/** Too long to be met by chance in the ids and times of a span. */
const canaryCode = `C-${randomBytes(8).toString('hex')}`;

let database: TestDatabase;
let collector: Server;
let api: BureauProcess;
let session: BureauSession;
const sent: { headers: NodeJS.Dict<string | string[]>; body: Sent }[] = [];
const requestIds: Record<string, string | null> = {};

/** Everything is asked first; the spans leave at the latest when the process ends. */
beforeAll(async () => {
  collector = createServer((request, response) => {
    void json(request).then((body) => {
      sent.push({ headers: request.headers, body: body as Sent });
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  database = await createDatabase();
  api = await startApi({
    DATABASE_URL: database.url,
    BUREAU_SECRET: randomBytes(24).toString('hex'),
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=books',
    OTEL_SERVICE_NAME: 'back-office',
    LOG_FORMAT: 'json',
  });
  session = await signIn(api);
  const { body } = await session.get('/v1/administration/legal-entities');
  await withRole(database.url, 'bureau_app', (client) =>
    openBooks(client, session.organizationId, body.data[0].id, 'EUR'),
  );
  await ask('list', 'GET', `/v1/accounting/accounts?code=${canaryCode}`, undefined, {
    traceparent: `00-${CALLERS_TRACE}-${CALLERS_SPAN}-01`,
  });
  await ask('unsampled', 'GET', '/v1/accounting/accounts', undefined, {
    traceparent: `00-${'a'.repeat(32)}-${CALLERS_SPAN}-00`,
  });
  await ask('post', 'POST', entriesPath, { ...sale, description: canary });
  await ask('refused', 'POST', entriesPath, { ...sale, description: canary, entryDate: '1899-01-01' });
  await api.stop();
});
afterAll(async () => {
  collector?.close();
  await database?.drop();
});

async function ask(name: string, method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${api.baseUrl}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${session.sessionTokens.accessToken}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': name,
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
  await answer.arrayBuffer();
  requestIds[name] = answer.headers.get('request-id');
}

const spans = () =>
  sent.flatMap(({ body }) => body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((s) => s.spans)));
const attributesOf = ({ attributes }: Pick<SentSpan, 'attributes'>) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
const ofRequest = (name: string) =>
  spans().find((span) => span.kind === SERVER && attributesOf(span)['bureau.request_id'] === requestIds[name]);
const childrenOf = ({ spanId }: SentSpan) => spans().filter(({ parentSpanId }) => parentSpanId === spanId);

it('tells the collector what sends it', () => {
  expect(sent[0]!.headers).toMatchObject({ 'content-type': 'application/json', 'x-tenant': 'books' });
  expect(attributesOf(sent[0]!.body.resourceSpans[0]!.resource)).toMatchObject({
    'service.name': 'back-office',
    'bureau.process': 'api',
  });
});

it('goes on with the trace of the caller, down to the statements', () => {
  const request = ofRequest('list')!;
  expect(request).toMatchObject({
    name: 'GET /v1/accounting/accounts',
    traceId: CALLERS_TRACE,
    parentSpanId: CALLERS_SPAN,
  });
  expect(attributesOf(request)).toMatchObject({
    'http.request.method': 'GET',
    'http.route': '/v1/accounting/accounts',
    'http.response.status_code': 200,
    'bureau.organization_id': session.organizationId,
  });
  const read = childrenOf(request).find(({ name }) => name === 'read')!;
  expect(childrenOf(read).map(({ name }) => name)).toEqual(expect.arrayContaining(['BEGIN', 'begin_query', 'COMMIT']));
});

it('leaves out what the caller does not trace', () => {
  expect(ofRequest('unsampled')).toBeUndefined();
});

it('links what is posted together to the requests that it is for', () => {
  const request = ofRequest('post')!;
  const commands = spans().find(
    ({ name, links }) => name === 'commands' && links.some((to) => to.spanId === request.spanId),
  )!;
  expect(commands.parentSpanId ?? '').toBe('');
  expect(commands.traceId).not.toBe(request.traceId);
  expect(childrenOf(commands).length).toBeGreaterThan(2);
});

it('says why a request was refused, which is no failure', () => {
  const request = ofRequest('refused')!;
  expect(attributesOf(request)).toMatchObject({ 'bureau.problem': 'validation_failed' });
  expect(request.status.code ?? 0).toBe(0);
});

it('names the trace in the log, also where the caller had none', () => {
  const line = api.output.find((text) => text.includes(requestIds['post']!) && text.includes('"msg":"POST'))!;
  expect(JSON.parse(line)).toMatchObject({ traceId: ofRequest('post')!.traceId });
});

it('holds no values', () => {
  const all = JSON.stringify(sent);
  expect(all).toContain('POST /v1/accounting/journal-entries');
  for (const value of [canary, canaryCode, session.sessionTokens.accessToken, 'admin@bureau.test']) {
    expect(all).not.toContain(value);
  }
});
