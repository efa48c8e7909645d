import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
const loadedBefore = ['end-with-parent', 'watch-event-loop'].flatMap((name) => [
  '--import',
  `./test/support/${name}.mjs`,
]);
const startLimit = 60_000;
const lastLines = 30;

/** Of every process that a spec starts, unless it sets another. */
export const secret = '7dc96f776c8423e57a2785489a3f9c43fb6e756876d6ad9a9cac4aa4e72ec193';
export const adminEmail = 'admin@bureau.test';
export const adminPassword = 'correct-horse-battery-staple';

/** A process of the built Bureau that a spec started for itself. */
export interface BureauProcess {
  /** Of the API; empty for a worker. */
  baseUrl: string;
  pid: number;
  /** All lines that it has written so far, to either stream. */
  output: readonly string[];
  /** From now on, nobody reads what it writes. */
  readNoMore(): void;
  /** SIGTERM; waits until it has ended in order, and tells with which code or signal. */
  stop(): Promise<string>;
  /** SIGKILL; nothing in the process gets a chance to tidy up. */
  kill(): Promise<void>;
}

/** Starts the API on the given settings, e.g. `DATABASE_URL`. @throws Error with its last output if it ends instead. */
export function startApi(settings: Record<string, string>): Promise<BureauProcess> {
  return start('dist/app/main.js', /Bureau is ready on (http:\/\/[^\s"]+)/, settings);
}

/** Starts the worker on the given settings. @throws Error with its last output if it ends instead. */
export function startWorker(settings: Record<string, string>): Promise<BureauProcess> {
  return start('dist/app/worker.js', /Bureau worker is ready()/, settings);
}

async function start(program: string, readyLine: RegExp, settings: Record<string, string>): Promise<BureauProcess> {
  const child = spawn(process.execPath, [...loadedBefore, program], {
    cwd: root,
    env: environmentOf(settings),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.channel?.unref();
  const output: string[] = [];
  const ended = once(child, 'close').then(([code, signal]) => `ended with ${String(signal ?? code)}`);
  const ready = new Promise<{ baseUrl: string }>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream!).on('line', (line) => {
        output.push(line);
        const [, baseUrl] = readyLine.exec(line) ?? [];
        if (baseUrl !== undefined) resolve({ baseUrl });
      });
    }
  });
  const signal = async (name: NodeJS.Signals) => {
    child.kill(name);
    return ended;
  };
  const patience = new AbortController();
  const tooLong = delay(startLimit, 'is not ready in time', { signal: patience.signal, ref: false }).catch(() => '');
  const outcome = await Promise.race([ready, ended, tooLong]);
  patience.abort();
  if (typeof outcome === 'string') {
    await signal('SIGKILL');
    throw new Error([`${program} ${outcome}:`, ...output.slice(-lastLines)].join('\n'));
  }
  return {
    ...outcome,
    pid: child.pid!,
    output,
    readNoMore: () => [child.stdout, child.stderr].forEach((stream) => stream!.destroy()),
    stop: () => signal('SIGTERM'),
    kill: async () => void (await signal('SIGKILL')),
  };
}

/** Settings of the machine that runs the tests must not reach the process. */
function environmentOf(settings: Record<string, string>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(APP_URL|BUREAU|CORS|DATABASE|DATA_DIR|DOCS|FILES_|JOB_|LOG_|MAIL_|METRICS|OBJECT_STORAGE_|OIDC_|OTEL_|PG|RATE_LIMIT|SHUTDOWN|SMTP_|WEBHOOK)/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(inherited),
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    BUREAU_SECRET: secret,
    BUREAU_ADMIN_EMAIL: adminEmail,
    BUREAU_ADMIN_PASSWORD: adminPassword,
    ...settings,
  };
}
