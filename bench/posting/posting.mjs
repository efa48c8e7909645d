import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { Api } from '../environment/api.mjs';
import { provideDatabase, withClient } from '../environment/database.mjs';
import { awaitQuiet, serverOf } from '../environment/processor-time.mjs';
import { startServer } from '../environment/server.mjs';
import { openBooks } from './books.mjs';
import { LoadGenerator } from './load-generator.mjs';
import { Acknowledged, prove } from './proof.mjs';
import { printGoals, printTable } from './results.mjs';
import { poolSize, seriesOf } from './series.mjs';
import { bodyOf, entriesOf } from './workload.mjs';

// A Node.js process posts in half the time once it has compiled what it runs often: some thousand requests.
const warmUp = { raw: 0.5, http: 2 };

/**
 * Measures posting over HTTP beside the limit that the database sets.
 *
 * @param {{ seconds: number, rounds: number, patient: boolean, only?: string[], rawOnly: boolean, profile?: string }} options
 * @returns {Promise<boolean>} whether every posting was kept and answered; nothing about speed
 */
export async function run(options) {
  const chosen = seriesOf(options.only);
  const undo = [];
  const tidyUp = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  process.once('SIGINT', () => void tidyUp().finally(() => process.exit(130)));
  process.once('SIGTERM', () => void tidyUp().finally(() => process.exit(143)));
  try {
    const bench = await prepare(undo, chosen, options);
    const rounds = await Promise.race([takeRounds(bench, chosen, options), bench.server.lost]);
    if (rounds.length > 0) {
      printTable(rounds);
      printGoals(rounds);
    }
    return await isProved(bench);
  } finally {
    await tidyUp();
  }
}

async function prepare(undo, chosen, { profile }) {
  const database = await provideDatabase();
  undo.push(database.close);
  const nodeOptions = profile
    ? ['--cpu-prof', `--cpu-prof-dir=${dirname(resolve(profile))}`, `--cpu-prof-name=${basename(profile)}`]
    : [];
  const server = await startServer({ databaseUrl: database.url, poolSize, nodeOptions });
  undo.push(server.stop);
  const api = new Api(server);
  await api.signIn();

  const books = await openBooks(api, database.url, Math.max(...chosen.map(({ entities }) => entities)));
  const raw = new Acknowledged();
  const http = new Acknowledged();
  const answers = await answersOf(api, books, http);
  const postgresPid = await withClient(database.url, async (client) => {
    await client.query(await readFile(new URL('./raw-limit.sql', import.meta.url), 'utf8'));
    return serverOf((await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid);
  });

  const load = new LoadGenerator();
  undo.push(() => load.close());
  const pids = { apiPid: server.pid, postgresPid };
  await load.prepare({ url: server.url, ownerUrl: database.url, poolSize, books, answers, ...pids });
  await describe(database);
  return { database, server, api, books, load, acknowledged: { raw, http }, faults: [] };
}

/** One posting of each kind: the raw driver keeps answers of the same text under its idempotency keys. */
async function answersOf(api, books, acknowledged) {
  const path = '/v1/accounting/journal-entries';
  const [{ id }] = books.entities;
  const key = () => ({ 'idempotency-key': randomUUID() });
  const entries = entriesOf(0, 100).map((entry) => bodyOf(entry, id));
  const single = await api.postForText(path, { ...entries[0], post: true }, key());
  const bulk = await api.postForText(`${path}/bulk`, { mode: 'atomic', entries }, key());
  acknowledged.add(id, [JSON.parse(single).number, ...JSON.parse(bulk).results.map(({ number }) => number)]);
  acknowledged.commands += 2;
  return { single, bulk };
}

async function describe(database) {
  const { rows } = await withClient(database.url, (client) =>
    client.query("SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync"),
  );
  const processors = os.cpus();
  console.log(`\nbench/posting: PostgreSQL ${rows[0].version} (${database.about}), fsync ${rows[0].fsync}`);
  console.log(`Node.js ${process.version}, ${processors.length} × ${processors[0].model}`);
}

async function takeRounds(bench, chosen, { seconds, rounds, patient, rawOnly }) {
  const drivers = rawOnly ? ['raw'] : ['raw', 'http'];
  console.log('warming up …');
  for (const driver of drivers) {
    for (const series of chosen) await measureOne(bench, driver, series, warmUp[driver] * seconds);
  }
  // As PostgreSQL does by itself within minutes: plans that were made for empty tables are not what is measured.
  await withClient(bench.database.url, (client) => client.query('ANALYZE'));
  const taken = [];
  for (let number = 1; number <= rounds && bench.faults.length === 0; number++) {
    console.log(`round ${number} of ${rounds} …`);
    const round = {};
    for (const series of chosen) {
      round[series.id] = {};
      if (patient) await awaitQuiet();
      for (const driver of drivers) round[series.id][driver] = await measureOne(bench, driver, series, seconds);
    }
    taken.push(round);
    // Beside each other, and each of them first in turn: what the machine does besides meets both.
    drivers.reverse();
  }
  console.log();
  return taken;
}

async function measureOne({ api, books, load, acknowledged, faults }, driver, series, seconds) {
  // Tokens live for minutes only, and a sign-in costs nothing inside the measurement.
  const token = driver === 'http' ? await api.signIn() : undefined;
  const answer = await load.measure({ driver, series, seconds, token });
  const known = acknowledged[driver];
  answer.acknowledged.forEach((numbers, entity) => known.add(books.entities[entity].id, numbers));
  known.commands += answer.commands;
  faults.push(
    ...answer.measurement.faults.map((fault) => `${driver}, ${series.name}, ${series.clients} clients: ${fault}`),
  );
  return answer.measurement;
}

async function isProved({ database, acknowledged, faults }) {
  const found = [
    ...faults,
    ...(await prove(database.url, 'accounting, platform', acknowledged.http)).map((fault) => `Bureau: ${fault}`),
    ...(await prove(database.url, 'bench', acknowledged.raw)).map((fault) => `raw driver: ${fault}`),
  ];
  const { raw, http } = acknowledged;
  console.log(
    `\n${http.entries} entries over HTTP and ${raw.entries} by the raw driver, each acknowledged one checked:`,
  );
  console.log(found.length === 0 ? '  gapless numbers, balances equal to the lines, nothing lost.' : '  WRONG');
  for (const fault of new Set(found)) console.error(`  ${fault}`);
  return found.length === 0;
}
