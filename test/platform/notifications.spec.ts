import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';

const FEED = '/v1/notifications';
const PREFERENCES = '/v1/notification-preferences';

let owner: Actor;
beforeEach(async () => {
  owner = await newActor();
});

/** Somebody accepts an invitation of the owner, who is told. */
async function toldOfJoining(by = owner): Promise<string> {
  const email = `${newId()}@example.com`;
  const { body } = await by.post('/v1/identity/invitations', { email, roles: ['auditor'] });
  const answer = await by.post('/v1/identity/invitations/accept', {
    token: body.token,
    name: 'Bo',
    password: PASSWORD,
  });
  expect(answer.status).toBe(200);
  return answer.body.membershipId as string;
}
const feedOf = async (actor: Actor, query = '') => (await actor.get(`${FEED}${query}`)).body.data;
const unreadOf = async (actor: Actor) => (await actor.get(`${FEED}/unread-count`)).body.unreadCount;
const prefer = (kind: string, delivery: string, etag = '"1"', actor = owner) =>
  actor.patch(PREFERENCES, { preferences: [{ kind, delivery }] }, etag);
const mailsOf = async (actor: Actor, query = '') => (await actor.get(`/v1/mails${query}`)).body.data;

it('tells who invited that somebody has joined, once read is read', async () => {
  const membershipId = await toldOfJoining();
  const [notification] = await feedOf(owner);
  expect(notification).toMatchObject({
    kind: 'invitation.accepted',
    title: 'Invitation accepted',
    text: 'Bo has accepted your invitation and is a member now.',
    subjectId: membershipId,
    href: `/v1/identity/memberships/${membershipId}`,
    isRead: false,
    readAt: null,
  });
  expect((await owner.get(notification.href)).body.id).toBe(membershipId);
  const path = `${FEED}/${notification.id}`;
  expect((await owner.get(path)).body).toEqual(notification);
  const read = await owner.post(`${path}/read`);
  expect(read.body).toMatchObject({ id: notification.id, isRead: true, readAt: expect.any(String) });
  expect((await owner.post(`${path}/read`)).body).toEqual(read.body);
  expect([await feedOf(owner, '?isRead=false'), await unreadOf(owner)]).toEqual([[], 0]);
});

it('counts what is unread, and marks all of it as read', async () => {
  await toldOfJoining();
  await toldOfJoining();
  expect(await unreadOf(owner)).toBe(2);
  expect((await owner.post(`${FEED}/read-all`)).body).toEqual({ unreadCount: 0 });
  expect(await feedOf(owner, '?isRead=true&kind=invitation.accepted')).toHaveLength(2);
});

it('shows nobody what another was told: neither a colleague, nor an API key, nor the same person elsewhere', async () => {
  await toldOfJoining();
  const [{ id }] = await feedOf(owner);
  const colleague = await colleagueOf(owner, ['owner']);
  const stranger = await newActor();
  for (const other of [colleague, stranger]) {
    expect(await feedOf(other)).toEqual([]);
    expect([(await other.get(`${FEED}/${id}`)).status, (await other.post(`${FEED}/${id}/read`)).status]).toEqual([
      404, 404,
    ]);
    await other.post(`${FEED}/read-all`);
  }
  expect(await unreadOf(owner)).toBe(1);
  const { body: key } = await owner.post('/v1/identity/api-keys', { name: 'Portal', roles: ['administrator'] });
  expect((await owner.get(FEED, { Authorization: `Bearer ${key.secret}` })).status).toBe(403);
});

it('is said and mailed in the language that the person prefers', async () => {
  await toldOfJoining();
  const changed = await owner.patch(PREFERENCES, { language: 'de' }, '"1"');
  expect([changed.status, changed.headers.etag, changed.body.language]).toEqual([200, '"2"', 'de']);
  expect((await feedOf(owner))[0].title).toBe('Einladung angenommen');
  await prefer('invitation.accepted', 'mail', '"2"');
  await toldOfJoining();
  expect(await mailsOf(owner, '?kind=notification')).toMatchObject([{ language: 'de', recipient: owner.email }]);
});

it.each([
  ['none', 0, 0, false],
  ['in_app', 1, 0, false],
  ['digest', 1, 0, true],
  ['mail', 1, 1, false],
])('reaches who prefers %s so', async (delivery, told, mailed, awaits) => {
  expect((await prefer('invitation.accepted', delivery)).status).toBe(200);
  await toldOfJoining();
  expect([await unreadOf(owner), (await mailsOf(owner, '?kind=notification')).length]).toEqual([told, mailed]);
  const { rows } = await asOwner((client) =>
    client.query('SELECT awaits_digest FROM platform.notification WHERE organization_id = $1', [owner.organizationId]),
  );
  expect(rows).toEqual(Array.from({ length: told }, () => ({ awaits_digest: awaits })));
});

describe('preferences', () => {
  it('name every kind, and are changed by their version', async () => {
    const { body, headers } = await owner.get(PREFERENCES);
    expect([headers.etag, body.language, body.version]).toEqual(['"1"', 'en', 1]);
    expect(body.preferences).toContainEqual({
      kind: 'job.failed',
      delivery: 'in_app',
      standardDelivery: 'in_app',
      isMandatory: false,
      description: expect.any(String),
    });
    expect((await owner.patch(PREFERENCES, {})).status).toBe(428);
    expect((await prefer('job.failed', 'mail', '"2"')).status).toBe(412);
    const both = await Promise.all([prefer('job.failed', 'mail'), prefer('job.failed', 'none')]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]));
    expect((await prefer('job.finished', 'digest', '"2"')).body.version).toBe(3);
    const { body: changed } = await owner.get(PREFERENCES);
    const chosen = changed.preferences.filter((one: { kind: string }) => one.kind.startsWith('job.'));
    expect(chosen.map((one: { delivery: string }) => one.delivery)).toEqual([
      both
        .find(({ status }) => status === 200)!
        .body.preferences.find((one: { kind: string }) => one.kind === 'job.failed').delivery,
      'digest',
    ]);
  });

  it.each([
    [[{ kind: 'job.lost', delivery: 'none' }], 'notification_kind_unknown', '/preferences/0/kind'],
    [
      [
        { kind: 'job.failed', delivery: 'none' },
        { kind: 'job.failed', delivery: 'mail' },
      ],
      'notification_kind_unknown',
      '/preferences/1/kind',
    ],
    [[{ kind: 'security.password_changed', delivery: 'none' }], 'notification_mandatory', '/preferences/0/kind'],
    [[{ kind: 'job.failed', delivery: 'sms' }], 'validation_failed', '/preferences/0/delivery'],
  ])('%j are refused', async (preferences, code, pointer) => {
    const { status, body } = await owner.patch(PREFERENCES, { preferences }, '"1"');
    expect([status, body.code, body.errors[0].pointer]).toEqual([422, code, pointer]);
  });

  it('switch no notice about security off, not even in the database', async () => {
    await owner.patch(PREFERENCES, { language: 'de' }, '"1"');
    const set = (deliveries: object) =>
      asOwner((client) =>
        client.query('UPDATE platform.notification_settings SET deliveries = $2 WHERE organization_id = $1', [
          owner.organizationId,
          deliveries,
        ]),
      );
    await expect(set({ 'security.password_reset': 'none' })).rejects.toMatchObject({
      constraint: 'notification_settings_security',
    });
    await expect(set({ 'job.failed': 'sms' })).rejects.toMatchObject({
      constraint: 'notification_settings_deliveries',
    });
  });
});

it('tells of a changed password by mail, each time', async () => {
  const colleague = await colleagueOf(owner, ['bookkeeper']);
  const passwords = [PASSWORD, 'a second long password', 'a third long password'];
  for (const [at, newPassword] of passwords.slice(1).entries()) {
    const body = { currentPassword: passwords[at], newPassword };
    expect((await colleague.post('/v1/auth/password', body)).status).toBe(204);
  }
  expect(await feedOf(colleague)).toMatchObject([
    { kind: 'security.password_changed' },
    { kind: 'security.password_changed' },
  ]);
  const mails = await mailsOf(owner);
  expect(mails).toMatchObject([{ recipient: colleague.email }, { recipient: colleague.email }]);
  expect((await colleague.get('/v1/mails')).status).toBe(403);
});
