import { newId } from '#kernel/id.js';
import { type Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { asRole, provided } from '../support/database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { asOwner } from '../support/owner.js';
import { expectRefusal } from '../support/refusal.js';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

const log = async (query = '', as = actor): Promise<Answer['body'][]> => {
  const { status, body } = await as.get(`/v1/access-log${query}`);
  expect(status).toBe(200);
  return body.data;
};

it('tells who read what, how, and in which request, and no value', async () => {
  const auditor = await colleagueOf(actor, ['auditor']);
  const answer = await auditor.get('/v1/identity/memberships?status=active&updatedAt[gte]=2026-01-01T00:00:00Z');
  expect(answer.status).toBe(200);
  const [entry, ...others] = await log('?recordType=identity.membership');
  expect(others).toEqual([]);
  const me = answer.body.data.find(({ email }: { email: string }) => email === auditor.email);
  expect(entry).toMatchObject({
    operation: 'listMemberships',
    recordType: 'identity.membership',
    subject: null,
    parameters: ['status', 'updatedAt[gte]'],
    mediaType: 'application/json',
    outcome: 'answered',
    actorId: me.userId,
    personId: me.userId,
    actorName: me.name,
    requestId: answer.headers['request-id'],
  });
  expect(JSON.stringify(entry)).not.toContain('2026-01-01');
});

it('names the record that was asked for, and the API key with the person behind it', async () => {
  const { body: key } = await actor.post('/v1/identity/api-keys', { name: 'Portal', roles: ['administrator'] });
  const [membership] = (await actor.get('/v1/identity/memberships')).body.data;
  const program = Object.assign(Object.create(actor) as Actor, { accessToken: key.secret });
  expect((await program.get(`/v1/identity/memberships/${membership.id}`)).status).toBe(200);
  const [entry] = await log(`?subject=${membership.id}`);
  expect(entry).toMatchObject({
    operation: 'getMembership',
    subject: membership.id,
    actorId: key.id,
    actorName: 'Portal',
    personId: membership.userId,
  });
  expect(await log(`?personId=${membership.userId}&operation=getMembership`)).toEqual([entry]);
});

it('has one entry for a file of several pages, with its form, and one for each file and export', async () => {
  await asOwner((owner) =>
    owner.query(
      `INSERT INTO identity.invitation (organization_id, id, email, roles, token_hash, invited_by, expires_at)
       SELECT $1, gen_random_uuid(), n || '@example.com', '{auditor}', sha256(n::text::bytea), (SELECT m.user_id FROM identity.membership m WHERE m.organization_id = $1 LIMIT 1), now() + interval '1 day'
       FROM generate_series(1, 450) n`,
      [actor.organizationId],
    ),
  );
  const { text } = await actor.get('/v1/identity/invitations', { Accept: 'text/csv' });
  expect(text.split('\r\n').length).toBeGreaterThan(450);
  const { body: file } = await actor.upload('/v1/files?name=a.pdf', Buffer.from('%PDF-1.7\n%%EOF\n'));
  const { headers } = await actor.get(`/v1/files/${file.id}/content`);
  expect((await actor.get(`/v1/files/${file.id}/content`, { 'If-None-Match': headers.etag! })).status).toBe(304);
  expect((await actor.get('/v1/organization/export')).status).toBe(200);
  expect((await actor.get('/v1/audit-entries/export')).status).toBe(200);
  expect(
    (await log()).map(({ operation, subject, mediaType, outcome }) => [operation, subject, mediaType, outcome]),
  ).toEqual([
    ['exportAuditTrail', null, 'application/x-ndjson', 'answered'],
    ['exportOrganization', null, 'application/x-ndjson', 'answered'],
    ['downloadFile', file.id, null, 'not_modified'],
    ['downloadFile', file.id, 'application/pdf', 'answered'],
    ['listInvitations', null, 'text/csv', 'answered'],
  ]);
});

it('has entries of its own reading, and none of what was refused or is not sensitive', async () => {
  for (const path of [
    `/v1/identity/memberships/${newId()}`,
    '/v1/identity/memberships?nonsense=Anna',
    '/v1/accounting/accounts',
  ]) {
    await actor.get(path);
  }
  expect(await log()).toEqual([]);
  expect(await log()).toMatchObject([{ operation: 'listAccessLogEntries' }]);
  const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
  expect((await bookkeeper.get('/v1/access-log')).status).toBe(403);
  const stranger = await newActor();
  expect(await log('', stranger)).toEqual([]);
  expect(await log(`?actorId[ne]=${newId()}`, stranger)).toMatchObject([{ operation: 'listAccessLogEntries' }]);
});

it('refuses a read that cannot be recorded, and nothing else', async () => {
  const refuseAll = (verb: string) => asOwner((owner) => owner.query(`ALTER TABLE platform.access_log_entry ${verb}`));
  await refuseAll('ADD CONSTRAINT access_log_entry_full CHECK (false) NOT VALID');
  try {
    for (const path of ['/v1/identity/memberships', '/v1/audit-entries', '/v1/organization/export', '/v1/access-log']) {
      const { status, body, headers, text } = await actor.get(path);
      expect([path, status, body.code, headers['retry-after']]).toEqual([path, 503, 'service_unavailable', '5']);
      expect(text).not.toContain(actor.email);
    }
    expect((await actor.get('/v1/accounting/accounts')).status).toBe(200);
  } finally {
    await refuseAll('DROP CONSTRAINT access_log_entry_full');
  }
  expect(await log()).toEqual([]);
  expect((await actor.get('/v1/identity/memberships')).status).toBe(200);
});

it('keeps its entries from the application and from the owner, and forgets them after two years', async () => {
  await actor.get('/v1/identity/memberships');
  const app = await asRole(provided('TEST_OWNER_URL'), 'bureau_app');
  const { organizationId } = actor;
  try {
    for (const statement of [
      "UPDATE platform.access_log_entry SET operation = 'other'",
      'DELETE FROM platform.access_log_entry',
      'TRUNCATE platform.access_log_entry',
    ]) {
      await expectRefusal(
        inOrganization(app, organizationId, () => app.query(statement)),
        { code: '42501' },
      );
      await asOwner((owner) => expectRefusal(owner.query(statement), { code: 'BU001' }));
    }
    await asOwner((owner) =>
      owner.query(
        `INSERT INTO platform.access_log_entry
           (organization_id, id, operation, record_type, parameters, outcome, actor_id, request_id, accessed_at)
         SELECT $1, gen_random_uuid(), 'listMemberships', 'identity.membership', '{}', 'answered', $1, $1, now() - age::interval
         FROM unnest(ARRAY['3 years', '23 months']) age`,
        [organizationId],
      ),
    );
    const purge = () =>
      inOrganization(
        app,
        organizationId,
        async () => (await app.query('SELECT platform.purge_access_log() AS n')).rows,
      );
    expect(await purge()).toEqual([{ n: 1 }]);
    expect(await purge()).toEqual([{ n: 0 }]);
  } finally {
    await app.end();
  }
  expect(await log()).toHaveLength(2);
});
