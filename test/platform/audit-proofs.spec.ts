import { createHash } from 'node:crypto';
import { type Actor, type Answer, newActor } from '../support/actor.js';
import { falsifiesBooks } from '../support/proved-books.js';
import { addMember } from '../support/provision.js';
import { asIntruder, sealAll } from '../support/sealed.js';
import { asOwner } from '../support/owner.js';

type Proof = Answer['body'];

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
});

const ask = (recordType: string, id: string | number, sequence?: number) =>
  actor.get(
    `/v1/audit-chain/proof?recordType=${recordType}&id=${id}${sequence === undefined ? '' : `&sequence=${sequence}`}`,
  );
const prove = async (...asked: Parameters<typeof ask>): Promise<Proof> => {
  const { status, body } = await ask(...asked);
  expect([status, body.code]).toEqual([200, undefined]);
  return body;
};
const sealMore = async (name: string) => {
  await actor.post('/v1/accounting/accounts', { code: name, name, type: 'asset' });
  await sealAll(actor.organizationId);
};
const accountEntry = async () =>
  (await actor.get('/v1/audit-entries?recordType=accounting.account&operation=insert&limit=1')).body.data[0];

/** The steps of docs/audit-trail.md, "Proving one record to others", with nothing of Bureau. @returns what failed */
function recompute(proof: Proof, kept: { sequence: number; rootHash: string }): string | undefined {
  const sha256 = (...parts: (Buffer | string)[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  // 1. The record.
  const digest = sha256(Buffer.from(proof.content, 'utf8')).toString('hex');
  const [first] = proof.seals;
  if (digest !== first.digests[proof.position]) return 'the record';
  if (proof.place !== first.places[proof.position] || first.recordType !== proof.recordType) return 'the place';
  // 2. The seals.
  let root = Buffer.from(proof.previousRootHash, 'hex');
  for (const { sequence, recordType, series, sealedAtMicroseconds, places, digests, rootHash } of proof.seals) {
    const text = [sequence, recordType, series, sealedAtMicroseconds, places.join(',')]
      .map((line) => `${line}\n`)
      .join('');
    root = sha256(root, Buffer.from(text, 'utf8'), ...digests.map((one: string) => Buffer.from(one, 'hex')));
    if (root.toString('hex') !== rootHash) return `the seal ${sequence}`;
  }
  // 3. The root that was kept.
  const last = proof.seals.at(-1);
  return last.sequence === kept.sequence && root.toString('hex') === kept.rootHash ? undefined : 'the root';
}

it('proves an audit entry up to a root that was kept', async () => {
  await sealAll(actor.organizationId);
  await sealMore('1101');
  await sealMore('1102');
  const { body: kept } = await actor.get('/v1/audit-chain');
  await sealMore('1103');
  const { id } = await accountEntry().then(() => firstEntry());
  const proof = await prove('platform.audit_entry', id, kept.sequence);
  expect(recompute(proof, kept)).toBeUndefined();
  expect(proof).toMatchObject({ place: id, sequence: kept.sequence, rootHash: kept.rootHash });
  expect(proof.seals.length).toBeGreaterThanOrEqual(3);
  expect(JSON.parse(proof.content).slice(0, 3)).toEqual([actor.organizationId, id, expect.any(String)]);
  // To the last seal unless told otherwise; one seal is enough for its own root.
  const { body: head } = await actor.get('/v1/audit-chain');
  expect(recompute(await prove('platform.audit_entry', id), head)).toBeUndefined();
  const [own] = proof.seals;
  const least = await prove('platform.audit_entry', id, own.sequence);
  expect([least.seals.length, recompute(least, own)]).toEqual([1, undefined]);
});

const firstEntry = async () => (await actor.get('/v1/audit-entries?sort=recordedAt&limit=1')).body.data[0];

it('proves a journal entry with its lines, from a seal in the middle of the chain', async () => {
  await sealAll(actor.organizationId);
  await actor.postEntry('1000', '3000', '100.00');
  const { id } = await actor.postEntry('4000', '1000', '40.00', { description: 'Söner & "Töchter" 🧾' });
  await sealAll(actor.organizationId);
  const proof = await prove('accounting.journal_entry', id);
  const { body: head } = await actor.get('/v1/audit-chain');
  expect(recompute(proof, head)).toBeUndefined();
  expect(proof.previousRootHash).not.toBe('0'.repeat(64));
  expect([proof.place, proof.position]).toEqual([2, 1]);
  const [entry, ...lines] = proof.content.split('\n').map((line: string) => JSON.parse(line));
  expect(entry).toMatchObject({ id, number: 2, description: 'Söner & "Töchter" 🧾' });
  expect(lines).toHaveLength(2);
});

type Change = (proof: Proof) => void;
it.each<[string, string, Change]>([
  ['what the record says', 'the record', (p) => (p.content = p.content.replace('accounting', 'Accounting'))],
  [
    'a digest and the record',
    'the seal 1',
    (p) => {
      p.content = '[]';
      p.seals[0].digests[p.position] = createHash('sha256').update('[]').digest('hex');
    },
  ],
  ['the place', 'the place', (p) => (p.place += 1)],
  [
    'the order',
    'the seal 1',
    (p) => {
      const [{ digests }] = p.seals;
      const other = p.position === 0 ? 1 : p.position - 1;
      if (other > p.position) digests.push(digests.splice(other, 1)[0]);
      else digests.unshift(digests.splice(other, 1)[0]);
      p.position = digests.indexOf(p.digest);
      p.place = p.seals[0].places[p.position];
    },
  ],
  ['the time', 'the seal 2', (p) => (p.seals[1].sealedAtMicroseconds += 1)],
  ['the root before', 'the seal 1', (p) => (p.previousRootHash = '1'.repeat(64))],
  ['the last seal', 'the root', (p) => p.seals.pop()],
])('fails on the way when somebody changes %s in it', async (_, expected, change) => {
  await sealAll(actor.organizationId);
  await sealMore('1101');
  const { body: kept } = await actor.get('/v1/audit-chain');
  const { body: first } = await actor.get('/v1/audit-entries?recordType=accounting.account&sort=recordedAt&limit=1');
  const proof = await prove('platform.audit_entry', first.data[0].id);
  expect(recompute(proof, kept)).toBeUndefined();
  change(proof);
  expect(recompute(proof, kept)).toBe(expected);
});

it('does not hold for a record that was changed in the database, with its seals or without', async () => {
  const { id } = await actor.postEntry('1000', '3000', '100.00');
  await sealAll(actor.organizationId);
  const { body: kept } = await actor.get('/v1/audit-chain');
  falsifiesBooks(actor.organizationId);
  const change = `UPDATE accounting.journal_line SET description = 'Other' WHERE organization_id = $1 AND debit = 100`;
  await asIntruder((intruder) => intruder.query(change, [actor.organizationId]));
  const proof = await prove('accounting.journal_entry', id);
  expect(recompute(proof, kept)).toBe('the record');
  await asIntruder(async (intruder) => {
    const of = 'WHERE s.organization_id = $1 AND s.sequence = 1';
    const digest = `(SELECT accounting.journal_entry_digest(e) FROM accounting.journal_entry e WHERE e.id = $2)`;
    await intruder.query(`UPDATE platform.audit_seal s SET digests[1] = ${digest} ${of}`, [actor.organizationId, id]);
    const root = 'platform.seal_root(NULL, s.sequence, s.record_type, s.series, s.sealed_at, s.places, s.digests)';
    await intruder.query(`UPDATE platform.audit_seal s SET root = ${root} ${of}`, [actor.organizationId]);
  });
  expect(recompute(await prove('accounting.journal_entry', id), kept)).toBe('the seal 2');
  const alone = await prove('accounting.journal_entry', id, 1);
  expect(recompute(alone, { sequence: 1, rootHash: alone.rootHash })).toBeUndefined();
  expect(recompute(alone, { sequence: 1, rootHash: proof.rootHash })).toBe('the root');
});

it('proves an entry about a person who was erased, and tells nothing of the person', async () => {
  const person = await addMember(actor.organizationId, ['bookkeeper']);
  await asOwner(async (owner) => {
    await owner.query("SELECT set_config('bureau.organization_id', $1, false)", [actor.organizationId]);
    await owner.query("UPDATE identity.user_account SET name = 'Anna Berg' WHERE id = $1", [person.userId]);
  });
  await sealAll(actor.organizationId);
  const { body: kept } = await actor.get('/v1/audit-chain');
  const query = `recordType=identity.user_account&recordId=${person.userId}`;
  const [{ id, after }] = (await actor.get(`/v1/audit-entries?${query}`)).body.data;
  expect(after).toMatchObject({ name: 'Anna Berg' });
  const before = await prove('platform.audit_entry', id);
  expect(before.content).not.toContain('Anna');
  await asOwner((owner) =>
    owner.query("UPDATE identity.membership SET status = 'ended' WHERE user_id = $1", [person.userId]),
  );
  expect((await actor.post('/v1/erasures', { subjectId: person.userId, reason: 'Request' })).status).toBe(201);
  const proof = await prove('platform.audit_entry', id, kept.sequence);
  expect(recompute(proof, kept)).toBeUndefined();
  expect(proof.content).toBe(before.content);
  expect(proof.content).toContain('personal_sha256');
});
