import { type Furnished, smallFile } from '../platform/furnished.js';
import { slotsOf, textWith } from '../platform/body-slots.js';
import { type Operation, type Operations, pathOf } from '../platform/operations.js';
import type { Sent } from '../platform/wire.js';
import { canaries } from './canaries.js';
import { Sparing, verification } from './verification.js';

const values = Object.values(canaries);
const LONGEST = Math.max(...values.map(({ length }) => length));

/** The canaries in turn, so that each comes into every kind of place. */
export class Cage {
  private drawn = 0;
  readonly sparing = new Sparing();

  next(): string {
    return values[this.drawn++ % values.length]!;
  }
}

/**
 * Requests of an operation that hold canaries where something else belongs, or where anything does: in every text of the
 * body, all at once and (where there is time) one by one; in what is no JSON; in the query, the path, the headers and files.
 */
export function canaryRequests(cage: Cage, operations: Operations, operation: Operation, us: Furnished): Sent[] {
  const { body: schema, fileType } = operation;
  const example = schema && operations.exampleOf(schema);
  const sound = fileType ? smallFile(operation) : schema && JSON.stringify(example);
  const plain = us.request(operation, sound);
  const texts = schema
    ? slotsOf(operations, schema)
        .filter(isText)
        .filter(({ pointer }) => has(example, pointer))
    : [];
  // What fits there, so that much of it is accepted and kept.
  const free = texts.filter(({ schema: { format, pattern, enum: words, maxLength = LONGEST } }) => {
    return !format && !pattern && !words && maxLength >= LONGEST;
  });
  const bodies = [
    ...(schema ? [filled(cage, example, texts), filled(cage, example, free), `{"password": "${cage.next()}`] : []),
    ...(schema ? [JSON.stringify({ ...(example as object), [cage.next()]: cage.next() })] : []),
    ...(fileType ? [`${cage.next()};${cage.next()}\n"${cage.next()}`] : []),
    ...(verification.isLong ? texts.map((slot) => filled(cage, example, [slot])) : []),
  ];
  return [
    ...bodies.map((body) => us.request(operation, body)),
    ...((schema ?? fileType) ? [] : [plain]),
    ...inQuery(cage, operation, plain),
    { ...plain, path: `${pathOf(operation, encodeURIComponent(cage.next()))}?${encodeURIComponent(cage.next())}=1` },
    ...inHeaders(cage, cage.sparing, plain),
  ].map((sent) => ({ ...sent, headers: { ...aboutCaller(cage), ...(sent.headers as Record<string, string>) } }));
}

const isText = ({ schema }: { schema: { type?: string | string[] } }) => [schema.type].flat().includes('string');

function filled(cage: Cage, example: unknown, slots: readonly { pointer: string }[]): string {
  return slots.reduce(
    (text, { pointer }) => textWith(JSON.parse(text), pointer, JSON.stringify(cage.next())),
    JSON.stringify(example),
  );
}

function inQuery(cage: Cage, { parameters, method }: Operation, plain: Sent): Sent[] {
  const declared = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const pair = (name: string) => `${encodeURIComponent(name)}=${encodeURIComponent(cage.next())}`;
  const queries = [
    ...(declared.length > 0 ? [declared.map(pair).join('&')] : []),
    ...(cage.sparing.takes(method) ? [['access_token', 'password'].map(pair).join('&')] : []),
    ...(verification.isLong ? declared.map(pair) : []),
  ];
  return queries.map((query) => ({ ...plain, path: `${plain.path.split('?')[0]}?${query}` }));
}

/** What may come with any request; `tracestate` alone is meant for whoever keeps traces. */
function aboutCaller(cage: Cage): Record<string, string> {
  const visible = () => cage.next().replaceAll(/[^!-~]/g, '');
  return {
    'User-Agent': visible(),
    Cookie: visible(),
    Referer: `https://office.example.com/?token=${encodeURIComponent(cage.next())}`,
    'X-Api-Key': visible(),
    'X-Forwarded-For': visible(),
    baggage: `user=${encodeURIComponent(cage.next())}`,
    Prefer: visible(),
    'Accept-Language': visible(),
  };
}

/** In the place of what the operation asks for; behind these stands the same code for all of them. */
function inHeaders(cage: Cage, sparing: Sparing, plain: Sent): Sent[] {
  const standard = plain.headers as Record<string, string>;
  const visible = () => cage.next().replaceAll(/[^!-~]/g, '');
  const wrong: [string, string][] = [
    ['Authorization', `Bearer ${visible()}`],
    ['Authorization', `Basic ${Buffer.from(cage.next()).toString('base64')}`],
    ['Idempotency-Key', cage.next()],
    ['If-Match', visible()],
    ['Content-Type', visible()],
    ['Accept', visible()],
  ];
  return wrong
    .filter(([name]) => (name in standard || name === 'Accept') && sparing.takes(`${plain.method} ${name}`))
    .map(([name, value]) => ({ ...plain, headers: { ...standard, [name]: value } }));
}

function has(body: unknown, pointer: string): boolean {
  let value = body;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<string, unknown>)[step];
  }
  return value !== undefined && value !== null;
}
