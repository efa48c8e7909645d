import type { SieImportView } from '#modules/accounting/exchange/sie-import.dto.js';
import { type Actor, newActor } from '../support/actor.js';
import { addRule } from '../support/dimensions.js';
import { rowCounts } from '../support/row-counts.js';
import { firstYear, secondYear, sieFile } from '../support/sie-files.js';

const sie = '/v1/accounting/imports/sie';

const dimensions = [
  '#DIM 1 "Unit"',
  '#OBJEKT 1 "A" "Alpha"',
  '#OBJEKT 1 "B" "Beta"',
  '#DIM 6 "Job"',
  '#OBJEKT 6 "P" "Pier"',
];

/** Puts objects on the rows of accounts. */
const withObjects = (objects: Record<string, string>) => (lines: string[]) =>
  lines.map((line) => {
    const account = /^#TRANS (\d+) \{\}/.exec(line)?.[1];
    return account && objects[account] ? line.replace('{}', `{${objects[account]}}`) : line;
  });

const first = sieFile({
  ...firstYear,
  more: [
    ...dimensions,
    '#OIB 0 1930 {1 "A"} 60',
    '#OIB 0 1930 {6 "P"} 30',
    '#OUB 0 1930 {1 "A"} 40',
    '#OUB 0 1930 {6 "P"} 30',
    '#OUB 0 3010 {1 "B"} -50',
    '#OUB 0 3010 {6 "P"} -50',
  ],
  change: withObjects({ '3010': '1 "B" 6 "P"', '1930': '1 "A"' }),
});
const second = (opening: number, closing: number) =>
  sieFile({
    ...secondYear,
    more: [...dimensions, `#OIB 0 1930 {1 "A"} ${opening}`, `#OUB 0 1930 {1 "A"} ${closing}`, '#OIB 0 1930 {6 "P"} 30'],
    change: withObjects({ '1930': '1 "A"' }),
  });

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

async function imported(bytes: Buffer): Promise<SieImportView> {
  const answer = await actor.upload(sie, bytes);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as SieImportView;
}

async function ofValue(asOf: string, dimensionCode: string, valueCode: string) {
  const query = `asOf=${asOf}&dimensionCode=${dimensionCode}&valueCode=${valueCode}`;
  const { body } = await actor.get(`/v1/accounting/reports/trial-balance?${query}`);
  const closings = body.lines.map((line: Record<string, string>) => [line['accountCode'], line['closing']]);
  return { ...Object.fromEntries(closings), unclosed: body.unclosedResult };
}

describe('a file with objects', () => {
  it('brings dimensions, values, and the balances of each', async () => {
    const report = await imported(first);
    expect(report.counts).toMatchObject({
      dimensionsCreated: 2,
      objectsCreated: 3,
      objectBalances: 6,
      voucherObjects: 3,
    });
    expect(report.objectClosings).toContainEqual({
      accountCode: '3010',
      objects: [{ dimensionCode: '6', valueCode: 'P' }],
      inFile: '-50.00',
      computed: '-50.00',
    });
    expect((await actor.get('/v1/accounting/dimensions')).body.data).toMatchObject([
      { code: '1', name: 'Unit', kind: 'cost_centre' },
      { code: '6', name: 'Job', kind: 'project' },
    ]);
    expect((await actor.get('/v1/accounting/dimension-values?dimensionCode=1')).body.data).toMatchObject([
      { code: 'A', name: 'Alpha' },
      { code: 'B', name: 'Beta' },
    ]);
    const nothing = { unclosed: '0.00' };
    expect(await ofValue('2025-12-31', '1', 'A')).toEqual({ '1930': '40.00', ...nothing });
    expect(await ofValue('2025-12-31', '1', 'B')).toEqual({ '3010': '-50.00', ...nothing });
    expect(await ofValue('2025-12-31', '6', 'P')).toEqual({ '1930': '30.00', '3010': '-50.00', ...nothing });
    expect((await actor.get('/v1/accounting/integrity-checks')).body).toMatchObject({ status: 'passed' });
  });

  it('is followed by the next year, whose openings by object are those of the books', async () => {
    await imported(first);
    const before = await rowCounts(actor.organizationId);
    expect(await actor.upload(sie, second(41, 48))).toMatchObject({
      status: 409,
      body: { code: 'import_conflict', errors: [{ code: 'opening_differs_from_books' }] },
    });
    expect(await rowCounts(actor.organizationId)).toEqual(before);
    const report = await imported(second(40, 47));
    expect(report.counts).toMatchObject({ dimensionsCreated: 0, objectsCreated: 0 });
    expect(await ofValue('2026-12-31', '1', 'A')).toEqual({ '1930': '47.00', unclosed: '0.00' });
    // The income of the year before was taken off by object too.
    expect(await ofValue('2026-12-31', '1', 'B')).toEqual({ unclosed: '0.00' });
    expect((await actor.get('/v1/accounting/integrity-checks')).body).toMatchObject({ status: 'passed' });
  });

  it('is undone with its objects, and can come again', async () => {
    const { importId } = await imported(first);
    const undo = `/v1/accounting/imports/${importId}/undo`;
    expect(await actor.post(undo, undefined, { 'If-Match': '"1"' })).toMatchObject({ status: 200 });
    expect(await ofValue('2025-12-31', '6', 'P')).toEqual({ '3010': '0.00', unclosed: '0.00' });
    expect((await actor.get('/v1/accounting/integrity-checks')).body).toMatchObject({ status: 'passed' });
    expect((await imported(first)).counts).toMatchObject({ dimensionsCreated: 0, objectsCreated: 0 });
    expect(await ofValue('2025-12-31', '6', 'P')).toMatchObject({ '1930': '30.00', '3010': '-50.00' });
  });

  it('is refused with the line where a closing by object differs', async () => {
    const wrong = Buffer.from(
      first.toString('latin1').replace('#OUB 0 1930 {1 "A"} 40', '#OUB 0 1930 {1 "A"} 41'),
      'latin1',
    );
    const line = wrong.toString('latin1').split('\r\n').indexOf('#OUB 0 1930 {1 "A"} 41') + 1;
    const before = await rowCounts(actor.organizationId);
    expect(await actor.upload(sie, wrong)).toMatchObject({
      status: 422,
      body: { code: 'import_refused', errors: [{ code: 'object_closing_differs', line }] },
    });
    expect(await rowCounts(actor.organizationId)).toEqual(before);
  });

  it('is posted as it is: accounts add no default to it, and may refuse it', async () => {
    await imported(first);
    const { body } = await actor.get('/v1/accounting/dimensions?code=1');
    const { id } = await addRule(actor, '3010', body.data[0].id, { requirement: 'optional', defaultValueCode: 'B' });
    const { importId } = await imported(second(40, 47));
    expect(await ofValue('2026-12-31', '1', 'B')).toEqual({ unclosed: '0.00' });
    await actor.post(`/v1/accounting/imports/${importId}/undo`, undefined, { 'If-Match': '"1"' });
    await actor.patch(`/v1/accounting/dimension-rules/${id}`, { requirement: 'required' }, '"1"');
    expect(await actor.upload(sie, second(40, 47))).toMatchObject({
      status: 409,
      body: { code: 'import_conflict', errors: [{ code: 'dimension_required' }] },
    });
  });
});
