import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { ProblemBody } from './problem-body.js';
import { id, log, type Sent, sendTo, startThings } from './things.fixture.js';

let app: NestFastifyApplication;
const send = (url: string, sent?: Sent) => sendTo(app, url, sent);

beforeAll(async () => {
  app = await startThings();
});
afterAll(() => app.close());

function socketTo(server: NestFastifyApplication): Socket {
  const { port } = server.getHttpServer().address() as { port: number };
  return connect(port, '127.0.0.1');
}

describe('every request', () => {
  it('is answered with its id, which handlers find in the context', async () => {
    const first = await send('/things', { body: { name: 'Chair' } });
    const second = await send('/things', { body: { name: 'Chair' } });
    expect(first.status).toBe(201);
    expect(first.headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(first.body?.requestId).toBe(first.headers['request-id']);
    expect(second.headers['request-id']).not.toBe(first.headers['request-id']);
  });

  it("keeps the caller's trace, unless it is malformed", async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const traced = await send('/things/context', { headers: { traceparent } });
    expect(traced.body).toMatchObject({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736' });
    const malformed = await send('/things/context', { headers: { traceparent: traceparent.replace('4bf9', 'xxxx') } });
    expect(malformed.body).not.toHaveProperty('traceId');
  });

  it('carries security headers that let Swagger UI work over plain HTTP', async () => {
    const { headers } = await send('/things/context');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  it('may leave out the body where the operation takes none, and query flags are read', async () => {
    expect((await send('/things/action', { method: 'POST' })).status).toBe(200);
    expect((await send('/things/action', { body: '' })).status).toBe(200);
    expect((await send('/things?dryRun=false', { body: { name: 'x' } })).body).toMatchObject({ dryRun: false });
  });

  it.each<[string, Sent]>([
    ['no body', { method: 'POST' }],
    ['an empty one', { body: '' }],
    ['an empty object', { body: {} }],
  ])('may have %s where every field may be left out', async (_, sent) => {
    expect(await send('/things/remark', sent)).toMatchObject({ status: 200, body: {} });
  });
});

describe('routes with limits of their own', () => {
  it('take what they declare', async () => {
    const lines = Array(5000).fill({ amount: '1.00' });
    expect((await send('/things/many', { body: { name: 'a', lines } })).body).toEqual({ count: 5000 });
    expect((await send('/things/many', { body: { name: 'a', lines: [...lines, {}] } })).status).toBe(400);
    const file = { body: 'x'.repeat(1000), headers: { 'content-type': 'application/octet-stream' } };
    expect((await send('/things/file', file)).body).toEqual({ bytes: 1000 });
    const rows = { body: 'a,b\n1,2\n', headers: { 'content-type': 'text/csv; charset=utf-8' } };
    expect((await send('/things/rows', rows)).body).toEqual({ bytes: 8 });
  });
});

describe('merge patch and versions', () => {
  const patch = (headers: Record<string, string>): Sent => ({
    method: 'PATCH',
    body: { name: 'Table' },
    headers: { 'content-type': 'application/merge-patch+json', ...headers },
  });

  it('answer the ETag and read it back', async () => {
    expect((await send(`/things/id/${id}`)).headers.etag).toBe('"7"');
    const changed = await send(`/things/id/${id}`, patch({ 'if-match': '"7"' }));
    expect(changed).toMatchObject({ status: 200, body: { version: 8 } });
    expect(changed.headers.etag).toBe('"8"');
  });

  it.each<[string, Record<string, string>, number, string, RegExp]>([
    ['missing', {}, 428, 'precondition_required', /^Send the ETag/],
    ['stale', { 'if-match': '"6"' }, 412, 'precondition_failed', /version "7" and you have read "6"/],
    ['weak', { 'if-match': 'W/"7"' }, 400, 'malformed_request', /Leave out W\//],
    ['any', { 'if-match': '*' }, 400, 'malformed_request', /\* would overwrite/],
    ['bare', { 'if-match': '7' }, 400, 'malformed_request', /with its quotes/],
    ['none of ours', { 'if-match': '"abc"' }, 400, 'malformed_request', /as it was answered/],
    ['empty', { 'if-match': '' }, 400, 'malformed_request', /as it was answered/],
    ['several', { 'if-match': '"6", "7"' }, 400, 'malformed_request', /Send one ETag/],
  ])('refuse an If-Match that is %s', async (_, headers, status, code, detail) => {
    const answer = await send(`/things/id/${id}`, patch(headers));
    expect(answer).toMatchObject({ status, body: { code, detail: expect.stringMatching(detail) } });
  });

  it.each([
    ['"7"', 304],
    ['W/"7"', 304],
    ['"6", "7"', 304],
    ['*', 304],
    ['"6"', 200],
  ])('answer If-None-Match %s with %i', async (tag, status) => {
    const answer = await send(`/things/id/${id}`, { headers: { 'if-none-match': tag } });
    expect(answer.status).toBe(status);
    expect(answer.headers.etag).toBe('"7"');
    expect(answer.text === '').toBe(status === 304);
  });
});

describe('requests that are not HTTP', () => {
  async function talk(text: string): Promise<string> {
    const socket = socketTo(app);
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.write(text);
    await once(socket, 'close');
    return answer;
  }

  it.each([
    ['rubbish', 'rubbish\r\n\r\n', 400, 'malformed_request'],
    ['huge header', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'header_too_large'],
  ])('%s is answered with a problem', async (_, text, status, code) => {
    const [head = '', body = ''] = (await talk(text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head).toContain('Content-Type: application/problem+json');
    const problem = JSON.parse(body) as ProblemBody;
    expect(problem).toMatchObject({ status, code });
    expect(head).toContain(`Request-Id: ${problem.requestId}`);
  });
});

describe('the log', () => {
  it('has the defect with its stack under the id of the request', async () => {
    const { body } = await send('/things/defect');
    const line = log.find((one) => one.includes(body!.requestId));
    expect(line).toContain('"msg":"Error: the password is swordfish"');
    expect(line).toContain('"method":"GET","route":"/things/defect"');
    expect(line).toContain('things.fixture');
  });

  it('has nothing of refusals', async () => {
    log.length = 0;
    await send('/things', { body: { name: '' } });
    await send('/things/taken');
    await send('/nothing');
    expect(log).toEqual([]);
  });
});

it('an answer that breaks half-way ends in a cut connection', async () => {
  const socket = socketTo(app);
  let answer = '';
  socket.on('data', (data) => (answer += data.toString()));
  socket.write('GET /things/half HTTP/1.1\r\nHost: a\r\n\r\n');
  await once(socket, 'close');
  // Neither a problem in the middle of a file nor the last chunk (`0`) that would make it look whole.
  expect(answer).not.toContain('problem');
  expect(answer).not.toContain('\r\n0\r\n');
});
