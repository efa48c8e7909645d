import { newId } from '#kernel/id.js';
import { builtInRoles } from '#platform/permissions/permission.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { expectRefusal } from '../support/refusal.js';
import { BOOKS, holderOf, makeRole, ROLES, setRoles, shown } from './members.js';

const READ = 'accounting.books.read';
const MANAGE_ROLES = ['identity.role.read', 'identity.role.manage'];

let owner: Actor;
beforeEach(async () => {
  owner = await newActor();
});

it('the catalogue names every permission and what the built-in roles hold, as the database knows them', async () => {
  const { status, body } = await owner.get('/v1/identity/permissions');
  expect(status).toBe(200);
  const names = body.permissions.map(({ name }: { name: string }) => name);
  expect(names).toContain('accounting.journal_entry.post');
  const held = Object.fromEntries(
    body.builtInRoles.map((role: { code: string; permissions: string[] }) => [role.code, role.permissions]),
  );
  expect(Object.keys(held)).toEqual([...builtInRoles]);
  expect(held.owner).toEqual(names);
  expect(names.filter((name: string) => !held.administrator.includes(name))).toEqual([
    'identity.owner.manage',
    'platform.organization.export',
    'platform.organization.close',
  ]);
  await asOwner(async (client) => {
    const { rows } = await client.query('SELECT identity.built_in_roles() AS roles');
    expect(rows[0].roles).toEqual([...builtInRoles]);
  });
});

describe('a role of the organization', () => {
  it('is created, read, changed by its version, and listed', async () => {
    const created = await owner.post(ROLES, { code: 'reader', name: 'Reader', permissions: [READ] });
    expect([created.status, created.headers.etag]).toEqual([201, '"1"']);
    const { id } = created.body;
    const path = `${ROLES}/${id}`;
    expect((await owner.patch(path, { name: 'x' })).status).toBe(428);
    expect((await owner.patch(path, { name: 'x' }, '"2"')).status).toBe(412);
    const changed = await owner.patch(path, { name: 'Reads books', description: 'For the board.' }, '"1"');
    expect([changed.status, changed.headers.etag]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ code: 'reader', name: 'Reads books', permissions: [READ], status: 'active' });
    expect((await owner.get(path)).body).toEqual(changed.body);
    expect((await owner.get(`${ROLES}?status=active`)).body.data).toEqual([changed.body]);
  });

  it.each(['owner', 'administrator', 'integrator'])('cannot be called %s, as a built-in one is', async (code) => {
    const answer = await owner.post(ROLES, { code, name: 'Mine', permissions: [] });
    expect(shown(answer)).toEqual([409, 'role_code_taken']);
  });

  it('has a code of its own in the organization, and elsewhere again', async () => {
    await makeRole(owner, 'reader', []);
    expect(shown(await owner.post(ROLES, { code: 'reader', name: 'Again', permissions: [] }))).toEqual([
      409,
      'role_code_taken',
    ]);
    await makeRole(await newActor(), 'reader', []);
  });

  it.each([
    ['that nobody declares', 'accounting.books.burn'],
    ['that every person has', 'auth.session.end'],
    ['that owners alone have', 'identity.owner.manage'],
  ])('cannot hold a permission %s', async (_case, name) => {
    const answer = await owner.post(ROLES, { code: 'odd', name: 'Odd', permissions: [READ, name] });
    expect(shown(answer)).toEqual([422, 'permission_unknown']);
    expect(answer.body.errors).toEqual([
      { pointer: '/permissions/1', code: 'permission_unknown', message: expect.any(String) },
    ]);
  });

  it('names a permission once', async () => {
    const answer = await owner.post(ROLES, { code: 'twice', name: 'Twice', permissions: [READ, READ] });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/permissions/1']);
  });

  it('gives what it holds from the next request on, and takes it', async () => {
    const role = await makeRole(owner, 'clerk', []);
    const clerk = await colleagueOf(owner, ['clerk']);
    const path = `${ROLES}/${role.id}`;
    const statuses = [(await clerk.get(BOOKS)).status];
    await owner.patch(path, { permissions: [READ] }, '"1"');
    statuses.push((await clerk.get(BOOKS)).status);
    const off = await owner.post(`${path}/deactivate`, {}, { 'If-Match': '"2"' });
    expect([off.status, off.body.status]).toEqual([200, 'inactive']);
    statuses.push((await clerk.get(BOOKS)).status);
    const on = await owner.post(`${path}/reactivate`, {}, { 'If-Match': '"3"' });
    expect([on.status, on.body.status]).toEqual([200, 'active']);
    statuses.push((await clerk.get(BOOKS)).status);
    expect(statuses).toEqual([403, 200, 403, 200]);
    expect((await owner.post(`${path}/reactivate`, {}, { 'If-Match': '"4"' })).status).toBe(409);
  });

  it('adds to what other roles of the person hold', async () => {
    await makeRole(owner, 'closer', ['accounting.fiscal_period.manage']);
    const person = await colleagueOf(owner, ['auditor']);
    const ask = () => person.post('/v1/accounting/fiscal-periods/no-id/close', {}, { 'If-Match': '"1"' });
    expect((await ask()).status).toBe(403);
    expect((await setRoles(owner, person, ['auditor', 'closer'])).status).toBe(200);
    expect([(await ask()).status, (await person.get(BOOKS)).status]).toEqual([400, 200]);
  });

  it('that is inactive cannot be given, and an unknown one neither', async () => {
    const { id } = await makeRole(owner, 'old', []);
    await owner.post(`${ROLES}/${id}/deactivate`, {}, { 'If-Match': '"1"' });
    const person = await colleagueOf(owner, ['auditor']);
    for (const code of ['old', 'nobody']) {
      const answer = await setRoles(owner, person, ['auditor', code]);
      expect(shown(answer)).toEqual([422, 'role_unknown']);
      expect(answer.body.errors[0].pointer).toBe('/roles/1');
    }
  });
});

describe('whoever manages roles without holding the rest', () => {
  let manager: Actor;
  beforeEach(async () => {
    manager = await holderOf(owner, 'role_manager', [...MANAGE_ROLES, READ]);
  });

  const refused = [403, 'grant_exceeds_own'];

  it('makes roles of what he holds and no more', async () => {
    const body = (permissions: string[]) => ({ code: 'mine', name: 'Mine', permissions });
    const answer = await manager.post(ROLES, body([READ, 'accounting.books.manage']));
    expect(shown(answer)).toEqual(refused);
    expect(answer.body.detail).toContain('accounting.books.manage');
    expect((await manager.post(ROLES, body([READ]))).status).toBe(201);
  });

  it('adds nothing to his own role that he does not hold', async () => {
    const { body } = await manager.get(`${ROLES}?code=role_manager`);
    const [{ id, permissions }] = body.data;
    const wider = { permissions: [...permissions, 'identity.membership.manage'] };
    expect(shown(await manager.patch(`${ROLES}/${id}`, wider, '"1"'))).toEqual(refused);
    expect((await manager.patch(`${ROLES}/${id}`, { permissions: MANAGE_ROLES }, '"1"')).status).toBe(200);
  });

  it('changes a wider role without adding, and does not bring one back', async () => {
    const { id } = await makeRole(owner, 'wide', [READ, 'accounting.books.manage']);
    const path = `${ROLES}/${id}`;
    expect((await manager.patch(path, { name: 'Wider' }, '"1"')).status).toBe(200);
    expect((await manager.patch(path, { permissions: ['accounting.books.manage'] }, '"2"')).status).toBe(200);
    expect((await manager.post(`${path}/deactivate`, {}, { 'If-Match': '"3"' })).status).toBe(200);
    expect(shown(await manager.post(`${path}/reactivate`, {}, { 'If-Match': '"4"' }))).toEqual(refused);
  });
});

describe('the database', () => {
  const insert = (code: string) =>
    asOwner((client) =>
      client.query(
        "INSERT INTO identity.role (organization_id, id, code, name, permissions) VALUES ($1, $2, $3, 'x', '{}')",
        [owner.organizationId, newId(), code],
      ),
    );

  it('refuses a role that is called like a built-in one', async () => {
    await expectRefusal(insert('owner'), { code: '23514', constraint: 'role_code_built_in' });
  });

  it('refuses members with a role that the organization does not have, and one that another has', async () => {
    const other = await newActor();
    await makeRole(other, 'theirs', [READ]);
    for (const code of ['nobody', 'theirs']) {
      const update = asOwner((client) =>
        client.query('UPDATE identity.membership SET roles = $2 WHERE organization_id = $1', [
          owner.organizationId,
          ['owner', code],
        ]),
      );
      await expectRefusal(update, { code: 'BU021', message: code });
    }
  });

  it('keeps roles, which members name', async () => {
    await makeRole(owner, 'kept', []);
    const gone = asOwner((client) =>
      client.query('DELETE FROM identity.role WHERE organization_id = $1', [owner.organizationId]),
    );
    await expectRefusal(gone, { code: 'BU001' });
  });
});
