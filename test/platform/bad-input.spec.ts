import { Furnished } from './furnished.js';
import type { Operation } from './operations.js';
import { type Case, expectRefused, Trial } from './trial.js';
import { problemIn } from './wire.js';

// Thousands of requests, more with every operation.
jest.setTimeout(600_000);

// Every operation of the document that takes a JSON body gets every body below, so that one added later is tried too.
// What its fields may hold is tried in process (test/security/agreement.spec.ts) and at random (test/security/fuzz.spec.ts).

let trial: Trial;
let writes: Operation[];
/** Tries what the document allows, which may be done. */
let willing: Furnished;

beforeAll(async () => {
  trial = await Trial.begin();
  writes = trial.operations.all.filter(({ body }) => body);
  willing = await Furnished.make(trial.operations);
});
afterEach(() => trial.assertUntouched());
afterAll(() => trial.end(`bad bodies to ${writes.length} operations`));

const expectAllRefused = (cases: Case[]) => expectRefused(trial, cases, writes.length);

const examples = new Map<string, unknown>();
function exampleOf(operation: Operation): unknown {
  if (!examples.has(operation.id)) examples.set(operation.id, trial.operations.exampleOf(operation.body!));
  return examples.get(operation.id);
}

it('knows operations with a body, and the rows that it watches', () => {
  expect(writes.length).toBeGreaterThanOrEqual(16);
  expect(Object.keys(trial.before)).toEqual(
    expect.arrayContaining([
      'accounting.journal_entry',
      'identity.session',
      'identity.refresh_token',
      'platform.organization',
    ]),
  );
  expect(trial.before['platform.audit_entry']).not.toMatch(/^0 rows/);
});

it('starts from the examples of the document, none of which is refused for its shape', async () => {
  const cases = writes.map((operation) => ({ sent: willing.request(operation, JSON.stringify(exampleOf(operation))) }));
  const answered = await trial.wire.sendAll(cases);
  const shape = [
    'malformed_request',
    'validation_failed',
    'invalid_parameter',
    'unsupported_media_type',
    'internal_error',
  ];
  const faults = answered.filter(({ received }) => shape.includes(problemIn(received)?.code ?? ''));
  expect(faults.map(({ sent, received }) => `${sent.method} ${sent.path} ${received.text}`)).toEqual([]);
});

it.each<[string, string | Buffer]>([
  ['a list', '[{}]'],
  ['an empty list', '[]'],
  ['a text', '"text"'],
  ['a number', '42'],
  ['null', 'null'],
  ['true', ' true '],
])('refuses %s where an object belongs', async (_name, body) => {
  await expectAllRefused(
    writes.map((operation) => ({
      sent: trial.untouched.request(operation, body),
      expected: { statuses: [400], pointer: '', documented: operation.statuses },
    })),
  );
});

it.each<[string, string]>([
  ['an open object', '{'],
  ['a comma too many', '{"a":1,}'],
  ['a name without value', '{"a":}'],
  ['a name without quotes', '{a:1}'],
  ['single quotes', "{'a':1}"],
  ['a comment', '{"a":1 /* one */}'],
  ['NaN', '{"a":NaN}'],
  ['a number with a leading zero', '{"a":01}'],
  ['a text that does not end', '{"a":"b'],
  ['a raw line break in a text', '{"a":"b\nc"}'],
  ['an unknown escape', '{"a":"\\x41"}'],
  ['two objects', '{}{}'],
  ['words', 'nope'],
  ['a blank', ' '],
  ['a query string', 'a=1&b=2'],
  ['a byte order mark', '\ufeff{}'],
])('refuses broken JSON, %s, naming the line', async (_name, body) => {
  const cases = writes.map((operation) => ({
    sent: trial.untouched.request(operation, body),
    expected: { statuses: [400] },
  }));
  await expectAllRefused(cases);
  expect(problemIn(await trial.wire.send(cases[0]!.sent))?.detail).toMatch(/not valid JSON \(line \d+, column \d+\)/);
});

const noBody: [string, Buffer | undefined][] = [
  ['no body', undefined],
  ['an empty body', Buffer.alloc(0)],
];
/** Whether `{}` is less than the operation needs. */
const needsBody = ({ body }: Operation) => (trial.operations.resolve(body!).required ?? []).length > 0;

it.each(noBody)('refuses %s where a field is required', async (_name, body) => {
  const cases = writes.filter(needsBody).map((operation) => ({
    sent: trial.untouched.request(operation, body),
    expected: { statuses: [400], documented: operation.statuses },
  }));
  await expectRefused(trial, cases, 8);
});

it.each(noBody)('takes %s for an empty object where none is', async (_name, body) => {
  const optional = writes.filter((operation) => !needsBody(operation));
  expect(optional.length).toBeGreaterThan(4);
  const answered = await trial.wire.sendAll(optional.map((operation) => ({ sent: willing.request(operation, body) })));
  // Which of several legal entities is meant is asked for by state, not by the form of the body.
  const faults = answered.filter(
    ({ received }) =>
      [400, 415, 422, 500].includes(received.status) && problemIn(received)?.code !== 'legal_entity_required',
  );
  expect(faults.map(({ sent, received }) => `${sent.method} ${sent.path} ${received.text}`)).toEqual([]);
});

it.each<[string, Buffer]>([
  ['UTF-16', Buffer.from('{"a":1}', 'utf16le')],
  ['Latin-1', Buffer.from('{"name":"f\xf6retag"}', 'latin1')],
  ['half a surrogate pair in bytes', Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d])],
  ['bytes', Buffer.from(Array.from({ length: 1000 }, (_, at) => (at * 7919) % 256))],
])('refuses %s', async (_name, body) => {
  await expectAllRefused(
    writes.map((operation) => ({ sent: trial.untouched.request(operation, body), expected: { statuses: [400] } })),
  );
});

it.each<[string, Record<string, string>]>([
  ['a text', { 'Content-Type': 'text/plain' }],
  ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['parts', { 'Content-Type': 'multipart/form-data; boundary=x' }],
  ['XML', { 'Content-Type': 'application/xml' }],
  ['JSON of another kind', { 'Content-Type': 'application/vnd.api+json' }],
  ['a file', { 'Content-Type': 'application/octet-stream' }],
  ['a wildcard', { 'Content-Type': '*/*' }],
  ['two types', { 'Content-Type': 'application/json, text/plain' }],
  ['a type with a tail', { 'Content-Type': 'application/jsonx' }],
  ['a type without its half', { 'Content-Type': 'application/' }],
  ['an empty type', { 'Content-Type': '' }],
  ['UTF-16', { 'Content-Type': 'application/json; charset=utf-16' }],
  ['gzip', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }],
])('refuses a body that says to be %s', async (_name, headers) => {
  await expectAllRefused(
    writes.map((operation) => ({
      sent: trial.untouched.request(operation, JSON.stringify(exampleOf(operation)), headers),
      expected: { statuses: [415], documented: operation.statuses },
    })),
  );
});
