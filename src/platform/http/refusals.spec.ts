import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { id, type Sent, sendTo, startThings } from './things.fixture.js';

let app: NestFastifyApplication;
const send = (url: string, sent?: Sent) => sendTo(app, url, sent);

beforeAll(async () => {
  app = await startThings();
});
afterAll(() => app.close());

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
    ['JSON for rows', '/things/rows', { body: '{}' }, 415, 'unsupported_media_type'],
    ['rows for JSON', '/things', { body: 'a', headers: { 'content-type': 'text/csv' } }, 415, 'unsupported_media_type'],
    [
      'rows for a file',
      '/things/file',
      { body: 'a', headers: { 'content-type': 'text/csv' } },
      415,
      'unsupported_media_type',
    ],
    [
      'rows in another encoding',
      '/things/rows',
      { body: 'a', headers: { 'content-type': 'text/csv; charset=latin1' } },
      415,
      'unsupported_media_type',
    ],
    ['no rows', '/things/rows', { method: 'POST' }, 400, 'malformed_request'],
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
    [
      'nothing there, with a text',
      '/nothing',
      { body: 'a', headers: { 'content-type': 'text/plain' } },
      404,
      'not_found',
    ],
    ['nothing there, with a large body', '/nothing', { body: 'x'.repeat(256 * 1024 + 1) }, 404, 'not_found'],
    ['empty path parameter', '/things/id/', {}, 404, 'not_found'],
    ['missing record', '/things/missing', {}, 404, 'not_found'],
    ['method', '/things/context', { method: 'DELETE' }, 405, 'method_not_allowed'],
    ['method with a query in it', '/things/context', { method: 'QUERY' }, 405, 'method_not_allowed'],
    ['method, encoded path', '/%74hings/context', { method: 'DELETE' }, 405, 'method_not_allowed'],
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
    expect(body?.detail).toBe('PUT is not allowed at this address. Allowed: GET, HEAD, PATCH.');
    expect(body?.instance).toBe(`/things/id/${id}`);
  });

  it.each<[string, Sent, string]>([
    [
      '/things',
      { body: 'a', headers: { 'content-type': 'text/plain' } },
      'Send the body as application/json, or as the media type that the operation names.',
    ],
    ['/things', { body: 'x'.repeat(256 * 1024 + 1) }, 'The body is larger than this operation accepts.'],
  ])('of the framework have words of ours: %s', async (url, sent, detail) => {
    expect((await send(url, sent)).body?.detail).toBe(detail);
  });

  it('say when to come back', async () => {
    expect((await send('/things/deadlock')).headers['retry-after']).toBe('1');
  });

  it('tell the line of broken JSON without quoting it', async () => {
    const { body } = await send('/things', { body: '{"password": "swordfish",\n "name": x}' });
    expect(body?.detail).toBe('The body is not valid JSON (line 2, column 10).');
  });
});
