import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openExport } from '#platform/organization-life/open-export.js';
import { restoreOrganization } from '#platform/organization-life/restore-organization.js';
import { proveRestored } from '../../src/commands/prove-restored.js';
import type { Actor } from '../support/actor.js';
import { colleagueOf, newActor } from '../support/actor.js';
import { type Ended, giveCommand } from '../support/bureau-command.js';
import { startApi } from '../support/bureau-process.js';
import { createDatabase, provided, type TestDatabase } from '../support/database.js';
import { withClient } from '../support/matrix-database.js';
import { organizationRows } from '../support/organization-rows.js';
import { sealAll } from '../support/sealed.js';
import { askForFile } from '../support/room-for-files.js';
import { Furnished } from './furnished.js';
import { Operations } from './operations.js';
import { Wire } from './wire.js';

jest.setTimeout(180_000);

const EXPORT = '/v1/organization/export';
const PASSWORD = 'a quite new password';
const wire = new Wire();
let folder: string;
let database: TestDatabase;
let actor: Actor;
let colleague: Actor;
let file: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-export-'));
  database = await createDatabase();
  ({ actor } = await Furnished.make(await Operations.read(wire)));
  colleague = await colleagueOf(actor, ['auditor']);
  const { status, body } = await actor.post('/v1/accounting/journal-entries', {
    legalEntityId: actor.legalEntityId,
    entryDate: '2026-03-05',
    description: 'Söner & "Töchter" \\ {1,NULL} 🧾',
    post: true,
    lines: [
      { accountCode: '1000', debit: '0.10' },
      { accountCode: '3000', credit: '0.10' },
    ],
  });
  const reversed = await actor.post(`/v1/accounting/journal-entries/${body.id}/reverse`, {});
  if (status !== 201 || reversed.status !== 201) throw new Error(`posting was answered ${JSON.stringify(body)}`);
  await sealAll(actor.organizationId);
  const answer = await actor.get(EXPORT, { 'Accept-Encoding': 'identity' });
  if (answer.status !== 200) throw new Error(`the export was answered ${answer.text}`);
  file = Buffer.from(answer.text);
});
afterAll(async () => {
  wire.close();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

const bureau = (given: readonly string[], input?: string): Promise<Ended> =>
  giveCommand(given, { folder, settings: { DATABASE_URL: database.url }, ...(input === undefined ? {} : { input }) });
/** As the command does it. */
const restoreFrom = (content: AsyncIterable<Uint8Array>) =>
  restoreOrganization({
    url: database.url,
    file: content,
    dryRun: false,
    prove: proveRestored,
    onStep: () => undefined,
  });
async function* watched(content: AsyncIterable<Uint8Array>, letGo: () => void): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } finally {
    letGo();
  }
}
const query = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  withClient(database.url, async (client) => (await client.query<Row>(text, values)).rows);
const lines = () => file.toString().trimEnd().split('\n');

/** Changes the file and puts its last line right, as somebody would who means it. */
function forged(change: (lines: string[]) => string[]): Buffer {
  const changed = change(lines().slice(0, -1));
  const rows: Record<string, number> = {};
  let table = '';
  for (const line of changed.slice(1)) {
    if (line.startsWith('{')) rows[(table = (JSON.parse(line) as { table: string }).table)] = 0;
    else rows[table]! += 1;
  }
  const text = changed.map((line) => `${line}\n`).join('');
  return Buffer.from(`${text}${JSON.stringify({ rows, sha256: createHash('sha256').update(text).digest('hex') })}\n`);
}

/** With another value in a column of each row of the table. */
const withCells = (table: string, column: string, change: (cell: string) => string | null) =>
  forged((all) => {
    let head: { table: string; columns: string[] } | undefined;
    return all.map((line, index) => {
      if (index > 0 && line.startsWith('{')) head = JSON.parse(line) as typeof head;
      if (index === 0 || line.startsWith('{') || head?.table !== table) return line;
      const cells = JSON.parse(line) as (string | null)[];
      const place = head.columns.indexOf(column);
      cells[place] = change(cells[place] ?? '');
      return JSON.stringify(cells);
    });
  });

describe('the export', () => {
  it('has nothing of another organization', async () => {
    const stranger = await newActor();
    await stranger.openBooks();
    const all = (await stranger.get(EXPORT)).text;
    expect(all).toContain(stranger.legalEntityId);
    for (const { organizationId, legalEntityId, email } of [actor]) {
      for (const text of [organizationId, legalEntityId, email]) expect(all).not.toContain(text);
      expect(file.toString()).toContain(organizationId);
    }
    expect(file.toString()).not.toContain(stranger.organizationId);
  });

  it('has no secrets', async () => {
    await withClient(provided('TEST_OWNER_URL'), async (client) => {
      const { rows } = await client.query<{ secret: string }>(
        `SELECT password_hash AS secret FROM identity.user_account WHERE email = $1
         UNION ALL SELECT encode(secret_hash, 'hex') FROM identity.api_key WHERE organization_id = $2
         UNION ALL SELECT encode(secret_hash, 'hex') FROM identity.client_secret WHERE organization_id = $2
         UNION ALL SELECT encode(token_hash, 'hex') FROM identity.invitation WHERE organization_id = $2`,
        [actor.email, actor.organizationId],
      );
      expect(rows).toHaveLength(5);
      for (const { secret } of rows) expect(file.toString()).not.toContain(secret);
      expect(file.toString()).not.toContain('"password_hash"');
    });
  });

  it('comes compressed to whoever takes that', async () => {
    const headers = { Authorization: `Bearer ${actor.accessToken}`, 'Accept-Encoding': 'gzip' };
    const response = await askForFile(
      () => fetch(`${provided('TEST_BASE_URL')}${EXPORT}`, { headers }),
      (answer) => answer.clone().text(),
    );
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-encoding': 'gzip',
      'content-disposition': `attachment; filename="organization-${actor.organizationId}.ndjson"`,
      vary: expect.stringContaining('Accept-Encoding'),
    });
    expect((await response.text()).split('\n')[0]).toMatch(/^{"format":"bureau\.organization","version":1,/);
  });

  it('leaves a trace', async () => {
    const { body } = await actor.get('/v1/audit-entries?recordType=platform.organization_event');
    expect(body.data[0]).toMatchObject({ action: 'platform.organization.export', after: { kind: 'exported' } });
  });
});

/** Compressed, with another checksum at the end. */
function damaged(): Buffer {
  const bytes = gzipSync(file);
  bytes.subarray(-8).fill(7);
  return bytes;
}

describe('restore refuses, and restores nothing:', () => {
  const addressOf = (cell: string) => (cell === actor.email ? 'taken@example.com' : cell);
  it.each<[string, () => Buffer, RegExp]>([
    ['a torn file', () => file.subarray(0, -200), /torn off/],
    ['a torn compressed file', () => gzipSync(file).subarray(0, -200), /torn off/],
    ['a damaged compressed file', damaged, /damaged/],
    ['an edited file', () => Buffer.from(file.toString().replace('Rent', 'Rant')), /SHA-256/],
    ['another file', () => Buffer.from('hello\n'), /no export/],
    ['another version', () => Buffer.from(file.toString().replace('"version":1', '"version":9')), /version 9/],
    [
      'another schema',
      () => forged(([head, ...rest]) => [head!.replace(/"schema":"\w+"/, '"schema":"Old1"'), ...rest]),
      /schema Old1.+release that wrote it/,
    ],
    [
      'a file without a table',
      () => forged((all) => all.filter((line) => !line.includes('"table":"accounting.dimension_line"'))),
      /no table accounting\.dimension_line/,
    ],
    [
      'an unknown table',
      () => forged((all) => [...all, '{"table":"accounting.more","columns":["id"]}']),
      /accounting\.more/,
    ],
    [
      'rows of another organization',
      () => withCells('platform.outbox_event', 'organization_id', () => '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11'),
      /outbox_event has 0 rows.+holds rows of others/,
    ],
    [
      'a key that leads nowhere',
      () => withCells('accounting.journal', 'legal_entity_id', () => '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11'),
      /rows of accounting\.journal are refused/,
    ],
    [
      'books that do not add up',
      () => withCells('accounting.account_balance_day', 'debit', (debit) => (debit === '100.00' ? '101.00' : debit)),
      /day_balances_follow_lines/,
    ],
    [
      'posted entries that were changed',
      () => withCells('accounting.journal_entry', 'description', () => 'Something else'),
      /audit chain: row_changed accounting\.journal_entry/,
    ],
    [
      'an audit trail that was changed',
      () => withCells('platform.audit_entry', 'action', () => 'nothing.at.all'),
      /audit chain: row_changed platform\.audit_entry/,
    ],
    [
      'a seal that was changed',
      () => withCells('platform.audit_seal', 'sealed_at', () => '2026-01-01 00:00:00+00'),
      /audit chain: seal_changed/,
    ],
    [
      'an address that is somebody else’s',
      () => withCells('identity.user_account', 'email', addressOf),
      /belong to other people.+taken@example\.com/,
    ],
  ])('%s', async (_, make, reason) => {
    await query(
      "INSERT INTO identity.user_account (id, email, name, password_hash) VALUES (gen_random_uuid(), 'taken@example.com', 'Other', '$argon2id$x') ON CONFLICT DO NOTHING",
    );
    await writeFile(join(folder, 'bad'), make());
    const letGo = jest.fn();
    await expect(restoreFrom(watched(await openExport(join(folder, 'bad')), letGo))).rejects.toThrow(reason);
    expect(letGo).toHaveBeenCalled();
    expect(await organizationRows(database.url, actor.organizationId)).toEqual({});
    expect(await query('SELECT FROM identity.user_account')).toHaveLength(1);
    expect(await query("SELECT FROM pg_trigger WHERE tgenabled <> 'O'")).toEqual([]);
  });

  it('with the reason alone on the terminal', async () => {
    await writeFile(join(folder, 'bad'), file.subarray(0, -200));
    expect(await bureau(['restore', 'bad'])).toEqual({
      stdout: '',
      stderr: expect.stringMatching(/^.*torn off.*\n$/),
      code: 1,
    });
  });
});

describe('restored into another installation', () => {
  let before: Record<string, string[]>;

  it('is tried first', async () => {
    before = await organizationRows(provided('TEST_OWNER_URL'), actor.organizationId);
    await writeFile(join(folder, 'export.ndjson.gz'), gzipSync(file));
    const { stdout, stderr, code } = await bureau(['restore', 'export.ndjson.gz', '--dry-run']);
    expect([stderr, code]).toEqual(['', 0]);
    expect(stdout).toMatch(/^Would be restored: Test organization/);
    expect(await organizationRows(database.url, actor.organizationId)).toEqual({});
  });

  it('waits for others only so long, and says so', async () => {
    await withClient(database.url, async (writer) => {
      await writer.query('BEGIN; LOCK TABLE accounting.journal_entry IN ROW EXCLUSIVE MODE');
      const { stderr, code } = await bureau(['restore', 'export.ndjson.gz']);
      expect([stderr, code]).toEqual([expect.stringMatching(/^Others are writing.+quieter time/), 1]);
    });
    expect(await organizationRows(database.url, actor.organizationId)).toEqual({});
  });

  it('has the same rows, and people who are known here already', async () => {
    await query(
      `INSERT INTO identity.user_account (id, email, name, password_hash)
       VALUES ($1, 'moved@example.com', 'Known here', '$argon2id$known')`,
      [colleague.email.split('@')[0]],
    );
    const { stdout, stderr, code } = await bureau(['restore', 'export.ndjson.gz', '--json']);
    expect([stderr, code]).toEqual(['', 0]);
    expect(JSON.parse(stdout)).toMatchObject({
      dryRun: false,
      peopleCreated: 3,
      keysRevoked: 1,
      clientSecretsRevoked: 1,
      invitationsRevoked: 2,
    });
    const after = await organizationRows(database.url, actor.organizationId);
    const differing = Object.keys({ ...before, ...after }).filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    );
    // Exports after the file, the traces of the restore, and what it revoked or did not bring.
    expect(differing.sort()).toEqual([
      'identity.api_key',
      'identity.client_secret',
      'identity.engagement',
      'identity.invitation',
      'identity.login_event',
      'identity.session',
      'platform.access_log_entry',
      'platform.audit_entry',
      'platform.audit_personal_value',
      'platform.captured_mail',
      'platform.idempotency_record',
      'platform.job',
      'platform.job_input',
      'platform.mail',
      'platform.notification',
      'platform.organization_event',
      'platform.unsealed_audit_entry',
      'platform.webhook_delivery',
      'platform.webhook_endpoint',
    ]);
    const [known] = await query(
      "SELECT name, password_hash FROM identity.user_account WHERE email = 'moved@example.com'",
    );
    expect(known).toEqual({ name: 'Known here', password_hash: '$argon2id$known' });
    expect(Object.keys(before).length).toBeGreaterThan(30);
    expect(await query("SELECT FROM pg_trigger WHERE tgenabled <> 'O'")).toEqual([]);
  });

  it('is not restored over itself', async () => {
    const { stderr, code } = await bureau(['restore', 'export.ndjson.gz']);
    expect([stderr, code]).toEqual([expect.stringMatching(/exists here.+Restore into an installation without it/), 1]);
  });

  it('lets nobody in before there is a password, and none that is weak', async () => {
    const weak = await bureau(['set-password', '--email', actor.email], 'short\n');
    expect([weak.code, weak.stderr]).toEqual([1, expect.stringContaining('15')]);
    const same = await bureau(['set-password', '--email', actor.email], 'aaaaaaaaaaaaaaaaaaaa\n');
    expect([same.code, same.stderr]).toEqual([1, expect.stringContaining('different characters')]);
    const nobody = await bureau(['set-password', '--email', 'nobody@example.com'], `${PASSWORD}\n`);
    expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('no active person') });
    const set = await bureau(['set-password', '--email', actor.email], `${PASSWORD}\n`);
    expect(set).toMatchObject({ code: 0, stdout: expect.stringContaining('has a new password') });
  });

  it('serves the same books, with a chain that holds, and goes on', async () => {
    const api = await startApi({ DATABASE_URL: database.url });
    try {
      const login = await fetch(`${api.baseUrl}/v1/auth/login`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email: actor.email, password: PASSWORD }),
      });
      const { accessToken } = (await login.json()) as { accessToken: string };
      const read = async (path: string) =>
        (await (
          await fetch(`${api.baseUrl}${path}`, { headers: { Authorization: `Bearer ${accessToken}` } })
        ).json()) as Record<string, unknown>;
      const balance = `/v1/accounting/reports/trial-balance?legalEntityId=${actor.legalEntityId}&asOf=2026-12-31`;
      const { body: here } = await actor.get(balance);
      expect((await read(balance))['totals']).toEqual(here.totals);
      expect(here.lines.length).toBeGreaterThan(1);
      expect((await read(balance))['lines']).toEqual(here.lines);
      expect(await read('/v1/audit-chain/verify')).toMatchObject({ status: 'intact' });
      const posted = await fetch(`${api.baseUrl}/v1/accounting/journal-entries`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${accessToken}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'next',
        },
        body: JSON.stringify({
          legalEntityId: actor.legalEntityId,
          entryDate: '2026-03-06',
          description: 'Next',
          post: true,
          lines: [
            { accountCode: '1000', debit: '1.00' },
            { accountCode: '3000', credit: '1.00' },
          ],
        }),
      });
      const numbers = `legalEntityId=${actor.legalEntityId}&journalCode=GENERAL&sort=-number&limit=1`;
      const [last] = (await actor.get(`/v1/accounting/journal-entries?${numbers}`)).body.data;
      expect(last.number).toBeGreaterThan(1);
      expect([posted.status, await posted.json()]).toEqual([201, expect.objectContaining({ number: last.number + 1 })]);
      expect(await read('/v1/audit-entries?recordType=platform.organization_event&limit=1')).toMatchObject({
        data: [{ action: 'platform.organization.restore', after: { kind: 'restored' } }],
      });
    } finally {
      await api.stop();
    }
  });

  it('is exported from there by the operator', async () => {
    const exported = await bureau(['export', '--organization', actor.organizationId, '-o', 'again.ndjson.gz']);
    expect(exported).toMatchObject({
      stderr: '',
      code: 0,
      stdout: expect.stringMatching(/^Exported Test organization/),
    });
    const again = gunzipSync(await readFile(join(folder, 'again.ndjson.gz'))).toString();
    const entriesOf = (text: string) => text.split('\n').filter((line) => line.includes('Töchter'));
    expect(entriesOf(again)).toEqual(entriesOf(file.toString()));
    expect(await bureau(['export', '-o', 'again.ndjson.gz'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('EEXIST'),
    });
  });
});
