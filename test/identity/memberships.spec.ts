import { Client } from 'pg';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';
import { expectRefusal, refusalOf } from '../support/refusal.js';
import {
  BOOKS,
  holderOf,
  INVITATIONS,
  KEYS,
  MEMBERSHIPS,
  makeRole,
  membershipOf,
  setRoles,
  shown,
  statusesOf,
  turn,
} from './members.js';

let owner: Actor;
beforeEach(async () => {
  owner = await newActor();
});

it('members are listed with their people and roles, and read one by one', async () => {
  const auditor = await colleagueOf(owner, ['auditor']);
  const { body } = await auditor.get(MEMBERSHIPS);
  expect(body.data).toHaveLength(2);
  const one = await membershipOf(auditor, auditor);
  expect(one).toMatchObject({ email: auditor.email, name: 'Test person', roles: ['auditor'], status: 'active' });
  const read = await auditor.get(`${MEMBERSHIPS}/${one.id}`);
  expect([read.status, read.headers.etag, read.body]).toEqual([200, '"1"', one]);
});

it('roles hold from the next request on', async () => {
  const person = await colleagueOf(owner, ['auditor']);
  const create = () => person.post('/v1/administration/legal-entities', { name: 'Mine', functionalCurrency: 'EUR' });
  expect((await create()).status).toBe(403);
  const changed = await setRoles(owner, person, ['administrator']);
  expect([changed.status, changed.body.roles, changed.headers.etag]).toEqual([200, ['administrator'], '"2"']);
  expect((await create()).status).toBe(201);
});

describe('a membership that ends', () => {
  it('takes sessions, keys and open invitations along, at once', async () => {
    const person = await colleagueOf(owner, ['administrator']);
    const { body: key } = await person.post(KEYS, { name: 'Mine', roles: ['auditor'] });
    const { body: invitation } = await person.post(INVITATIONS, { email: 'friend@example.com', roles: ['auditor'] });
    const ended = await turn(owner, person, 'end');
    expect([ended.status, ended.body.status]).toEqual([200, 'ended']);
    expect((await person.get(BOOKS)).status).toBe(401);
    expect((await owner.get(`${KEYS}/${key.id}`)).body.status).toBe('revoked');
    expect((await owner.get(`${INVITATIONS}/${invitation.id}`)).body.status).toBe('revoked');
    const again = await owner.post('/v1/auth/login', { email: person.email, password: PASSWORD });
    expect(again.status).toBe(401);
  });

  it('can be reinstated; what was revoked stays so, and old sessions too', async () => {
    const person = await colleagueOf(owner, ['administrator']);
    const { body: key } = await person.post(KEYS, { name: 'Mine', roles: ['auditor'] });
    await turn(owner, person, 'end');
    expect(shown(await setRoles(owner, person, ['auditor']))).toEqual([409, 'conflict']);
    expect(shown(await turn(owner, person, 'end'))).toEqual([409, 'conflict']);
    expect((await turn(owner, person, 'reinstate')).body).toMatchObject({ status: 'active', roles: ['administrator'] });
    expect((await person.get(BOOKS)).status).toBe(401);
    expect((await owner.get(`${KEYS}/${key.id}`)).body.status).toBe('revoked');
    const again = await owner.post('/v1/auth/login', { email: person.email, password: PASSWORD });
    expect(again.status).toBe(200);
  });
});

describe('whoever manages members without holding the rest', () => {
  let manager: Actor;
  beforeEach(async () => {
    manager = await holderOf(owner, 'people', ['identity.membership.read', 'identity.membership.manage']);
  });

  it.each([['accountant'], ['administrator'], ['auditor']])('does not make himself %s', async (role) => {
    expect(shown(await setRoles(manager, manager, ['people', role]))).toEqual([403, 'grant_exceeds_own']);
  });

  it('does not make an owner, nor unmake or end one', async () => {
    expect(shown(await setRoles(manager, manager, ['owner']))).toEqual([403, 'owner_required']);
    expect(shown(await setRoles(manager, owner, ['people']))).toEqual([403, 'owner_required']);
    expect(shown(await turn(manager, owner, 'end'))).toEqual([403, 'owner_required']);
  });

  it('takes roles away, gives what he holds, and leaves alone what somebody has already', async () => {
    await makeRole(owner, 'nothing', []);
    const person = await colleagueOf(owner, ['accountant', 'auditor']);
    expect((await setRoles(manager, person, ['accountant', 'nothing'])).status).toBe(200);
    expect(shown(await setRoles(manager, person, ['accountant', 'auditor']))).toEqual([403, 'grant_exceeds_own']);
    expect((await turn(manager, person, 'end')).status).toBe(200);
    expect(shown(await turn(manager, person, 'reinstate'))).toEqual([403, 'grant_exceeds_own']);
  });
});

describe('administrators', () => {
  it('make administrators and no owners', async () => {
    const administrator = await colleagueOf(owner, ['administrator']);
    const person = await colleagueOf(owner, ['auditor']);
    expect((await setRoles(administrator, person, ['administrator'])).status).toBe(200);
    expect(shown(await setRoles(administrator, person, ['owner']))).toEqual([403, 'owner_required']);
    expect(shown(await turn(administrator, owner, 'end'))).toEqual([403, 'owner_required']);
    expect((await setRoles(owner, person, ['owner'])).status).toBe(200);
    expect(shown(await turn(administrator, person, 'end'))).toEqual([403, 'owner_required']);
  });
});

describe('the last owner', () => {
  it('stays, whoever asks and however', async () => {
    expect(shown(await setRoles(owner, owner, ['administrator']))).toEqual([409, 'last_owner']);
    expect(shown(await turn(owner, owner, 'end'))).toEqual([409, 'last_owner']);
    const other = await colleagueOf(owner, ['owner']);
    expect((await setRoles(owner, owner, ['administrator'])).status).toBe(200);
    expect(shown(await turn(other, other, 'end'))).toEqual([409, 'last_owner']);
  });

  it('is one of two who end each other at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const first = await newActor();
      const second = await colleagueOf(first, ['owner']);
      const [one, two] = [await membershipOf(first, first), await membershipOf(first, second)];
      const end = (by: Actor, id: string) => by.post(`${MEMBERSHIPS}/${id}/end`, {}, { 'If-Match': '"1"' });
      const answers = await Promise.all([end(first, two.id), end(second, one.id)]);
      const statuses = statusesOf(answers);
      // The later one is refused for being the last, or comes with a session that has ended meanwhile.
      expect(statuses[0]).toBe(200);
      expect([401, 409]).toContain(statuses[1]);
      expect(await ownersOf(first.organizationId)).toBe(1);
    }
  });

  const ownersOf = (organizationId: string) =>
    asOwner(async (client) => {
      const { rows } = await client.query(
        `SELECT count(*)::int AS owners, (SELECT owners FROM identity.owner_count WHERE organization_id = $1) AS counted
         FROM identity.membership WHERE organization_id = $1 AND status = 'active' AND 'owner' = ANY (roles)`,
        [organizationId],
      );
      expect(rows[0].counted).toBe(rows[0].owners);
      return rows[0].owners as number;
    });

  it.each(['READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'])(
    'is kept by the database itself at %s',
    async (level) => {
      const second = await colleagueOf(owner, ['owner']);
      const ids = [await membershipOf(owner, owner), await membershipOf(owner, second)].map(({ id }) => id);
      const clients = await Promise.all(ids.map(() => open(level)));
      try {
        const first = clients[0]!.query(END, [owner.organizationId, ids[1]]);
        await first;
        const later = refusalOf(clients[1]!.query(END, [owner.organizationId, ids[0]]));
        await clients[0]!.query('COMMIT');
        const refusal = await later;
        expect([refusal?.constraint ?? refusal?.code]).toEqual([
          level === 'READ COMMITTED' ? 'owner_count_last_owner' : '40001',
        ]);
      } finally {
        await Promise.all(clients.map((client) => client.end()));
      }
      expect(await ownersOf(owner.organizationId)).toBe(1);
    },
  );

  const END = "UPDATE identity.membership SET status = 'ended' WHERE organization_id = $1 AND id = $2";

  /** As the application, in a transaction of its own. */
  async function open(level: string): Promise<Client> {
    const client = new Client(provided('TEST_OWNER_URL'));
    await client.connect();
    await client.query(
      "SELECT set_config('role', 'bureau_app', false), set_config('default_transaction_isolation', $1, false)",
      [level.toLowerCase()],
    );
    await client.query('BEGIN');
    await client.query("SELECT set_config('bureau.organization_id', $1, true)", [owner.organizationId]);
    return client;
  }

  it('cannot be counted away by the application', async () => {
    const client = await open('READ COMMITTED');
    try {
      await expectRefusal(client.query('UPDATE identity.owner_count SET owners = 99'), { code: '42501' });
      await client.query('ROLLBACK');
      await expectRefusal(client.query('DELETE FROM identity.membership'), { code: '42501' });
    } finally {
      await client.end();
    }
  });
});

it('a change of roles leaves an audit row with who did it', async () => {
  const person = await colleagueOf(owner, ['auditor']);
  const { id } = await membershipOf(owner, person);
  await setRoles(owner, person, ['bookkeeper']);
  const rows = await asOwner(async (client) => {
    const found = await client.query(
      "SELECT operation, row_before -> 'roles' AS before, row_after -> 'roles' AS after, actor_id, action FROM platform.audit_entry WHERE row_id = $1 AND operation = 'update'",
      [id],
    );
    return found.rows;
  });
  const actor = (await membershipOf(owner, owner)).userId;
  expect(rows).toEqual([
    {
      operation: 'update',
      before: ['auditor'],
      after: ['bookkeeper'],
      actor_id: actor,
      action: 'identity.membership.manage',
    },
  ]);
});
