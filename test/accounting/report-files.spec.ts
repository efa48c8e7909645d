import { createHash } from 'node:crypto';
import readExcelFile from 'read-excel-file/node';
import { readPdf } from '#platform/exports/rendering/pdf-text.fixture.js';
import { type Actor, newActor } from '../support/actor.js';
import { fetchFile } from '../support/raw-files.js';
import { newCustomer } from '../support/receivables.js';
import { openReportBooks } from '../support/report-books.js';

const reports = '/v1/accounting/reports';
const range = 'from=2025-01-01&to=2025-12-31';
const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
};

let actor: Actor;
let party: string;
beforeAll(async () => {
  actor = await newActor();
  await openReportBooks(actor);
  party = await newCustomer(actor);
  const { body } = await actor.get('/v1/administration/legal-entities');
  const [{ id, version }] = body.data;
  const address = { line1: 'ul. Piotrkowska 1', postalCode: '90-001', city: 'Łódź', country: 'PL' };
  const change = { address, registrationNumber: 'KRS 0000123456' };
  const changed = await actor.patch(`/v1/administration/legal-entities/${id}`, change, `"${version}"`);
  if (changed.status !== 200) throw new Error(changed.text);
  await actor.postEntry('1000', '3000', '1250.50', { entryDate: '2025-01-10', description: 'Sale to Ελλάδα & Sons' });
  await actor.postEntry('4000', '1000', '1000000.00', { entryDate: '2025-03-11', description: '=1+1' });
});

const digestOf = (body: Buffer) => `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

it.each([
  ['trial-balance?asOf=2025-12-31', 'trial-balance-2025-12-31'],
  [`general-ledger?${range}`, 'general-ledger-2025-01-01-2025-12-31'],
  [`account-statement?${range}&accountCode=1000`, 'account-statement-1000-2025-01-01-2025-12-31'],
  [`journal?${range}`, 'journal-2025-01-01-2025-12-31'],
  ['balance-sheet?asOf=2025-12-31&compareTo=2025-01-10', 'balance-sheet-2025-12-31'],
  [`income-statement?${range}&compare=previous_year`, 'income-statement-2025-01-01-2025-12-31'],
  [`party-ledger?${range}&partyId={party}`, 'party-ledger-{party}-2025-01-01-2025-12-31'],
  [`revenue?${range}&by=month&compare=previous_year`, 'revenue-by-month-2025-01-01-2025-12-31'],
])('%s says the same as CSV, XLSX and PDF', async (...of) => {
  const [path, name] = of.map((text) => text.replace('{party}', party)) as [string, string];
  const csv = await fetchFile(actor, `${reports}/${path}`, 'text/csv');
  expect([csv.status, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
  const sha256 = createHash('sha256').update(csv.body).digest('hex');
  const rows = csv.body.toString().trimEnd().split('\r\n').length - 1;
  expect(csv.trailers).toEqual({ 'row-count': String(rows), 'content-digest': digestOf(csv.body) });

  for (const kind of ['xlsx', 'pdf'] as const) {
    const { status, headers, body } = await fetchFile(actor, `${reports}/${path}`, types[kind]);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': types[kind],
      'content-disposition': `attachment; filename="${name}.${kind}"`,
      'content-digest': digestOf(body),
      'content-length': String(body.length),
      'row-count': String(rows),
    });
    const texts = kind === 'pdf' ? (await readPdf(body)).pages.flat() : await textsOf(body);
    expect(texts.join('\n')).toContain(sha256);
    expect(texts).toEqual(
      expect.arrayContaining(['ul. Piotrkowska 1, 90-001 Łódź, PL', 'Registration number KRS 0000123456']),
    );
  }
});

async function textsOf(body: Buffer): Promise<string[]> {
  const [sheet] = await readExcelFile(body);
  return sheet!.data.flat().map(String);
}

it('is printed with every row, in the way of the reader', async () => {
  const pdf = await fetchFile(actor, `${reports}/general-ledger?${range}`, types.pdf, { 'Accept-Language': 'de' });
  expect(pdf.headers.vary).toBe('Accept, Accept-Language');
  const { pages, title } = await readPdf(pdf.body);
  const found = pages.flat();
  expect(title).toBe('General ledger');
  expect(found).toEqual(
    expect.arrayContaining(['1000 Cash', 'Sale to Ελλάδα & Sons', '=1+1', '1.250,50', '1.000.000,00']),
  );
  expect(found.filter((text) => text === 'Opening balance')).toHaveLength(3);
  expect(found.at(-2)).toBe(`Request ${pdf.headers['request-id'] as string}`);
  expect(found.at(-1)).toBe('Page 1 of 1');
});

it('has typed cells, and texts that are no formulas', async () => {
  const { body } = await fetchFile(actor, `${reports}/journal?${range}`, types.xlsx);
  const [sheet] = await readExcelFile(body);
  const row = sheet!.data.find((cells) => cells.includes('=1+1'))!;
  expect(row.slice(0, 3)).toEqual(['GENERAL', 2, new Date('2025-03-11')]);
  expect(row.slice(-2)).toEqual([1_000_000, 0]);
});

it.each([
  `account-statement?${range}&accountCode=1000`,
  'balance-sheet?asOf=2025-12-31&compareTo=2025-01-10',
  `income-statement?${range}`,
])('%s has a chart, the same for the same figures', async (path) => {
  const [one, other] = [
    await fetchFile(actor, `${reports}/${path}`, types.svg),
    await fetchFile(actor, `${reports}/${path}`, types.svg),
  ];
  expect(one).toMatchObject({
    status: 200,
    headers: { 'content-type': types.svg, 'content-digest': digestOf(one.body) },
  });
  expect(one.body.equals(other.body)).toBe(true);
  expect(one.body.toString()).toMatch(/^<svg role="img"/);
});

it.each([
  ['trial-balance?asOf=2025-12-31', types.svg],
  [`general-ledger?${range}`, 'application/xml'],
])('%s is not answered as %s, and tells what there is', async (path, accept) => {
  const answer = await actor.get(`${reports}/${path}`, { Accept: accept });
  expect(answer).toMatchObject({ status: 406, body: { code: 'not_acceptable', errors: [{ pointer: 'Accept' }] } });
  expect(answer.body.detail).toBe(`Must accept application/json, text/csv, ${types.xlsx} or ${types.pdf}.`);
});

it.each([types.xlsx, types.pdf, types.svg])('is refused as %s like as JSON, and takes no pages', async (accept) => {
  const path = `${reports}/account-statement?${range}`;
  expect(await actor.get(`${path}&accountCode=1000&limit=5`, { Accept: accept })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '?limit', code: 'not_paged' }] },
  });
  const unknown = await actor.get(`${path}&accountCode=9999`, { Accept: accept });
  expect(unknown.body).toMatchObject({ status: (await actor.get(`${path}&accountCode=9999`)).status });
  expect(unknown.headers['content-type']).toContain('application/problem+json');
});
