import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor, Answer } from './actor.js';

/** A request of a guide, and what the guide says is answered. */
interface Step {
  /** What later requests call the answer. */
  name: string | undefined;
  method: string;
  path: string;
  ifMatch: string | undefined;
  body: string | undefined;
  expected: object | undefined;
}

const block = /(?:<!-- ([a-z]+) -->\n\n)?```http\n([\s\S]*?)```(?:\n\n```json\n([\s\S]*?)```)?/g;

/** The requests of a page under docs/, in their order. */
function stepsOf(page: string): Step[] {
  const text = readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8');
  return [...text.matchAll(block)].map(([, name, request, expected]) => {
    const [head = '', body] = request!.split('\n\n', 2);
    const [start = '', ...headers] = head.trim().split('\n');
    const [method = '', path = ''] = start.split(' ');
    const ifMatch = headers.find((line) => line.startsWith('If-Match: '))?.slice('If-Match: '.length);
    return { name, method, path, ifMatch, body, expected: expected ? (JSON.parse(expected) as object) : undefined };
  });
}

interface Asked {
  method: string;
  at: string;
  content: object | undefined;
  headers: Record<string, string>;
}

function asked(actor: Actor, { method, at, content, headers }: Asked): Promise<Answer> {
  if (method === 'GET') return actor.get(at);
  return method === 'PATCH' ? actor.patch(at, content, headers['If-Match']) : actor.post(at, content, headers);
}

/**
 * Does what a page says, and expects what it promises.
 *
 * @param known ids of what the page finds there, by the names that it has for them
 * @param before what the page only tells of, by the name of the request that comes after it
 */
export async function follow(
  page: string,
  actor: Actor,
  {
    known = {},
    before = {},
  }: { known?: Readonly<Record<string, string>>; before?: Readonly<Record<string, () => Promise<unknown>>> } = {},
): Promise<number> {
  const ids = new Map(Object.entries(known));
  const named = (text: string) => text.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => ids.get(name) ?? whole);
  const steps = stepsOf(page);
  for (const { name, method, path, ifMatch, body, expected } of steps) {
    if (name) await before[name]?.();
    const at = named(path);
    const headers: Record<string, string> = ifMatch === undefined ? {} : { 'If-Match': ifMatch };
    const content = body === undefined ? undefined : (JSON.parse(named(body)) as object);
    const answer = await asked(actor, { method, at, content, headers });
    expect([method, at, answer.status, answer.status < 300 ? '' : answer.text]).toEqual([
      method,
      at,
      method === 'GET' ? 200 : expect.any(Number),
      '',
    ]);
    if (expected) expect(answer.body).toMatchObject(expected);
    // Of a list, the first.
    if (name) ids.set(name, (answer.body.data?.[0] ?? answer.body).id as string);
  }
  return steps.length;
}
