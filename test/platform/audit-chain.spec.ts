import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { type Actor, newActor } from '../support/actor.js';
import { falsifiesBooks } from '../support/proved-books.js';
import { asIntruder, sealAll } from '../support/sealed.js';

const path = '/v1/audit-chain';

interface Finding {
  fault: string;
  sequence: number | null;
  recordType: string | null;
  place: unknown;
  recordId: string | null;
}

let actor: Actor;
let entry: { id: string; fiscalYearId: string };

beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
  entry = await actor.postEntry('1000', '3000', '100.00');
  await actor.postEntry('4000', '1000', '40.00');
});

const verify = async (query = '') => {
  const { status, body } = await actor.get(`${path}/verify${query}`);
  expect(status).toBe(200);
  return body;
};

it('grows by what was recorded and posted, once, and is intact', async () => {
  const { body: empty } = await actor.get(path);
  expect(empty).toMatchObject({ sequence: 0, rootHash: null, sealedAt: null });
  const waiting = empty.waitingCount;
  expect(waiting).toBeGreaterThan(20);
  expect(await sealAll(actor.organizationId)).toBe(waiting + 2);
  const { body: head } = await actor.get(path);
  // The entries of the one series, and the audit entries.
  expect(head).toMatchObject({ sequence: 2, rootHash: expect.stringMatching(/^[0-9a-f]{64}$/), waitingCount: 0 });
  const sealed = {
    status: 'intact',
    sealCount: 2,
    sealedCount: waiting + 2,
    waitingCount: 0,
    findingCount: 0,
    findings: [],
  };
  expect(await verify()).toMatchObject(sealed);

  expect(await sealAll(actor.organizationId)).toBe(0);
  await actor.postEntry('1000', '3000', '7.00');
  expect(await sealAll(actor.organizationId)).toBe(1);
  expect(await verify(`?sequence=2&rootHash=${head.rootHash}`)).toMatchObject({ status: 'intact', sealCount: 3 });
});

const journalPlace = (number: number): unknown =>
  expect.stringMatching(`^[0-9a-f-]{36}/${entry.fiscalYearId}/${number}$`);

/** What an intruder does, with $1 the organization; what is found, with the part of it that tells. */
const intrusions: [what: string, statement: string, found: Partial<Finding>[] | (() => Partial<Finding>[])][] = [
  [
    'changes what an audit entry says',
    `UPDATE platform.audit_entry SET row_after = jsonb_set(row_after, '{name}', '"Other"')
     WHERE organization_id = $1 AND table_name = 'accounting.account' AND row_after ->> 'code' = '1000'`,
    [{ fault: 'row_changed', recordType: 'platform.audit_entry' }],
  ],
  [
    'changes who did it',
    `UPDATE platform.audit_entry SET actor_id = gen_random_uuid()
     WHERE organization_id = $1 AND table_name = 'accounting.books' AND operation = 'insert'`,
    [{ fault: 'row_changed' }],
  ],
  [
    'drops an audit entry',
    `DELETE FROM platform.audit_entry
     WHERE organization_id = $1 AND table_name = 'accounting.account' AND row_after ->> 'code' = '4000'`,
    [{ fault: 'row_dropped', recordId: null }],
  ],
  [
    'puts two audit entries in each other’s place',
    `WITH two AS (SELECT array_agg(id ORDER BY id) AS ids FROM (
       SELECT id FROM platform.audit_entry WHERE organization_id = $1 AND table_name = 'accounting.account' ORDER BY id LIMIT 2) t)
     UPDATE platform.audit_entry a SET row_id = b.row_id, row_after = b.row_after
     FROM two, platform.audit_entry b
     WHERE a.organization_id = $1 AND b.organization_id = $1 AND a.id = ANY (two.ids) AND b.id = ANY (two.ids) AND a.id <> b.id`,
    [{ fault: 'row_changed' }, { fault: 'row_changed' }],
  ],
  [
    'adds an audit entry',
    `INSERT INTO platform.audit_entry (organization_id, table_name, operation, row_after, action)
     VALUES ($1, 'accounting.account', 'insert', '{}', 'accounting.books.manage')`,
    [{ fault: 'row_added' }],
  ],
  [
    'changes a posted line',
    `UPDATE accounting.journal_line SET description = 'Other' WHERE organization_id = $1 AND debit = 100`,
    () => [
      { fault: 'row_changed', recordType: 'accounting.journal_entry', place: journalPlace(1), recordId: entry.id },
    ],
  ],
  [
    'drops a posted line',
    'DELETE FROM accounting.journal_line WHERE organization_id = $1 AND debit = 40',
    () => [{ fault: 'row_changed', place: journalPlace(2) }],
  ],
  [
    'drops a posted entry',
    'DELETE FROM accounting.journal_entry WHERE organization_id = $1 AND number = 2',
    () => [{ fault: 'row_dropped', place: journalPlace(2), recordId: null }],
  ],
  [
    'numbers posted entries in another order',
    'UPDATE accounting.journal_entry SET number = CASE number WHEN 1 THEN 1000002 ELSE 1000001 END WHERE organization_id = $1',
    () => [
      { fault: 'row_dropped', place: journalPlace(1) },
      { fault: 'row_dropped', place: journalPlace(2) },
    ],
  ],
  [
    'makes a seal fit what was changed',
    `UPDATE platform.audit_seal SET digests[1] = sha256('') WHERE organization_id = $1 AND record_type = 'accounting.journal_entry'`,
    () => [
      { fault: 'seal_changed', sequence: 1 },
      { fault: 'row_changed', place: journalPlace(1) },
    ],
  ],
  [
    'puts the facts of a seal in another order',
    `UPDATE platform.audit_seal SET places = ARRAY[2, 1], digests = ARRAY[digests[2], digests[1]]
     WHERE organization_id = $1 AND record_type = 'accounting.journal_entry'`,
    [{ fault: 'seal_changed', sequence: 1 }],
  ],
  [
    'puts two seals in each other’s place',
    `UPDATE platform.audit_seal a
     SET record_type = b.record_type, series = b.series, places = b.places, digests = b.digests, root = b.root
     FROM platform.audit_seal b WHERE a.organization_id = $1 AND b.organization_id = $1 AND a.sequence <> b.sequence`,
    [
      { fault: 'seal_changed', sequence: 1 },
      { fault: 'seal_changed', sequence: 2 },
    ],
  ],
  [
    'drops the first seal',
    'DELETE FROM platform.audit_seal WHERE organization_id = $1 AND sequence = 1',
    [{ fault: 'seal_dropped', sequence: 1 }],
  ],
  [
    'drops the last seal, with the audit entries under it unsealed',
    "DELETE FROM platform.audit_seal WHERE organization_id = $1 AND record_type = 'platform.audit_entry'",
    [{ fault: 'row_added', recordType: 'platform.audit_entry' }],
  ],
];

it.each(intrusions)('is broken by an intruder who %s', async (_, statement, expected) => {
  await sealAll(actor.organizationId);
  expect(await verify()).toMatchObject({ status: 'intact' });
  falsifiesBooks(actor.organizationId);
  const changed = await asIntruder((intruder) => intruder.query(statement, [actor.organizationId]));
  expect(changed.rowCount).toBeGreaterThan(0);
  const { status, findings, findingCount } = await verify();
  expect(status).toBe('broken');
  expect(findingCount).toBeGreaterThanOrEqual(findings.length);
  const wanted = typeof expected === 'function' ? expected() : expected;
  for (const finding of wanted) expect(findings).toContainEqual(expect.objectContaining(finding));
  // Nothing else is blamed.
  const kinds = new Set(wanted.map(({ fault }) => fault));
  expect(findings.filter(({ fault }: Finding) => !kinds.has(fault))).toEqual([]);
});

it('finds an audit entry that was dropped before it was sealed', async () => {
  await asIntruder((intruder) =>
    intruder.query(
      `DELETE FROM platform.audit_entry WHERE organization_id = $1 AND table_name = 'accounting.journal'`,
      [actor.organizationId],
    ),
  );
  await sealAll(actor.organizationId);
  const { findings } = await verify();
  expect(new Set(findings.map(({ fault }: Finding) => fault))).toEqual(new Set(['row_dropped']));
});

/** Writes the whole chain anew over changed facts: all of it fits together again. */
async function forge(intruder: Client): Promise<void> {
  const { organizationId } = actor;
  await intruder.query(
    `UPDATE accounting.journal_line SET description = 'Other' WHERE organization_id = $1 AND debit = 100`,
    [organizationId],
  );
  await intruder.query('DELETE FROM platform.audit_seal WHERE organization_id = $1', [organizationId]);
  await intruder.query(
    `INSERT INTO platform.unsealed_audit_entry
     SELECT organization_id, id FROM platform.audit_entry WHERE organization_id = $1`,
    [organizationId],
  );
}

it('shows a chain that was written anew to whoever has kept a root', async () => {
  await sealAll(actor.organizationId);
  const { body: kept } = await actor.get(path);
  const root = `?sequence=${kept.sequence}&rootHash=${kept.rootHash}`;
  await asIntruder(forge);
  await sealAll(actor.organizationId);
  expect(await verify()).toMatchObject({ status: 'intact' });
  expect(await verify(root)).toMatchObject({
    status: 'broken',
    findings: [{ fault: 'root_differs', sequence: kept.sequence }],
  });
  const beyond = await verify(`?sequence=${kept.sequence + 1}&rootHash=${kept.rootHash}`);
  expect(beyond.findings).toMatchObject([{ fault: 'root_differs' }]);
});

it.each([
  ['sequence=1', '?rootHash'],
  [`rootHash=${'0'.repeat(64)}`, '?sequence'],
  [`sequence=0&rootHash=${'0'.repeat(64)}`, '?sequence'],
  ['sequence=1&rootHash=abc', '?rootHash'],
])('refuses the half of a kept root: %s', async (query, pointer) => {
  const { status, body } = await actor.get(`${path}/verify?${query}`);
  expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
});

it('is proved by anybody who recomputes the root from the seal', async () => {
  await sealAll(actor.organizationId);
  const seals = await asIntruder(async (client) => {
    const { rows } = await client.query(
      `SELECT sequence, record_type, series, places::text[], digests, encode(root, 'hex') AS root,
              (extract(epoch FROM sealed_at) * 1000000)::bigint AS micros
       FROM platform.audit_seal WHERE organization_id = $1 ORDER BY sequence`,
      [actor.organizationId],
    );
    return rows;
  });
  let root = Buffer.alloc(32);
  for (const seal of seals) {
    const text = [seal.sequence, seal.record_type, seal.series, seal.micros, seal.places.join(','), ''].join('\n');
    root = createHash('sha256').update(root).update(text).update(Buffer.concat(seal.digests)).digest();
    expect(seal.root).toBe(root.toString('hex'));
  }
  expect((await actor.get(path)).body.rootHash).toBe(root.toString('hex'));
});
