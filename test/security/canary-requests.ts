import { newId } from '#kernel/id.js';
import { type Furnished, smallFile } from '../platform/furnished.js';
import { slotsOf, textWith } from '../platform/body-slots.js';
import { type Operation, type Operations, pathOf } from '../platform/operations.js';
import type { Sent } from '../platform/wire.js';
import { canaries } from './canaries.js';
import { verification } from './verification.js';

const values = Object.values(canaries);

/** The canaries in turn, so that each comes into every kind of place. */
export class Cage {
  private drawn = 0;

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
  const free = texts.filter(({ schema: { format, pattern, enum: words } }) => !format && !pattern && !words);
  const bodies = [
    ...(schema ? [filled(cage, example, texts), filled(cage, example, free), `{"password": "${cage.next()}`] : []),
    ...(schema ? [JSON.stringify({ ...(example as object), [cage.next()]: cage.next() })] : []),
    ...(fileType ? [`${cage.next()};${cage.next()}\n"${cage.next()}`] : []),
    ...(verification.isLong ? texts.map((slot) => filled(cage, example, [slot])) : []),
  ];
  return [
    ...bodies.map((body) => us.request(operation, body)),
    ...inQuery(cage, operation, plain),
    { ...plain, path: `${pathOf(operation, encodeURIComponent(cage.next()))}?${encodeURIComponent(cage.next())}=1` },
    ...inHeaders(cage, plain),
  ];
}

const isText = ({ schema }: { schema: { type?: string | string[] } }) => [schema.type].flat().includes('string');

function filled(cage: Cage, example: unknown, slots: readonly { pointer: string; schema: { maxLength?: number } }[]) {
  return slots.reduce(
    (text, { pointer }) => textWith(JSON.parse(text), pointer, JSON.stringify(cage.next())),
    JSON.stringify(example),
  );
}

function inQuery(cage: Cage, { parameters }: Operation, plain: Sent): Sent[] {
  const declared = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const pair = (name: string) => `${encodeURIComponent(name)}=${encodeURIComponent(cage.next())}`;
  const all = [...declared, 'access_token', 'password'].map(pair).join('&');
  const alone = verification.isLong ? declared.map(pair) : declared.slice(0, 1).map(pair);
  return [all, ...alone].map((query) => ({ ...plain, path: `${plain.path.split('?')[0]}?${query}` }));
}

function inHeaders(cage: Cage, plain: Sent): Sent[] {
  const standard = plain.headers as Record<string, string>;
  const visible = () => cage.next().replaceAll(/[^!-~]/g, '');
  const about = {
    'User-Agent': visible(),
    Cookie: visible(),
    Referer: `https://office.example.com/?token=${encodeURIComponent(cage.next())}`,
    'X-Api-Key': visible(),
    'X-Forwarded-For': visible(),
    traceparent: `00-${newId().replaceAll('-', '')}-00f067aa0ba902b7-01`,
    tracestate: `vendor=${visible().replaceAll(/[^a-z0-9]/gi, '')}`,
    baggage: `user=${encodeURIComponent(cage.next())}`,
    Prefer: visible(),
    'Accept-Language': visible(),
  };
  return [
    { ...plain, headers: { ...standard, ...about } },
    { ...plain, headers: { ...standard, Authorization: `Bearer ${visible()}` } },
    { ...plain, headers: { ...standard, Authorization: `Basic ${Buffer.from(cage.next()).toString('base64')}` } },
    ...(standard['Idempotency-Key'] ? [{ ...plain, headers: { ...standard, 'Idempotency-Key': cage.next() } }] : []),
    ...(standard['If-Match'] ? [{ ...plain, headers: { ...standard, 'If-Match': visible() } }] : []),
    ...(standard['Content-Type'] ? [{ ...plain, headers: { ...standard, 'Content-Type': visible() } }] : []),
    { ...plain, headers: { ...standard, Accept: visible() } },
  ];
}

function has(body: unknown, pointer: string): boolean {
  let value = body;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<string, unknown>)[step];
  }
  return value !== undefined && value !== null;
}
