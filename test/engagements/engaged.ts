import { Actor, type Answer, newActor, newTestActor } from '../support/actor.js';
import { INVITATIONS } from '../identity/members.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';
import supertest from 'supertest';
import { provided } from '../support/database.js';

export const ENGAGEMENTS = '/v1/identity/engagements';

/** Midnight of the first day by the clock of the client, which is fourteen hours ahead of UTC. */
const FIRST = '2035-06-01';
const LAST = '2035-06-30';
export const instants = {
  before: '2035-05-31T09:30:00Z',
  firstMorning: '2035-05-31T10:00:00Z',
  lastEvening: '2035-06-30T09:30:00Z',
  after: '2035-06-30T10:00:00Z',
};

/** The owner of a test organization fourteen hours ahead of UTC, whose clock shows the instant. */
export async function newClient(instant = instants.firstMorning): Promise<Actor> {
  const owner = await newTestActor();
  await asOwner((database) =>
    database.query("UPDATE platform.organization SET time_zone = 'Pacific/Kiritimati' WHERE id = $1", [
      owner.organizationId,
    ]),
  );
  await setClock(owner, instant);
  return owner;
}

export async function setClock(owner: Actor, to: string): Promise<void> {
  const { status, text } = await owner.post('/v1/administration/clock/advance', { to });
  if (status !== 200) throw new Error(`the clock answered ${status}: ${text}`);
}

export const engage = (by: Actor, email: string, fields: object = {}): Promise<Answer> =>
  by.post(ENGAGEMENTS, {
    email,
    provider: 'Nordic Accounting AB',
    reference: 'Contract 17',
    roles: ['accountant'],
    modules: ['accounting'],
    startsOn: FIRST,
    endsOn: LAST,
    ...fields,
  });

/** A person of another firm who has accepted an engagement. */
export async function engaged(owner: Actor, fields: object = {}): Promise<{ person: Actor; id: string }> {
  const person = await newActor();
  const { status, body, text } = await engage(owner, person.email, fields);
  if (status !== 201) throw new Error(`the engagement was answered ${text}`);
  const accepted = await person.post(`${INVITATIONS}/accept-signed-in`, { token: body.token });
  if (accepted.status !== 200) throw new Error(`the acceptance was answered ${accepted.text}`);
  return { person, id: body.id };
}

/** Signs the person of the other firm in; 401 where the organization is not open to them. */
export async function signIn({ email }: Actor, organizationId?: string): Promise<Answer> {
  const { status, headers, body, text } = await supertest(provided('TEST_BASE_URL'))
    .post('/v1/auth/login')
    .send({ email, password: PASSWORD, ...(organizationId ? { organizationId } : {}) });
  return { status, headers: headers as Record<string, string>, body, text };
}

/** The person as who they are in the organization that engaged them. */
export async function actingIn({ organizationId, legalEntityId }: Actor, person: Actor): Promise<Actor> {
  const { status, body, text } = await person.post('/v1/auth/switch', { organizationId });
  if (status !== 200) throw new Error(`the switch was answered ${status}: ${text}`);
  return new Actor(organizationId, legalEntityId, person.email, body.accessToken);
}

/** Ends an engagement, or changes it. */
export async function endEngagement(by: Actor, id: string): Promise<Answer> {
  const { headers } = await by.get(`${ENGAGEMENTS}/${id}`);
  return by.post(`${ENGAGEMENTS}/${id}/end`, {}, { 'If-Match': headers.etag! });
}

export async function changeEngagement(by: Actor, id: string, fields: object): Promise<Answer> {
  const { headers } = await by.get(`${ENGAGEMENTS}/${id}`);
  return by.patch(`${ENGAGEMENTS}/${id}`, fields, headers.etag);
}
