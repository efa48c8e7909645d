import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { verifyTrail } from '../../src/commands/verify-trail.js';
import { checkTrail } from '../../src/platform/audit/trail/check-trail.js';
import { type Actor, newActor } from '../support/actor.js';
import { type Ended, giveCommand } from '../support/bureau-command.js';
import { asIntruder, sealAll } from '../support/sealed.js';
import { asOwner } from '../support/owner.js';

const EXPORT = '/v1/audit-entries/export';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-trail-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
  await actor.postEntry('1000', '3000', '100.00');
  await sealAll(actor.organizationId);
});

const fetchTrail = async (query = ''): Promise<string> => {
  const { status, text, body, headers } = await actor.get(`${EXPORT}${query}`);
  const content = text ?? (body as Buffer).toString();
  expect([status, headers['content-type']]).toEqual([200, 'application/x-ndjson']);
  return content;
};
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const check = (text: string) => checkTrail(Readable.from([Buffer.from(text)]));
const addAccount = (code: string) => actor.post('/v1/accounting/accounts', { code, name: code, type: 'asset' });

/** There is no database here, and none is asked for. */
async function verify(text: string, ...options: string[]): Promise<Ended> {
  const path = join(folder, 'trail.ndjson');
  await writeFile(path, text);
  const settings = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing' };
  return giveCommand(['verify', '--file', path, ...options], { folder, settings });
}

/** The same in this process, which is sooner there. */
async function tell(text: string, options: object = {}): Promise<Pick<Ended, 'code' | 'stdout'>> {
  const file = join(folder, 'told.ndjson');
  await writeFile(file, text);
  const print = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await verifyTrail({ file, ...options });
    return { code: Number(process.exitCode ?? 0), stdout: String(print.mock.calls[0]![0]) };
  } finally {
    print.mockRestore();
    process.exitCode = undefined;
  }
}

it('is checked without a database, against a root that was kept', async () => {
  await addAccount('1101');
  const { body: head } = await actor.get('/v1/audit-chain');
  const text = await fetchTrail();
  const [header, ...lines] = linesOf(text);
  const { body: entries } = await actor.get('/v1/audit-entries?limit=200');
  expect(header).toMatchObject({ format: 'bureau.audit_trail', firstSequence: 2, lastSequence: 2 });
  const sealed = lines.flatMap(({ entry }) => (entry ? [entry.place] : []));
  const unsealed = lines.flatMap(({ unsealed: one }) => (one ? [one.place] : []));
  expect(unsealed).toHaveLength(head.waitingCount);
  expect([...sealed, ...unsealed]).toEqual(entries.data.map(({ id }: { id: number }) => id).toReversed());

  const { code, stdout } = await verify(text, '--sequence', '2', '--root', head.rootHash);
  expect(stdout).toContain(
    `passed  ${actor.organizationId}  Test organization (seals 2 to 2, ${sealed.length} entries)`,
  );
  expect(stdout).toContain(`root of the seal 2: ${head.rootHash}`);
  expect(stdout).toContain(`${unsealed.length} entries that no seal covers yet`);
  expect(code).toBe(0);
  const other = await tell(text, { sequence: '2', root: '0'.repeat(64), json: true });
  expect(other.code).toBe(1);
  expect(JSON.parse(other.stdout)).toMatchObject({
    status: 'failed',
    findings: [{ fault: 'root_differs', sequence: 2 }],
  });
});

it('shows what was changed in the database since it was sealed', async () => {
  await asIntruder(async (intruder) => {
    const of = `WHERE organization_id = $1 AND table_name = 'accounting.account' AND row_after ->> 'code' =`;
    await intruder.query(`UPDATE platform.audit_entry SET actor_id = NULL ${of} '1000'`, [actor.organizationId]);
    await intruder.query(`DELETE FROM platform.audit_entry ${of} '4000'`, [actor.organizationId]);
  });
  const { code, stdout } = await tell(await fetchTrail());
  expect(code).toBe(1);
  expect(stdout).toMatch(/^failed/);
  expect(stdout).toMatch(
    /seal 2, audit entry \d+: It is not what was sealed\.\n.*seal 2, audit entry \d+: It is gone\./,
  );
});

it('has the seals of the period and all between, and the entries under them', async () => {
  const at = async (hour: string, code: string) => {
    await addAccount(code);
    await asIntruder((intruder) =>
      intruder.query(
        `UPDATE platform.audit_entry SET recorded_at = $2
         WHERE organization_id = $1 AND table_name = 'accounting.account' AND row_after ->> 'code' = $3`,
        [actor.organizationId, `2031-01-31T${hour}:00:00Z`, code],
      ),
    );
    await sealAll(actor.organizationId);
  };
  await at('08', '1108');
  await actor.postEntry('1000', '3000', '1.00');
  await at('09', '1109');
  await at('10', '1110');
  const codes = async (query: string) =>
    linesOf(await fetchTrail(query)).flatMap(({ entry }) => (entry ? [JSON.parse(entry.content).at(6)?.code] : []));
  const [from, before] = ['from=2031-01-31T08:00:00Z', 'before=2031-01-31T10:00:00Z'];
  expect(await codes(`?${from}&${before}`)).toEqual(['1108', '1109']);
  const [header, ...lines] = linesOf(await fetchTrail(`?${from}&${before}`));
  expect(header).toMatchObject({ firstSequence: 3, lastSequence: 5, from: '2031-01-31T08:00:00Z' });
  const types = lines.flatMap(({ seal }) => (seal ? [seal.recordType] : []));
  expect(types).toEqual(['platform.audit_entry', 'accounting.journal_entry', 'platform.audit_entry']);
  expect((await check(await fetchTrail(`?${from}&${before}`))).findings).toEqual([]);
  // Sealed late is sealed all the same; nothing is nothing.
  expect(await codes('?from=2031-01-31T10:00:00Z')).toEqual(['1110']);
  const none = await fetchTrail('?from=2032-01-01T00:00:00Z');
  expect(linesOf(none)).toMatchObject([{ firstSequence: null }, { end: { seals: 0, entries: 0, unsealed: 0 } }]);
  expect(await check(none)).toMatchObject({ rootHash: null, findings: [] });
});

it('tells no personal value, erased or not', async () => {
  const { email, name } = await asOwner(async (owner) => {
    const of = `FROM identity.user_account u JOIN identity.membership m ON m.user_id = u.id WHERE m.organization_id = $1`;
    await owner.query("SELECT set_config('bureau.organization_id', $1, false)", [actor.organizationId]);
    await owner.query(`UPDATE identity.user_account SET name = 'Anna Berg' WHERE id IN (SELECT u.id ${of})`, [
      actor.organizationId,
    ]);
    return (await owner.query(`SELECT u.email, u.name ${of}`, [actor.organizationId])).rows[0];
  });
  const text = await fetchTrail();
  expect(text).toContain('personal_sha256');
  expect(text).not.toContain(email);
  expect(text).not.toContain(name);
});

it.each([
  ['from=2026-02-01T00:00:00Z&before=2026-02-01T00:00:00Z', '?before'],
  ['from=2026-02-01', '?from'],
])('refuses %s', async (query, pointer) => {
  const { status, body } = await actor.get(`${EXPORT}?${query}`);
  expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
});

it.each([
  [{ sequence: '1' }, '--sequence and --root together'],
  [{ sequence: '9', root: '0'.repeat(64) }, 'The file has the seals'],
  [{ sequence: '0', root: '0'.repeat(64) }, 'number of a seal'],
  [{ sequence: '1', root: 'ABC' }, '64 hexadecimal digits'],
])('is not checked with %j', async (options, message) => {
  const file = join(folder, 'refused.ndjson');
  await writeFile(file, await fetchTrail());
  await expect(verifyTrail({ file, ...options })).rejects.toThrow(message);
});
