import type { JournalEntryView } from '#modules/accounting/journal/journal-entries.dto.js';
import { type Actor, newActor } from '../support/actor.js';
import { addDimensionWith, addRule } from '../support/dimensions.js';

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
it('finds the entries that have a value on any of their lines', async () => {
  const both = (await rent([of('CC', 'A'), of('PR', 'P1')])).body.id as string;
  const one = (await rent([of('CC', 'B')])).body.id as string;
  const none = (await rent([])).body.id as string;
  const { body } = await actor.get('/v1/accounting/dimension-values?code=A,B,P1');
  const idOf = (code: string) => body.data.find((value: { code: string }) => value.code === code).id as string;
  const found = async (query: string) => {
    const { body: list } = await actor.get(`${entries}?sort=postedAt&${query}`);
    return list.data.map(({ id }: { id: string }) => id);
  };
  expect(await found(`dimensionValueId=${idOf('A')}`)).toEqual([both]);
  expect(await found(`dimensionValueId=${idOf('A')},${idOf('P1')},${idOf('B')}`)).toEqual([both, one]);
  expect(await found(`dimensionValueId[ne]=${idOf('A')}`)).toEqual([one, none]);
});

describe('the rules of an account', () => {
  it('need values, refuse them, and bring defaults', async () => {
    await addRule(actor, '4000', costCentre.id, { requirement: 'required' });
    await addRule(actor, '4000', project.id, { requirement: 'blocked' });
    await addRule(actor, '1000', project.id, { requirement: 'optional', defaultValueCode: 'P1' });
    const refused = await rent([of('PR', 'P1')]);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/lines/0/dimensions', 'dimension_required'],
      ['/lines/0/dimensions', 'dimension_blocked'],
    ]);
    const { body } = await rent([of('CC', 'A')]);
    expect(shown(body)).toEqual(['1|4000|100.00|0.00|CC=A', '2|1000|0.00|100.00|PR=P1']);
    const split = { dimensionCode: 'CC', split: ['A', 'B'].map((valueCode) => ({ valueCode, percentage: '50' })) };
    expect(await rent([split])).toMatchObject({ status: 201 });
  });

  it('spare openings, closings and inactive dimensions, and reach bulk', async () => {
    await addRule(actor, '4000', costCentre.id, { requirement: 'required' });
    for (const kind of ['opening', 'closing']) expect(await rent([], { kind })).toMatchObject({ status: 201 });
    const entry = { entryDate: '2026-03-05', description: 'Rent' };
    const lines = [
      { accountCode: '4000', debit: '1.00' },
      { accountCode: '1000', credit: '1.00' },
    ];
    const bulk = await actor.post(`${entries}/bulk`, { mode: 'independent', entries: [{ ...entry, lines }] });
    expect(bulk.body.results).toMatchObject([
      { status: 'refused', errors: [{ pointer: '/entries/0/lines/0/dimensions', code: 'dimension_required' }] },
    ]);
    await actor.patch(`/v1/accounting/dimensions/${costCentre.id}`, { status: 'inactive' }, '"1"');
    expect(await rent([])).toMatchObject({ status: 201 });
  });

  it('reach the line that takes what rounding left', async () => {
    const { body: books } = await actor.get(`/v1/accounting/books/${actor.legalEntityId}`);
    const at = `/v1/accounting/books/${actor.legalEntityId}`;
    await actor.patch(at, { roundingAccountCode: '3999' }, `"${books.version}"`);
    const { id } = await addRule(actor, '3999', costCentre.id, { requirement: 'required' });
    const foreign = { currency: 'USD', exchangeRate: '0.915', exchangeRateSource: 'Test' };
    const lines = [
      { accountCode: '4000', debit: '0.05' },
      { accountCode: '4000', debit: '0.05' },
      { accountCode: '1000', credit: '0.10' },
    ];
    expect(await send(lines, foreign)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/lines/dimensions', code: 'dimension_required' }] },
    });
    await actor.patch(`/v1/accounting/dimension-rules/${id}`, { defaultValueCode: 'C' }, '"1"');
    const { body } = await send(lines, foreign);
    expect(shown(body).at(-1)).toBe('4|3999|0.00|0.01|CC=C');
  });
});

describe('the trial balance of a value', () => {
  it('shows the lines with it, at any date', async () => {
    await rent([of('CC', 'A')], { entryDate: '2026-01-20', kind: 'opening' });
    await rent([of('CC', 'A'), of('PR', 'P1')], { entryDate: '2026-03-05' });
    await rent([of('CC', 'B')], { entryDate: '2026-03-05' });
    const at = async (asOf: string) => {
      const query = `asOf=${asOf}&dimensionCode=CC&valueCode=A`;
      const { body } = await actor.get(`/v1/accounting/reports/trial-balance?${query}`);
      return body;
    };
    expect(await at('2026-03-05')).toMatchObject({
      dimensionCode: 'CC',
      valueCode: 'A',
      lines: [{ accountCode: '4000', opening: '100.00', debit: '100.00', credit: '0.00', closing: '200.00' }],
      totals: { closing: '200.00' },
    });
    expect(await at('2026-03-04')).toMatchObject({ lines: [{ accountCode: '4000', closing: '100.00' }] });
    expect((await actor.get('/v1/accounting/reports/trial-balance?asOf=2026-03-05')).body).toMatchObject({
      dimensionCode: null,
      valueCode: null,
    });
  });

  it.each([
    ['dimensionCode=CC', '?valueCode'],
    ['valueCode=A', '?dimensionCode'],
    ['dimensionCode=NONE&valueCode=A', '?dimensionCode'],
    ['dimensionCode=CC&valueCode=NONE', '?valueCode'],
  ])('is refused for %s', async (query, pointer) => {
    expect(await actor.get(`/v1/accounting/reports/trial-balance?asOf=2026-03-05&${query}`)).toMatchObject({
      status: 422,
      body: { code: 'no_dimension_value', errors: [{ pointer }] },
    });
  });
});
