import { basename, dirname, resolve } from 'node:path';
import pg from 'pg';
import { Api } from '../environment/api.mjs';
import { provideDatabase, withClient } from '../environment/database.mjs';
import { awaitQuiet, serverOf } from '../environment/processor-time.mjs';
import { startServer } from '../environment/server.mjs';
import { Connection } from '../posting/connection.mjs';
import { measure } from '../posting/measure.mjs';
import { median } from '../posting/median.mjs';
import { meetCustomers, openShop, saleOf } from './shop.mjs';
import { createCopies, rowMaker, rowsOfSale } from './written-rows.mjs';

const clients = 8;
const poolSize = 10;
const goal = 0.35;
const path = '/v1/accounting/sales-documents';
const inBulk = { clients: 2, sales: 50 };

/**
 * Measures the call of front offices beside a driver that writes the same rows.
 *
 * @param {{ seconds: number, rounds: number, patient: boolean, profile?: string }} options
 * @returns {Promise<boolean>} whether every sale was recorded; nothing about speed
 */
export async function run({ seconds, rounds, patient, profile }) {
  const undo = [];
  try {
    const database = await provideDatabase();
    undo.push(database.close);
    const nodeOptions = profile
      ? ['--cpu-prof', `--cpu-prof-dir=${dirname(resolve(profile))}`, `--cpu-prof-name=${basename(profile)}`]
      : [];
    const server = await startServer({ databaseUrl: database.url, poolSize, nodeOptions });
    undo.push(server.stop);
    const api = new Api(server);
    await api.signIn();
    await openShop(api);
    await meetCustomers(api);
    const make = await withClient(database.url, (client) => prepareRaw(client, api));
    const pool = new pg.Pool({ connectionString: database.url, max: poolSize });
    undo.push(() => pool.end());
    const drivers = {
      raw: () => rawCalls(pool, make),
      http: () => httpCalls(api, server),
      bulk: () => bulkCalls(api, server),
    };
    const postgresPid = await withClient(database.url, postgresOf);
    const measured = { apiPid: server.pid, postgresPid };
    return await takeRounds(drivers, { seconds, rounds, patient, database, measured });
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function postgresOf(client) {
  return serverOf((await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid);
}

/** Two sales that are alike tell what a sale writes. */
async function prepareRaw(client, api) {
  const written = [];
  for (let time = 0; time < 2; time++) {
    const { document } = await api.post(path, saleOf(0));
    written.push(await rowsOfSale(client, document.id));
  }
  await createCopies(client, written[0]);
  const count = written[0].reduce((sum, { rows }) => sum + rows.length, 0);
  console.log(`\nbench/front-office: a sale writes ${count} rows of ${written[0].length} tables`);
  return rowMaker(...written);
}

function rawCalls(pool, make) {
  const query = { name: 'record_sale', text: 'SELECT bench.record_sale($1)' };
  const call = async () => {
    await pool.query({ ...query, values: [make()] });
    return [1];
  };
  return { calls: Array.from({ length: clients }, () => call), close: () => {} };
}

async function httpCalls(api, server) {
  const { send, close } = await connect(api, server, path, clients);
  const calls = send.map((post) => async (command) => {
    const answer = await post(saleOf(command));
    const sale = answer.status === 200 ? JSON.parse(answer.body) : {};
    if (sale.outcome !== 'recorded' || sale.document.status !== 'paid') throw faultOf(answer);
    return [1];
  });
  return { calls, close };
}

async function bulkCalls(api, server) {
  const { send, close } = await connect(api, server, `${path}/bulk`, inBulk.clients);
  const calls = send.map((post) => async (command) => {
    const sales = Array.from({ length: inBulk.sales }, (_, index) => saleOf(command * inBulk.sales + index));
    const answer = await post({ sales });
    if (answer.status !== 200 || JSON.parse(answer.body).recorded !== inBulk.sales) throw faultOf(answer);
    return sales;
  });
  return { calls, close };
}

const faultOf = ({ status, body }) => new Error(`A sale was answered ${status}: ${body.slice(0, 500)}`);

/** Connections of some clients, each of which posts what it is given. */
async function connect(api, server, address, count) {
  const token = await api.signIn();
  const head = [
    `POST ${address} HTTP/1.1`,
    `Host: ${new URL(server.url).host}`,
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
  ].join('\r\n');
  const connections = await Promise.all(Array.from({ length: count }, () => Connection.open(server.url)));
  const send = connections.map((connection) => (content) => {
    const body = JSON.stringify(content);
    return connection.send(`${head}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  });
  return { send, close: () => connections.forEach((connection) => connection.close()) };
}

async function takeRounds(drivers, { seconds, rounds, patient, database, measured }) {
  let commands = 0;
  const faults = [];
  const one = async (name, duration) => {
    const { calls, close } = await drivers[name]();
    try {
      const nextCommand = () => commands++;
      const taken = await measure(calls, { seconds: duration, nextCommand, onPosted: () => {}, ...measured });
      faults.push(...taken.faults);
      return taken;
    } finally {
      close();
    }
  };
  console.log('warming up …');
  for (const name of ['raw', 'http', 'bulk']) await one(name, 2 * seconds);
  await withClient(database.url, (client) => client.query('ANALYZE'));
  const taken = [];
  for (let round = 1; round <= rounds && faults.length === 0; round++) {
    if (patient) await awaitQuiet();
    taken.push({
      raw: await one('raw', seconds),
      http: await one('http', seconds),
      bulk: await one('bulk', seconds),
    });
  }
  if (taken.length > 0) print(taken);
  for (const fault of new Set(faults)) console.error(`  ${fault}`);
  return faults.length === 0;
}

function print(taken) {
  const middleOf = (value, name) => median(taken.map((round) => value(round[name])));
  const middle = (name, field) => middleOf((one) => one[field], name);
  for (const name of ['raw', 'http', 'bulk']) {
    const figures = ['rate', 'p50', 'p99'].map((field) => middle(name, field).toFixed(1));
    const used = ['api', 'postgres'].map((process) =>
      middleOf(({ processor }) => processor[process] ?? NaN, name).toFixed(2),
    );
    console.log(
      `  ${name.padEnd(5)} ${figures[0]} sales/s, p50 ${figures[1]} ms, p99 ${figures[2]} ms; ` +
        `processor time of a sale: API ${used[0]} ms, PostgreSQL ${used[1]} ms`,
    );
  }
  const others = median(taken.map(({ http }) => http.processor.others));
  console.log(`  "others" ${others.toFixed(2)}`);
  const shareOf = (name) => median(taken.map((round) => round[name].rate / round.raw.rate));
  console.log(
    `  in bulk, ${inBulk.clients} clients with ${inBulk.sales} each: share of raw: ${shareOf('bulk').toFixed(2)} ×`,
  );
  const ratio = shareOf('http');
  const met = ratio >= goal ? 'met    ' : 'not met';
  console.log(
    `\nGoals\n  ${met}  front office, ${clients} clients: share of raw: ${ratio.toFixed(2)} × (at least ${goal} ×)`,
  );
}
