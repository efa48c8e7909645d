import type { Actor } from '../support/actor.js';
import { BOOKS, INVITATIONS, membershipOf, shown, turn } from '../identity/members.js';
import { newActor } from '../support/actor.js';
import {
  actingIn,
  changeEngagement,
  endEngagement,
  engage,
  engaged,
  ENGAGEMENTS,
  instants,
  newClient,
  setClock,
  signIn,
} from './engaged.js';

const statusOf = async (by: Actor, id: string) => (await by.get(`${ENGAGEMENTS}/${id}`)).body.status as string;
const organizationsOf = async (person: Actor) => {
  const { body } = await signIn(person);
  return (body.memberships as { organizationId: string }[]).map(({ organizationId }) => organizationId);
};

it("opens the organization from its first to its last day, by the organization's clock, and no request after it", async () => {
  const owner = await newClient(instants.before);
  const { person, id } = await engaged(owner);
  const { organizationId } = owner;
  const refused = async () => [
    (await signIn(person, organizationId)).status,
    (await person.post('/v1/auth/switch', { organizationId })).status,
    (await organizationsOf(person)).includes(organizationId),
  ];
  expect([await statusOf(owner, id), ...(await refused())]).toEqual(['planned', 401, 404, false]);
  await setClock(owner, instants.firstMorning);
  expect(await statusOf(owner, id)).toBe('in_force');
  expect(await organizationsOf(person)).toContain(organizationId);
  const acting = await actingIn(owner, person);
  expect((await acting.get(BOOKS)).status).toBe(200);
  const { body: session } = await signIn(person, organizationId);
  await setClock(owner, instants.lastEvening);
  expect((await acting.get(BOOKS)).status).toBe(200);
  await setClock(owner, instants.after);
  expect((await acting.get(BOOKS)).status).toBe(401);
  expect([await statusOf(owner, id), ...(await refused())]).toEqual(['ended', 401, 404, false]);
  const renewed = await person.post('/v1/auth/refresh', { refreshToken: session.refreshToken });
  expect(renewed.status).toBe(401);
  // At home nothing has happened.
  expect((await person.get(BOOKS)).status).toBe(200);
  expect(shown(await changeEngagement(owner, id, { endsOn: '2035-12-31' }))).toEqual([409, 'engagement_ended']);
  expect(shown(await endEngagement(owner, id))).toEqual([409, 'engagement_ended']);
});

it('is made longer or shorter while it is in force', async () => {
  const owner = await newClient();
  const { person, id } = await engaged(owner);
  const acting = await actingIn(owner, person);
  expect((await changeEngagement(owner, id, { endsOn: '2035-06-01' })).body).toMatchObject({ endsOn: '2035-06-01' });
  expect((await acting.get(BOOKS)).status).toBe(200);
  expect((await changeEngagement(owner, id, { endsOn: '2035-07-31' })).status).toBe(200);
  await setClock(owner, instants.after);
  expect((await acting.get(BOOKS)).status).toBe(200);
});

it('ends early at once, with its sessions, for good and on the record', async () => {
  const owner = await newClient();
  const { person, id } = await engaged(owner);
  const acting = await actingIn(owner, person);
  const ended = await endEngagement(owner, id);
  const { userId } = await membershipOf(owner, owner);
  expect(ended.body).toMatchObject({ status: 'ended', endsOn: '2035-06-30', endedById: userId });
  expect(Date.parse(ended.body.endedAt)).not.toBeNaN();
  expect((await acting.get(BOOKS)).status).toBe(401);
  expect(shown(await endEngagement(owner, id))).toEqual([409, 'engagement_ended']);
  const { body: trail } = await owner.get(`/v1/audit-entries?recordType=identity.engagement&recordId=${id}`);
  expect(trail.data.map(({ actorId }: { actorId: string }) => actorId)).toContain(userId);

  // Another one opens the organization again; no invitation is needed.
  const again = await engage(owner, person.email);
  expect([again.status, again.body.token, again.body.invitationId]).toEqual([201, '', null]);
  expect((await acting.get(BOOKS)).status).toBe(401);
  expect((await (await actingIn(owner, person)).get(BOOKS)).status).toBe(200);
});

it('ends with the membership, and with the invitation that nobody accepted', async () => {
  const owner = await newClient();
  const { person, id } = await engaged(owner);
  const acting = await actingIn(owner, person);
  expect((await membershipOf(owner, person)) as object).toMatchObject({ roles: [], isEngaged: true, status: 'active' });
  await turn(owner, person, 'end');
  expect([(await acting.get(BOOKS)).status, await statusOf(owner, id)]).toEqual([401, 'ended']);
  await turn(owner, person, 'reinstate');
  expect((await signIn(person, owner.organizationId)).status).toBe(401);

  const stranger = await newActor();
  const { body: open } = await engage(owner, stranger.email);
  const { headers } = await owner.get(`${INVITATIONS}/${open.invitationId}`);
  await owner.post(`${INVITATIONS}/${open.invitationId}/revoke`, {}, { 'If-Match': headers.etag! });
  expect(await statusOf(owner, open.id)).toBe('ended');
  const { body: other } = await engage(owner, stranger.email);
  await endEngagement(owner, other.id);
  expect((await owner.get(`${INVITATIONS}/${other.invitationId}`)).body.status).toBe('revoked');
  const late = await stranger.post(`${INVITATIONS}/accept-signed-in`, { token: other.token });
  expect(shown(late)).toEqual([422, 'invitation_not_valid']);
});

it('is opened by no invitation after its last day', async () => {
  const owner = await newClient();
  const stranger = await newActor();
  const { body } = await engage(owner, stranger.email);
  await setClock(owner, instants.after);
  const late = await stranger.post(`${INVITATIONS}/accept-signed-in`, { token: body.token });
  expect(shown(late)).toEqual([422, 'invitation_not_valid']);
});
