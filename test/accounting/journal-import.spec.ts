import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { rowCounts } from '../support/row-counts.js';
import { closingBalances } from '../support/trial-balances.js';

const imports = '/v1/accounting/imports';
const read = '/v1/accounting/journal-imports';
const mapping = {
  columns: { entryKey: 'No', entryDate: 'Day', accountCode: 'Account', amounts: 'Amount', description: 'Text' },
  dateFormat: 'year_month_day',
  decimalSeparator: 'point',
};
const csv = (...rows: string[]) => ({ file: ['No,Day,Account,Amount,Text', ...rows, ''].join('\n'), mapping });
const sale = ['A1,2026-01-31,1000,12.50,Sale', 'A1,2026-01-31,3000,-12.50,'];
const lines = [
  { accountCode: '1000', debit: '5.00' },
  { accountCode: '3000', credit: '5.00' },
];
const entry = { entryDate: '2026-02-01', description: 'Sale', lines };

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
});

const standing = async () => (await actor.get('/v1/accounting/integrity-checks')).body.status as string;

describe('CSV', () => {
  it('is posted as one import, with its report', async () => {
    const { status, body } = await actor.post(
      `${imports}/csv`,
      csv(...sale, 'B,2026-01-01,1930,3,', 'B,2026-01-01,2000,-3,'),
    );
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        status: 'imported',
        legalEntityId: actor.legalEntityId,
        entryCount: 2,
        lineCount: 4,
        firstOn: '2026-01-01',
        lastOn: '2026-01-31',
        accountsCreated: [],
        skippedEntries: [],
      },
    });
    const entries = (await actor.get('/v1/accounting/journal-entries')).body.data;
    const externalSource = `csv:${body.sha256}`;
    expect(entries).toMatchObject([
      { entryDate: '2026-01-31', description: 'Sale', externalSource, externalId: 'A1' },
      { description: 'B', externalId: 'B' },
    ]);
    const { status: _, importId, legalEntityId: __, ...report } = body;
    expect(await actor.get(`${imports}/${importId}`)).toMatchObject({ status: 404 });
    expect((await actor.get(`${read}/${importId}`)).body).toMatchObject({
      format: 'csv',
      externalSource,
      entryCount: 2,
      report,
    });
    expect((await actor.get(`${imports}?format=csv`)).body.data).toMatchObject([{ id: importId, status: 'imported' }]);
    expect(await standing()).toBe('passed');
  });

  it('has one effect, also with another mapping, until it is undone', async () => {
    const first = (await actor.post(`${imports}/csv`, csv(...sale))).body;
    const again = { ...csv(...sale), mapping: { ...mapping, dateFormat: 'day_month_year' } };
    expect(await actor.post(`${imports}/csv`, again)).toMatchObject({
      status: 200,
      body: { ...first, status: 'already_imported' },
    });
    expect(await closingBalances(actor, 'asOf=2026-12-31')).toEqual({ '1000': 1250, '3000': -1250 });
    const { headers } = await actor.get(`${read}/${first.importId}`);
    const undone = await actor.post(`${imports}/${first.importId}/undo`, undefined, { 'If-Match': headers['etag']! });
    expect(undone).toMatchObject({ status: 200, body: { status: 'undone', entriesReversed: 1 } });
    expect(await closingBalances(actor, 'asOf=2026-12-31')).toEqual({});
    expect((await actor.post(`${imports}/csv`, csv(...sale))).body).toMatchObject({ status: 'imported' });
    expect((await actor.get('/v1/accounting/journal-entries')).body.data).toContainEqual(
      expect.objectContaining({ externalSource: `csv:${first.sha256}:2`, status: 'posted' }),
    );
    expect(await standing()).toBe('passed');
  });

  it('answers a dry run with the same report and keeps nothing', async () => {
    const before = await rowCounts(actor.organizationId);
    const dry = await actor.post(`${imports}/csv?dryRun=true`, csv(...sale));
    expect(dry).toMatchObject({ status: 200, body: { status: 'dry_run', importId: null, entryCount: 1 } });
    expect(await rowCounts(actor.organizationId)).toEqual(before);
    const { body } = await actor.post(`${imports}/csv`, csv(...sale));
    expect({ ...body, status: 'dry_run', importId: null }).toEqual(dry.body);
  });

  it('is refused as a whole, with every fault and its line', async () => {
    const before = await rowCounts(actor.organizationId);
    const refused = await actor.post(
      `${imports}/csv`,
      csv(...sale, 'B,2026-01-31,1000,1,', 'B,2026-01-31,9999,-1,', 'C,2026-01-31,1000,2,', 'C,2026-01-31,3000,-1,'),
    );
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'import_refused',
        errors: [
          { pointer: '', code: 'unknown_account', line: 5 },
          { pointer: '', code: 'entry_unbalanced', line: 6 },
        ],
      },
    });
    const form = await actor.post(`${imports}/csv`, csv('A,31.01.2026,1000,1,', 'A,2026-01-31,1000,"1,5",'));
    expect(form.body.errors).toMatchObject([
      { code: 'invalid_date', line: 2 },
      { code: 'invalid_number', line: 3 },
    ]);
    const both = await actor.post(
      `${imports}/csv`,
      csv('A,2026-01-31,9999,1,', 'A,2026-01-31,3000,-1,', 'B,2026-01-31,1000,x,', 'C,2030-01-31,1000,1,'),
    );
    expect(both.body.errors.map(({ line, code }: { line: number; code: string }) => `${line} ${code}`)).toEqual([
      '2 unknown_account',
      '4 invalid_number',
      '4 single_line',
      '5 single_line',
    ]);
    const outside = await actor.post(`${imports}/csv`, csv('A,2030-01-31,1000,1,', 'A,2030-01-31,3000,-1,'));
    expect(outside).toMatchObject({
      status: 409,
      body: { code: 'import_conflict', errors: [{ code: 'no_fiscal_period', line: 2 }] },
    });
    const wrong = { ...csv(...sale), mapping: { ...mapping, groupSeparator: 'point' } };
    expect(await actor.post(`${imports}/csv`, wrong)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/mapping/groupSeparator', code: 'separators_equal' }] },
    });
    expect(await rowCounts(actor.organizationId)).toEqual(before);
  });

  it('shows the first hundred of many faults, and says how many there are', async () => {
    const rows = Array.from({ length: 150 }, (_, at) => `${at},2026-01-31,1000,1,`);
    const { body } = await actor.post(`${imports}/csv`, csv(...rows));
    expect(body.errors).toHaveLength(100);
    expect(body.detail).toContain('150 faults');
  });

  it('takes rates, and values of dimensions', async () => {
    const { body: dimension } = await actor.post('/v1/accounting/dimensions', {
      code: 'CC',
      name: 'C',
      kind: 'cost_centre',
    });
    await actor.post('/v1/accounting/dimension-values', { dimensionId: dimension.id, code: 'STO', name: 'S' });
    const file = 'No;Day;Account;Amount;Cur;Rate;CC\n1;31.01.2026;1000;100,00;USD;0,5;STO\n1;31.01.2026;3000;-50;;;\n';
    const { columns } = mapping;
    const answer = await actor.post(`${imports}/csv`, {
      file,
      mapping: {
        columns: { ...columns, description: undefined, currency: 'Cur', exchangeRates: 'Rate' },
        dimensions: [{ column: 'CC', dimensionCode: 'CC' }],
        defaults: { exchangeRateSource: 'Bank' },
        dateFormat: 'day_month_year',
        decimalSeparator: 'comma',
      },
    });
    expect(answer).toMatchObject({ status: 200 });
    expect(await closingBalances(actor, 'asOf=2026-12-31&dimensionCode=CC&valueCode=STO')).toEqual({ '1000': 5000 });
  });

  it('waits for the permission to import', async () => {
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await bookkeeper.post(`${imports}/csv`, csv(...sale))).toMatchObject({ status: 403 });
    expect(await bookkeeper.post(`${imports}/json`, { entries: [entry] })).toMatchObject({ status: 403 });
  });
});

describe('JSON', () => {
  it('is posted as one import, in its order; entries keep keys of their own', async () => {
    const own = { ...entry, externalSource: 'shop', externalId: '1' };
    const { status, body } = await actor.post(`${imports}/json`, { entries: [own, entry] });
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'imported', entryCount: 2 } });
    const { data } = (await actor.get('/v1/accounting/journal-entries')).body;
    expect(
      new Set(
        (data as { externalId: string; externalSource: string }[]).map(
          (one) => `${one.externalSource} ${one.externalId}`,
        ),
      ),
    ).toEqual(new Set(['shop 1', `json:${body.sha256} 2`]));
    expect((await actor.post(`${imports}/json`, { entries: [own, entry] })).body.status).toBe('already_imported');
    expect((await actor.post(`${imports}/json?dryRun=true`, { entries: [entry] })).body.status).toBe('dry_run');
  });

  it('schedules the reversals of accruals', async () => {
    const accrual = { ...entry, reversesOn: '2026-03-01' };
    expect((await actor.post(`${imports}/json`, { entries: [accrual, entry] })).status).toBe(200);
    const { body } = await actor.get('/v1/accounting/scheduled-reversals');
    expect(body.data).toMatchObject([{ reversesOn: '2026-03-01', status: 'scheduled' }]);
    expect(await standing()).toBe('passed');
  });

  it('is refused as a whole, with pointers to every fault', async () => {
    const other = {
      ...entry,
      lines: [
        { accountCode: '1000', debit: '1.00' },
        { accountCode: '9', credit: '1.00' },
      ],
    };
    const before = await rowCounts(actor.organizationId);
    expect(
      await actor.post(`${imports}/json`, { entries: [entry, other, { ...entry, entryDate: '2030-01-01' }] }),
    ).toMatchObject({
      status: 422,
      body: {
        code: 'import_refused',
        errors: [
          { pointer: '/entries/1/lines/1/accountCode', code: 'unknown_account' },
          { pointer: '/entries/2/entryDate', code: 'no_fiscal_period' },
        ],
      },
    });
    expect(await actor.post(`${imports}/json`, { entries: [{ ...entry, externalId: '1' }] })).toMatchObject({
      body: { errors: [{ pointer: '/entries/0/externalSource', code: 'external_id_pair' }] },
    });
    const foreign = { ...entry, legalEntityId: actor.organizationId };
    const late = { ...entry, entryDate: '2030-01-01' };
    expect(await actor.post(`${imports}/json`, { entries: [late, foreign] })).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '/entries/1/legalEntityId', code: 'other_legal_entity' },
          { pointer: '/entries/0/entryDate', code: 'no_fiscal_period' },
        ],
      },
    });
    expect(await rowCounts(actor.organizationId)).toEqual(before);
  });
});

it('several imports of entries may make up a fiscal year, but one SIE file', async () => {
  for (const description of ['First', 'Second']) {
    expect(await actor.post(`${imports}/json`, { entries: [{ ...entry, description }] })).toMatchObject({
      status: 200,
    });
  }
  const again = (format: string) =>
    asOwner((client) =>
      client.query(
        `INSERT INTO accounting.import (organization_id, id, legal_entity_id, fiscal_year_id, format, sha256,
                                        external_source, entry_count, report, imported_by)
         SELECT organization_id, gen_random_uuid(), legal_entity_id, fiscal_year_id, $2, repeat(n::text, 64),
                'x' || n, 0, '{}', imported_by
         FROM (SELECT * FROM accounting.import WHERE organization_id = $1 LIMIT 1) one, generate_series(1, 2) n`,
        [actor.organizationId, format],
      ),
    );
  await expect(again('sie4')).rejects.toMatchObject({ constraint: 'import_fiscal_year_key' });
  await expect(again('xlsx')).rejects.toMatchObject({ constraint: 'import_format_check' });
});

it('an import that a later year builds on is not undone before it', async () => {
  const { body } = await actor.post(`${imports}/json`, { entries: [entry] });
  const { headers } = await actor.get(`${read}/${body.importId}`);
  const { importedYear } = await importYearAfter(actor);
  const undo = () => actor.post(`${imports}/${body.importId}/undo`, undefined, { 'If-Match': headers['etag']! });
  expect(await undo()).toMatchObject({ status: 409, body: { errors: [{ code: 'later_import' }] } });
  await actor.post(`${imports}/${importedYear.id}/undo`, undefined, { 'If-Match': importedYear.etag });
  expect(await undo()).toMatchObject({ status: 200 });
});

/** Imports 2027 as another program would have it after the books of 2026. */
async function importYearAfter(of: Actor) {
  const file = [
    '#FLAGGA 0',
    '#PROGRAM "Test" 1.0',
    '#FORMAT PC8',
    '#SIETYP 4',
    '#FNAMN "Exempel AB"',
    '#RAR 0 20270101 20271231',
    '#RAR -1 20260101 20261231',
    '#VALUTA EUR',
    '#KONTO 1000 "Cash"',
    '#KONTO 2099 "Result"',
    '#KONTO 3000 "Sales"',
    '#IB 0 1000 5.00',
    '#IB 0 2099 -5.00',
    '#UB 0 1000 5.00',
    '#UB 0 2099 -5.00',
    '#RES -1 3000 -5.00',
    '',
  ].join('\r\n');
  const { status, body } = await of.upload(`${imports}/sie`, Buffer.from(file, 'latin1'));
  expect({ status, body }).toMatchObject({ status: 200 });
  const { headers } = await of.get(`${imports}/${body.importId}`);
  return { importedYear: { id: body.importId as string, etag: headers['etag']! } };
}
