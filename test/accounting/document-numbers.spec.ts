import { type Actor, newActor } from '../support/actor.js';
import { openShop, order } from '../support/front-office.js';
import { newCustomer } from '../support/receivables.js';
import { chairs, issue, openSales } from '../support/sales.js';

const INVOICES = '/v1/accounting/invoices';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  customer = await newCustomer(actor);
});

const path = () => `/v1/accounting/books/${actor.legalEntityId}`;
const settings = async () => (await actor.get(path())).body;
/** Says how documents are numbered from now on. */
const number = async (change: object) => actor.patch(path(), change, `"${(await settings()).version}"`);
const invoice = async () => (await issue(actor, chairs(customer))).number;
const credit = async () =>
  (await actor.post('/v1/accounting/credit-notes', chairs(customer, { reason: 'Bonus' }))).body.number;

it('documents begin with INV and CN, and later with what the books say; what is issued keeps its number', async () => {
  expect(await settings()).toMatchObject({ invoicePrefix: 'INV', creditNotePrefix: 'CN', documentDigits: 6 });
  const first = await issue(actor, chairs(customer));
  expect([first.number, await credit()]).toEqual(['INV-2026-000001', 'CN-2026-000001']);
  const before = await settings();
  expect(await number({ invoicePrefix: 'RE', documentDigits: 4 })).toMatchObject({
    status: 200,
    body: { invoicePrefix: 'RE', creditNotePrefix: 'CN', documentDigits: 4, version: before.version + 1 },
  });
  expect([await invoice(), await credit()]).toEqual(['RE-2026-0002', 'CN-2026-0002']);
  expect((await number({ invoicePrefix: 'INV', creditNotePrefix: 'GS' })).status).toBe(200);
  expect([await invoice(), await credit()]).toEqual(['INV-2026-0003', 'GS-2026-0003']);
  expect((await actor.get(`${INVOICES}/${first.id}`)).body.number).toBe('INV-2026-000001');
  const { body: series } = await actor.get('/v1/accounting/number-series?journalCode=SALES-INVOICES');
  expect(series.series).toMatchObject([{ counter: 3, entryCount: 3, isContiguous: true }]);
  expect((await actor.get('/v1/accounting/number-series/gaps')).body).toMatchObject({ status: 'complete', gaps: [] });
  expect((await actor.get(`${INVOICES}?number=RE-2026-0002`)).body.data).toHaveLength(1);
});

it('a dry run shows the number that would be next', async () => {
  expect((await number({ invoicePrefix: '26A' })).status).toBe(200);
  const rehearsed = await actor.post(`${INVOICES}?dryRun=true`, chairs(customer));
  expect(rehearsed.body.number).toBe('26A-2026-000001');
  expect(await invoice()).toBe('26A-2026-000001');
});

it('a change is of the version that was read, and is on the audit trail', async () => {
  const { version, legalEntityId } = await settings();
  expect(await actor.patch(path(), { invoicePrefix: 'RE' }, `"${version + 1}"`)).toMatchObject({ status: 412 });
  expect((await actor.patch(path(), { invoicePrefix: 'RE' }, `"${version}"`)).status).toBe(200);
  const trail = await actor.get(`/v1/audit-entries?recordType=accounting.books&recordId=${legalEntityId}`);
  expect(JSON.stringify(trail.body.data[0])).toContain('"RE"');
});

it.each<[string, object, string, string]>([
  ['one prefix for both', { invoicePrefix: 'CN' }, '/invoicePrefix', 'prefix_taken'],
  ['one prefix for both, named the other way', { creditNotePrefix: 'INV' }, '/creditNotePrefix', 'prefix_taken'],
  ['one prefix for both at once', { creditNotePrefix: 'X', invoicePrefix: 'X' }, '/invoicePrefix', 'prefix_taken'],
])('there is not %s', async (_, change, pointer, code) => {
  expect(await number(change)).toMatchObject({
    status: 409,
    body: { code: 'document_prefix_taken', errors: [{ pointer, code }] },
  });
});

it.each([{ invoicePrefix: 're' }, { invoicePrefix: 'A-B' }, { creditNotePrefix: '' }, { documentDigits: 3 }])(
  'nor %j',
  async (change) => {
    expect(await number(change)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: `/${Object.keys(change)[0]}` }] },
    });
  },
);

it('nor a prefix that documents of the other kind have had, whatever they have now', async () => {
  await invoice();
  await credit();
  expect((await number({ invoicePrefix: 'RE', creditNotePrefix: 'GS' })).status).toBe(200);
  for (const [change, pointer] of [
    [{ invoicePrefix: 'CN' }, '/invoicePrefix'],
    [{ creditNotePrefix: 'INV' }, '/creditNotePrefix'],
  ] as const) {
    const refused = await number(change);
    expect(refused).toMatchObject({ status: 409, body: { code: 'document_prefix_taken', errors: [{ pointer }] } });
  }
  // A prefix that begins like another is another.
  expect((await number({ invoicePrefix: 'C', creditNotePrefix: 'IN' })).status).toBe(200);
});

it('a change among postings leaves neither gap nor number twice, and none goes back', async () => {
  const shop = await newActor();
  await openShop(shop);
  const buyer = await newCustomer(shop);
  const books = `/v1/accounting/books/${shop.legalEntityId}`;
  const sold = Array.from({ length: 12 }, (_, index) => index).flatMap((index) => [
    shop.post('/v1/accounting/sales-documents', order({ externalId: `order-${index}`, payments: [] })),
    shop.post(INVOICES, chairs(buyer)),
  ]);
  const { body } = await shop.get(books);
  const changed = await shop.patch(books, { invoicePrefix: 'RE' }, `"${body.version}"`);
  expect(changed.status).toBe(200);
  const answers = await Promise.all(sold);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201]));
  const numbers: string[] = answers.map((one) => one.body.number ?? one.body.document.number);
  const inOrder = numbers.toSorted((one, other) => (one.slice(-6) < other.slice(-6) ? -1 : 1));
  expect(inOrder.map((one) => Number(one.slice(-6)))).toEqual(inOrder.map((_, index) => index + 1));
  const prefixes = inOrder.map((one) => one.split('-')[0]);
  const changedAt = prefixes.indexOf('RE');
  expect(prefixes.lastIndexOf('INV')).toBeLessThan(changedAt === -1 ? prefixes.length : changedAt);
});
