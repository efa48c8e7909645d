import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ended, giveCommand } from '../support/bureau-command.js';
import { startApi } from '../support/bureau-process.js';
import { signIn } from '../support/bureau-session.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { withClient } from '../support/matrix-database.js';

jest.setTimeout(120_000);

const root = join(import.meta.dirname, '../..');
const example = join(root, 'docs/examples/example-2024.se');

let folder: string;
let database: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-command-'));
  database = await createDatabase();
});
afterAll(async () => {
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

const bureau = (given: readonly string[], settings: Record<string, string> = {}): Promise<Ended> =>
  giveCommand(given, { folder, settings: { DATABASE_URL: database.url, ...settings } });

const json = ({ stdout }: Ended) => JSON.parse(stdout) as unknown;

describe('without a command', () => {
  it('says what there is', async () => {
    const { stdout, code } = await bureau(['--help']);
    for (const command of [
      'doctor',
      'export',
      'import',
      'migrate',
      'openapi',
      'reopen',
      'reset-second-factor',
      'restore',
      'set-password',
      'verify',
    ])
      expect(stdout).toContain(`  ${command}`);
    expect(code).toBe(0);
  });

  it.each([
    [['books']],
    [['verify', '--colour']],
    [['import']],
    [['restore']],
    [['export']],
    [['reset-second-factor']],
    [['reopen', '--organization', 'x']],
  ])('refuses %j', async (given) => {
    const { stdout, stderr, code } = await bureau(given);
    expect([stdout, code]).toEqual(['', 1]);
    expect(stderr).toMatch(/^error: /);
  });
});

describe('on a database without organizations', () => {
  it('migrate has nothing to do', async () => {
    expect(await bureau(['migrate'])).toEqual({
      stdout: 'The database is of this release already.\n',
      stderr: '',
      code: 0,
    });
  });

  it('verify says so', async () => {
    expect(await bureau(['verify'])).toMatchObject({ stdout: 'There is no organization yet.\n', code: 0 });
  });

  it('import says what to do first', async () => {
    const { stderr, code } = await bureau(['import', example]);
    expect([stderr, code]).toEqual(['There is no organization yet: start Bureau once.\n', 1]);
  });
});

describe('on books', () => {
  beforeAll(async () => {
    await (await startApi({ DATABASE_URL: database.url })).stop();
  });

  it('import tries a file', async () => {
    const { stdout, stderr, code } = await bureau(['import', example, '--dry-run']);
    expect(stdout).toMatch(/^Would be imported: Exempel & Söner AB, 2024-01-01 to 2024-12-31\n/);
    expect([stderr, code]).toEqual(['', 0]);
    const { organizations } = json(await bureau(['verify', '--json'])) as { organizations: object[] };
    expect(organizations).toHaveLength(1);
    expect(await entriesInBooks()).toBe(0);
  });

  it('import posts it, named from where the operator is, in the name of the administrator', async () => {
    await writeFile(join(folder, 'year.se'), await readFile(example));
    const report = json(await bureau(['import', 'year.se', '--json']));
    expect(report).toMatchObject({ status: 'imported', counts: { vouchersPosted: 6 } });
    expect(await entriesInBooks()).toBeGreaterThanOrEqual(6);
    const actors = await query<{ email: string }>(
      'SELECT DISTINCT email FROM accounting.journal_entry e JOIN identity.user_account u ON u.id = e.actor_id',
    );
    expect(actors).toEqual([{ email: 'admin@bureau.test' }]);
  });

  it('import does the same file once', async () => {
    const before = await entriesInBooks();
    const { stdout, code } = await bureau(['import', 'year.se']);
    expect(stdout).toContain('Was imported before, nothing to do');
    expect([await entriesInBooks(), code]).toEqual([before, 0]);
  });

  it.each<[string, string[], RegExp]>([
    ['a file that is not there', ['import', 'nothing.se'], /ENOENT.*nothing\.se/],
    ['a file of another kind', ['import', join(root, 'package.json')], /faults.*\n {2}line 1: /],
    ['a legal entity that is none', ['import', 'year.se', '--legal-entity', 'x'], /^Must be an id/],
    [
      "another one's legal entity",
      ['import', 'year.se', '--legal-entity', '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64'],
      /legal entity/i,
    ],
    [
      'an organization that is none',
      ['import', 'year.se', '--organization', 'Acme'],
      /no organization Acme\.\n.+My org/,
    ],
    ['somebody else', ['import', 'year.se', '--as', 'eve@example.com'], /^eve@example\.com does not administer/],
    ['another one to verify', ['verify', '--organization', 'Acme'], /^There is no organization Acme\./],
  ])('refuses %s', async (_, given, reason) => {
    const { stdout, stderr, code } = await bureau(given);
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect([stdout, code]).toEqual(['', 1]);
  });

  it('verify passes good books, and finds what is not right in them', async () => {
    expect(await bureau(['verify'])).toMatchObject({ stdout: expect.stringMatching(/^passed {2}.+My organization/) });
    await withClient(database.url, async (client) => {
      await client.query("SET session_replication_role = 'replica'");
      await client.query('UPDATE accounting.account_balance_month SET debit = debit + 1 WHERE debit > 0');
    });
    const { stdout, code } = await bureau(['verify']);
    expect(stdout).toMatch(/^failed {2}[^]+month_balances_follow_lines: \d+ findings\n {4}\d{4} /);
    expect(code).toBe(1);
    const found = await bureau(['verify', '--json', '--organization', 'My organization']);
    expect(json(found)).toMatchObject({ status: 'failed', organizations: [{ name: 'My organization' }] });
    expect(found.code).toBe(1);
  });

  it('leaves the API as it was', async () => {
    const api = await startApi({ DATABASE_URL: database.url });
    const { body } = await (await signIn(api)).get('/v1/accounting/journal-entries?limit=1');
    expect(body.data).toHaveLength(1);
    await api.stop();
  });
});

const query = <Row extends object>(text: string): Promise<Row[]> =>
  withClient(database.url, async (client) => (await client.query<Row>(text)).rows);
const entriesInBooks = async () =>
  (await query<{ entries: number }>('SELECT count(*)::int AS entries FROM accounting.journal_entry'))[0]!.entries;

describe('openapi', () => {
  it('prints the document of this release, without a database', async () => {
    const ended = await bureau(['openapi'], { DATABASE_URL: '' });
    expect(ended).toMatchObject({ stderr: '', code: 0 });
    expect(json(ended)).toEqual(JSON.parse(await readFile(join(root, 'openapi.json'), 'utf8')));
  });

  it('writes it where it is told to', async () => {
    expect(await bureau(['openapi', '--output', 'api.json'])).toEqual({ stdout: '', stderr: '', code: 0 });
    expect(await readFile(join(folder, 'api.json'), 'utf8')).toBe(await readFile(join(root, 'openapi.json'), 'utf8'));
  });
});

describe('openapi --since', () => {
  it('tells what has changed since a document', async () => {
    const document = JSON.parse(await readFile(join(root, 'openapi.json'), 'utf8')) as { paths: object };
    const { '/health/live': _, ...paths } = document.paths as Record<string, object>;
    await writeFile(join(folder, 'before.json'), JSON.stringify({ ...document, paths }));
    const ended = await bureau(['openapi', '--since', 'before.json']);
    expect(ended).toEqual({
      stdout: '### Added\n\n- `GET /health/live` (checkLiveness): Is the process alive\n',
      stderr: '',
      code: 0,
    });
  });

  it('refuses what is no document', async () => {
    await writeFile(join(folder, 'none.json'), '{}');
    const ended = await bureau(['openapi', '--since', 'none.json']);
    expect(ended).toMatchObject({ stdout: '', code: 1 });
    expect(ended.stderr).toContain('none.json is no OpenAPI document: it has no paths.');
  });
});

describe('doctor', () => {
  interface Report {
    status: string;
    findings: { name: string; status: string; detail: string; remedy?: string }[];
  }
  const examine = async (settings = {}) => {
    const ended = await bureau(['doctor', '--json'], settings);
    const report = json(ended) as Report;
    return { ...report, code: ended.code, of: (name: string) => report.findings.find((one) => one.name === name) };
  };

  it('finds a sound installation sound', async () => {
    const { status, findings, code } = await examine();
    expect([status, code]).toEqual(['ok', 0]);
    expect(findings.map(({ name }) => name)).toEqual([
      'Node.js',
      'Settings',
      'Secret',
      'Disk space',
      'Database',
      'Connections',
      'Roles',
      'Migrations',
      'Clock',
    ]);
    expect(findings.filter((one) => one.status === 'fault')).toEqual([]);
  });

  it('names settings that cannot be used, without quoting secrets', async () => {
    const { of, code, findings } = await examine({ PORT: 'http', BUREAU_SECRET: 'swordfish' });
    expect(of('Settings')).toMatchObject({ status: 'fault', detail: expect.stringMatching(/PORT .+BUREAU_SECRET /) });
    expect(JSON.stringify(findings)).not.toContain('swordfish');
    expect(code).toBe(1);
  });

  it('misses the secret', async () => {
    const { of, code } = await examine({ BUREAU_SECRET: '' });
    expect(of('Secret')).toMatchObject({ status: 'fault', remedy: expect.stringContaining('openssl rand -hex 32') });
    expect(code).toBe(1);
  });

  it('does not reach a database that is away', async () => {
    const { of, code } = await examine({ DATABASE_URL: 'postgres://bureau:swordfish@127.0.0.1:1/bureau' });
    expect(of('Database')).toMatchObject({ status: 'fault', detail: expect.stringContaining('ECONNREFUSED') });
    expect(JSON.stringify(of('Database'))).not.toContain('swordfish');
    expect(code).toBe(1);
  });

  it('tells of a pool that the server has no room for', async () => {
    expect((await examine({ DATABASE_POOL_SIZE: '200' })).of('Connections')).toMatchObject({ status: 'fault' });
  });

  it('tells of migrations to come, and of those of a newer release', async () => {
    const another = await createDatabase();
    try {
      await withClient(another.url, (client) =>
        client.query('DELETE FROM bureau_migration WHERE id = (SELECT max(id) FROM bureau_migration)'),
      );
      const settings = { DATABASE_URL: another.url };
      expect((await examine(settings)).of('Migrations')).toMatchObject({
        status: 'advice',
        detail: expect.stringMatching(/^1 not applied/),
      });
      expect((await bureau(['verify'], settings)).stderr).toMatch(/not of this release yet.+migrate/);
      await withClient(another.url, (client) =>
        client.query("INSERT INTO bureau_migration (timestamp, name) VALUES (1, 'Newer1')"),
      );
      expect((await examine(settings)).of('Migrations')).toMatchObject({ status: 'fault' });
    } finally {
      await another.drop();
    }
  });

  it('says of a folder without a database that the first start creates it, and creates nothing', async () => {
    const dataDir = join(folder, 'data');
    const { of, code } = await examine({ DATABASE_URL: '', BUREAU_SECRET: '', DATA_DIR: dataDir });
    expect(of('Database')).toMatchObject({ status: 'skipped', detail: expect.stringContaining('the first start') });
    expect(of('Disk space')).toMatchObject({ detail: expect.stringContaining(dataDir) });
    expect(code).toBe(0);
    await expect(readFile(dataDir)).rejects.toThrow('ENOENT');
    const settings = { DATABASE_URL: '', DATA_DIR: dataDir };
    expect((await bureau(['verify'], settings)).stderr).toContain('npm start makes one');
  });

  it('is readable', async () => {
    const { stdout } = await bureau(['doctor']);
    expect(stdout).toMatch(/^(ok|advice) +Node\.js +\d+\.[^]+\nok +Settings +can be read\n[^]*\nok +Clock +/);
  });
});
