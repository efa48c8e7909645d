import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#kernel/id.js';
import { Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { expectRefusal } from '../support/refusal.js';
import { BOOKS, expire, holderOf, KEYS, membershipOf, setRoles, shown, turn } from './members.js';

const READ = 'accounting.books.read';

let owner: Actor;
beforeEach(async () => {
  owner = await newActor();
});

let names = 0;
async function makeKey(by: Actor, fields: object) {
  const { status, body } = await by.post(KEYS, { name: `Key ${(names += 1)}`, ...fields });
  if (status !== 201) throw new Error(`the key was answered ${JSON.stringify(body)}`);
  return body as { id: string; secret: string; name: string };
}
const using = (secret: string, of = owner) => new Actor(of.organizationId, of.legalEntityId, 'a key', secret);
const statusOf = async (secret: string, path = BOOKS) => (await using(secret).get(path)).status;

describe('an API key', () => {
  it('shows its secret once and opens what its scope says', async () => {
    const created = await owner.post(KEYS, { name: 'Web shop', roles: ['integrator'] });
    expect([created.status, created.headers['cache-control']]).toEqual([201, 'no-store']);
    const { secret, ...rest } = created.body;
    expect(secret).toMatch(/^bureau_live_[\w-]{64}$/);
    expect(rest).toMatchObject({
      name: 'Web shop',
      roles: ['integrator'],
      permissions: [],
      status: 'active',
      secretEnding: secret.slice(-4),
      createdById: (await membershipOf(owner, owner)).userId,
      lastUsedAt: null,
    });
    expect((await owner.get(`${KEYS}/${rest.id}`)).body).toEqual(rest);
    expect((await owner.get(KEYS)).body.data).toEqual([rest]);

    expect([await statusOf(secret), await statusOf(secret, KEYS)]).toEqual([200, 403]);
    const narrow = await makeKey(owner, { permissions: ['identity.role.read'] });
    expect([await statusOf(narrow.secret), await statusOf(narrow.secret, '/v1/identity/roles')]).toEqual([403, 200]);
  });

  it('posts as itself, apart from the person who made it, under idempotency keys of its own', async () => {
    await owner.openBooks();
    const key = await makeKey(owner, { roles: ['integrator'] });
    const lines = [
      { accountCode: '1000', debit: '10.00' },
      { accountCode: '3000', credit: '10.00' },
    ];
    const entry = { entryDate: '2026-03-05', description: 'By a program', post: true, lines };
    const headers = { 'Idempotency-Key': newId() };
    const [byKey, again] = [
      await using(key.secret).post('/v1/accounting/journal-entries', entry, headers),
      await using(key.secret).post('/v1/accounting/journal-entries', entry, headers),
    ];
    expect([byKey.status, byKey.body.postedBy]).toEqual([201, key.id]);
    expect([again.body.id, again.headers['idempotent-replayed']]).toEqual([byKey.body.id, 'true']);
    const byOwner = await owner.post('/v1/accounting/journal-entries', entry, headers);
    expect(byOwner.body.id).not.toBe(byKey.body.id);
  });

  it('is who acted in the audit trail', async () => {
    const key = await makeKey(owner, { roles: ['administrator'] });
    const entity = { name: 'Made by a key', functionalCurrency: 'EUR' };
    const { status, body } = await using(key.secret).post('/v1/administration/legal-entities', entity);
    expect(status).toBe(201);
    const { rows } = await asOwner((client) =>
      client.query('SELECT actor_id FROM platform.audit_entry WHERE row_id = $1', [body.id]),
    );
    expect(rows).toEqual([{ actor_id: key.id }]);
  });

  it('has no account: no password, no sessions, no other organization, no sign-out, no keys', async () => {
    const key = await makeKey(owner, { roles: ['administrator'] });
    const program = using(key.secret);
    const asked = await Promise.all([
      program.get('/v1/auth/sessions'),
      program.post('/v1/auth/logout'),
      program.post('/v1/auth/logout-everywhere'),
      program.post('/v1/auth/switch', { organizationId: owner.organizationId }),
      program.post('/v1/auth/password', { currentPassword: 'x', newPassword: 'a sensible long password' }),
      program.post('/v1/identity/invitations/accept-signed-in', { token: 'x' }),
      program.post(KEYS, { name: 'Another', roles: ['auditor'] }),
      program.post(`${KEYS}/${key.id}/revoke`),
    ]);
    expect(asked.map(({ status }) => status)).toEqual(Array<number>(asked.length).fill(403));
    expect((await program.get('/v1/identity/memberships')).status).toBe(200);
  });

  it('gives nobody what it does not hold', async () => {
    const key = await makeKey(owner, { roles: ['administrator'] });
    const person = await colleagueOf(owner, ['auditor']);
    expect(shown(await setRoles(using(key.secret), person, ['administrator']))).toEqual([403, 'grant_exceeds_own']);
    expect(shown(await setRoles(using(key.secret), person, ['owner']))).toEqual([403, 'owner_required']);
    expect((await setRoles(using(key.secret), person, ['accountant'])).status).toBe(200);
  });
});

describe('a scope', () => {
  it.each([
    ['nothing', {}, 422, '/roles'],
    ['an owner', { roles: ['auditor', 'owner'] }, 422, '/roles/1'],
    ['a role that is not', { roles: ['nobody'] }, 422, '/roles/0'],
    ['a permission that is not', { permissions: [READ, 'a.b.c'] }, 422, '/permissions/1'],
    ['what only people may', { permissions: ['identity.api_key.manage'] }, 422, '/permissions/0'],
    ['what everybody may', { permissions: ['auth.session.end'] }, 422, '/permissions/0'],
    ['an end that is over', { roles: ['auditor'], expiresAt: '2020-01-01T00:00:00Z' }, 422, '/expiresAt'],
  ])('of %s is refused', async (_case, fields, status, pointer) => {
    const answer = await owner.post(KEYS, { name: 'Refused', ...fields });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([status, pointer]);
  });

  it('is at most that of the person who makes the key, then and later', async () => {
    const maker = await holderOf(owner, 'maker', ['identity.api_key.read', 'identity.api_key.manage', READ]);
    for (const fields of [{ roles: ['auditor'] }, { permissions: [READ, 'accounting.books.manage'] }]) {
      expect(shown(await maker.post(KEYS, { name: 'Wide', ...fields }))).toEqual([403, 'grant_exceeds_own']);
    }
    const { secret } = await makeKey(maker, { permissions: [READ] });
    expect(await statusOf(secret)).toBe(200);
    await setRoles(owner, maker, ['integrator']);
    expect(await statusOf(secret)).toBe(200);
    await owner.post('/v1/identity/roles', { code: 'nothing', name: 'Nothing', permissions: [] });
    await setRoles(owner, maker, ['nothing']);
    expect(await statusOf(secret)).toBe(403);
  });
});

describe('from the next request on', () => {
  it('a key that was revoked opens nothing, for good', async () => {
    const key = await makeKey(owner, { roles: ['auditor'] });
    expect(await statusOf(key.secret)).toBe(200);
    const revoked = await owner.post(`${KEYS}/${key.id}/revoke`);
    expect([revoked.status, revoked.body.status]).toEqual([200, 'revoked']);
    expect(await statusOf(key.secret)).toBe(401);
    expect(shown(await owner.post(`${KEYS}/${key.id}/revoke`))).toEqual([409, 'api_key_revoked']);
    const back = asOwner((client) =>
      client.query('UPDATE identity.api_key SET revoked_at = NULL WHERE id = $1', [key.id]),
    );
    await expectRefusal(back, { code: 'BU023', message: 'final' });
  });

  it('a key that has expired opens nothing', async () => {
    const key = await makeKey(owner, { roles: ['auditor'], expiresAt: '2126-01-01T00:00:00Z' });
    expect(await statusOf(key.secret)).toBe(200);
    await expire('api_key', key.id);
    expect(await statusOf(key.secret)).toBe(401);
    expect((await owner.get(`${KEYS}/${key.id}`)).body.status).toBe('expired');
  });

  it('a key of a person who left opens nothing, nor when the person comes back', async () => {
    const maker = await colleagueOf(owner, ['administrator']);
    const { secret } = await makeKey(maker, { roles: ['auditor'] });
    await turn(owner, maker, 'end');
    expect(await statusOf(secret)).toBe(401);
    await turn(owner, maker, 'reinstate');
    expect(await statusOf(secret)).toBe(401);
  });

  it.each([
    ['a person who was disabled', "UPDATE identity.user_account SET status = 'disabled' WHERE email = $1"],
    [
      'an organization that was closed',
      `UPDATE platform.organization SET status = 'closed' WHERE id = (
         SELECT organization_id FROM identity.membership m JOIN identity.user_account u ON u.id = m.user_id WHERE u.email = $1)`,
    ],
  ])('a key of %s opens nothing', async (_case, statement) => {
    const { secret } = await makeKey(owner, { roles: ['auditor'] });
    expect(await statusOf(secret)).toBe(200);
    await asOwner((client) => client.query(statement, [owner.email]));
    expect(await statusOf(secret)).toBe(401);
  });
});

describe('a secret', () => {
  it('that is not exactly one is refused', async () => {
    const { secret } = await makeKey(owner, { roles: ['auditor'] });
    const other = await newActor();
    const inOther = Buffer.from(other.organizationId.replaceAll('-', ''), 'hex');
    const moved = Buffer.concat([inOther, Buffer.from(secret.slice(12), 'base64url').subarray(16)]);
    const forged = [
      `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`,
      secret.slice(0, -1),
      `${secret}A`,
      secret.slice(12),
      secret.replace('live', 'test'),
      secret.toUpperCase(),
      `bureau_live_${moved.toString('base64url')}`,
      `bureau_live_${'A'.repeat(64)}`,
    ];
    for (const one of forged) expect([one, await statusOf(one)]).toEqual([one, 401]);
    expect(await statusOf(secret)).toBe(200);
  });

  it('is of its organization and reads no other', async () => {
    const { secret } = await makeKey(owner, { roles: ['auditor'] });
    const other = await newActor();
    const found = await using(secret).get('/v1/administration/legal-entities');
    expect(found.body.data.map(({ id }: { id: string }) => id)).toEqual([owner.legalEntityId]);
    expect((await using(secret).get(`/v1/administration/legal-entities/${other.legalEntityId}`)).status).toBe(404);
  });

  it('is kept nowhere in the clear: neither in rows, nor in the audit trail, nor for a key', async () => {
    const headers = { 'Idempotency-Key': newId() };
    const body = { name: 'Web shop', roles: ['auditor'] };
    const [first, again] = [await owner.post(KEYS, body, headers), await owner.post(KEYS, body, headers)];
    expect([first.status, shown(again)]).toEqual([201, [409, 'api_key_name_taken']]);
    await asOwner(async (client) => {
      const { rows } = await client.query(
        `SELECT (SELECT count(*)::int FROM identity.api_key k WHERE strpos(k::text, $2) > 0) AS in_rows,
                (SELECT count(*)::int FROM platform.audit_entry a WHERE a.organization_id = $1
                   AND (strpos(a::text, $2) > 0 OR a::text LIKE '%secret_hash%')) AS in_audit,
                (SELECT count(*)::int FROM platform.audit_entry a WHERE a.organization_id = $1
                   AND a.table_name = 'identity.api_key') AS audited,
                (SELECT count(*)::int FROM platform.idempotency_record r WHERE r.organization_id = $1) AS remembered`,
        [owner.organizationId, first.body.secret.slice(12)],
      );
      expect(rows[0]).toEqual({ in_rows: 0, in_audit: 0, audited: 1, remembered: 0 });
    });
  });
});

it('the last use is noted, once for many requests, and leaves no audit row', async () => {
  const key = await makeKey(owner, { roles: ['auditor'] });
  await Promise.all(Array.from({ length: 20 }, () => statusOf(key.secret)));
  const noted = async () => (await owner.get(`${KEYS}/${key.id}`)).body.lastUsedAt as string | null;
  for (let tries = 0; tries < 50 && (await noted()) === null; tries += 1) await delay(20);
  const first = await noted();
  expect(Math.abs(Date.parse(first!) - Date.now())).toBeLessThan(60_000);
  await statusOf(key.secret);
  await delay(100);
  expect(await noted()).toBe(first);
  const earlier = "UPDATE identity.api_key_use SET last_used_at = now() - interval '6 minutes' WHERE api_key_id = $1";
  await asOwner((client) => client.query(earlier, [key.id]));
  await statusOf(key.secret);
  for (let tries = 0; tries < 50 && Date.parse((await noted())!) < Date.now() - 60_000; tries += 1) await delay(20);
  expect(Date.parse((await noted())!)).toBeGreaterThan(Date.now() - 60_000);
  const { rows } = await asOwner((client) =>
    client.query('SELECT count(*)::int AS rows FROM platform.audit_entry WHERE row_id = $1', [key.id]),
  );
  expect(rows[0].rows).toBe(1);
});

it('the database makes no key an owner', async () => {
  const { id } = await makeKey(owner, { roles: ['auditor'] });
  const crown = asOwner((client) => client.query("UPDATE identity.api_key SET roles = '{owner}' WHERE id = $1", [id]));
  await expectRefusal(crown, { code: '23514', constraint: 'api_key_no_owner' });
});
