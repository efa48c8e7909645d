import type { JournalEntryView } from '#modules/accounting/journal/journal-entries.dto.js';
import { type Actor, newActor } from '../support/actor.js';
import { addDimension, addDimensionWith, addValue } from '../support/dimensions.js';

const entries = '/v1/accounting/journal-entries';

let actor: Actor;
let costCentre: { id: string };
let project: { id: string };

beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
  costCentre = await addDimensionWith(actor, 'CC', 'A', 'B', 'C');
  project = await addDimensionWith(actor, 'PR', 'P1', 'P2');
});

interface LineBody {
  accountCode: string;
  debit?: string;
  credit?: string;
  dimensions?: object[];
}

const send = (lines: LineBody[], fields: object = {}) =>
  actor.post(entries, { post: true, entryDate: '2026-03-05', description: 'Rent', lines, ...fields });

/** Rent of 100.00 with the dimensions, paid in cash. */
const rent = (dimensions: object[], fields: object = {}) =>
  send(
    [
      { accountCode: '4000', debit: '100.00', dimensions },
      { accountCode: '1000', credit: '100.00' },
    ],
    fields,
  );

const shown = ({ lines }: JournalEntryView) =>
  lines.map(({ lineNumber, accountCode, debit, credit, dimensions }) => {
    const values = dimensions.map(({ dimensionCode, valueCode }) => `${dimensionCode}=${valueCode}`);
    return [lineNumber, accountCode, debit, credit, values.join(' ')].join('|');
  });

const of = (dimensionCode: string, valueCode: string) => ({ dimensionCode, valueCode });
const closings = async (query: string) => {
  const { body } = await actor.get(`/v1/accounting/reports/trial-balance?asOf=2026-12-31&${query}`);
  return Object.fromEntries(
    body.lines.map((line: { accountCode: string; closing: string }) => [line.accountCode, line.closing]),
  );
};

it('keeps the values of a line, and answers them alike now and later', async () => {
  const { status, body } = await rent([of('PR', 'P1'), of('CC', 'B')]);
  expect(status).toBe(201);
  expect(shown(body)).toEqual(['1|4000|100.00|0.00|CC=B PR=P1', '2|1000|0.00|100.00|']);
  expect(body.lines[0].dimensions[0]).toMatchObject({ dimensionId: costCentre.id, valueName: 'Value B' });
  expect((await actor.get(`${entries}/${body.id}`)).body).toEqual(body);
  expect((await actor.get(entries)).body.data).toEqual([body]);
});

it('divides a line by percentage, to the last cent', async () => {
  const third = '33.333333';
  const split = [
    { valueCode: 'C', percentage: '33.333334' },
    { valueCode: 'A', percentage: third },
    { valueCode: 'B', percentage: third },
  ];
  const { body } = await rent([{ dimensionCode: 'CC', split }, of('PR', 'P2')]);
  expect(shown(body)).toEqual([
    '1|4000|33.34|0.00|CC=C PR=P2',
    '2|4000|33.33|0.00|CC=A PR=P2',
    '3|4000|33.33|0.00|CC=B PR=P2',
    '4|1000|0.00|100.00|',
  ]);
  expect(await closings('dimensionCode=CC&valueCode=C')).toEqual({ '4000': '33.34' });
  expect(await closings('dimensionCode=PR&valueCode=P2')).toEqual({ '4000': '100.00' });
});

it('divides a line in another currency without a difference on its account', async () => {
  const split = ['A', 'B', 'C'].map((valueCode, index) => ({ valueCode, percentage: index === 0 ? '33.34' : '33.33' }));
  const foreign = { currency: 'USD', exchangeRate: '0.915', exchangeRateSource: 'Test' };
  const lines = [
    { accountCode: '4000', debit: '0.10', dimensions: [{ dimensionCode: 'CC', split }] },
    { accountCode: '1000', credit: '0.10' },
  ];
  const { status, body } = await send(lines, foreign);
  expect(status).toBe(201);
  const functional = body.lines.map((line: Record<string, string>) => [
    line['functionalDebit'],
    line['functionalCredit'],
  ]);
  // 0.10 are 0.09 EUR; 0.04 and twice 0.03 are 0.04 and twice 0.03, one cent too many.
  expect(functional).toEqual([
    ['0.04', '0.00'],
    ['0.03', '0.00'],
    ['0.03', '0.00'],
    ['0.00', '0.01'],
    ['0.00', '0.09'],
  ]);
  expect(body.lines[3]).toMatchObject({ debit: '0.00', credit: '0.00', dimensions: [{ valueCode: 'A' }] });
  expect((await closings(''))['4000']).toBe('0.09');
});

it('reverses an entry with its values, also when they take no further postings', async () => {
  const { body: original } = await rent([of('CC', 'A')]);
  const { body: found } = await actor.get('/v1/accounting/dimension-values?code=A');
  await actor.patch(`/v1/accounting/dimension-values/${found.data[0].id}`, { status: 'inactive' }, '"1"');
  expect(await rent([of('CC', 'A')])).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/lines/0/dimensions/0/valueCode', code: 'dimension_value_inactive' }] },
  });
  const { status, body } = await actor.post(`${entries}/${original.id}/reverse`);
  expect(status).toBe(201);
  expect(shown(body)).toEqual(['1|4000|0.00|100.00|CC=A', '2|1000|100.00|0.00|']);
  expect(await closings('dimensionCode=CC&valueCode=A')).toEqual({ '4000': '0.00' });
  expect((await actor.get('/v1/accounting/integrity-checks')).body).toMatchObject({ status: 'passed' });
});

describe('a line is refused', () => {
  const half = { valueCode: 'A', percentage: '50' };
  it.each<[string, object[], string, string]>([
    ['with an unknown dimension', [of('NONE', 'A')], '/0/dimensionCode', 'unknown_dimension'],
    ['with an unknown value', [of('CC', 'NONE')], '/0/valueCode', 'unknown_dimension_value'],
    ['with a value of another dimension', [of('CC', 'P1')], '/0/valueCode', 'unknown_dimension_value'],
    ['with a dimension twice', [of('CC', 'A'), of('CC', 'A')], '/1/dimensionCode', 'dimension_twice'],
    ['with neither value nor split', [{ dimensionCode: 'CC' }], '/0/valueCode', 'value_or_split'],
    [
      'with both',
      [{ ...of('CC', 'A'), split: [half, { valueCode: 'B', percentage: '50' }] }],
      '/0/valueCode',
      'value_or_split',
    ],
    [
      'with shares that are not the whole',
      [{ dimensionCode: 'CC', split: [half, { valueCode: 'B', percentage: '49.999999' }] }],
      '/0/split',
      'split_not_whole',
    ],
    [
      'with a value twice in a split',
      [{ dimensionCode: 'CC', split: [half, half] }],
      '/0/split/1/valueCode',
      'split_value_twice',
    ],
    [
      'with an unknown value in a split',
      [{ dimensionCode: 'CC', split: [half, { valueCode: 'NONE', percentage: '50' }] }],
      '/0/split/1/valueCode',
      'unknown_dimension_value',
    ],
    [
      'with two splits',
      [
        { dimensionCode: 'CC', split: [half, { valueCode: 'B', percentage: '50' }] },
        {
          dimensionCode: 'PR',
          split: [
            { valueCode: 'P1', percentage: '50' },
            { valueCode: 'P2', percentage: '50' },
          ],
        },
      ],
      '/1/split',
      'split_twice',
    ],
    [
      'with a share of nothing',
      [{ dimensionCode: 'CC', split: [{ valueCode: 'A', percentage: '0' }, half] }],
      '/0/split/0/percentage',
      'not_positive',
    ],
  ])('%s', async (_, dimensions, pointer, code) => {
    const { status, body } = await rent(dimensions);
    expect({ status, errors: body.errors.map((error: object) => ({ ...error, message: undefined })) }).toEqual({
      status: 422,
      errors: [{ pointer: `/lines/0/dimensions${pointer}`, code }],
    });
  });

  it('with a value outside its dates, or of an inactive dimension', async () => {
    await addValue(actor, project.id, 'MAY', { validFrom: '2026-05-01', validTo: '2026-05-31' });
    const { id } = await addDimension(actor, 'OLD');
    await addValue(actor, id, 'A');
    await actor.patch(`/v1/accounting/dimensions/${id}`, { status: 'inactive' }, '"1"');
    const codes = async (dimensions: object[], entryDate: string) =>
      (await rent(dimensions, { entryDate })).body.errors?.map(({ code }: { code: string }) => code);
    expect(await codes([of('PR', 'MAY')], '2026-04-30')).toEqual(['dimension_value_not_valid']);
    expect(await codes([of('PR', 'MAY')], '2026-06-01')).toEqual(['dimension_value_not_valid']);
    expect(await codes([of('PR', 'MAY')], '2026-05-31')).toBeUndefined();
    expect(await codes([of('OLD', 'A')], '2026-05-31')).toEqual(['dimension_inactive']);
  });

  it('by dimensions of another legal entity', async () => {
    const other = { name: 'Other', functionalCurrency: 'EUR' };
    const { body } = await actor.post('/v1/administration/legal-entities', other);
    const fields = { legalEntityId: body.id, code: 'X', name: 'X', kind: 'project' };
    await actor.post('/v1/accounting/dimensions', fields);
    expect(await rent([of('X', 'A')], { legalEntityId: actor.legalEntityId })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'unknown_dimension' }] },
    });
  });
});
