import type { SieImportView } from '#modules/accounting/exchange/sie-import.dto.js';
import type { JournalEntryView } from '#modules/accounting/journal/journal-entries.dto.js';
import type { TrialBalanceView } from '#modules/accounting/reports/trial-balance.dto.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { rowCounts } from '../support/row-counts.js';
import { closingsIn, firstYear, objectClosingsIn, realSieFile, sieFile } from '../support/sie-files.js';

const sie = '/v1/accounting/imports/sie';
const file = sieFile(firstYear);

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

async function imported(bytes: Buffer, query = ''): Promise<SieImportView> {
  const answer = await actor.upload(`${sie}?${query}`, bytes);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as SieImportView;
}

async function trialBalance(asOf: string): Promise<TrialBalanceView> {
  return (await actor.get(`/v1/accounting/reports/trial-balance?asOf=${asOf}`)).body as TrialBalanceView;
}

async function closings(asOf: string): Promise<Record<string, string>> {
  const { lines } = await trialBalance(asOf);
  return Object.fromEntries(lines.map(({ accountCode, closing }) => [accountCode, closing]));
}

/** What the trial balances by value show of these, each given as account, dimension and value. */
async function closingsByValue(asOf: string, wanted: string[]): Promise<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const one of wanted) {
    const [account, dimensionCode, valueCode] = one.split(' ');
    const query = `asOf=${asOf}&dimensionCode=${dimensionCode}&valueCode=${valueCode}`;
    const { lines } = (await actor.get(`/v1/accounting/reports/trial-balance?${query}`)).body as TrialBalanceView;
    shown[one] = lines.find(({ accountCode }) => accountCode === account)?.closing ?? '0.00';
  }
  return shown;
}

async function entries(query: string): Promise<JournalEntryView[]> {
  return ((await actor.get(`/v1/accounting/journal-entries?limit=200&${query}`)).body as { data: JournalEntryView[] })
    .data;
}

describe.each([
  { name: 'BL0001_typ4.SE', asOf: '2010-06-30', accounts: 45, byObject: 12, posted: 84, beside: {} },
  {
    name: 'SIE_exempelfil.se',
    asOf: '2011-12-31',
    accounts: 50,
    byObject: 0,
    posted: 27,
    beside: { '2098': '-63532.92' },
  },
])('the real file $name', ({ name, asOf, accounts, byObject, posted, beside }) => {
  const real = realSieFile(name);
  if (!real) {
    it('is NOT beside this checkout: NOTHING was checked against it', () => {
      console.warn(`${name} is not beside this checkout: the import was not checked against a real company's year`);
      expect(real).toBeUndefined();
    });
    return;
  }

  it(`gives a trial balance whose ${accounts} accounts equal the file's own`, async () => {
    const inFile = closingsIn(real);
    expect(Object.keys(inFile)).toHaveLength(accounts);
    const report = await imported(real);
    expect(report).toMatchObject({ status: 'imported', currency: 'SEK', currencyAdopted: true });
    const shown = await closings(asOf);
    expect(Object.fromEntries(Object.keys(inFile).map((code) => [code, shown[code] ?? '0.00']))).toEqual(inFile);
    expect(Object.fromEntries(Object.entries(shown).filter(([code]) => !(code in inFile)))).toEqual(beside);
    expect((await trialBalance(asOf)).totals).toMatchObject({ opening: '0.00', closing: '0.00' });
    const byValue = objectClosingsIn(real);
    expect(Object.keys(byValue)).toHaveLength(byObject);
    expect(await closingsByValue(asOf, Object.keys(byValue))).toEqual(byValue);
    expect((await actor.get('/v1/accounting/integrity-checks')).body).toMatchObject({ status: 'passed' });
    expect((await actor.get(`/v1/accounting/imports/${report.importId}`)).body).toMatchObject({ entryCount: posted });
  });
});

describe('an import', () => {
  it('posts openings and vouchers with all that they need', async () => {
    const report = await imported(file);
    expect(report).toMatchObject({
      status: 'imported',
      legalEntityId: actor.legalEntityId,
      fiscalYear: { startsOn: '2025-01-01', endsOn: '2025-12-31' },
      fiscalYearCreated: true,
      opening: { treatment: 'posted', difference: '0.00', completion: null },
      series: [
        { series: 'A', journalCode: 'A', vouchers: 1 },
        { series: 'B', journalCode: 'B', vouchers: 1 },
      ],
      counts: { accountsCreated: 5, vouchersPosted: 2, linesPosted: 4 },
    });
    const found = await entries('sort=postedAt');
    const source = `sie:${report.sha256}`;
    expect(
      found.map(({ journalCode, number, kind, reference, externalSource, externalId, total }) => {
        return [journalCode, number, kind, reference, externalSource, externalId, total];
      }),
    ).toEqual([
      ['OPENING', 1, 'opening', null, source, 'opening_balances', '100.00'],
      ['A', 1, 'regular', 'A 1', source, 'A/1/1', '50.00'],
      ['B', 1, 'regular', 'B 2', source, 'B/2/2', '20.00'],
    ]);
    const { lines } = await trialBalance('2025-12-31');
    expect(lines[1]).toMatchObject({
      accountCode: '1930',
      opening: '100.00',
      debit: '0.00',
      credit: '20.00',
      closing: '80.00',
    });
    expect((await actor.get(`/v1/administration/legal-entities/${actor.legalEntityId}`)).body).toMatchObject({
      functionalCurrency: 'SEK',
    });
  });

  it('is listed and read with its report', async () => {
    const { status, importId, legalEntityId, ...report } = await imported(file);
    const { body, headers } = await actor.get(`/v1/accounting/imports/${importId}`);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({
      id: importId,
      legalEntityId,
      format: 'sie4',
      status,
      sha256: report.sha256,
      externalSource: `sie:${report.sha256}`,
      entryCount: 3,
      undoneAt: null,
      undoneBy: null,
      report,
    });
    const { report: _, ...listed } = body;
    expect(await actor.get(`/v1/accounting/journal-imports/${importId}`)).toMatchObject({ status: 404 });
    expect((await actor.get('/v1/accounting/imports?status=imported')).body.data).toEqual([listed]);
    expect((await actor.get('/v1/accounting/imports?status=undone')).body.data).toEqual([]);
    const stranger = await newActor();
    expect(await stranger.get(`/v1/accounting/imports/${importId}`)).toMatchObject({ status: 404 });
  });

  it('of the same file does nothing and answers the first report', async () => {
    const first = await imported(file);
    const before = await rowCounts(actor.organizationId);
    for (const query of ['', 'dryRun=true', 'accountTypeOverrides=1910:expense']) {
      expect(await imported(file, query)).toEqual({ ...first, status: 'already_imported' });
    }
    expect(await rowCounts(actor.organizationId)).toEqual(before);
  });

  it('under the same key is answered alike', async () => {
    const headers = { 'Idempotency-Key': 'first try' };
    const first = await actor.upload(sie, file, { 'Idempotency-Key': 'first-try' });
    const again = await actor.upload(sie, file, { 'Idempotency-Key': 'first-try' });
    expect(again).toMatchObject({ status: 200, body: first.body, headers: { 'idempotent-replayed': 'true' } });
    expect(await actor.upload(sie, sieFile({}), { 'Idempotency-Key': 'first-try' })).toMatchObject({ status: 422 });
    expect(await actor.upload(sie, file, headers)).toMatchObject({ status: 400 });
  });

  it('has one effect, however many send the file at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => actor.upload(sie, file)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const outcomes = answers.map(({ body }) => (body as SieImportView).status);
    expect(outcomes.filter((outcome) => outcome === 'imported')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'already_imported')).toHaveLength(4);
    expect(new Set(answers.map(({ body }) => (body as SieImportView).importId)).size).toBe(1);
    expect(await rowCounts(actor.organizationId)).toMatchObject({
      'accounting.import': 1,
      'accounting.journal_entry': 3,
      'accounting.import_entry': 3,
    });
  });

  it('keeps nothing as a dry run, and reports the same', async () => {
    const before = await rowCounts(actor.organizationId);
    const rehearsed = await imported(file, 'dryRun=true');
    expect(rehearsed).toMatchObject({ status: 'dry_run', importId: null, currencyAdopted: true });
    expect(await rowCounts(actor.organizationId)).toEqual(before);
    expect((await actor.get(`/v1/administration/legal-entities/${actor.legalEntityId}`)).body).toMatchObject({
      functionalCurrency: 'EUR',
      version: 1,
    });
    const { status: _, importId: __, ...report } = rehearsed;
    expect(await imported(file)).toMatchObject(report);
    expect(await entries('journalCode=A')).toMatchObject([{ number: 1 }]);
  });

  it('takes the permission to import', async () => {
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await bookkeeper.upload(sie, file)).toMatchObject({ status: 403 });
    const accountant = await colleagueOf(actor, ['accountant']);
    expect(await accountant.upload(sie, file)).toMatchObject({ status: 200 });
    expect(await bookkeeper.get('/v1/accounting/imports')).toMatchObject({ status: 200 });
  });

  it('names the legal entity where there are several', async () => {
    const other = { name: 'Other AB', functionalCurrency: 'SEK' };
    const { body } = await actor.post('/v1/administration/legal-entities', other);
    const { id } = body as { id: string };
    expect(await actor.upload(sie, file)).toMatchObject({
      status: 422,
      body: { code: 'legal_entity_required', errors: [{ pointer: '?legalEntityId' }] },
    });
    expect(await imported(file, `legalEntityId=${id}`)).toMatchObject({ legalEntityId: id, currencyAdopted: false });
    // The same file in the books of another company is another import.
    const named = `legalEntityId=${actor.legalEntityId}`;
    expect(await imported(file, named)).toMatchObject({ status: 'imported', currencyAdopted: true });
    const stranger = await newActor();
    expect(await stranger.upload(`${sie}?${named}`, file)).toMatchObject({
      status: 422,
      body: { code: 'legal_entity_unknown', errors: [{ pointer: '?legalEntityId' }] },
    });
  });
});
