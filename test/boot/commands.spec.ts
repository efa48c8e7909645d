import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createDatabase, type TestDatabase } from '../support/database.js';

// The commands of package.json as an operator gives them, in an installation with a `.env` of its own.
const root = join(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

let folder: string;
let database: TestDatabase;
/** The settings of an installation on that database. */
let settings: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-commands-'));
  // As a production image: built, without sources.
  await cp(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
  await symlink(join(root, 'dist'), join(folder, 'dist'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  database = await createDatabase();
  settings = {
    DATABASE_URL: database.url,
    BUREAU_SECRET: '4814d92093ac8a0f4a2163ab87dee509ba306a58f5888be0edcb2fcd0712028b',
    PORT: '0',
    LOG_FORMAT: 'text',
  };
});
afterEach(() => database.drop());

interface Ended {
  output: string[];
  code: number | null;
}

/** Gives the command from another folder, asks it to stop when it says that it is ready, and waits for its end. */
async function run(command: string, dotEnv: Record<string, string>, environment = {}): Promise<Ended> {
  const lines = Object.entries(dotEnv).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(folder, '.env'), lines.join(''));
  const script = /^exec node (scripts\/\S+)$/.exec(scripts[command]!)![1]!;
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'test/support/end-with-parent.mjs'), join(folder, script)],
    {
      cwd: tmpdir(),
      env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  child.channel?.unref();
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream!).on('line', (line) => {
      output.push(line);
      if (/Bureau.* is ready/.test(line)) child.kill('SIGTERM');
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { output, code };
}

describe.each(['start', 'worker'])('npm run %s', (command) => {
  it('reads .env, wherever it is given from', async () => {
    const { output, code } = await run(command, { ...settings, PORT: 'http' });
    expect(output).toContain('  PORT must be a whole number');
    expect(code).toBe(1);
  });

  it('believes the environment first', async () => {
    const { output, code } = await run(command, { ...settings, PORT: 'http' }, { PORT: '0', LOG_LEVEL: 'loud' });
    expect(output.join('\n')).toContain('  LOG_LEVEL ');
    expect(output.join('\n')).not.toContain('  PORT ');
    expect(code).toBe(1);
  });

  it('runs until it is told to stop, and writes no file: all state is in the database', async () => {
    const { output, code } = await run(command, settings);
    expect(output.filter((line) => /^Bureau.* is ready/.test(line))).toHaveLength(1);
    expect(code).toBe(0);
    expect(existsSync(join(folder, '.data'))).toBe(false);
  });
});

it('npm run worker says what it needs', async () => {
  expect(await run('worker', {})).toEqual({
    output: ['The worker needs DATABASE_URL. Without one, npm start runs the jobs itself.'],
    code: 1,
  });
});

describe('the first start', () => {
  const person = '  E-mail       admin@localhost.localdomain';
  const before = (output: string[]) =>
    output.slice(
      0,
      output.findIndex((line) => line.startsWith('Bureau is ready')),
    );

  it('shows the password that it made, and no later start does', async () => {
    expect(before((await run('start', settings)).output)).toEqual([
      'The first administrator was created. The password is shown this once:',
      person,
      expect.stringMatching(/^ {2}Password {5}[\w-]{24}$/),
    ]);
    expect(before((await run('start', settings)).output)).toEqual([]);
  });

  it('keeps the password out of a log that is collected', async () => {
    const { output } = await run('start', { ...settings, LOG_FORMAT: 'json' });
    // The log is on standard output, the password on standard error: which line comes first is open.
    const isLog = (line: string) => line.startsWith('{');
    expect(output.filter((line) => !isLog(line))).toEqual([
      person,
      expect.stringMatching(/^ {2}Password {5}[\w-]{24}$/),
    ]);
    expect(output.filter(isLog).map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'The first administrator was created. The password is shown this once:',
      expect.stringMatching(/^Bureau is ready on http/),
      'Bureau is stopping',
    ]);
  });

  it('does not show a password that was set', async () => {
    const { output } = await run('start', { ...settings, BUREAU_ADMIN_PASSWORD: 'lamps from the harbour' });
    expect(before(output)).toEqual([
      'The first administrator was created, with the password set in BUREAU_ADMIN_PASSWORD:',
      person,
    ]);
    expect(output.join('\n')).not.toContain('lamps from the harbour');
  });

  it.each([
    ['passwordpassword', 'commonly used'],
    ['my organization 1', 'names of the organization'],
  ])('is refused with the password %s, and leaves nobody behind', async (password, words) => {
    const refused = await run('start', { ...settings, BUREAU_ADMIN_PASSWORD: password });
    expect(refused.code).toBe(1);
    const output = refused.output.join('\n');
    expect(output).toContain('BUREAU_ADMIN_PASSWORD cannot be used:');
    expect(output).toContain(words);
    expect(output).not.toContain(password);
    expect(before((await run('start', settings)).output)[0]).toMatch(/^The first administrator was created/);
  });
});
