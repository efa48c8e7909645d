import { setImmediate as nextTurn } from 'node:timers/promises';
import { builtInRoles, RolePermissions } from '../permissions/permission.js';
import { Principals } from './principals.service.js';
import type { CredentialsRepository, PrincipalFact } from './credentials.repository.js';
import type { Credential } from './principal.js';

const permissions = new RolePermissions([
  { end: { name: 'session.end', description: 'End', roles: builtInRoles, reserved: 'own_account' } },
  { read: { name: 'books.read', description: 'Read', roles: ['auditor'], withinLegalEntity: true } },
  { write: { name: 'books.write', description: 'Write', roles: [] } },
]);

/** Stands in for the database: it answers when told to, and keeps what it was asked. */
class Credentials {
  readonly asked: string[][] = [];
  readonly noted: string[] = [];
  roles = new Map<string, string[]>();
  modules = new Map<string, string[]>();
  entities = new Map<string, string[]>();
  keys = new Map<string, { scope: string[]; maker: string[]; isNoted: boolean }>();
  gate: Promise<void> = Promise.resolve();
  noting: Promise<void> = Promise.resolve();

  async noteUse(_organizationId: string, apiKeyId: string): Promise<void> {
    this.noted.push(apiKeyId);
    await this.noting;
  }

  async find(credentials: readonly Credential[]): Promise<PrincipalFact[]> {
    const sessionIds = credentials.flatMap((one) => ('sessionId' in one ? [one.sessionId] : []));
    this.asked.push(sessionIds);
    const facts = [...this.roles]
      .filter(([id]) => sessionIds.includes(id))
      .map(([id, roles]) => ({
        session_id: id,
        user_id: `user of ${id}`,
        organization_id: `organization of ${id}`,
        roles,
        permissions: roles.includes('reader') ? ['books.read', 'books.forgotten'] : [],
        second_factor: 'due' as const,
        modules: this.modules.get(id) ?? null,
        legal_entity_ids: this.entities.get(id) ?? null,
      }));
    await this.gate;
    const keys = credentials.flatMap((one) => ('keyHash' in one ? [one] : []));
    return [...facts, ...keys.flatMap((one) => this.factOf(one))];
  }

  private factOf({ organizationId, keyHash }: { organizationId: string; keyHash: Buffer }): PrincipalFact[] {
    const key = this.keys.get(keyHash.toString());
    if (!key) return [];
    const maker = { user_id: 'maker', roles: key.maker, permissions: [] };
    const scope = { scope_roles: key.scope, scope_permissions: ['books.write'], use_is_noted: key.isNoted };
    const id = `id of ${keyHash.toString()}`;
    return [
      { ...maker, ...scope, session_id: null, organization_id: organizationId, key_hash: keyHash, api_key_id: id },
    ];
  }
}

let sessions: Credentials;
let principals: Principals;
const find = (sessionId: string) => principals.find({ sessionId });
const findKey = (key: string) => principals.find({ organizationId: 'home', keyHash: Buffer.from(key) });

beforeEach(() => {
  sessions = new Credentials();
  sessions.roles = new Map([
    ['a', ['owner']],
    ['b', ['auditor']],
  ]);
  principals = new Principals(sessions as unknown as CredentialsRepository, permissions);
});

describe('a session', () => {
  it('acts as its person, in its organization, with the permissions of the roles', async () => {
    expect(await find('b')).toEqual({
      sessionId: 'b',
      userId: 'user of b',
      organizationId: 'organization of b',
      permissions: new Set(['session.end', 'books.read']),
      secondFactor: 'due',
    });
  });

  it.each([
    [['books'], ['session.end', 'books.read', 'books.write']],
    [['session', 'book'], ['session.end']],
  ])('of an engaged person is for the modules %j', async (modules, held) => {
    sessions.roles.set('e', ['administrator']);
    sessions.modules.set('e', modules);
    expect([...(await find('e'))!.permissions]).toEqual(held);
  });

  it('of a person who is engaged for some legal entities names them, and gives what is of one legal entity', async () => {
    sessions.roles.set('e', ['administrator']);
    sessions.modules.set('e', ['books']);
    expect(await find('e')).not.toHaveProperty('legalEntityIds');
    sessions.entities.set('e', ['one']);
    expect(await find('e')).toMatchObject({
      legalEntityIds: ['one'],
      permissions: new Set(['session.end', 'books.read']),
    });
  });

  it('that is not found is nobody', async () => {
    expect(await find('z')).toBeUndefined();
  });

  it('is looked up with every request anew', async () => {
    expect((await find('a'))?.permissions).toContain('books.write');
    sessions.roles.set('a', ['auditor']);
    expect((await find('a'))?.permissions).toEqual(new Set(['session.end', 'books.read']));
    sessions.roles.delete('a');
    expect(await find('a')).toBeUndefined();
  });
});

it('a person with roles of the organization holds what those hold, as far as it is declared', async () => {
  sessions.roles.set('c', ['reader']);
  expect((await find('c'))?.permissions).toEqual(new Set(['session.end', 'books.read']));
});

describe('an API key', () => {
  it('acts as itself with its scope, as far as the person who made it may', async () => {
    sessions.keys.set('wide', { scope: ['administrator'], maker: ['auditor'], isNoted: true });
    expect(await findKey('wide')).toEqual({
      userId: 'maker',
      organizationId: 'home',
      apiKeyId: 'id of wide',
      permissions: new Set(['books.read']),
    });
    sessions.keys.set('narrow', { scope: [], maker: ['owner'], isNoted: true });
    expect((await findKey('narrow'))?.permissions).toEqual(new Set(['books.write']));
    expect(await findKey('unknown')).toBeUndefined();
  });

  it('has its use noted when it was not for some time, once for a burst of requests, and nobody waits', async () => {
    sessions.keys.set('old', { scope: ['auditor'], maker: ['owner'], isNoted: false });
    sessions.keys.set('new', { scope: ['auditor'], maker: ['owner'], isNoted: true });
    let finish = () => {};
    sessions.noting = new Promise((resolve) => (finish = resolve));
    for (const key of ['new', 'old', 'old']) expect(await findKey(key)).toBeDefined();
    expect(sessions.noted).toEqual(['id of old']);
    finish();
    await nextTurn();
    await findKey('old');
    expect(sessions.noted).toEqual(['id of old', 'id of old']);
  });
});

describe('requests of the same turn of the event loop', () => {
  it('share one look-up that names each session once, and each gets its own', async () => {
    const found = await Promise.all(['a', 'b', 'z', 'a', 'b'].map(find));
    expect(sessions.asked).toEqual([['a', 'b', 'z']]);
    expect(found.map((principal) => principal?.sessionId)).toEqual(['a', 'b', undefined, 'a', 'b']);
  });

  it('share nothing with those of a later turn, also while the first look-up runs', async () => {
    let open = () => {};
    sessions.gate = new Promise((resolve) => (open = resolve));
    const early = find('a');
    await nextTurn();
    await nextTurn();
    expect(sessions.asked).toEqual([['a']]);
    // From here on the session has ended; only the request that came before may still see it.
    sessions.roles.delete('a');
    const late = find('a');
    await nextTurn();
    await nextTurn();
    open();
    expect([(await early)?.sessionId, await late]).toEqual(['a', undefined]);
    expect(sessions.asked).toEqual([['a'], ['a']]);
  });

  it('fail together when the database does, and those after them do not', async () => {
    sessions.gate = Promise.reject(new Error('no connection'));
    const settled = await Promise.allSettled([find('a'), find('b')]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    sessions.gate = Promise.resolve();
    expect((await find('a'))?.sessionId).toBe('a');
  });
});
