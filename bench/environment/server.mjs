import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readyLine = /Bureau is ready on (http:\/\/[^\s"]+)/;
const workerLine = /Bureau worker is (ready)/;
const startLimit = 60_000;
const stopLimit = 15_000;

const email = 'admin@bureau.test';
const password = 'correct-horse-battery-staple';

/**
 * Starts one built API server on the database and waits until it serves.
 *
 * @param {{ databaseUrl: string, poolSize: number, nodeOptions?: string[] }} options
 * @returns {Promise<Server>}
 * @typedef {{ url: string, pid: number, credentials: { email: string, password: string }, lost: Promise<never>, stop: () => Promise<void> }} Server
 *   `lost` rejects when the server ends without having been asked to
 */
export function startServer(options) {
  return start('dist/app/main.js', readyLine, options);
}

/**
 * Starts one built worker beside a server, which does its jobs.
 *
 * @param {{ databaseUrl: string, poolSize: number, nodeOptions?: string[] }} options
 * @returns {Promise<Server>} without an address
 */
export function startWorker(options) {
  return start('dist/app/worker.js', workerLine, options);
}

async function start(program, readyWords, { databaseUrl, poolSize, nodeOptions = [] }) {
  const child = spawn(process.execPath, [...nodeOptions, program], {
    cwd: root,
    env: environmentFor(databaseUrl, poolSize),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = [];
  const ready = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        if (lines.push(line) > 40) lines.shift();
        const address = readyWords.exec(line)?.[1];
        if (address) resolve(address);
      });
    }
  });
  const ended = once(child, 'exit');
  let stopping = false;
  const lost = new Promise((_, reject) => {
    child.once('exit', (code, signal) => {
      const how = signal ?? `exit code ${code}`;
      if (!stopping) reject(new Error(`${program} ended with ${how}:\n${lines.join('\n')}`));
    });
  });
  lost.catch(() => {});
  const stop = async () => {
    stopping = true;
    child.kill('SIGTERM');
    const inTime = await Promise.race([ended, delay(stopLimit, false, { ref: false })]);
    if (!inTime) child.kill('SIGKILL');
    await ended;
  };
  try {
    const tooLate = delay(startLimit, undefined, { ref: false }).then(() => {
      throw new Error(`${program} was not ready within ${startLimit / 1000} seconds:\n${lines.join('\n')}`);
    });
    const url = await Promise.race([ready, lost, tooLate]);
    return { url, pid: child.pid, credentials: { email, password }, lost, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Settings of the machine that measures must not reach the server that is measured. */
function environmentFor(databaseUrl, poolSize) {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(APP_URL|BUREAU|CORS|DATABASE|DATA_DIR|DOCS|FILES_|JOB_|LOG_|MAIL_|METRICS|OBJECT_STORAGE_|OIDC_|OTEL_|PG|RATE_LIMIT|SHUTDOWN|SMTP_|WEBHOOK)/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(inherited),
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: String(poolSize),
    // High enough for all that is sent here, and counted all the same.
    RATE_LIMIT_CREDENTIAL: '999999999',
    RATE_LIMIT_ORGANIZATION: '999999999',
    RATE_LIMIT_ADDRESS: '999999999',
    BUREAU_SECRET: '6a1f0c93d27be458f10c7e92b36d5a84ce07f2b91d83564ea9f7301c5bd26e48',
    BUREAU_ADMIN_EMAIL: email,
    BUREAU_ADMIN_PASSWORD: password,
  };
}
