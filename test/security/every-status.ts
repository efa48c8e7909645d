import { newId } from '#kernel/id.js';
import { textWith } from '../platform/body-slots.js';
import { type Operation, type Operations, takesHeader } from '../platform/operations.js';
import type { Requests, Wishes } from './requests.js';

export interface People {
  /** Holds everything. */
  owner: Requests;
  /** Holds everything in an organization that may end. */
  doomed: Requests;
  /** A member without any permission. */
  janitor: Requests;
  /** A program that acts with an API key. */
  program: Requests;
}

export interface Way {
  person: keyof People;
  wishes: Wishes;
}

/** What nothing could be tried after, with the reason. */
const endings: Readonly<Record<string, string>> = {
  closeOrganization: 'nobody gets into an organization that is closed',
};

/** Who asks for what an operation is there for. */
export const doerOf = ({ id }: Operation): 'owner' | 'doomed' => (id in endings ? 'doomed' : 'owner');

/**
 * Requests for each status that an operation may answer with, as far as the status itself tells how to get it.
 *
 * @param usedKey an idempotency key that another request was done under
 */
export function waysTo(operations: Operations, operation: Operation, usedKey: string): Way[] {
  const wrong = operation.body && wrongBody(operations, operation);
  const ways: Record<number, Wishes[]> = {
    200: [{ least: true }],
    201: [{ least: true }],
    202: [{ headers: { Prefer: 'respond-async' } }],
    304: [{ headers: { 'If-None-Match': '*' } }],
    400: [{ query: { surprise: 1 } }],
    401: [{ headers: { Authorization: 'Bearer x.y.z' } }],
    404: [{ id: newId() }],
    406: [{ headers: { Accept: 'image/png' } }],
    409: [{}],
    412: [{ headers: { 'If-Match': '"999999"' } }],
    413: [
      {
        body: '',
        headers: { 'Content-Length': String(1024 ** 4), 'Content-Type': 'application/json', Connection: 'close' },
      },
    ],
    415: [{ headers: { 'Content-Type': 'text/x-nothing' } }],
    422: [
      ...(wrong === undefined ? [] : [{ body: wrong }]),
      ...(takesHeader(operation, 'Idempotency-Key') ? [{ headers: { 'Idempotency-Key': usedKey } }] : []),
    ],
    428: [{ headers: { 'If-Match': undefined } }],
  };
  const found = operation.statuses.flatMap((status) => ways[status] ?? []);
  const strangers = (['janitor', 'program'] as const).map((person) => ({ person, wishes: {} }));
  return [
    ...found.map((wishes) => ({ person: doerOf(operation), wishes })),
    ...(operation.statuses.includes(403) ? strangers : []),
  ];
}

/** A body whose first field has a value that no field takes. */
function wrongBody(operations: Operations, { body }: Operation): string | undefined {
  const [name] = Object.keys(operations.resolve(body!).properties ?? {});
  return name === undefined ? undefined : textWith(operations.exampleOf(body!), `/${name}`, '1.5');
}
