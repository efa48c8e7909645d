import { hash } from '@node-rs/argon2';
import { newId } from '#kernel/id.js';
import { addMember, PASSWORD, type Provisioned, provision } from '../support/provision.js';
import { bearer, change, Door, READING } from './door.js';
import { problemIn, type Received, Wire } from './wire.js';

let wire: Wire;
let door: Door;
beforeAll(() => {
  wire = new Wire();
  door = new Door(wire);
});
afterAll(() => wire.close());

const ADD_MEMBERSHIP = `
  INSERT INTO identity.membership (organization_id, id, user_id, roles, created_at) VALUES ($1, $2, $3, $4, $5)`;
const addMembership = (organizationId: string, userId: string, roles: string[], createdAt = new Date()) =>
  change(ADD_MEMBERSHIP, [organizationId, newId(), userId, roles, createdAt]);
const end = ({ organizationId, userId }: Provisioned) =>
  change("UPDATE identity.membership SET status = 'ended' WHERE organization_id = $1 AND user_id = $2", [
    organizationId,
    userId,
  ]);
const disable = ({ userId }: Provisioned) =>
  change("UPDATE identity.user_account SET status = 'disabled' WHERE id = $1", [userId]);
const close = ({ organizationId }: Provisioned) =>
  change("UPDATE platform.organization SET status = 'closed' WHERE id = $1", [organizationId]);

describe('signing in', () => {
  it('gives tokens for the organization, which open it, and which nobody else may keep', async () => {
    const { email, organizationId, userId } = await provision();
    const received = await door.signIn({ email, password: PASSWORD });
    expect([received.status, received.headers['cache-control']]).toEqual([200, 'no-store']);
    const answer = JSON.parse(received.text);
    expect(answer).toEqual({
      accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      tokenType: 'Bearer',
      expiresIn: 600,
      refreshToken: expect.stringMatching(/^[\w-]{43}$/),
      organizationId,
      userId,
      memberships: [{ organizationId, organizationName: 'Test organization' }],
    });
    expect(await door.statusOf(answer.accessToken)).toBe(200);
  });

  it('takes the e-mail address in any case of letters, and the password in one', async () => {
    const { email } = await provision();
    expect((await door.signIn({ email: email.toUpperCase(), password: PASSWORD })).status).toBe(200);
    expect((await door.signIn({ email, password: PASSWORD.toUpperCase() })).status).toBe(401);
  });

  it('twice gives two sessions', async () => {
    const { email } = await provision();
    const [one, other] = [await door.tokens(email), await door.tokens(email)];
    expect(one.refreshToken).not.toBe(other.refreshToken);
    await door.signOut(one.accessToken);
    expect([await door.statusOf(one.accessToken), await door.statusOf(other.accessToken)]).toEqual([401, 200]);
  });

  it('thirty times at once works, and others are answered meanwhile', async () => {
    const { email } = await provision();
    const crowd = new Wire(30);
    let answered = 0;
    const signingIn = Array.from({ length: 30 }, async () => {
      const received = await new Door(crowd).signIn({ email, password: PASSWORD });
      answered += 1;
      return received;
    });
    const { status } = await wire.send({ method: 'GET', path: '/health/live' });
    const before = answered;
    const answers = await Promise.all(signingIn);
    crowd.close();
    expect(new Set(answers.map((received) => received.status))).toEqual(new Set([200]));
    expect([status, before < 30]).toEqual([200, true]);
  });

  it.each([1, 16, 64, 65, 72, 128])('looks at character %i of the password', async (position) => {
    const { email, userId } = await provision();
    const long = 'å'.repeat(128);
    const passwordHash = await hash(long, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await change('UPDATE identity.user_account SET password_hash = $2 WHERE id = $1', [userId, passwordHash]);
    const changed = `${long.slice(0, position - 1)}a${long.slice(position)}`;
    const statuses = [];
    for (const password of [long, changed, long.slice(0, -1)])
      statuses.push((await door.signIn({ email, password })).status);
    expect(statuses).toEqual([200, 401, 401]);
  });
});

describe('wrong credentials', () => {
  /** All of the answer but the id of the request and the time. */
  function shownBy({ status, headers, text }: Received) {
    const { date: _, 'request-id': __, ...others } = headers;
    return { status, headers: others, body: { ...JSON.parse(text), requestId: '' } };
  }

  it('are answered alike, whatever of them is wrong', async () => {
    const known = await provision();
    const stranger = await provision();
    const disabled = await provision();
    await disable(disabled);
    const former = await provision(['administrator']);
    await end(former);
    const closed = await provision();
    await close(closed);
    const { email } = known;
    const bodies = [
      { email, password: 'another password of mine' },
      { email, password: ` ${PASSWORD}` },
      { email, password: `${PASSWORD} ` },
      { email, password: PASSWORD.normalize('NFD').slice(0, -1) },
      { email: `nobody-${email}`, password: PASSWORD },
      { email: `nobody-${email}`, password: 'no password has this hash' },
      { email: disabled.email, password: PASSWORD },
      { email: former.email, password: PASSWORD },
      { email: closed.email, password: PASSWORD },
      { email, password: PASSWORD, organizationId: stranger.organizationId },
      { email, password: PASSWORD, organizationId: newId() },
      { email, password: PASSWORD, organizationId: closed.organizationId },
      { email, password: 'wrong', organizationId: known.organizationId },
      { email: former.email, password: PASSWORD, organizationId: former.organizationId },
      { email: closed.email, password: PASSWORD, organizationId: closed.organizationId },
    ];
    const answers = [];
    for (const body of bodies) answers.push(shownBy(await door.signIn(body)));
    expect(answers[0]).toMatchObject({
      status: 401,
      body: {
        code: 'unauthenticated',
        detail: 'The e-mail address, the password or the organization is not right.',
        errors: [],
      },
      headers: {
        'content-type': expect.stringContaining('application/problem+json'),
        'www-authenticate': expect.any(String),
      },
    });
    for (const [at, answer] of answers.entries()) expect([bodies[at], answer]).toEqual([bodies[at], answers[0]]);
  });

  it('of a session that is renewed are answered alike as well', async () => {
    const { email } = await provision();
    const { accessToken, refreshToken } = await door.tokens(email);
    await door.renewed(refreshToken);
    const answers = [];
    for (const token of [
      refreshToken,
      accessToken.slice(0, 128),
      'x',
      `${refreshToken} `,
      refreshToken.slice(1),
      'a'.repeat(43),
    ]) {
      answers.push(shownBy(await door.renew(token)));
    }
    expect([answers[0]!.status, answers[0]!.body.code]).toEqual([401, 'unauthenticated']);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe('a person of several organizations', () => {
  let home: Provisioned;
  let client: Provisioned;
  beforeAll(async () => {
    client = await provision();
    home = await provision(['auditor']);
    // The client existed before, and took this person in later.
    await addMembership(client.organizationId, home.userId, ['owner'], new Date(Date.now() + 1000));
  });

  const entity = { name: 'New company', functionalCurrency: 'EUR' };
  const create = (accessToken: string) => {
    const headers = { ...bearer(accessToken), 'Content-Type': 'application/json', 'Idempotency-Key': newId() };
    return wire.send({ method: 'POST', path: READING, headers, body: JSON.stringify(entity) });
  };

  it('is told of all of them, and comes into the first that took the person in', async () => {
    const { organizationId, memberships } = await door.tokens(home.email);
    expect(memberships.map((one) => one.organizationId)).toEqual([home.organizationId, client.organizationId]);
    expect(organizationId).toBe(home.organizationId);
  });

  it('has in each of them the role of that one, and sees the rows of that one', async () => {
    const [atHome, atClient] = [
      await door.tokens(home.email, home.organizationId),
      await door.tokens(home.email, client.organizationId),
    ];
    expect([atHome.organizationId, atClient.organizationId]).toEqual([home.organizationId, client.organizationId]);
    expect([(await create(atHome.accessToken)).status, (await create(atClient.accessToken)).status]).toEqual([
      403, 201,
    ]);
    const idsSeen = async ({ accessToken }: { accessToken: string }) =>
      JSON.parse((await door.read(accessToken)).text).data.map(({ id }: { id: string }) => id);
    expect(await idsSeen(atHome)).toEqual([home.legalEntityId]);
    expect(await idsSeen(atClient)).toContain(client.legalEntityId);
    expect(await idsSeen(atClient)).not.toContain(home.legalEntityId);
  });

  it('stays in the organization that a session was opened in when it is renewed', async () => {
    const { refreshToken } = await door.tokens(home.email, client.organizationId);
    expect((await door.renewed(refreshToken)).organizationId).toBe(client.organizationId);
  });

  it('is not told of those that ended with the person or were closed', async () => {
    const one = await provision();
    const [left, closed] = [await provision(), await provision()];
    for (const { organizationId } of [left, closed]) await addMembership(organizationId, one.userId, ['auditor']);
    await end({ ...left, userId: one.userId });
    await close(closed);
    const { memberships, organizationId } = await door.tokens(one.email);
    expect([organizationId, memberships]).toEqual([
      one.organizationId,
      [{ organizationId: one.organizationId, organizationName: 'Test organization' }],
    ]);
  });

  it('shares nothing with a colleague but the organization', async () => {
    const colleague = await addMember(home.organizationId, ['bookkeeper']);
    const { memberships, userId } = await door.tokens(colleague.email);
    expect([userId, memberships.length]).toEqual([colleague.userId, 1]);
    expect(
      problemIn(
        await door.signIn({ email: colleague.email, password: PASSWORD, organizationId: client.organizationId }),
      )?.status,
    ).toBe(401);
  });
});
