import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readyLine = /Bureau is ready on (http:\/\/[^\s"]+)/;
const startLimit = 60_000;
const shutdownLimit = 10_000;

const loadedBefore = ['end-with-parent', 'watch-event-loop'].flatMap((name) => [
  '--import',
  `./test/support/${name}.mjs`,
]);

const adminEmail = 'admin@bureau.test';
const adminPassword = 'correct-horse-battery-staple';
const secret = '6a1f0c93d27be458f10c7e92b36d5a84ce07f2b91d83564ea9f7301c5bd26e48';

/**
 * Starts the built server on the database, as `npm start` would, and waits until it serves. `TEST_POOL_SIZE` gives it
 * another number of connections.
 */
export async function startServer(databaseUrl, dataDir, logName = 'test-server') {
  const child = spawn(process.execPath, ['--enable-source-maps', ...loadedBefore, 'dist/app/main.js'], {
    cwd: root,
    env: environmentFor(databaseUrl, dataDir),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.channel.unref();
  const output = createWriteStream(`${root}/dist/${logName}.log`);
  const lines = [];
  const ready = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        output.write(`${line}\n`);
        if (lines.push(line) > 40) lines.shift();
        const address = readyLine.exec(line)?.[1];
        if (address) resolve(address);
      });
    }
  });
  const failed = once(child, 'exit').then(([code, signal]) => `ended with ${signal ?? `exit code ${code}`}`);
  const outcome = await Promise.race([ready.then((baseUrl) => ({ baseUrl })), failed, timeout(startLimit)]);
  if (!outcome.baseUrl) {
    await stop(child, failed);
    throw new Error(`The server under test ${outcome}:\n${lines.join('\n')}`);
  }
  return { ...outcome, pid: child.pid, adminEmail, adminPassword, secret, stop: () => stop(child, failed) };
}

/** Settings of the machine that runs the tests must not reach the server under test. */
function environmentFor(databaseUrl, dataDir) {
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
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: process.env.TEST_POOL_SIZE ?? '',
    // High enough for all that is sent here, and counted all the same.
    RATE_LIMIT_CREDENTIAL: '999999999',
    RATE_LIMIT_ORGANIZATION: '999999999',
    RATE_LIMIT_ADDRESS: '999999999',
    DATA_DIR: dataDir,
    BUREAU_SECRET: secret,
    BUREAU_ADMIN_EMAIL: adminEmail,
    BUREAU_ADMIN_PASSWORD: adminPassword,
  };
}

async function stop(child, ended) {
  child.kill('SIGTERM');
  if ((await Promise.race([ended, timeout(shutdownLimit)])) !== noAnswer) return;
  child.kill('SIGKILL');
  await ended;
}

const noAnswer = 'gave no answer in time';

function timeout(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, noAnswer).unref());
}
