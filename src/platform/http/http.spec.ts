import { Body, Controller, Get, HttpCode, Module, NotFoundException, Patch, Post, Query, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { defineProblems } from '#kernel/problem.js';
import { configureHttp } from './configure-http.js';
import { IfMatch, requireVersion, Versioned } from './etag.js';
import { Flag, List, Money, Text } from './fields/fields.js';
import { createHttpAdapter } from './http-adapter.js';
import { IdParam } from './id-param.js';
import type { ProblemBody } from './problem-body.js';
import { requestContext } from './request-context.js';
import { LargeBody, OctetStreamBody } from './route-limits.js';

const id = '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64';
const problems = defineProblems({ number_taken: { status: 409, title: 'The number is taken' } });

class Line {
  @Money({ optional: true, example: '1.00' }) amount?: string;
}
class Thing {
  @Text(20, { example: 'Chair' }) name: string;
  @List(() => Line, { optional: true, max: 5000 }) lines?: Line[];
}
class Options {
  @Flag({ optional: true, example: true }) dryRun?: boolean;
}

function databaseError(fields: object): Error {
  const driverError = Object.assign(new Error('duplicate key value "secret value"'), { severity: 'ERROR', ...fields });
  return Object.assign(new Error('QueryFailed'), { query: 'INSERT INTO secret', driverError });
}

@Controller('things')
class ThingsController {
  @Get('context')
  context() {
    return { ...requestContext() };
  }

  @Post()
  create(@Body() body: Thing, @Query() options: Options) {
    return { ...body, ...options, requestId: requestContext()?.requestId };
  }

  @Post('many')
  @LargeBody({ bodyLimit: 1024 * 1024, keys: 10_000, elements: 5000 })
  createMany(@Body() body: Thing) {
    return { count: body.lines?.length };
  }

  @Post('file')
  @OctetStreamBody({ bodyLimit: 1000, description: 'Any file.' })
  file(@Body() file: Buffer) {
    return { bytes: file.length };
  }

  @Post('action')
  @HttpCode(200)
  act() {
    return { done: true };
  }

  @Post('undeclared')
  undeclared(@Body() body: Thing[]) {
    return body;
  }

  @Get('broken/:how')
  broken(@IdParam('how') how: string) {
    return how;
  }

  @Get('defect')
  defect() {
    throw new Error('the password is swordfish');
  }

  @Get('taken')
  taken() {
    throw databaseError({ code: '23505', constraint: 'thing_number_key', detail: 'Key (number)=(7) already exists.' });
  }

  @Get('deadlock')
  deadlock() {
    throw databaseError({ code: '40P01' });
  }

  @Get('half')
  half(@Res() reply: FastifyReply) {
    reply.raw.writeHead(200, { 'content-type': 'text/csv' }).write('a,b');
    throw new Error('the export broke');
  }

  @Get('slow')
  async slow() {
    await new Promise<void>((resolve) => (release = resolve));
    return { done: true };
  }

  @Get('missing')
  missing() {
    throw new NotFoundException('No thing has this id.');
  }

  @Get('id/:id')
  @Versioned()
  read(@IdParam() thingId: string) {
    return { id: thingId, version: 7 };
  }

  @Patch('id/:id')
  @Versioned()
  change(@IdParam() thingId: string, @IfMatch() seen: number, @Body() body: Thing) {
    requireVersion(7, seen);
    return { id: thingId, version: seen + 1, name: body.name };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

const log: string[] = [];
const write = (...parts: unknown[]) => void log.push(parts.join(' '));
const logger = { log: () => {}, warn: write, error: write };
const databaseProblems = { thing_number_key: () => problems.number_taken('Choose another number.') };

async function start(): Promise<NestFastifyApplication> {
  const started = await NestFactory.create<NestFastifyApplication>(ThingsModule, createHttpAdapter(), { logger });
  configureHttp(started, { databaseProblems });
  await started.listen(0, '127.0.0.1');
  return started;
}

function socketTo(server: NestFastifyApplication): Socket {
  const { port } = server.getHttpServer().address() as { port: number };
  return connect(port, '127.0.0.1');
}

let release: () => void;
let app: NestFastifyApplication;

beforeAll(async () => {
  app = await start();
});
afterAll(() => app.close());

interface Sent {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD' | 'OPTIONS';
  body?: string | Buffer | object;
  headers?: Record<string, string>;
}

async function send(url: string, { method, body, headers }: Sent = {}) {
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  const response = await app.inject({
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    url,
    payload: raw || body === undefined ? (body as string | undefined) : JSON.stringify(body),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  });
  return { status: response.statusCode, headers: response.headers, text: response.body, body: parse(response.body) };
}

const parse = (text: string) => (text ? (JSON.parse(text) as ProblemBody & Record<string, unknown>) : undefined);

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
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  it('may leave out the body where the operation takes none, and query flags are read', async () => {
    expect((await send('/things/action', { method: 'POST' })).status).toBe(200);
    expect((await send('/things/action', { body: '' })).status).toBe(200);
    expect((await send('/things?dryRun=false', { body: { name: 'x' } })).body).toMatchObject({ dryRun: false });
  });
});

describe('refusals', () => {
  const json = { 'content-type': 'application/json' };
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);

  it.each<[string, string, Sent, number, string, ...string[]]>([
    ['no JSON', '/things', { body: '{"name": "Chair",\n "lines" []}' }, 400, 'malformed_request'],
    ['not UTF-8', '/things', { body: Buffer.from([0x7b, 0xff, 0x7d]) }, 400, 'malformed_request'],
    ['list', '/things', { body: [{ name: 'Chair' }] }, 400, 'malformed_request', ''],
    ['text', '/things', { body: '"name"' }, 400, 'malformed_request', ''],
    ['null', '/things', { body: 'null' }, 400, 'malformed_request', ''],
    ['no body', '/things', { method: 'POST' }, 400, 'malformed_request'],
    ['unknown field', '/things', { body: { name: 'a', colour: 'b' } }, 400, 'malformed_request', '/colour'],
    [
      'prototype',
      '/things',
      { body: '{"name":"a","__proto__":{"admin":true}}' },
      400,
      'malformed_request',
      '/__proto__',
    ],
    ['twice', '/things', { body: '{"name":"a","name":"b"}' }, 400, 'malformed_request', '/name'],
    ['NUL', '/things', { body: '{"name":"a\\u0000"}' }, 400, 'malformed_request', '/name'],
    ['surrogate', '/things', { body: '{"name":"a\\ud800"}' }, 400, 'malformed_request', '/name'],
    ['depth', '/things', { body: `{"lines":${deep}}` }, 400, 'malformed_request', `/lines${'/0'.repeat(31)}`],
    ['2^53', '/things', { body: '{"name":9007199254740993}' }, 400, 'malformed_request', '/name'],
    [
      'too many elements',
      '/things',
      { body: { name: 'a', lines: Array(1001).fill({}) } },
      400,
      'malformed_request',
      '/lines',
    ],
    [
      'broken rule',
      '/things',
      { body: { name: 'a', lines: [{}, { amount: 1.5 }] } },
      422,
      'validation_failed',
      '/lines/1/amount',
    ],
    ['too large', '/things', { body: { name: 'a'.repeat(256 * 1024) } }, 413, 'payload_too_large'],
    [
      'file too large',
      '/things/file',
      { body: 'x'.repeat(1001), headers: { 'content-type': 'application/octet-stream' } },
      413,
      'payload_too_large',
    ],
    ['no file', '/things/file', { method: 'POST' }, 400, 'malformed_request'],
    [
      'form',
      '/things',
      { body: 'name=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported_media_type',
    ],
    ['plain text', '/things', { body: 'a', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported_media_type'],
    [
      'similar type',
      '/things',
      { body: '{}', headers: { 'content-type': 'application/jsonx' } },
      415,
      'unsupported_media_type',
    ],
    [
      'broken type',
      '/things',
      { body: '{}', headers: { 'content-type': 'application json' } },
      415,
      'unsupported_media_type',
    ],
    [
      'file for JSON',
      '/things',
      { body: '{}', headers: { 'content-type': 'application/octet-stream' } },
      415,
      'unsupported_media_type',
    ],
    ['JSON for a file', '/things/file', { body: '{}' }, 415, 'unsupported_media_type'],
    [
      'charset',
      '/things',
      { body: '{}', headers: { 'content-type': 'application/json; charset=latin1' } },
      415,
      'unsupported_media_type',
    ],
    [
      'compressed',
      '/things',
      { body: '{}', headers: { ...json, 'content-encoding': 'gzip' } },
      415,
      'unsupported_media_type',
    ],
    ['parameter where there are none', '/things/context?dryRun=true', {}, 400, 'unknown_parameter', '?dryRun'],
    ['unknown parameter', '/things?colour=1', { body: { name: 'a' } }, 400, 'unknown_parameter', '?colour'],
    [
      'repeated parameter',
      '/things?dryRun=true&dryRun=true',
      { body: { name: 'a' } },
      400,
      'invalid_parameter',
      '?dryRun',
    ],
    ['malformed parameter', '/things?dryRun=yes', { body: { name: 'a' } }, 400, 'invalid_parameter', '?dryRun'],
    ['NUL in the query', '/things/context?a=1&b=%00', {}, 400, 'malformed_request', '?b'],
    ['surrogate in the query', '/things/context?a=%ED%A0%80', {}, 400, 'malformed_request', '?a'],
    ['NUL in the path', '/things/broken/a%00', {}, 400, 'malformed_request'],
    ['bad escape in the path', '/things/broken/%zz', {}, 400, 'malformed_request'],
    ['over-long parameter', `/things/broken/${'a'.repeat(300)}`, {}, 414, 'uri_too_long'],
    ['malformed id', '/things/broken/7', {}, 400, 'invalid_parameter', '{how}'],
    ['nothing there', '/nothing', {}, 404, 'not_found'],
    ['nothing there, with a body', '/nothing', { body: '{' }, 404, 'not_found'],
    ['empty path parameter', '/things/id/', {}, 404, 'not_found'],
    ['missing record', '/things/missing', {}, 404, 'not_found'],
    ['method', '/things/context', { method: 'DELETE' }, 405, 'method_not_allowed'],
    ['declared constraint', '/things/taken', {}, 409, 'number_taken'],
    ['deadlock', '/things/deadlock', {}, 503, 'service_unavailable'],
    ['defect', '/things/defect', {}, 500, 'internal_error'],
    ['undeclared body', '/things/undeclared', { body: { name: 'a' } }, 500, 'internal_error'],
  ])('%s', async (...[, url, sent, status, code, pointer]) => {
    const answer = await send(url, sent);
    expect(answer.body).toMatchObject({
      type: `urn:bureau:problem:${code}`,
      title: expect.any(String),
      status,
      detail: expect.any(String),
      code,
      requestId: answer.headers['request-id'],
    });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.body?.errors[0]?.pointer).toBe(pointer);
    expect(answer.text).not.toMatch(/swordfish|secret|INSERT|Key \(|node_modules|at .*\.[jt]s/);
  });

  it('name the methods that an address has', async () => {
    const { headers, body } = await send(`/things/id/${id}?x=%31`, { method: 'PUT', body: {} });
    expect(headers.allow).toBe('GET, HEAD, PATCH');
    expect(body?.instance).toBe(`/things/id/${id}`);
  });

  it('say when to come back', async () => {
    expect((await send('/things/deadlock')).headers['retry-after']).toBe('1');
  });

  it('tell the line of broken JSON without quoting it', async () => {
    const { body } = await send('/things', { body: '{"password": "swordfish",\n "name": x}' });
    expect(body?.detail).toMatch(/^The body is not valid JSON( \(line 2, column 10\))?\.$/);
  });
});

describe('routes with limits of their own', () => {
  it('take what they declare', async () => {
    const lines = Array(5000).fill({ amount: '1.00' });
    expect((await send('/things/many', { body: { name: 'a', lines } })).body).toEqual({ count: 5000 });
    expect((await send('/things/many', { body: { name: 'a', lines: [...lines, {}] } })).status).toBe(400);
    const file = { body: 'x'.repeat(1000), headers: { 'content-type': 'application/octet-stream' } };
    expect((await send('/things/file', file)).body).toEqual({ bytes: 1000 });
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

  it.each<[string, Record<string, string>, number, string]>([
    ['missing', {}, 428, 'precondition_required'],
    ['stale', { 'if-match': '"6"' }, 412, 'precondition_failed'],
    ['weak', { 'if-match': 'W/"7"' }, 400, 'malformed_request'],
    ['any', { 'if-match': '*' }, 400, 'malformed_request'],
    ['bare', { 'if-match': '7' }, 400, 'malformed_request'],
    ['several', { 'if-match': '"6", "7"' }, 400, 'malformed_request'],
  ])('refuse an If-Match that is %s', async (_, headers, status, code) => {
    expect(await send(`/things/id/${id}`, patch(headers))).toMatchObject({ status, body: { code } });
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
    expect(line).toContain('GET /things/defect Error: the password is swordfish');
    expect(line).toContain('http.spec');
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

it('a server that shuts down finishes what runs and sends new requests elsewhere', async () => {
  const closing = await start();
  const socket = socketTo(closing);
  let answer = '';
  socket.on('data', (data) => (answer += data.toString()));
  const request = 'GET /things/slow HTTP/1.1\r\nHost: a\r\n\r\n';
  const running = until(() => release !== undefined);
  socket.write(request);
  await running;
  const isClosing = new Promise<void>((resolve) => closing.getHttpAdapter().getInstance().server.on('close', resolve));
  const closed = closing.close();
  await until(() => !closing.getHttpServer().listening);
  socket.write(request);
  await new Promise((resolve) => setTimeout(resolve, 20));
  release();
  await Promise.all([closed, isClosing, once(socket, 'close')]);
  expect(answer).toMatch(/^HTTP\/1\.1 200 [^]*HTTP\/1\.1 503 [^]*"code":"service_unavailable"/);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
