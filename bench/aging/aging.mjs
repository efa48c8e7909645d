import { readFile } from 'node:fs/promises';
import { Api } from '../environment/api.mjs';
import { provideDatabase, withClient } from '../environment/database.mjs';
import { residentMiB } from '../environment/processor-time.mjs';
import { startServer } from '../environment/server.mjs';
import { openBooks } from '../posting/books.mjs';
import { median } from '../posting/median.mjs';

const poolSize = 10;
/** Milliseconds for the whole answer, seconds for the file of all items, and mebibytes that the server may grow by meanwhile. */
const goals = { aging: 300, seconds: 15, growth: 100 };
const sizes = {
  usual: { customers: 5_000, open: 200_000, invoices: 222_222 },
  quick: { customers: 500, open: 10_000, invoices: 11_111 },
};
const more = [{ code: '1500', name: 'Trade receivables', type: 'asset', control: 'receivable' }];
const LATER = '2026-07-31';
const EARLIER = '2026-05-31';

const RAW = `
  SELECT party_id, currency, width_bucket($1::date - due_on, '{1,31,61,91}'::integer[]) AS age,
         sum(open_amount)::text AS open, sum(functional_open)::text AS functional_open
  FROM bench.open_item GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

/**
 * Measures the aging of many open items beside what the database needs to add up a plain copy of them, and what the server
 * keeps resident while it answers all of them.
 *
 * @param {{ rounds: number, quick: boolean }} options
 * @returns {Promise<boolean>} whether the totals are those of the raw sums; nothing about speed
 */
export async function run({ rounds, quick }) {
  const size = quick ? sizes.quick : sizes.usual;
  const undo = [];
  try {
    const bench = await prepare(size, undo);
    const taken = await measure(bench, rounds);
    return print(taken, await walk(bench, rounds));
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function prepare({ customers, invoices, open }, undo) {
  const database = await provideDatabase();
  undo.push(database.close);
  const server = await startServer({ databaseUrl: database.url, poolSize });
  undo.push(server.stop);
  const api = new Api(server);
  await api.signIn();
  const books = await openBooks(api, database.url, 1, { more });
  const [{ id: legalEntityId }] = books.entities;
  console.log(`\nbench/aging: PostgreSQL in ${database.about}; filling …`);
  await withClient(database.url, async (client) => {
    for (const file of ['../bank-matching/fill.sql', 'settle.sql'])
      await client.query(await readFile(new URL(file, import.meta.url), 'utf8'));
    const of = [books.organizationId, legalEntityId, books.actorId, customers, invoices];
    await client.query('CALL bench.fill_receivables($1, $2, $3, $4, $5)', of);
    await client.query('ANALYZE accounting.open_item, accounting.journal_entry');
    await client.query('CALL bench.settle_receivables($1, $2)', [books.organizationId, books.actorId]);
    await client.query('CALL bench.copy_open_items()');
    await client.query('VACUUM ANALYZE accounting.open_item, accounting.allocation, accounting.party, bench.open_item');
    const { rows } = await client.query('SELECT count(*)::integer AS count FROM bench.open_item');
    if (rows[0].count !== open) throw new Error(`${rows[0].count} items are open, not ${open}.`);
  });
  return { api, server, legalEntityId, databaseUrl: database.url, items: open };
}

/** Each round asks the database, then the server, for the same day; the first warms up. */
async function measure({ api, server, legalEntityId, databaseUrl }, rounds) {
  const token = await api.signIn();
  const ask = async (path, accept = 'application/json') => {
    const began = performance.now();
    const text = await get(token, server, `/v1/accounting/${path}`, accept);
    return { took: performance.now() - began, text };
  };
  const aging = (asOf) => `reports/aging?legalEntityId=${legalEntityId}&asOf=${asOf}`;
  const taken = { raw: [], later: [], earlier: [], csv: [], page: [] };
  let isTrue = true;
  await withClient(databaseUrl, async (client) => {
    for (let round = 0; round <= Math.max(rounds, 3); round++) {
      const began = performance.now();
      const { rows } = await client.query({ name: 'raw', text: RAW, values: [LATER] });
      const raw = performance.now() - began;
      const later = await ask(aging(LATER));
      const total = rows.reduce((sum, row) => sum + Math.round(Number(row.functional_open) * 100), 0);
      isTrue &&= Math.round(Number(JSON.parse(later.text).totals.total) * 100) === total;
      const earlier = await ask(aging(EARLIER));
      const csv = await ask(aging(LATER), 'text/csv');
      const page = await ask(`open-items?legalEntityId=${legalEntityId}&limit=200`);
      if (round === 0) continue;
      taken.raw.push(raw);
      for (const [name, { took }] of Object.entries({ later, earlier, csv, page })) taken[name].push(took);
    }
  });
  return { ...taken, isTrue };
}

/** Reads every item as one file, a few times, and notes the most that the server keeps resident meanwhile. */
async function walk({ api, server, legalEntityId, items }, rounds) {
  const files = [];
  const path = `/v1/accounting/open-items?legalEntityId=${legalEntityId}`;
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    const before = residentMiB(server.pid) ?? 0;
    let most = before;
    let read = -1;
    const watch = setInterval(() => (most = Math.max(most, residentMiB(server.pid) ?? 0)), 20);
    const began = performance.now();
    const headers = { authorization: `Bearer ${await api.signIn()}`, accept: 'text/csv' };
    const answer = await fetch(new URL(path, server.url), { headers });
    if (!answer.ok) throw new Error(`GET ${path} was answered ${answer.status}: ${await answer.text()}`);
    for await (const chunk of answer.body) for (const byte of chunk) if (byte === 10) read += 1;
    clearInterval(watch);
    files.push({ before, growth: most - before, read, took: performance.now() - began });
  }
  return { files, items: items + 2 * Math.floor(items / 9) };
}

async function get(token, server, path, accept = 'application/json') {
  const answer = await fetch(new URL(path, server.url), { headers: { authorization: `Bearer ${token}`, accept } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`GET ${path} was answered ${answer.status}: ${text.slice(0, 500)}`);
  return text;
}

function print({ raw, later, earlier, csv, page, isTrue }, { files, items }) {
  const rows = { 'raw sums of a plain copy': raw, 'aging, today': later, 'aging, two months ago': earlier };
  for (const [name, values] of Object.entries({ ...rows, 'aging, as CSV': csv, 'a page of 200 open items': page })) {
    console.log(`${name.padEnd(26)} ${median(values).toFixed(0).padStart(6)} ms`);
  }
  for (const { read, took, before, growth } of files) {
    const words = `all ${read.toLocaleString('en')} items as one file in ${(took / 1000).toFixed(1)} s`;
    console.log(`${words}, resident ${before.toFixed(0)} MiB before, and ${growth.toFixed(0)} MiB more at most`);
  }
  console.log('\nGoals');
  for (const [name, values] of Object.entries({ 'aging, today': later, 'aging, two months ago': earlier })) {
    const ratio = (median(raw) / median(values)).toFixed(2);
    const words = `${name}: ${median(values).toFixed(0)} ms (at most ${goals.aging} ms), ${ratio} × raw`;
    goal(median(values) <= goals.aging, words);
  }
  const [slowest, largest] = ['took', 'growth'].map((name) => Math.max(...files.map((file) => file[name])));
  goal(
    slowest <= goals.seconds * 1000,
    `the slowest file took ${(slowest / 1000).toFixed(1)} s (at most ${goals.seconds} s)`,
  );
  goal(largest <= goals.growth, `the server grew by ${largest.toFixed(0)} MiB in one (at most ${goals.growth} MiB)`);
  goal(isTrue, 'the total is the sum of what is open');
  return isTrue && files.every(({ read }) => read === items);
}

const goal = (isMet, text) => console.log(`  ${isMet ? 'met    ' : 'not met'}  ${text}`);
