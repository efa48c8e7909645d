import supertest from 'supertest';
import { newId } from '#kernel/id.js';
import { Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';
import { expectRefusal } from '../support/refusal.js';
import { BOOKS, expire, holderOf, INVITATIONS, makeRole, membershipOf, shown, statusesOf, turn } from './members.js';

let owner: Actor;
beforeEach(async () => {
  owner = await newActor();
});

const newAddress = () => `${newId()}@example.com`;
const invite = (email = newAddress(), roles = ['auditor'], by = owner, fields = {}) =>
  by.post(INVITATIONS, { email, roles, ...fields });

/** Without a credential. */
async function send(path: string, body: object): Promise<Answer> {
  const answer = await supertest(provided('TEST_BASE_URL')).post(path).send(body);
  return {
    status: answer.status,
    headers: answer.headers as Record<string, string>,
    body: answer.body,
    text: answer.text,
  };
}
const accept = (token: string, password = 'a sensible long password') =>
  send(`${INVITATIONS}/accept`, { token, name: 'Anna Berg', password });
const signIn = (email: string, password: string, organizationId?: string) =>
  send('/v1/auth/login', { email, password, ...(organizationId ? { organizationId } : {}) });
const acceptAs = (person: Actor, token: string) => person.post(`${INVITATIONS}/accept-signed-in`, { token });

/** Somebody who acts with this token, in the organization of the other. */
const withToken = (of: Actor, email: string, token: string) =>
  new Actor(of.organizationId, of.legalEntityId, email, token);

const notValid = [422, 'invitation_not_valid'];

describe('a new person', () => {
  it('accepts, signs in and does what the roles say', async () => {
    const email = newAddress();
    const invited = await invite(email.toUpperCase(), ['bookkeeper']);
    expect([invited.status, invited.headers['cache-control'], invited.headers.etag]).toEqual([201, 'no-store', '"1"']);
    expect(invited.body).toMatchObject({ email, roles: ['bookkeeper'], status: 'open' });
    expect(invited.body.token).toMatch(/^bureau_invite_[\w-]{64}$/);
    const days = (Date.parse(invited.body.expiresAt) - Date.parse(invited.body.createdAt)) / 86_400_000;
    expect(days).toBe(7);

    const accepted = await accept(invited.body.token);
    expect(accepted.status).toBe(200);
    expect(accepted.body).toMatchObject({ organizationId: owner.organizationId, roles: ['bookkeeper'] });
    const session = await signIn(email, 'a sensible long password');
    expect([session.status, session.body.userId]).toEqual([200, accepted.body.userId]);
    const person = withToken(owner, email, session.body.accessToken);
    expect((await person.get(BOOKS)).status).toBe(200);
    expect((await person.get(INVITATIONS)).status).toBe(403);

    const { rows } = await asOwner((client) =>
      client.query('SELECT DISTINCT actor_id, action FROM platform.audit_entry WHERE request_id = $1', [
        accepted.headers['request-id'],
      ]),
    );
    expect(rows).toEqual([{ actor_id: accepted.body.userId, action: 'identity.invitation.accept' }]);
    const { body } = await owner.get(`${INVITATIONS}/${invited.body.id}`);
    expect(body).toMatchObject({ status: 'accepted', version: 2 });
    expect(body).not.toHaveProperty('token');
  });

  it.each([
    ['a short password', 'too short', 422],
    ['one of a few characters', 'abababababababab', 422],
    ['the own address', undefined, 422],
  ])('cannot choose %s, and the invitation stays open', async (_case, password, status) => {
    const email = newAddress();
    const { body } = await invite(email);
    const refused = await accept(body.token, password ?? email);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([status, '/password']);
    expect((await accept(body.token)).status).toBe(200);
  });
});

describe('a person with an account', () => {
  it('becomes a member elsewhere too, and acts there after a switch', async () => {
    const person = await newActor(['administrator']);
    const { body: invitation } = await invite(person.email, ['auditor']);
    const accepted = await acceptAs(person, invitation.token);
    expect([accepted.status, accepted.body.organizationId]).toEqual([200, owner.organizationId]);

    const switched = await person.post('/v1/auth/switch', { organizationId: owner.organizationId });
    expect([switched.status, switched.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(switched.body).toMatchObject({ organizationId: owner.organizationId, tokenType: 'Bearer' });
    const there = withToken(owner, person.email, switched.body.accessToken);
    expect((await there.get('/v1/identity/memberships')).body.data).toHaveLength(2);
    expect((await there.post(INVITATIONS, {})).status).toBe(403);
    // At home nothing has changed.
    expect((await person.get('/v1/identity/memberships')).body.data).toHaveLength(1);
    expect((await person.post(INVITATIONS, {})).status).toBe(422);

    const direct = await signIn(person.email, PASSWORD, owner.organizationId);
    expect([direct.status, direct.body.memberships.length]).toEqual([200, 2]);
  });

  it('cannot take an invitation to another address, with or without an account', async () => {
    const { body } = await invite();
    expect(shown(await acceptAs(await newActor(), body.token))).toEqual(notValid);
    const { body: other } = await invite((await newActor()).email);
    expect(shown(await accept(other.token))).toEqual(notValid);
  });

  it('comes back after the membership ended, with the roles of the invitation', async () => {
    const person = await colleagueOf(owner, ['accountant']);
    expect(shown(await invite(person.email))).toEqual([409, 'already_member']);
    await turn(owner, person, 'end');
    const { body } = await invite(person.email, ['auditor']);
    const home = await newActor();
    await asOwner((client) =>
      client.query(
        `INSERT INTO identity.membership (organization_id, id, user_id, roles)
         SELECT $1, $2, id, '{auditor}' FROM identity.user_account WHERE email = $3`,
        [home.organizationId, newId(), person.email],
      ),
    );
    const session = await signIn(person.email, PASSWORD);
    const back = withToken(home, person.email, session.body.accessToken);
    expect((await acceptAs(back, body.token)).status).toBe(200);
    expect(await membershipOf(owner, person)).toMatchObject({ status: 'active', roles: ['auditor'] });
  });

  it('switches to no organization of others', async () => {
    const other = await newActor();
    for (const organizationId of [other.organizationId, newId()]) {
      expect((await owner.post('/v1/auth/switch', { organizationId })).status).toBe(404);
    }
  });
});

describe('a token', () => {
  it('works once, also when it is sent ten times at the same time', async () => {
    const { body } = await invite();
    const answers = await Promise.all(Array.from({ length: 10 }, () => accept(body.token)));
    const statuses = statusesOf(answers);
    expect(statuses).toEqual([200, ...Array<number>(9).fill(422)]);
    expect(shown(await accept(body.token))).toEqual(notValid);
  });

  it('works once for a signed-in person too', async () => {
    const person = await newActor();
    const { body } = await invite(person.email);
    const answers = await Promise.all(Array.from({ length: 5 }, () => acceptAs(person, body.token)));
    expect(statusesOf(answers)).toEqual([200, 422, 422, 422, 422]);
  });

  it('is refused alike whatever is wrong with it', async () => {
    const { email } = await newActor();
    const expired = (await invite()).body;
    const revoked = (await invite()).body;
    const used = (await invite()).body;
    const replaced = (await invite()).body;
    const taken = (await invite(email)).body;
    await expire('invitation', expired.id);
    await owner.post(`${INVITATIONS}/${revoked.id}/revoke`, {}, { 'If-Match': '"1"' });
    await accept(used.token);
    await owner.post(`${INVITATIONS}/${replaced.id}/resend`, {}, { 'If-Match': '"1"' });
    const unknown = { token: `${used.token.slice(0, -4)}AAAA` };
    const malformed = ['x', 'bureau_invite_', `bureau_live_${used.token.slice(14)}`].map((token) => ({ token }));
    const refusals = [];
    for (const { token } of [expired, revoked, used, replaced, taken, unknown, ...malformed]) {
      const { status, body } = await accept(token);
      refusals.push([status, { ...body, requestId: '' }]);
    }
    expect(refusals[0]![1]).toMatchObject({ code: 'invitation_not_valid' });
    expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('is replaced by a new one, which opens an expired invitation again', async () => {
    const { body: first } = await invite();
    await expire('invitation', first.id);
    expect((await owner.get(`${INVITATIONS}?status=expired`)).body.data.map(({ id }: { id: string }) => id)).toEqual([
      first.id,
    ]);
    const path = `${INVITATIONS}/${first.id}/resend`;
    expect((await owner.post(path, {})).status).toBe(428);
    const again = await owner.post(path, { validDays: 2 }, { 'If-Match': '"1"' });
    expect([again.status, again.body.status, again.body.version]).toEqual([200, 'open', 2]);
    expect(again.body.token).not.toBe(first.token);
    expect(shown(await accept(first.token))).toEqual(notValid);
    expect((await accept(again.body.token)).status).toBe(200);
    expect(shown(await owner.post(path, {}, { 'If-Match': '"3"' }))).toEqual([409, 'invitation_closed']);
  });

  it('and its hash are kept nowhere in the clear: neither in rows, nor in the audit trail, nor for a key', async () => {
    const email = newAddress();
    const key = newId();
    const first = await owner.post(INVITATIONS, { email, roles: ['auditor'] }, { 'Idempotency-Key': key });
    const again = await owner.post(INVITATIONS, { email, roles: ['auditor'] }, { 'Idempotency-Key': key });
    expect([first.status, shown(again)]).toEqual([201, [409, 'invitation_open']]);
    await asOwner(async (client) => {
      const { rows } = await client.query(
        `SELECT (SELECT count(*)::int FROM identity.invitation i WHERE strpos(i::text, $2) > 0) AS in_rows,
                (SELECT count(*)::int FROM platform.audit_entry a WHERE a.organization_id = $1
                   AND (strpos(a::text, $2) > 0 OR a::text LIKE '%token_hash%')) AS in_audit,
                (SELECT count(*)::int FROM platform.audit_entry a WHERE a.organization_id = $1
                   AND a.table_name = 'identity.invitation') AS audited,
                (SELECT count(*)::int FROM platform.idempotency_record r WHERE r.organization_id = $1) AS remembered`,
        [owner.organizationId, first.body.token.slice(14)],
      );
      expect(rows[0]).toEqual({ in_rows: 0, in_audit: 0, audited: 1, remembered: 0 });
    });
  });
});

describe('whoever invites', () => {
  it('learns nothing of accounts elsewhere', async () => {
    const known = await newActor();
    const answers = await Promise.all([invite(known.email), invite(newAddress())]);
    const [one, other] = answers.map(({ status, body }) => [status, Object.keys(body)]);
    expect(one).toEqual(other);
  });

  it('gives no more than he holds, neither at first nor with a new token', async () => {
    const people = ['identity.membership.read', 'identity.membership.manage'];
    const manager = await holderOf(owner, 'people', people);
    await makeRole(owner, 'nothing', []);
    for (const role of ['auditor', 'administrator']) {
      expect(shown(await invite(undefined, [role], manager))).toEqual([403, 'grant_exceeds_own']);
    }
    expect(shown(await invite(undefined, ['owner'], manager))).toEqual([403, 'owner_required']);
    expect((await invite(undefined, ['nothing'], manager)).status).toBe(201);
    const { body } = await invite(undefined, ['accountant']);
    const resent = await manager.post(`${INVITATIONS}/${body.id}/resend`, {}, { 'If-Match': '"1"' });
    expect(shown(resent)).toEqual([403, 'grant_exceeds_own']);
  });

  it('has one open invitation to an address, and invites anew after revoking', async () => {
    const email = newAddress();
    const { body } = await invite(email);
    const twice = await invite(email.toUpperCase());
    expect([shown(twice), twice.body.errors[0].pointer]).toEqual([[409, 'invitation_open'], '/email']);
    const path = `${INVITATIONS}/${body.id}/revoke`;
    expect((await owner.post(path, {}, { 'If-Match': '"1"' })).body.status).toBe('revoked');
    expect(shown(await owner.post(path, {}, { 'If-Match': '"2"' }))).toEqual([409, 'invitation_closed']);
    expect((await invite(email)).status).toBe(201);
  });

  it('twice at once makes one', async () => {
    const email = newAddress();
    const answers = await Promise.all(Array.from({ length: 6 }, () => invite(email)));
    expect(statusesOf(answers)).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('names roles that the organization has', async () => {
    const refused = await invite(undefined, ['auditor', 'nobody']);
    expect([shown(refused), refused.body.errors[0].pointer]).toEqual([[422, 'role_unknown'], '/roles/1']);
  });
});

it('the database lets no invitation be opened again, nor accepted by nobody', async () => {
  const { body } = await invite();
  await owner.post(`${INVITATIONS}/${body.id}/revoke`, {}, { 'If-Match': '"1"' });
  const set = (status: string, id: string) =>
    asOwner((client) => client.query('UPDATE identity.invitation SET status = $2 WHERE id = $1', [id, status]));
  await expectRefusal(set('open', body.id), { code: 'BU022', message: 'final' });
  const { body: open } = await invite();
  await expectRefusal(set('accepted', open.id), { code: '23514', constraint: 'invitation_acceptance' });
});
