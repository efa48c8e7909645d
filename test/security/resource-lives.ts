import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import type { Operation, Operations } from '../platform/operations.js';
import type { Received } from '../platform/wire.js';
import { doerOf } from './every-status.js';
import { listOf } from './known-records.js';
import type { Scene } from './random-requests.js';
import type { Requests } from './requests.js';
import { verification } from './verification.js';

/** The operations of one kind of record, found by how they are named: `/things`, `/things/{id}`, `/things/{id}/verb`. */
export interface Resource {
  create: Operation;
  list: Operation;
  read: Operation;
  change: Operation | undefined;
  remove: Operation | undefined;
  verbs: Operation[];
}

export function resourcesOf({ all }: Operations): Resource[] {
  const at = (method: string, path: string) => all.find((one) => one.method === method && one.path === path);
  return all
    .filter(({ method, path, body }) => method === 'GET' && /^[^{]+\/\{\w+\}$/.test(path) && !body)
    .flatMap((read): Resource[] => {
      const collection = listOf(read);
      const [create, list] = [at('POST', collection), at('GET', collection)];
      if (!create?.body || !list) return [];
      const verbs = all.filter(({ method, path }) => method === 'POST' && path.startsWith(`${read.path}/`));
      return [{ create, list, read, change: at('PATCH', read.path), remove: at('DELETE', read.path), verbs }];
    });
}

/** What is deleted and stays as a place where something was, and why. */
const tombstones: Readonly<Record<string, string>> = {
  deleteNote: 'answers to it stay where they were',
};

type View = Record<string, unknown>;
interface Kept {
  view: View;
  etag: string | undefined;
}

/**
 * Creates records, and follows each: what was created is what is read and listed, what was changed too; an ETag changes
 * with the record and only then; what was deleted is gone.
 *
 * @returns how many were created
 */
export async function follow(scene: Scene, resource: Resource, lives: number): Promise<number> {
  const { create } = resource;
  const person = scene.people[doerOf(create)];
  const bodies = fc.sample(scene.likely.of(create.body!), { seed: verification.seed, numRuns: lives });
  let created = 0;
  for (const body of bodies) {
    const made = await person.send(create, { body: JSON.stringify(body) });
    if (made.status !== 201) continue;
    created += 1;
    await new Life(person, resource, bodyOf(made)).follow(scene);
  }
  return created;
}

/** One record, from its creation on. */
class Life {
  private readonly id: string;

  constructor(
    private readonly person: Requests,
    private readonly resource: Resource,
    private readonly created: View,
  ) {
    this.id = idOf(created);
  }

  async follow({ likely }: Scene): Promise<void> {
    const { change, verbs, remove } = this.resource;
    let kept = await this.readBack(this.created, 'created');
    await this.requireListed(kept);
    const changes = change ? fc.sample(likely.of(change.body!), { seed: verification.seed, numRuns: 2 }) : [];
    for (const one of changes) kept = await this.act(change!, JSON.stringify(one), kept);
    for (const verb of verbs) kept = await this.act(verb, this.person.example(verb), kept);
    if (remove) await this.remove(remove, kept);
  }

  private async act(operation: Operation, body: string | Buffer | undefined, before: Kept): Promise<Kept> {
    const received = await this.person.send(operation, { id: this.id, body, headers: ifMatch(before) });
    const isPatched = operation.method === 'PATCH' && received.status < 300;
    const after = await this.readBack(isPatched ? bodyOf(received) : {}, `answered by ${operation.id}`);
    const isSame = isDeepStrictEqual(after.view, before.view);
    if (received.status >= 400 && !isSame) {
      throw new Error(`${operation.id} ${received.status} left another record: ${JSON.stringify([before, after])}`);
    }
    if (after.etag !== undefined && isSame !== (after.etag === before.etag)) {
      throw new Error(
        `${operation.id}: the ETag ${before.etag} became ${after.etag}: ${JSON.stringify([before, after])}`,
      );
    }
    return after;
  }

  /** Secrets are told once; whatever else was told has to be there. */
  private async readBack(told: View, how: string): Promise<Kept> {
    const { read } = this.resource;
    const received = await this.person.send(read, { id: this.id });
    if (received.status !== 200) throw new Error(`${read.id}: what was ${how} is answered ${received.status}`);
    const view = bodyOf(received);
    requireAlike(told, view, `${read.id} ${this.id} read otherwise than ${how}`);
    return { view, etag: received.headers.etag };
  }

  private async requireListed({ view }: Kept): Promise<void> {
    const { list } = this.resource;
    const { text } = await this.person.send(list, { query: newest(list) });
    const found = (JSON.parse(text) as { data: View[] }).data.find((one) => idOf(one) === this.id);
    if (!found) throw new Error(`${list.id}: ${this.id} is not listed`);
    requireAlike(found, view, `${list.id}: ${this.id} listed otherwise than read`);
  }

  private async remove(operation: Operation, kept: Kept): Promise<void> {
    const { status } = await this.person.send(operation, { id: this.id, headers: ifMatch(kept) });
    const after = await this.person.send(this.resource.read, { id: this.id });
    const isGone = operation.id in tombstones ? typeof bodyOf(after)['deletedAt'] === 'string' : after.status === 404;
    if (isGone !== status < 300) throw new Error(`${operation.id} ${status}, then read ${after.status}`);
  }
}

const bodyOf = ({ text }: Received) => JSON.parse(text) as View;
const idOf = (view: View) => (view['id'] ?? view['legalEntityId']) as string;
const ifMatch = ({ etag }: Kept) => (etag === undefined ? {} : { 'If-Match': etag });

/** Fields that both have are the same in both. */
function requireAlike(one: View, other: View, what: string): void {
  const names = Object.keys(one).filter((name) => name in other && !isDeepStrictEqual(one[name], other[name]));
  if (names.length > 0) throw new Error(`${what}, ${names.join()}: ${JSON.stringify([one, other])}`);
}

/** So that the record is on the first page. */
function newest({ parameters }: Operation): Record<string, unknown> {
  const sort = parameters.find(({ name }) => name === 'sort')?.schema.pattern ?? '';
  return { limit: 200, ...(sort.includes('updatedAt') ? { sort: '-updatedAt' } : {}) };
}
