import { newId } from '#kernel/id.js';
import { type Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { addMember } from '../support/provision.js';
import { asIntruder, sealAll } from '../support/sealed.js';
import { recordedIn } from './recorded.js';

type Body = Answer['body'];

const reason = 'Request of the person';
let actor: Actor;
let person: { userId: string; email: string };

beforeEach(async () => {
  actor = await newActor();
  person = await addMember(actor.organizationId, ['bookkeeper']);
});

/** A change of the account, as a command in the organization would make it. */
const rename = (name: string) =>
  asOwner(async (owner) => {
    await owner.query("SELECT set_config('bureau.organization_id', $1, false)", [actor.organizationId]);
    await owner.query('UPDATE identity.user_account SET name = $2 WHERE id = $1', [person.userId, name]);
  });

const endMembership = (organizationId = actor.organizationId) =>
  asOwner((owner) =>
    owner.query("UPDATE identity.membership SET status = 'ended' WHERE organization_id = $1 AND user_id = $2", [
      organizationId,
      person.userId,
    ]),
  );

const history = async (as = actor): Promise<Body[]> => {
  const { body } = await as.get(`/v1/audit-entries?recordType=identity.user_account&recordId=${person.userId}`);
  return body.data;
};
const erase = (subjectId = person.userId) => actor.post('/v1/erasures', { subjectId, reason });
const verify = async (): Promise<Body> => (await actor.get('/v1/audit-chain/verify')).body;

const account = async () =>
  (
    await asOwner((owner) =>
      owner.query('SELECT name, email, status, password_hash FROM identity.user_account WHERE id = $1', [
        person.userId,
      ]),
    )
  ).rows[0];

it('records changes of an account in the organizations of the person, with the values apart', async () => {
  const other = await newActor();
  await asOwner((owner) =>
    owner.query(
      `INSERT INTO identity.membership (organization_id, id, user_id, roles) VALUES ($1, $2, $3, '{auditor}')`,
      [other.organizationId, newId(), person.userId],
    ),
  );
  await rename('Anna Berg');
  const change = {
    operation: 'update',
    before: { name: 'Test person' },
    after: { name: 'Anna Berg' },
    erasedFields: [],
  };
  expect(await history()).toMatchObject([change]);
  expect(await history(other)).toMatchObject([change]);
  expect(await history(await newActor())).toEqual([]);
  const { rows } = await asOwner((owner) =>
    owner.query('SELECT row_before, row_after FROM platform.audit_entry WHERE organization_id = $1 AND row_id = $2', [
      actor.organizationId,
      person.userId,
    ]),
  );
  const apart = { personal_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) };
  expect(rows[0].row_after).toMatchObject({ name: apart, email: apart, status: 'active' });
  expect(rows[0].row_after.name).not.toEqual(rows[0].row_before.name);
  expect(rows[0].row_after.email).toEqual(rows[0].row_before.email);
  expect(rows[0].row_after).not.toHaveProperty('password_hash');
});

it('erases what was recorded, before sealing and after, and the chain stays intact', async () => {
  await rename('Anna Berg');
  await sealAll(actor.organizationId);
  await rename('Anna Lind');
  await endMembership();
  const { body: kept } = await actor.get('/v1/audit-chain');
  const erased = await erase();
  expect([erased.status, erased.body]).toEqual([
    201,
    {
      id: expect.any(String),
      subjectId: person.userId,
      reason,
      // Name and address of two changes, and of the erasure of the account.
      valueCount: 6,
      accountErased: true,
      erasedBy: expect.any(String),
      erasedAt: expect.any(String),
    },
  ]);
  await sealAll(actor.organizationId);
  expect(await verify()).toMatchObject({ status: 'intact', findings: [] });
  const sameRoot = await actor.get(`/v1/audit-chain/verify?sequence=${kept.sequence}&rootHash=${kept.rootHash}`);
  expect(sameRoot.body.status).toBe('intact');

  const [last, , first] = await history();
  expect(first).toMatchObject({ before: { name: null }, after: { name: null }, erasedFields: ['name'] });
  expect(last.erasedFields.toSorted()).toEqual(['email', 'name']);
  expect(last.after).toMatchObject({ status: 'disabled' });
  expect(await recordedIn(actor.organizationId)).not.toMatch(new RegExp(`Anna|${person.email}`));
});

it('empties the account, which signs in no more, and leaves an audit entry of itself', async () => {
  const colleague = await colleagueOf(actor, ['bookkeeper']);
  const { body: own } = await actor.get('/v1/audit-entries?recordType=identity.membership&sort=-recordedAt&limit=1');
  person = { userId: own.data[0].after.userId, email: colleague.email };
  await endMembership();
  const { body } = await erase();
  expect(await account()).toEqual({
    name: 'Erased person',
    email: `erased-${person.userId}@erased.invalid`,
    status: 'disabled',
    password_hash: '$argon2id$erased',
  });
  expect((await colleague.get('/v1/accounting/accounts')).status).toBe(401);
  const { body: entries } = await actor.get(`/v1/audit-entries?recordType=platform.erasure&recordId=${body.id}`);
  expect(entries.data).toMatchObject([
    {
      operation: 'insert',
      action: 'platform.erasure.create',
      after: { subjectId: person.userId, reason, valueCount: body.valueCount, accountErased: true },
    },
  ]);
});

it('leaves the account to another organization where the person is active', async () => {
  const other = await newActor();
  await asOwner((owner) =>
    owner.query(
      `INSERT INTO identity.membership (organization_id, id, user_id, roles) VALUES ($1, $2, $3, '{auditor}')`,
      [other.organizationId, newId(), person.userId],
    ),
  );
  await rename('Anna Berg');
  await endMembership();
  expect((await erase()).body).toMatchObject({ valueCount: 2, accountErased: false });
  expect(await account()).toMatchObject({ name: 'Anna Berg', status: 'active' });
  expect(await history()).toMatchObject([{ after: { name: null }, erasedFields: ['name'] }]);
  expect(await history(other)).toMatchObject([{ after: { name: 'Anna Berg' }, erasedFields: [] }]);
});

it('can be asked for again, and by the same key once', async () => {
  await rename('Anna Berg');
  await endMembership();
  const key = { 'Idempotency-Key': newId() };
  const body = { subjectId: person.userId, reason };
  const first = await actor.post('/v1/erasures', body, key);
  const again = await actor.post('/v1/erasures', body, key);
  expect([first.status, again.status, again.headers['idempotent-replayed'], again.body]).toEqual([
    201,
    201,
    'true',
    first.body,
  ]);
  expect((await erase()).body).toMatchObject({ valueCount: 0, accountErased: true });
});

it('is refused for an active member, who is still needed', async () => {
  await rename('Anna Berg');
  const { status, body } = await erase();
  expect([status, body.code, body.errors[0].pointer]).toEqual([409, 'person_active', '/subjectId']);
  expect(await history()).toMatchObject([{ after: { name: 'Anna Berg' } }]);
});

it('is refused for somebody whom the organization does not know, and without the permission', async () => {
  const stranger = await addMember((await newActor()).organizationId, ['owner']);
  for (const id of [newId(), stranger.userId]) {
    const { status, body } = await erase(id);
    expect([status, body.code]).toEqual([404, 'not_found']);
  }
  const auditor = await colleagueOf(actor, ['auditor']);
  expect((await auditor.post('/v1/erasures', { subjectId: person.userId, reason })).status).toBe(403);
});

it.each([
  [
    'changes',
    `UPDATE platform.audit_personal_value SET value_after = '"Eva"' WHERE organization_id = $1 AND column_name = 'name'`,
    'personal_value_changed',
  ],
  [
    'drops',
    `DELETE FROM platform.audit_personal_value WHERE organization_id = $1 AND column_name = 'name'`,
    'personal_value_dropped',
  ],
])('is not what an intruder does who %s a personal value', async (_, statement, fault) => {
  await rename('Anna Berg');
  await sealAll(actor.organizationId);
  expect(await verify()).toMatchObject({ status: 'intact' });
  await asIntruder((intruder) => intruder.query(statement, [actor.organizationId]));
  expect((await verify()).findings).toMatchObject([{ fault, recordType: 'platform.audit_personal_value' }]);
});
