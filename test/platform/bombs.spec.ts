import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from './operations.js';
import { expectNoFaults } from './oracle.js';
import { expectRefused, Trial } from './trial.js';
import { Wire } from './wire.js';

let trial: Trial;
let writes: Operation[];

beforeAll(async () => {
  trial = await Trial.begin();
  writes = trial.operations.all.filter(({ body }) => body);
});
afterEach(() => trial.assertUntouched());
afterAll(() => trial.end(`bombs to ${writes.length} operations`));

/** Entries, drafts and templates have many lines in one request, and rates come in thousands: 4 MiB and more. */
const most = [
  'postJournalEntry',
  'postJournalEntriesInBulk',
  'validateJournalEntry',
  'importExchangeRates',
  'createJournalEntryDraft',
  'updateJournalEntryDraft',
  'createEntryTemplate',
  'updateEntryTemplate',
];
const takesMost = ({ id }: Operation) => most.includes(id);
/** Lines of statutory charts, budgets and documents of sale and the entries of files come in thousands as well. */
const much = [
  'createStatutoryChart',
  'updateStatutoryLines',
  'updateBudgetLines',
  'importJournalCsv',
  'importJournalJson',
  'importPlainTextJournal',
  'importOpenItems',
  'importParties',
  'importRecurringInvoices',
  'calculateTaxes',
  'issueInvoice',
  'issueCreditNote',
  'creditInvoice',
  'createSalesDraft',
  'updateSalesDraft',
  'createQuote',
  'updateQuote',
  'createRecurringInvoice',
  'updateRecurringInvoice',
  'recordSale',
  'recordSaleRefund',
  'recordSalesInBulk',
];
const takesMuch = (operation: Operation) => takesMost(operation) || much.includes(operation.id);

const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join(',');

/** Bodies of `size` characters that cost most where a parser is naive. */
const bombs = (size: number): readonly string[] => [
  `{"a":${'['.repeat(2000)}${']'.repeat(2000)}}`,
  `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`,
  `{"a":${'['.repeat(size / 2)}${']'.repeat(size / 2)}}`,
  `{"a":${'['.repeat(size)}`,
  '{"a":'.repeat(size / 5),
  `{${many(60_000, (at) => `"${at.toString(36)}":0`)}}`,
  `{${many(size / 14, (at) => `"${at.toString(36)}":0`)}}`,
  `{${many(size / 8, () => '"a":0')}}`,
  `{"a":[${many(size / 4, () => '0')}]}`,
  `{"a":[${many(size / 4, () => '{}')}]}`,
  `{"a":[${many(50, () => `[${many(size / 150, () => '0')}]`)}`,
  `{"a":"${'\\u0041'.repeat(size / 8)}"}`,
  `{"a":"${'a'.repeat(size)}`,
  `{"a":${'9'.repeat(size)}}`,
  `{"a":0.${'3'.repeat(size)}}`,
  `{"a":1${' '.repeat(size)}}`,
  `{"${'a'.repeat(size)}":1}`,
  `{"${'a'.repeat(size / 2 - 10)}":1,"${'a'.repeat(size / 2 - 10)}":1}`,
  `{"a":[${','.repeat(size)}]}`,
];

/** How long the process takes to answer something simple, tried until it is told to stop. */
async function healthWaits(over: AbortSignal): Promise<number[]> {
  const probe = new Wire();
  const waits: number[] = [];
  while (!over.aborted) {
    const began = performance.now();
    const { status } = await probe.send({ method: 'GET', path: '/health/live' });
    waits.push(status === 200 ? performance.now() - began : Infinity);
    await sleep(10);
  }
  probe.close();
  return waits;
}

it('refuses bombs, and answers others meanwhile', async () => {
  // Made before the clock runs: making them keeps this process busy, not the server.
  const made = { small: bombs(250_000), large: bombs(4_000_000) };
  const over = new AbortController();
  const probing = healthWaits(over.signal);
  const faults: (string | undefined)[] = [];
  for (const operation of writes) {
    for (const body of takesMost(operation) ? made.large : made.small) {
      const sent = trial.untouched.request(operation, body);
      faults.push(trial.oracle.faultOf(sent, await trial.wire.send(sent), { statuses: [400, 413, 422] }));
    }
  }
  over.abort();
  const waits = await probing;
  expectNoFaults(faults);
  expect(waits.length).toBeGreaterThan(50);
  expect(waits.filter((waited) => waited === Infinity)).toEqual([]);
  console.log(`another request waited ${Math.round(Math.max(...waits))} ms at most`);
});

it('refuses a body that is a little larger than 256 KiB, except where thousands of lines or rates come at once', async () => {
  const bytes = 256 * 1024 + 1;
  const body = `{"a":1${' '.repeat(bytes - 7)}}`;
  const answered = await trial.wire.sendAll(
    writes.map((operation) => ({ id: operation.id, sent: trial.untouched.request(operation, body) })),
  );
  const taking = answered.filter(({ received }) => received.status !== 413).map(({ id }) => id);
  expect(taking.sort()).toEqual(
    writes
      .filter(takesMuch)
      .map(({ id }) => id)
      .sort(),
  );
  expectNoFaults(answered.map(({ sent, received }) => trial.oracle.faultOf(sent, received, { statuses: [413, 400] })));
});

it('refuses a body of 17 MiB before it has been sent', async () => {
  const headers = { 'Content-Type': 'application/json', 'Content-Length': String(17 * 1024 * 1024) };
  await expectRefused(
    trial,
    writes.map((operation) => ({
      sent: trial.untouched.request(operation, undefined, headers),
      expected: { statuses: [413], documented: operation.statuses },
    })),
  );
});
