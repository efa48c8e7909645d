import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asIntruder, sealAll } from '../support/sealed.js';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
});

const ask = (query: string, as = actor) => as.get(`/v1/audit-chain/proof?${query}`);
const latest = async () => (await actor.get('/v1/audit-entries?limit=1')).body.data[0].id;

it('is refused until the record is sealed', async () => {
  const { id } = await actor.postEntry('1000', '3000', '100.00');
  for (const query of [
    `recordType=accounting.journal_entry&id=${id}`,
    `recordType=platform.audit_entry&id=${await latest()}`,
  ]) {
    const { status, body } = await ask(query);
    expect([status, body.code]).toEqual([409, 'record_not_sealed']);
  }
  await sealAll(actor.organizationId);
  expect((await ask(`recordType=accounting.journal_entry&id=${id}`)).status).toBe(200);
});

it('is refused for what is not there, or another organization’s', async () => {
  await sealAll(actor.organizationId);
  const other = await newActor();
  const id = await latest();
  for (const [query, as] of [
    [`recordType=platform.audit_entry&id=${id}`, other],
    ['recordType=platform.audit_entry&id=999999999999999999', actor],
    [`recordType=platform.audit_entry&id=${newId()}`, actor],
    [`recordType=accounting.journal_entry&id=${newId()}`, actor],
    [`recordType=accounting.journal_entry&id=${id}`, actor],
    [`recordType=platform.audit_entry&id=${id}&sequence=77`, actor],
  ] as const) {
    const { status, body } = await ask(query, as);
    expect([query, status, body.code]).toEqual([query, 404, 'not_found']);
  }
});

it.each([
  ['recordType=accounting.account&id=1', 400, '?recordType'],
  ['recordType=platform.audit_entry&id=x', 400, '?id'],
  ['recordType=platform.audit_entry', 400, '?id'],
  ['id=1', 400, '?recordType'],
  ['recordType=platform.audit_entry&id=1&sequence=0', 400, '?sequence'],
])('refuses %s', async (query, status, pointer) => {
  const answer = await ask(query);
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([status, pointer]);
});

it('reaches neither before the seal of the record nor past what one answer holds', async () => {
  await sealAll(actor.organizationId);
  const id = await latest();
  const early = (await actor.get('/v1/audit-entries?sort=recordedAt&limit=1')).body.data[0].id;
  await actor.post('/v1/accounting/accounts', { code: '1101', name: 'More', type: 'asset' });
  await sealAll(actor.organizationId);
  const late = await latest();
  const before = await ask(`recordType=platform.audit_entry&id=${late}&sequence=1`);
  expect([before.status, before.body.code]).toEqual([422, 'seal_before_record']);
  expect(before.body.errors[0]).toMatchObject({ pointer: '?sequence', message: expect.stringContaining('seal 2') });

  await asIntruder((intruder) =>
    intruder.query(
      `INSERT INTO platform.audit_seal (organization_id, sequence, record_type, series, places, digests, root)
       SELECT $1, 3, 'platform.audit_entry', '', array_agg(n), array_agg(sha256('')), sha256('')
       FROM generate_series(1000000001::bigint, 1000020000) n`,
      [actor.organizationId],
    ),
  );
  const far = await ask(`recordType=platform.audit_entry&id=${early}&sequence=3`);
  expect([far.status, far.body.code]).toEqual([422, 'proof_too_long']);
  expect(far.body.detail).toContain('to the seal 2');
  // Without a wish it goes as far as it can.
  expect((await ask(`recordType=platform.audit_entry&id=${id}`)).body.sequence).toBe(2);
});

it('takes the permission to read the record itself', async () => {
  const { id } = await actor.postEntry('1000', '3000', '100.00');
  await sealAll(actor.organizationId);
  await actor.post('/v1/identity/roles', { code: 'trail', name: 'Trail', permissions: ['platform.audit_entry.read'] });
  const reader = await colleagueOf(actor, ['trail']);
  await sealAll(actor.organizationId);
  const refused = await ask(`recordType=accounting.journal_entry&id=${id}`, reader);
  expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
  expect(refused.body.detail).toContain('accounting.journal_entry.read');
  expect((await ask(`recordType=platform.audit_entry&id=${await latest()}`, reader)).status).toBe(200);
  const auditor = await colleagueOf(actor, ['auditor']);
  expect((await ask(`recordType=accounting.journal_entry&id=${id}`, auditor)).status).toBe(200);
});
