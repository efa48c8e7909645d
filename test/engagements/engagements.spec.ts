import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { expectRefusal } from '../support/refusal.js';
import { holderOf, INVITATIONS, makeRole, membershipOf, ROLES, setRoles, shown } from '../identity/members.js';
import { changeEngagement, engage, engaged, ENGAGEMENTS, newClient } from './engaged.js';

const MANAGE = 'identity.engagement.manage';
const READ = 'accounting.books.read';

let owner: Actor;
beforeEach(async () => {
  owner = await newClient();
});

it('is made, read, listed, changed and found by what it is', async () => {
  const { userId: ownerId } = await membershipOf(owner, owner);
  const person = await newActor();
  const made = await engage(owner, person.email.toUpperCase(), { reason: 'Closes the months.' });
  expect([made.status, made.headers['cache-control']]).toEqual([201, 'no-store']);
  const { token, ...view } = made.body;
  expect(token).toMatch(/^bureau_invite_/);
  expect(view).toMatchObject({
    email: person.email,
    userId: null,
    name: null,
    provider: 'Nordic Accounting AB',
    reference: 'Contract 17',
    reason: 'Closes the months.',
    roles: ['accountant'],
    modules: ['accounting'],
    startsOn: '2035-06-01',
    endsOn: '2035-06-30',
    status: 'in_force',
    endedAt: null,
    createdById: ownerId,
    version: 1,
  });
  const path = `${ENGAGEMENTS}/${view.id}`;
  expect((await owner.get(path)).body).toEqual(view);
  const { body: invitation } = await owner.get(`${INVITATIONS}/${view.invitationId}`);
  expect(invitation).toMatchObject({ engagementId: view.id, roles: [], email: person.email });
  const accepted = await person.post(`${INVITATIONS}/accept-signed-in`, { token });
  expect(accepted.body).toMatchObject({ roles: ['accountant'], organizationId: owner.organizationId });
  const changed = await changeEngagement(owner, view.id, { provider: 'Baltic AB', reason: null, endsOn: '2035-07-15' });
  const { userId } = accepted.body;
  expect(changed.body).toMatchObject({ provider: 'Baltic AB', reason: null, endsOn: '2035-07-15', userId, version: 3 });
  expect(shown(await owner.patch(path, { provider: 'Other' }, '"1"'))).toEqual([412, 'precondition_failed']);
  expect(shown(await owner.patch(path, { provider: 'Other' }))).toEqual([428, 'precondition_required']);
  const found = ['status=in_force', `userId=${userId}`, 'endsOn[lt]=2035-07-16', 'provider[prefix]=Balt'];
  for (const query of [...found, `email=${person.email}`]) {
    expect((await owner.get(`${ENGAGEMENTS}?${query}`)).body.data).toEqual([changed.body]);
  }
  for (const query of ['status=planned,ended', 'endsOn[lt]=2035-07-15', `userId=${newId()}`]) {
    expect((await owner.get(`${ENGAGEMENTS}?${query}`)).body.data).toEqual([]);
  }
});

it('begins, ends and changes today or later', async () => {
  const { id } = await engaged(owner);
  const planned = await engaged(owner, { startsOn: '2035-06-10' });
  const cases: [object, string][] = [
    [{ startsOn: '2035-05-31' }, '/startsOn'],
    [{ startsOn: '2035-07-01', endsOn: '2035-06-30' }, '/endsOn'],
    [{ endsOn: '2035-05-31' }, '/endsOn'],
  ];
  for (const [fields, pointer] of cases) {
    for (const answer of [
      await engage(owner, `${newId()}@example.com`, fields),
      await changeEngagement(owner, planned.id, fields),
    ]) {
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer]);
    }
  }
  expect((await changeEngagement(owner, planned.id, { startsOn: '2035-06-02' })).status).toBe(200);
  const begun = await changeEngagement(owner, id, { startsOn: '2035-06-02' });
  expect([begun.status, begun.body.errors[0].code]).toEqual([422, 'engagement_begun']);
});

it('gives what its maker holds at most, and nothing to members and owners', async () => {
  const clerk = await holderOf(owner, 'clerk', [MANAGE, READ, 'identity.engagement.read']);
  await makeRole(owner, 'reader', [READ]);
  const colleague = await colleagueOf(owner, ['auditor']);
  const address = () => `${newId()}@example.com`;
  const cases: [Actor, string, object, string, string][] = [
    [clerk, address(), {}, 'grant_exceeds_own', '/roles'],
    [owner, address(), { roles: ['owner'] }, 'role_unknown', '/roles/0'],
    [owner, address(), { roles: ['nobody'] }, 'role_unknown', '/roles/0'],
    [owner, address(), { modules: ['accounting', 'payroll_x'] }, 'module_unknown', '/modules/1'],
    [owner, address(), { modules: ['auth'] }, 'module_unknown', '/modules/0'],
    [owner, colleague.email, {}, 'already_member', '/email'],
    [owner, owner.email, {}, 'already_member', '/email'],
  ];
  for (const [by, email, fields, code, pointer] of cases) {
    const { body } = await engage(by, email, fields);
    expect([body.code, body.errors?.[0]?.pointer]).toEqual([code, pointer]);
  }
  const weak = await engage(clerk, address(), { roles: ['reader'] });
  expect(weak.status).toBe(201);
  const strong = await engaged(owner);
  expect(shown(await changeEngagement(clerk, strong.id, { endsOn: '2035-08-31' }))).toEqual([403, 'grant_exceeds_own']);
  expect((await changeEngagement(clerk, strong.id, { reference: 'Other' })).status).toBe(200);
  // What a role gets later is not the clerk's to give on.
  const reader = (await owner.get(`${ROLES}?code=reader`)).body.data[0];
  await owner.patch(`${ROLES}/${reader.id}`, { permissions: [READ, 'accounting.journal_entry.read'] }, '"1"');
  const longer = await changeEngagement(clerk, weak.body.id, { endsOn: '2035-08-31' });
  expect(shown(longer)).toEqual([403, 'grant_exceeds_own']);
});

it('stands alone on its days, beside no other and no roles of a member', async () => {
  const { person } = await engaged(owner);
  expect(shown(await engage(owner, person.email))).toEqual([409, 'engagement_overlaps']);
  expect((await engage(owner, person.email, { startsOn: '2035-07-01', endsOn: '2035-07-31' })).status).toBe(201);
  expect(shown(await setRoles(owner, person, ['auditor']))).toEqual([409, 'conflict']);
  const open = `${newId()}@example.com`;
  expect((await engage(owner, open)).status).toBe(201);
  expect(shown(await engage(owner, open))).toEqual([409, 'invitation_open']);
});

it('is kept, and its rules are, whatever the program does', async () => {
  const { id, person } = await engaged(owner);
  const { userId } = await membershipOf(owner, person);
  const { userId: ownerId } = await membershipOf(owner, owner);
  const refused = (text: string, values: unknown[] = [id]) => asOwner((client) => client.query(text, values));
  const on = (change: string) => `UPDATE identity.engagement SET ${change} WHERE id = $1`;
  await expectRefusal(refused(on("roles = '{owner}'")), { code: '23514', constraint: 'engagement_no_owner' });
  await expectRefusal(refused(on("roles = '{nobody}'")), { code: 'BU021' });
  await expectRefusal(refused(on("modules = '{}'")), { code: '23514', constraint: 'engagement_modules' });
  await expectRefusal(refused(on("ends_on = '2035-05-31'")), { code: 'BU398' });
  await expectRefusal(refused(on("starts_on = '2035-06-02'")), { code: 'BU398' });
  await expectRefusal(refused(on('user_id = $2'), [id, ownerId]), { code: 'BU395' });
  await expectRefusal(refused('DELETE FROM identity.engagement WHERE id = $1'), { code: 'BU001' });
  await expectRefusal(
    refused("UPDATE identity.membership SET roles = '{owner}' WHERE user_id = $1 AND is_engaged", [userId]),
    {
      code: '23514',
      constraint: 'membership_roles',
    },
  );
  await expectRefusal(
    refused(
      `INSERT INTO identity.api_key (organization_id, id, name, secret_ending, secret_hash, roles, permissions, created_by)
       SELECT organization_id, $1, 'Key', 'abcd', sha256('x'), '{auditor}', '{}', $2 FROM identity.engagement WHERE id = $1`,
      [id, userId],
    ),
    { code: 'BU397' },
  );
  await refused(on('ended_at = now()'));
  await expectRefusal(refused(on("provider = 'Other'")), { code: 'BU396' });
});
