import { createHash } from 'node:crypto';
import { newId } from '#kernel/id.js';
import { asOwner } from '../support/owner.js';
import { type Provisioned, provision } from '../support/provision.js';
import { change, Door, type SignedIn } from './door.js';
import { problemIn, Wire } from './wire.js';

let door: Door;
let person: Provisioned;
let session: SignedIn;

beforeAll(() => {
  door = new Door(new Wire(50));
});
beforeEach(async () => {
  // The last owner stays, and these people lose what they have.
  person = await provision(['administrator']);
  session = await door.tokens(person.email);
});
afterAll(() => door.wire.close());

const hashOf = (token: string) => createHash('sha256').update(token).digest();
const MAKE_OLD = "UPDATE identity.refresh_token SET used_at = used_at - $2 * interval '1 second' WHERE token_hash = $1";
/** As if the token had been used so much longer ago. */
const usedEarlier = (token: string, seconds: number) => change(MAKE_OLD, [hashOf(token), seconds]);

const rowOf = (token: string) =>
  asOwner(async (owner) => {
    const { rows } = await owner.query(
      `SELECT t.expires_at, t.issued_at, s.created_at, s.expires_at AS session_expires_at, s.ended_at, s.ended_because
       FROM identity.refresh_token t JOIN identity.session s ON s.id = t.session_id WHERE t.token_hash = $1`,
      [hashOf(token)],
    );
    return rows[0];
  });

describe('a refresh token', () => {
  it('works once, for the next pair of tokens of the same session', async () => {
    const next = await door.renewed(session.refreshToken);
    expect(next).toEqual({
      accessToken: expect.any(String),
      tokenType: 'Bearer',
      expiresIn: 600,
      refreshToken: expect.stringMatching(/^[\w-]{43}$/),
      organizationId: person.organizationId,
    });
    expect(next.refreshToken).not.toBe(session.refreshToken);
    expect([await door.statusOf(session.accessToken), await door.statusOf(next.accessToken)]).toEqual([200, 200]);
    expect(await door.renewed(next.refreshToken)).toMatchObject({ organizationId: person.organizationId });
  });

  it('is kept nowhere: the database knows its hash only', async () => {
    const found = await asOwner(async (owner) => {
      const { rows } = await owner.query(
        'SELECT count(*)::int AS found FROM identity.refresh_token t WHERE strpos(t::text, $1) > 0 OR strpos(encode(token_hash, $2), $1) > 0',
        [session.refreshToken, 'escape'],
      );
      return rows[0].found as number;
    });
    expect(found).toBe(0);
    expect(await rowOf(session.refreshToken)).toBeDefined();
  });

  it('that is sent fifty times at once gives one pair, and the session goes on', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => door.renew(session.refreshToken)));
    const given = answers.filter(({ status }) => status === 200);
    expect([given.length, answers.filter(({ status }) => status === 401).length]).toEqual([1, 49]);
    const { accessToken, refreshToken } = JSON.parse(given[0]!.text) as SignedIn;
    expect([await door.statusOf(session.accessToken), await door.statusOf(accessToken)]).toEqual([200, 200]);
    expect((await door.renew(refreshToken)).status).toBe(200);
  });

  it('that comes back within ten seconds is refused, and the session goes on', async () => {
    const next = await door.renewed(session.refreshToken);
    await usedEarlier(session.refreshToken, 5);
    const again = await door.renew(session.refreshToken);
    expect([again.status, problemIn(again)?.code]).toEqual([401, 'unauthenticated']);
    expect(await door.statusOf(next.accessToken)).toBe(200);
    expect((await door.renew(next.refreshToken)).status).toBe(200);
  });

  it('that comes back later ends the session, with every token of it', async () => {
    const next = await door.renewed(session.refreshToken);
    const last = await door.renewed(next.refreshToken);
    await usedEarlier(session.refreshToken, 11);
    expect((await door.renew(session.refreshToken)).status).toBe(401);
    for (const { accessToken } of [session, next, last]) expect(await door.statusOf(accessToken)).toBe(401);
    expect((await door.renew(last.refreshToken)).status).toBe(401);
    expect((await rowOf(last.refreshToken)).ended_because).toBe('token_reused');
  });

  it('that comes back later ends no other session of the person', async () => {
    const other = await door.tokens(person.email);
    await door.renewed(session.refreshToken);
    await usedEarlier(session.refreshToken, 11);
    await door.renew(session.refreshToken);
    expect([await door.statusOf(session.accessToken), await door.statusOf(other.accessToken)]).toEqual([401, 200]);
  });

  it('is no access token, nor the other way round', async () => {
    expect(await door.statusOf(session.refreshToken)).toBe(401);
    expect((await door.renew(session.accessToken.slice(0, 128))).status).toBe(401);
    expect((await door.renew(session.refreshToken)).status).toBe(200);
  });

  it('ends an hour after it was given, and with the session a day after the sign-in', async () => {
    const seconds = (from: Date, until: Date) => Math.round((until.getTime() - from.getTime()) / 1000);
    const first = await rowOf(session.refreshToken);
    expect(seconds(first.issued_at, first.expires_at)).toBe(3600);
    expect(seconds(first.created_at, first.session_expires_at)).toBe(86_400);

    // Half an hour before the end of the day nothing is given for longer than that.
    const near = "UPDATE identity.session SET expires_at = now() + interval '30 minutes' WHERE user_id = $1";
    await change(near, [person.userId]);
    const { refreshToken } = await door.renewed(session.refreshToken);
    const last = await rowOf(refreshToken);
    expect(last.expires_at).toEqual(last.session_expires_at);
  });

  it('that has ended is refused, and the access token lives on until its own end', async () => {
    await change("UPDATE identity.refresh_token SET expires_at = now() - interval '1 second' WHERE token_hash = $1", [
      hashOf(session.refreshToken),
    ]);
    expect((await door.renew(session.refreshToken)).status).toBe(401);
    expect(await door.statusOf(session.accessToken)).toBe(200);
  });
});

describe('signing out', () => {
  it('ends the session at once, both tokens with it', async () => {
    const next = await door.renewed(session.refreshToken);
    const { status, text } = await door.signOut(next.accessToken);
    expect([status, text]).toEqual([204, '']);
    for (const { accessToken } of [session, next]) expect(await door.statusOf(accessToken)).toBe(401);
    expect((await door.renew(next.refreshToken)).status).toBe(401);
    expect((await door.signOut(next.accessToken)).status).toBe(401);
    expect((await rowOf(next.refreshToken)).ended_because).toBe('signed_out');
  });
});

describe('from the next request on', () => {
  const statements: [string, string, (who: Provisioned) => string][] = [
    [
      'a person who was disabled',
      "UPDATE identity.user_account SET status = 'disabled' WHERE id = $1",
      ({ userId }) => userId,
    ],
    [
      'a membership that ended',
      "UPDATE identity.membership SET status = 'ended' WHERE user_id = $1",
      ({ userId }) => userId,
    ],
    [
      'an organization that was closed',
      "UPDATE platform.organization SET status = 'closed' WHERE id = $1",
      ({ organizationId }) => organizationId,
    ],
    [
      'a session that is a day old',
      "UPDATE identity.session SET expires_at = now() - interval '1 second' WHERE user_id = $1",
      ({ userId }) => userId,
    ],
  ];

  it.each(statements)('%s is let in no more, and gets no more tokens', async (_name, statement, id) => {
    expect(await door.statusOf(session.accessToken)).toBe(200);
    await change(statement, [id(person)]);
    expect(await door.statusOf(session.accessToken)).toBe(401);
    expect((await door.signOut(session.accessToken)).status).toBe(401);
    const renewal = await door.renew(session.refreshToken);
    expect([renewal.status, problemIn(renewal)?.code]).toEqual([401, 'unauthenticated']);
  });

  it('a role that was taken away or given holds', async () => {
    const setRoles = (roles: string[]) =>
      change('UPDATE identity.membership SET roles = $2 WHERE user_id = $1', [person.userId, roles]);
    const body = JSON.stringify({ name: 'New company', functionalCurrency: 'EUR' });
    const create = async (key: string) => {
      const headers = {
        Authorization: `Bearer ${session.accessToken}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
      };
      return (await door.wire.send({ method: 'POST', path: '/v1/administration/legal-entities', headers, body }))
        .status;
    };
    await setRoles(['auditor']);
    expect([await create('one'), await door.statusOf(session.accessToken)]).toEqual([403, 200]);
    await change(
      "INSERT INTO identity.role (organization_id, id, code, name, permissions) VALUES ($1, $2, 'janitor', 'Janitor', '{}')",
      [person.organizationId, newId()],
    );
    await setRoles(['janitor']);
    expect([await create('one'), await door.statusOf(session.accessToken)]).toEqual([403, 403]);
    await setRoles(['administrator']);
    expect(await create('one')).toBe(201);
  });
});
