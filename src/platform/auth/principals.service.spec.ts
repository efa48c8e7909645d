import { setImmediate as nextTurn } from 'node:timers/promises';
import { RolePermissions } from '../permissions/permission.js';
import { Principals } from './principals.service.js';
import type { PrincipalFact, SessionsRepository } from './sessions.repository.js';

const permissions = new RolePermissions([
  { read: { name: 'books.read', description: 'Read', roles: ['auditor'] } },
  { write: { name: 'books.write', description: 'Write', roles: [] } },
]);

/** Stands in for the database: it answers when told to, and keeps what it was asked. */
class Sessions {
  readonly asked: string[][] = [];
  roles = new Map<string, string[]>();
  gate: Promise<void> = Promise.resolve();

  async findPrincipals(sessionIds: readonly string[]): Promise<PrincipalFact[]> {
    this.asked.push([...sessionIds]);
    const facts = [...this.roles]
      .filter(([id]) => sessionIds.includes(id))
      .map(([id, roles]) => ({
        session_id: id,
        user_id: `user of ${id}`,
        organization_id: `organization of ${id}`,
        roles,
      }));
    await this.gate;
    return facts;
  }
}

let sessions: Sessions;
let principals: Principals;
beforeEach(() => {
  sessions = new Sessions();
  sessions.roles = new Map([
    ['a', ['owner']],
    ['b', ['auditor']],
  ]);
  principals = new Principals(sessions as unknown as SessionsRepository, permissions);
});

describe('a session', () => {
  it('acts as its person, in its organization, with the permissions of the roles', async () => {
    expect(await principals.find('b')).toEqual({
      sessionId: 'b',
      userId: 'user of b',
      organizationId: 'organization of b',
      roles: ['auditor'],
      permissions: new Set(['books.read']),
    });
  });

  it('that is not found is nobody', async () => {
    expect(await principals.find('z')).toBeUndefined();
  });

  it('is looked up with every request anew', async () => {
    expect((await principals.find('a'))?.roles).toEqual(['owner']);
    sessions.roles.set('a', ['auditor']);
    expect((await principals.find('a'))?.permissions).toEqual(new Set(['books.read']));
    sessions.roles.delete('a');
    expect(await principals.find('a')).toBeUndefined();
  });
});

describe('requests of the same turn of the event loop', () => {
  it('share one look-up that names each session once, and each gets its own', async () => {
    const found = await Promise.all(['a', 'b', 'z', 'a', 'b'].map((id) => principals.find(id)));
    expect(sessions.asked).toEqual([['a', 'b', 'z']]);
    expect(found.map((principal) => principal?.sessionId)).toEqual(['a', 'b', undefined, 'a', 'b']);
  });

  it('share nothing with those of a later turn, also while the first look-up runs', async () => {
    let open = () => {};
    sessions.gate = new Promise((resolve) => (open = resolve));
    const early = principals.find('a');
    await nextTurn();
    await nextTurn();
    expect(sessions.asked).toEqual([['a']]);
    // From here on the session has ended; only the request that came before may still see it.
    sessions.roles.delete('a');
    const late = principals.find('a');
    await nextTurn();
    await nextTurn();
    open();
    expect([(await early)?.sessionId, await late]).toEqual(['a', undefined]);
    expect(sessions.asked).toEqual([['a'], ['a']]);
  });

  it('fail together when the database does, and those after them do not', async () => {
    sessions.gate = Promise.reject(new Error('no connection'));
    const settled = await Promise.allSettled([principals.find('a'), principals.find('b')]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    sessions.gate = Promise.resolve();
    expect((await principals.find('a'))?.sessionId).toBe('a');
  });
});
