import supertest from 'supertest';
import { newId } from '#kernel/id.js';
import { type Actor, type Answer, newActor } from '../support/actor.js';
import { turn } from '../identity/members.js';
import { provided } from '../support/database.js';
import { sealAll } from '../support/sealed.js';
import { recordedIn } from './recorded.js';

// The address of an invitation is erased with whoever accepted it, or by itself.

type Body = Answer['body'];

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

const erase = (subjectId: string) => actor.post('/v1/erasures', { subjectId, reason: 'Request of the person' });

const accept = (token: string) =>
  supertest(provided('TEST_BASE_URL'))
    .post('/v1/identity/invitations/accept')
    .send({ token, name: 'Anna Berg', password: 'a sensible long password' });
const invite = async (email: string): Promise<Body> =>
  (await actor.post('/v1/identity/invitations', { email, roles: ['auditor'] })).body;
const invitationsOf = async (): Promise<Body[]> => (await actor.get('/v1/identity/invitations')).body.data;

it('goes with the person who accepted it, whose first trace it is', async () => {
  const email = `${newId()}@example.com`;
  const invitation = await invite(email);
  const accepted = await accept(invitation.token);
  const { userId } = accepted.body;
  const recorded = await actor.get(`/v1/audit-entries?recordType=identity.user_account&recordId=${userId}`);
  expect(recorded.body.data[0]).toMatchObject({
    operation: 'insert',
    action: 'identity.invitation.accept',
    after: { email },
  });
  await turn(actor, { email }, 'end');

  expect((await erase(userId)).body).toMatchObject({ accountErased: true });
  expect(await recordedIn(actor.organizationId)).not.toMatch(new RegExp(`Anna|${email}`));
  expect(await invitationsOf()).toMatchObject([
    { id: invitation.id, status: 'accepted', email: `erased-${invitation.id}@erased.invalid` },
  ]);
  await sealAll(actor.organizationId);
  expect((await actor.get('/v1/audit-chain/verify')).body).toMatchObject({ status: 'intact', findings: [] });
});

it('is asked for by its own id where nobody accepted it, and it opens nothing any more', async () => {
  const email = `${newId()}@example.com`;
  const invitation = await invite(email);
  expect((await erase(invitation.id)).body).toMatchObject({ accountErased: false });
  expect(await invitationsOf()).toMatchObject([{ status: 'revoked', email: `erased-${invitation.id}@erased.invalid` }]);
  expect((await accept(invitation.token)).body.code).toBe('invitation_not_valid');
  expect(await recordedIn(actor.organizationId)).not.toContain(email);
});
