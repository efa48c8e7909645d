import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Api } from '../environment/api.mjs';
import { provideDatabase, withClient } from '../environment/database.mjs';
import { awaitQuiet, serverOf } from '../environment/processor-time.mjs';
import { startServer } from '../environment/server.mjs';
import { openBooks } from '../posting/books.mjs';
import { Connection } from '../posting/connection.mjs';
import { LoadGenerator } from '../posting/load-generator.mjs';
import { poolSize, seriesOf } from '../posting/series.mjs';
import { bodyOf, entriesOf } from '../posting/workload.mjs';
import { accounts, fillTo, fiscalYears } from './ledger.mjs';
import { questions } from './questions.mjs';
import { printGoals, printTable } from './results.mjs';

const [posting] = seriesOf(['one-at-8']);

/**
 * Measures reports and posting while the ledger grows.
 *
 * @param {{ seconds: number, rounds: number, patient: boolean, sizes: number[] }} options
 * @returns {Promise<boolean>} true; an answer that is no success throws, and speed is printed only
 */
export async function run(options) {
  const undo = [];
  try {
    const bench = await prepare(undo);
    const taken = [];
    for (const size of options.sizes) {
      process.stdout.write(`\n${size.toLocaleString('en')} lines: filling …`);
      await fillTo(bench.database.url, bench.books, size);
      process.stdout.write(' measuring …');
      taken.push(await Promise.race([measureAt(size, bench, options), bench.server.lost]));
    }
    console.log('\n');
    printTable(taken);
    printGoals(taken);
    return true;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function prepare(undo) {
  const database = await provideDatabase();
  undo.push(database.close);
  const server = await startServer({ databaseUrl: database.url, poolSize });
  undo.push(server.stop);
  const api = new Api(server);
  await api.signIn();
  const books = await openBooks(api, database.url, 1, { fiscalYears, more: accounts });
  const answers = await answersOf(api, books);
  const postgresPid = await withClient(database.url, async (client) => {
    await client.query(await readFile(new URL('../posting/raw-limit.sql', import.meta.url), 'utf8'));
    return serverOf((await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid);
  });
  const load = new LoadGenerator();
  undo.push(() => load.close());
  await load.prepare({
    url: server.url,
    ownerUrl: database.url,
    poolSize,
    books,
    answers,
    apiPid: server.pid,
    postgresPid,
  });
  console.log(`\nbench/reports: PostgreSQL in ${database.about}, 200 accounts, 36 months`);
  return { database, server, api, books, load };
}

/** The raw driver keeps answers of the same text under its keys. */
async function answersOf(api, books) {
  const path = '/v1/accounting/journal-entries';
  const [entry] = entriesOf(0, 1).map((one) => bodyOf(one, books.entities[0].id));
  const single = await api.postForText(path, { ...entry, post: true }, { 'idempotency-key': randomUUID() });
  return { single, bulk: single };
}

async function measureAt(size, { server, api, books, load }, { seconds, rounds, patient }) {
  const connection = await Connection.open(server.url);
  try {
    const latencies = Object.fromEntries(questions.map(({ id }) => [id, []]));
    const pairs = [];
    for (let round = 0; round <= rounds; round++) {
      if (patient) await awaitQuiet();
      const token = await api.signIn();
      for (const question of questions) {
        const took = await ask(connection, {
          question,
          token,
          books,
          host: new URL(server.url).host,
          seconds: seconds / 2,
        });
        // The first round warms up: plans, caches and compiled code.
        if (round > 0) latencies[question.id].push(...took);
      }
      const rates = {};
      for (const driver of ['raw', 'http']) {
        const { measurement } = await load.measure({ driver, series: posting, seconds, token });
        if (measurement.faults.length > 0) throw new Error(measurement.faults[0]);
        rates[driver] = measurement.rate;
      }
      if (round > 0) pairs.push(rates);
    }
    return { size, latencies, pairs };
  } finally {
    connection.close();
  }
}

async function ask(connection, { question, token, books, host, seconds }) {
  const took = [];
  const end = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < end; turn++) {
    const path = question.path(turn, books);
    const head = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n\r\n`;
    const began = performance.now();
    const { status, body } = await connection.send(head);
    took.push(performance.now() - began);
    if (status !== 200) throw new Error(`GET ${path} was answered ${status}: ${body.slice(0, 300)}`);
  }
  return took;
}
