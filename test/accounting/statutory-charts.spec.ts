import { type Actor, colleagueOf, newActor } from '../support/actor.js';

const charts = '/v1/accounting/statutory-charts';
const lines = [
  { code: '512', name: 'Banks' },
  { code: '53', name: 'Cash' },
  { code: '70', name: 'Sales' },
];

let actor: Actor;
let at: string;
beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
  const { status, body } = await actor.post(charts, { code: 'PCG', name: 'Plan comptable', country: 'FR', lines });
  if (status !== 201) throw new Error(`the statutory chart was answered ${JSON.stringify(body)}`);
  at = `${charts}/${body.id}`;
});

const post = (verb: string, body: object, etag?: string) =>
  actor.post(`${at}/${verb}`, body, etag === undefined ? {} : { 'if-match': etag });
const map = (etag: string, ...pairs: [accountCode: string, lineCode: string | null][]) =>
  post('map-accounts', { mappings: pairs.map(([accountCode, lineCode]) => ({ accountCode, lineCode })) }, etag);
const upload = (etag: string, rows: string[], query = '') =>
  actor.uploadCsv(`${at}/import-mapping${query}`, rows, { 'if-match': etag });
const mapped = async (query = '') => {
  const { body } = await actor.get(`${at}/account-mappings?${query}`);
  return body.data.map((row: { accountCode: string; lineCode: string | null }) => `${row.accountCode} ${row.lineCode}`);
};

describe('a statutory chart', () => {
  it('is answered as it is read later', async () => {
    const fields = { code: 'BAS', name: 'BAS', country: 'SE' };
    const { status, headers, body } = await actor.post(charts, { ...fields, lines });
    expect({ status, body }).toMatchObject({ status: 201, body: { ...fields, lineCount: 3, version: 1 } });
    expect(headers.etag).toBe('"1"');
    expect((await actor.get(`${charts}/${body.id}`)).body).toEqual(body);
  });

  it('is read, renamed and listed, with its version as ETag', async () => {
    const read = await actor.get(at);
    expect(read.headers.etag).toBe('"1"');
    expect(await actor.patch(at, { name: 'PCG 2025' }, '"1"')).toMatchObject({
      body: { name: 'PCG 2025', version: 2 },
    });
    expect(await actor.patch(at, { name: 'Other' }, '"1"')).toMatchObject({ status: 412 });
    expect(await actor.patch(at, { name: 'Other' })).toMatchObject({ status: 428 });
    expect(await actor.patch(at, {}, '"2"')).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await actor.get(`${charts}?country=FR`)).body.data).toHaveLength(1);
    expect((await actor.get(`${charts}?code=BAS`)).body.data).toEqual([]);
  });

  it('has a code of its own, and lines once each', async () => {
    const again = await actor.post(charts, { code: 'PCG', name: 'Again', country: 'FR' });
    expect(again).toMatchObject({ status: 409, body: { code: 'statutory_chart_code_taken' } });
    const twice = await actor.post(charts, { code: 'B', name: 'B', country: 'FR', lines: [...lines, lines[0]] });
    expect(twice).toMatchObject({
      status: 422,
      body: { code: 'statutory_lines_refused', errors: [{ pointer: '/lines/3/code' }] },
    });
    expect(await actor.post(charts, { code: 'B', name: 'B', country: 'XX' })).toMatchObject({ status: 422 });
    expect((await actor.get(charts)).body.data).toHaveLength(1);
  });

  it('gets other lines, and keeps those that accounts need', async () => {
    await map('"1"', ['1000', '53']);
    const refused = await post('replace-lines', { lines: lines.slice(0, 1) }, '"2"');
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'statutory_line_in_use', errors: [{ message: expect.stringContaining('53') }] },
    });
    const other = [
      { code: '53', name: 'Cash in hand' },
      { code: '60', name: 'Purchases' },
    ];
    const replaced = await post('replace-lines', { lines: other }, '"2"');
    expect(replaced).toMatchObject({ status: 200, body: { lineCount: 2, version: 3 } });
    const { body } = await actor.get(`${at}/lines`);
    expect(body.data).toMatchObject([
      { code: '53', name: 'Cash in hand', accountCount: 1 },
      { code: '60', name: 'Purchases', accountCount: 0 },
    ]);
    expect(await post('replace-lines', { lines: other }, '"3"')).toMatchObject({ body: { version: 3 } });
    expect(await post('replace-lines', { lines: other }, '"2"')).toMatchObject({ status: 412 });
  });
});

describe('the mapping of accounts', () => {
  it('is many to one, and shows what is missing', async () => {
    const { status, headers, body } = await map('"1"', ['1000', '53'], ['1930', '512'], ['3000', '70']);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { status: 'mapped', version: 2, mapped: 3, changed: 0, removed: 0, unchanged: 0, unmapped: 3 },
    });
    expect(headers.etag).toBe('"2"');
    expect(await mapped('isMapped=true')).toEqual(['1000 53', '1930 512', '3000 70']);
    expect(await mapped('isMapped=false')).toEqual(['2000 null', '3999 null', '4000 null']);
    expect(await mapped('isMapped=false&type=expense&status=active')).toEqual(['3999 null', '4000 null']);
    expect(await mapped('lineCode=53')).toEqual(['1000 53']);

    const more = await map('"2"', ['1000', '512'], ['1930', '512'], ['3000', null]);
    expect(more.body).toMatchObject({ version: 3, mapped: 0, changed: 1, removed: 1, unchanged: 1, unmapped: 4 });
    expect(await mapped('lineCode[prefix]=5')).toEqual(['1000 512', '1930 512']);
    const same = await map('"3"', ['1000', '512']);
    expect(same.body).toMatchObject({ status: 'nothing_new', version: 3, unchanged: 1 });
    expect(await map('"2"', ['1000', '53'])).toMatchObject({ status: 412 });
  });

  it('leaves accounts and other charts alone', async () => {
    const other = await actor.post(charts, {
      code: 'TAX',
      name: 'Tax',
      country: 'FR',
      lines: [{ code: 'A', name: 'A' }],
    });
    await map('"1"', ['1000', '53']);
    const { body: found } = await actor.get(`${charts}/${other.body.id}/account-mappings?isMapped=true`);
    expect(found.data).toEqual([]);
    const [account] = (await actor.get('/v1/accounting/accounts?code=1000')).body.data;
    expect(account.version).toBe(1);
  });

  it.each<[string, [string, string | null][], string]>([
    [
      'an account that is not there',
      [
        ['1000', '53'],
        ['77', '53'],
      ],
      '/mappings/1/accountCode',
    ],
    ['a line that is not there', [['1000', 'A']], '/mappings/0/lineCode'],
    [
      'an account twice',
      [
        ['1000', '53'],
        ['1000', '512'],
      ],
      '/mappings/1/accountCode',
    ],
    ['a group', [['9', '53']], '/mappings/0/accountCode'],
  ])('refuses %s as a whole', async (_, pairs, pointer) => {
    await actor.post('/v1/accounting/accounts', { code: '9', name: 'Group', type: 'asset', isGroup: true });
    const refused = await map('"1"', ...pairs);
    expect(refused).toMatchObject({ status: 422, body: { code: 'statutory_mapping_refused', errors: [{ pointer }] } });
    expect(await mapped('isMapped=true')).toEqual([]);
  });

  it('comes from a file, dry first, and again without effect', async () => {
    const rows = ['accountCode;lineCode', '1000;53', '1930;512', '3000;'];
    const dry = await upload('"1"', rows, '?dryRun=true');
    expect(dry).toMatchObject({
      status: 200,
      body: { status: 'dry_run', version: 1, mapped: 2, unchanged: 1, unmapped: 4 },
    });
    expect(await mapped('isMapped=true')).toEqual([]);
    expect((await upload('"1"', rows)).body).toMatchObject({ status: 'mapped', version: 2, mapped: 2 });
    expect((await upload('"2"', rows)).body).toMatchObject({ status: 'nothing_new', version: 2, unchanged: 3 });
    const faulty = await upload('"2"', ['accountCode,lineCode', '1000,A', '*,53']);
    expect(faulty).toMatchObject({ status: 422, body: { code: 'import_refused', errors: [{ line: 3 }] } });
    const unknown = await upload('"2"', ['accountCode,lineCode', '1000,53', '77,A']);
    expect(unknown).toMatchObject({
      body: {
        errors: [
          { line: 3, code: 'unknown_account' },
          { line: 3, code: 'unknown_line' },
        ],
      },
    });
  });

  it('is changed by those who manage the books, in their organization', async () => {
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await bookkeeper.get(`${at}/account-mappings`)).toMatchObject({ status: 200 });
    expect(await bookkeeper.post(`${at}/map-accounts`, {}, { 'if-match': '"1"' })).toMatchObject({ status: 403 });
    const stranger = await newActor();
    for (const part of ['', '/lines', '/account-mappings']) {
      expect(await stranger.get(`${at}${part}`)).toMatchObject({ status: 404 });
    }
    const theirs = { mappings: [{ accountCode: '1000', lineCode: '53' }] };
    expect(await stranger.post(`${at}/map-accounts`, theirs, { 'if-match': '"1"' })).toMatchObject({ status: 404 });
    const refused = await post('map-accounts', { ...theirs, legalEntityId: stranger.legalEntityId }, '"1"');
    expect(refused).toMatchObject({ status: 422, body: { code: 'legal_entity_unknown' } });
  });
});
