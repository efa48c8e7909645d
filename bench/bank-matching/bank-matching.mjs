import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { Api } from '../environment/api.mjs';
import { provideDatabase, withClient } from '../environment/database.mjs';
import { residentMiB } from '../environment/processor-time.mjs';
import { startServer, startWorker } from '../environment/server.mjs';
import { openBooks } from '../posting/books.mjs';
import { statementOf } from './statement.mjs';

const poolSize = 10;
/** Seconds for the whole statement, and mebibytes that the worker may grow by. */
const goals = { seconds: 60, growth: 250 };
const sizes = {
  usual: { lines: 100_000, invoices: 200_000, customers: 5_000 },
  quick: { lines: 5_000, invoices: 10_000, customers: 500 },
};
const more = [
  { code: '1500', name: 'Trade receivables', type: 'asset', control: 'receivable' },
  { code: '1940', name: 'Bank', type: 'asset', control: 'bank' },
];
const csvMapping = {
  name: 'bench',
  delimiter: 'semicolon',
  dateFormat: 'year_month_day',
  decimalSeparator: 'point',
  lineOrder: 'oldest_first',
  columns: {
    bookingDay: 'Day',
    amounts: 'Amount',
    bankReference: 'Reference',
    remittance: 'Text',
    counterpartyName: 'Name',
    counterpartyAccount: 'Account',
  },
};

/**
 * Measures `runBankMatching` on a long statement and many open items, from the request to the end of its job.
 *
 * @param {{ rounds: number, quick: boolean }} options
 * @returns {Promise<boolean>} whether every line that something can be said of has a suggestion; nothing about speed
 */
export async function run({ rounds, quick }) {
  const size = quick ? sizes.quick : sizes.usual;
  const undo = [];
  try {
    const bench = await prepare(size, undo);
    const taken = [];
    for (let round = 0; round < Math.min(rounds, 2); round++) taken.push(await measure(bench));
    return print(taken, { ...size, knowable: bench.knowable });
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function prepare(size, undo) {
  const database = await provideDatabase();
  undo.push(database.close);
  const server = await startServer({ databaseUrl: database.url, poolSize });
  undo.push(server.stop);
  const worker = await startWorker({ databaseUrl: database.url, poolSize });
  undo.push(worker.stop);
  const api = new Api(server);
  await api.signIn();
  const books = await openBooks(api, database.url, 1, { more });
  const [{ id: legalEntityId }] = books.entities;
  console.log(`\nbench/bank-matching: PostgreSQL in ${database.about}; filling …`);
  await withClient(database.url, async (client) => {
    await client.query(await readFile(new URL('./fill.sql', import.meta.url), 'utf8'));
    const of = [books.organizationId, legalEntityId, books.actorId, size.customers, size.invoices];
    await client.query('CALL bench.fill_receivables($1, $2, $3, $4, $5)', of);
    await client.query('VACUUM ANALYZE accounting.open_item, accounting.open_item_reference, accounting.party');
    await client.query('VACUUM ANALYZE accounting.early_discount');
    await client.query(
      'VACUUM ANALYZE accounting.party_bank_account, accounting.journal_entry, accounting.journal_line',
    );
  });
  const { csv, knowable } = statementOf(size);
  const bank = await openBank(api, legalEntityId);
  const began = performance.now();
  await importStatement(api, server, { bank, csv });
  console.log(`the import of ${size.lines.toLocaleString('en')} lines took ${seconds(performance.now() - began)} s`);
  return { api, server, worker, bank, knowable };
}

function openBank(api, legalEntityId) {
  const fields = {
    legalEntityId,
    name: 'Business',
    accountCode: '1940',
    startsOn: '2026-06-01',
    openingBalance: '0.00',
  };
  return api.post('/v1/accounting/bank-accounts', { ...fields, csvMappings: [csvMapping] });
}

async function importStatement(api, server, { bank, csv }) {
  const query = `csvMapping=${csvMapping.name}&bankAccountId=${bank.id}`;
  const token = await api.signIn();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
  const url = new URL(`/v1/accounting/bank-statement-imports?${query}`, server.url);
  const answer = await fetch(url, { method: 'POST', headers, body: csv });
  const body = await answer.json();
  if (!answer.ok) throw new Error(`The import was answered ${answer.status}: ${JSON.stringify(body).slice(0, 1000)}`);
  if (answer.status === 202) await ended(api, server, body.id);
}

async function measure({ api, server, worker, bank }) {
  const before = residentMiB(worker.pid) ?? 0;
  let most = before;
  const began = performance.now();
  const job = await api.post(`/v1/accounting/bank-accounts/${bank.id}/match-lines`, {});
  await ended(api, server, job.id, () => {
    most = Math.max(most, residentMiB(worker.pid) ?? 0);
  });
  const took = (performance.now() - began) / 1000;
  const done = await get(await api.signIn(), server, `/v1/accounting/bank-match-runs/${job.id}`);
  return { took, growth: most - before, lines: done.lines, suggested: done.suggested };
}

async function ended(api, server, jobId, watch = () => {}) {
  let token = await api.signIn();
  for (let turn = 1; ; turn++) {
    if (turn % 1000 === 0) token = await api.signIn();
    const job = await get(token, server, `/v1/jobs/${jobId}`);
    if (job.state === 'succeeded') return;
    if (!['queued', 'running'].includes(job.state)) throw new Error(`A job ended so: ${JSON.stringify(job)}`);
    watch();
    await delay(100);
  }
}

async function get(token, server, path) {
  const answer = await fetch(new URL(path, server.url), { headers: { authorization: `Bearer ${token}` } });
  const body = await answer.json();
  if (!answer.ok) throw new Error(`GET ${path} was answered ${answer.status}: ${JSON.stringify(body)}`);
  return body;
}

function print(taken, { lines, invoices, knowable }) {
  const words = `${lines.toLocaleString('en')} lines, ${invoices.toLocaleString('en')} open items`;
  for (const { took, growth, suggested } of taken) {
    console.log(
      `${words}: ${took.toFixed(1)} s, ${suggested.toLocaleString('en')} with suggestions, worker grew by ${growth.toFixed(0)} MiB`,
    );
  }
  const [slowest, largest] = [
    Math.max(...taken.map(({ took }) => took)),
    Math.max(...taken.map(({ growth }) => growth)),
  ];
  console.log('\nGoals');
  goal(slowest <= goals.seconds, `slowest ${slowest.toFixed(1)} s (at most ${goals.seconds} s)`);
  goal(largest <= goals.growth, `the worker grew by ${largest.toFixed(0)} MiB (at most ${goals.growth} MiB)`);
  const isWhole = taken.every((one) => one.lines === lines && one.suggested >= knowable);
  goal(isWhole, `each of ${knowable.toLocaleString('en')} lines that tell something has suggestions`);
  return isWhole;
}

const goal = (isMet, text) => console.log(`  ${isMet ? 'met    ' : 'not met'}  ${text}`);
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1);
