import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import supertest from 'supertest';
import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { giveCommand } from '../support/bureau-command.js';
import { provided } from '../support/database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { asOwner } from '../support/owner.js';
import { withRole } from '../support/matrix-database.js';
import { PASSWORD } from '../support/provision.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';
import { sealAll } from '../support/sealed.js';

const CLOSE = '/v1/organization/close';
const NAME = 'Test organization';
const reason = 'The business was sold';
const close = (actor: Actor) => actor.post(CLOSE, { confirmName: NAME, reason });

const anonymous = (path: string, body: object) => supertest(provided('TEST_BASE_URL')).post(path).send(body);
const signIn = (email: string, organizationId?: string) =>
  anonymous('/v1/auth/login', { email, password: PASSWORD, ...(organizationId ? { organizationId } : {}) });
const statusOf = (organizationId: string) =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ status: string }>('SELECT status FROM platform.organization WHERE id = $1', [
      organizationId,
    ]);
    return rows[0]!.status;
  });

describe('a closed organization', () => {
  let owner: Actor;
  let colleague: Actor;
  let other: Actor;
  let apiKey: string;
  let invitation: string;
  let refreshToken: string;

  beforeAll(async () => {
    [owner, other] = [await newActor(), await newActor()];
    colleague = await colleagueOf(owner, ['accountant']);
    const key = await owner.post('/v1/identity/api-keys', { name: 'Shop', roles: ['integrator'] });
    apiKey = key.body.secret as string;
    const invited = await owner.post('/v1/identity/invitations', {
      email: `${newId()}@example.com`,
      roles: ['auditor'],
    });
    invitation = invited.body.token as string;
    refreshToken = (await signIn(owner.email)).body.refreshToken as string;
    // A member of both.
    await asOwner((client) =>
      client.query(
        `INSERT INTO identity.membership (organization_id, id, user_id, roles)
         SELECT $1, $2, id, '{auditor}' FROM identity.user_account WHERE email = $3`,
        [other.organizationId, newId(), colleague.email],
      ),
    );
  });

  const asKey = () =>
    supertest(provided('TEST_BASE_URL')).get('/v1/accounting/accounts').set('Authorization', `Bearer ${apiKey}`);

  it('was open to its keys', async () => expect((await asKey()).status).toBe(200));

  it('was closed by an owner, who learns what was done', async () => {
    const { status, body } = await close(owner);
    expect([status, body]).toEqual([
      200,
      {
        id: owner.organizationId,
        name: NAME,
        status: 'closed',
        reason,
        closedBy: expect.any(String),
        closedAt: expect.any(String),
      },
    ]);
  });

  it('lets nobody in: sessions, keys, refresh tokens, invitations, sign-in', async () => {
    expect((await owner.get('/v1/accounting/accounts')).status).toBe(401);
    expect((await colleague.get('/v1/accounting/accounts')).status).toBe(401);
    expect((await close(owner)).status).toBe(401);
    expect((await asKey()).status).toBe(401);
    expect((await anonymous('/v1/auth/refresh', { refreshToken })).status).toBe(401);
    expect((await signIn(owner.email)).status).toBe(401);
    expect((await signIn(colleague.email, owner.organizationId)).status).toBe(401);
    const accepting = await anonymous('/v1/identity/invitations/accept', {
      token: invitation,
      name: 'Newcomer',
      password: 'quite another long one',
    });
    expect([accepting.status, accepting.body.code]).toEqual([422, 'invitation_not_valid']);
  });

  it('leaves others alone, and its people in their other organizations', async () => {
    expect((await other.get('/v1/administration/organization')).status).toBe(200);
    const { status, body } = await signIn(colleague.email);
    expect([status, body.organizationId]).toEqual([200, other.organizationId]);
    const switching = await supertest(provided('TEST_BASE_URL'))
      .post('/v1/auth/switch')
      .set('Authorization', `Bearer ${body.accessToken as string}`)
      .send({ organizationId: owner.organizationId });
    expect([switching.status, switching.body.code]).toEqual([404, 'not_found']);
  });

  it('is still sealed, and recorded who closed it and why', async () => {
    expect(await sealAll(owner.organizationId)).toBeGreaterThan(0);
    await asOwner(async (client) => {
      const { rows } = await client.query(
        `SELECT action, row_after ->> 'kind' AS kind, row_after ->> 'reason' AS reason FROM platform.audit_entry
         WHERE organization_id = $1 AND table_name = 'platform.organization_event'`,
        [owner.organizationId],
      );
      expect(rows).toEqual([{ action: 'platform.organization.close', kind: 'closed', reason }]);
      const { rows: sessions } = await client.query(
        'SELECT DISTINCT ended_because FROM identity.session WHERE organization_id = $1',
        [owner.organizationId],
      );
      expect(sessions).toEqual([{ ended_because: 'organization_closed' }]);
    });
  });

  it('is not changed or reopened with the rights of the application', () =>
    withRole(provided('TEST_OWNER_URL'), 'bureau_app', async (client) => {
      for (const change of ["SET status = 'active'", "SET name = 'Other'"]) {
        await expectRefusal(
          inOrganization(client, owner.organizationId, () =>
            client.query(['UPDATE platform.organization', change].join(' ')),
          ),
          { code: 'BU031' },
        );
      }
    }));

  describe('reopened by the operator', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'bureau-reopen-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));
    const reopen = (...more: string[]) =>
      giveCommand(['reopen', '--organization', owner.organizationId, ...more], {
        folder,
        settings: { DATABASE_URL: provided('TEST_OWNER_URL') },
      });

    it('needs a reason', async () => {
      expect(await reopen('--reason', ' ')).toMatchObject({ code: 1, stderr: expect.stringContaining('reason') });
      expect(await statusOf(owner.organizationId)).toBe('closed');
    });

    it('goes on: people sign in anew, keys work', async () => {
      expect(await reopen('--reason', 'The sale fell through')).toMatchObject({ code: 0, stderr: '' });
      expect((await signIn(owner.email)).status).toBe(200);
      expect((await asKey()).status).toBe(200);
      expect((await owner.get('/v1/accounting/accounts')).status).toBe(401);
    });

    it('is not reopened twice', async () => {
      expect(await reopen('--reason', 'Again')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('is not closed'),
      });
    });
  });
});

it.each([
  ['another name', { confirmName: 'test organization', reason }, '/confirmName'],
  ['no name', { reason }, '/confirmName'],
  ['no reason', { confirmName: NAME }, '/reason'],
])('is not closed with %s', async (_, body, pointer) => {
  const owner = await newActor();
  const answer = await owner.post(CLOSE, body);
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer]);
  expect(await statusOf(owner.organizationId)).toBe('active');
});

it('is closed and exported by owners only', async () => {
  const owner = await newActor();
  const administrator = await colleagueOf(owner, ['administrator']);
  expect((await close(administrator)).status).toBe(403);
  expect((await administrator.get('/v1/organization/export')).status).toBe(403);
});

it('is closed once by two at the same time', async () => {
  const owner = await newActor();
  const second = await colleagueOf(owner, ['owner']);
  const statuses = (await Promise.all([close(owner), close(second)])).map(({ status }) => status);
  const refused = statuses.filter((status) => status !== 200);
  expect(refused).toHaveLength(1);
  expect([401, 409]).toContain(refused[0]);
});

describe('what becomes of an organization is recorded whole, and for good:', () => {
  const insert = (columns: Record<string, string | null>) => {
    const { kind, file_sha256 = null, file_exported_at = null } = columns;
    return withOrganization((client, organizationId) =>
      client.query(
        `INSERT INTO platform.organization_event (organization_id, id, kind, reason, file_sha256, file_exported_at, actor_id)
         VALUES ($1, $1, $2, $3, $4, $5, $1)`,
        [organizationId, kind, columns['reason'] ?? null, file_sha256, file_exported_at],
      ),
    );
  };
  const withOrganization = async (work: (client: Client, organizationId: string) => Promise<unknown>) => {
    const { organizationId } = await newActor();
    return withRole(provided('TEST_OWNER_URL'), 'bureau_app', (client) =>
      inOrganization(client, organizationId, () => work(client, organizationId)),
    );
  };
  const file = { file_sha256: 'a'.repeat(64), file_exported_at: '2026-03-05T08:30:00Z' };

  it.each<[string, Record<string, string | null>, string]>([
    ['an unknown kind', { kind: 'sold' }, 'organization_event_kind'],
    ['an end without a reason', { kind: 'closed' }, 'organization_event_reason'],
    ['a reopening without a reason', { kind: 'reopened' }, 'organization_event_reason'],
    ['an empty reason', { kind: 'closed', reason: '' }, 'organization_event_reason_length'],
    ['a restore from no file', { kind: 'restored' }, 'organization_event_file'],
    ['an export with a file', { kind: 'exported', ...file }, 'organization_event_file'],
    ['a digest that is none', { kind: 'restored', ...file, file_sha256: 'abc' }, 'organization_event_file_digest'],
  ])('not %s', (_, columns, constraint) => expectRefusal(insert(columns), { code: '23514', constraint }));

  it.each<[string, Record<string, string | null>]>([
    ['an end', { kind: 'closed', reason }],
    ['a restore', { kind: 'restored', ...file }],
    ['an export', { kind: 'exported' }],
  ])('%s', (_, columns) => expectAccepted(insert(columns)));

  it('without a change afterwards', () =>
    asOwner(async (client) => {
      await close(await newActor());
      const change = client.query("UPDATE platform.organization_event SET reason = 'Another'");
      await expectRefusal(change, { code: 'BU001' });
    }));
});
