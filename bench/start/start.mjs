import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { Api } from '../environment/api.mjs';
import { provideDatabase, withClient } from '../environment/database.mjs';
import { awaitQuiet, residentMiB, serverOf } from '../environment/processor-time.mjs';
import { startServer } from '../environment/server.mjs';
import { openBooks } from '../posting/books.mjs';
import { LoadGenerator } from '../posting/load-generator.mjs';
import { median } from '../posting/median.mjs';
import { poolSize, seriesOf } from '../posting/series.mjs';
import { bodyOf, entriesOf } from '../posting/workload.mjs';

const [busy] = seriesOf(['one-at-32']);
const idleAfterMs = 5_000;
const wanted = { readyMs: 3_000, idleMiB: 250, loadedMiB: 400 };

/**
 * Measures how long a start takes on a database that is migrated, and what the API process keeps in memory: after the
 * start, and at most while 32 clients post.
 *
 * @param {{ seconds: number, rounds: number, patient: boolean }} options
 * @returns {Promise<boolean>} true; a start that fails throws, and figures are printed only
 */
export async function run({ seconds, rounds, patient }) {
  const undo = [];
  try {
    const database = await provideDatabase();
    undo.push(database.close);
    // The first start migrates.
    await (await startServer({ databaseUrl: database.url, poolSize })).stop();

    const starts = [];
    let server;
    for (let round = 0; round < rounds; round++) {
      if (patient) await awaitQuiet();
      const began = performance.now();
      server = await startServer({ databaseUrl: database.url, poolSize });
      starts.push(performance.now() - began);
      if (round < rounds - 1) await server.stop();
    }
    undo.push(server.stop);
    await delay(idleAfterMs);
    const idle = residentMiB(server.pid);
    const loaded = await highestUnderLoad(server, database.url, { seconds: seconds * rounds, undo });
    print({ about: database.about, starts, idle, loaded });
    return true;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function highestUnderLoad(server, ownerUrl, { seconds, undo }) {
  const api = new Api(server);
  const token = await api.signIn();
  const books = await openBooks(api, ownerUrl, 1);
  const [entry] = entriesOf(0, 1).map((one) => bodyOf(one, books.entities[0].id));
  const headers = { 'idempotency-key': randomUUID() };
  const single = await api.postForText('/v1/accounting/journal-entries', { ...entry, post: true }, headers);
  const postgresPid = await withClient(ownerUrl, async (client) => {
    await client.query(await readFile(new URL('../posting/raw-limit.sql', import.meta.url), 'utf8'));
    return serverOf((await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid);
  });
  const load = new LoadGenerator();
  undo.push(() => load.close());
  const answers = { single, bulk: single };
  await load.prepare({ url: server.url, ownerUrl, poolSize, books, answers, apiPid: server.pid, postgresPid });

  let highest = 0;
  const watch = setInterval(() => (highest = Math.max(highest, residentMiB(server.pid) ?? 0)), 100);
  try {
    const { measurement } = await load.measure({ driver: 'http', series: busy, seconds, token });
    if (measurement.faults.length > 0) throw new Error(measurement.faults[0]);
  } finally {
    clearInterval(watch);
  }
  return highest || undefined;
}

function print({ about, starts, idle, loaded }) {
  const ready = median(starts);
  const mebibytes = (value) => (value === undefined ? 'not told by this system' : `${value.toFixed(0)} MiB`);
  console.log(`\nbench/start: PostgreSQL ${about}; Node.js ${process.version}\n`);
  console.log(
    `ready after          ${starts.map((one) => one.toFixed(0)).join(', ')} ms; median ${ready.toFixed(0)} ms`,
  );
  console.log(`resident, idle       ${mebibytes(idle)}`);
  console.log(`resident, under load ${mebibytes(loaded)} at most, 32 clients\n\nGoals`);
  goal(ready <= wanted.readyMs, `ready within ${wanted.readyMs} ms once migrated`);
  goal(idle <= wanted.idleMiB, `at most ${wanted.idleMiB} MiB idle`);
  goal(loaded <= wanted.loadedMiB, `at most ${wanted.loadedMiB} MiB under load`);
}

const goal = (isMet, text) => console.log(`  ${isMet ? 'met    ' : 'not met'}  ${text}`);
