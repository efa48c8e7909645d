import fc from 'fast-check';
import { type Actor, newActor } from '../support/actor.js';
import { openReportBooks, post, randomBooks } from '../support/report-books.js';
import { rowCounts } from '../support/row-counts.js';
import { firstYear, secondYear, sieFile } from '../support/sie-files.js';
import { closingBalances, closingBalancesByValue } from '../support/trial-balances.js';

const path = '/v1/accounting/imports/plain-text';
const journal = `account assets:cash  ; code: 1000
account sales
  ; code: 3000

2026-01-31 * (INV-1) Sale
  assets:cash  £12.50 = £12.50
  sales

`;
const wish = { file: journal, decimalSeparator: 'point' };

async function openYears(actor: Actor, first: number, last: number) {
  for (let year = first; year <= last; year++) {
    const body = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
    expect(await actor.post('/v1/accounting/fiscal-years', body)).toMatchObject({ status: 201 });
  }
}

async function imported(actor: Actor, body: object) {
  const answer = await actor.post(path, body);
  expect({ status: answer.status, errors: answer.body.errors }).toEqual({ status: 200, errors: undefined });
  return answer.body;
}

async function expectFaults(actor: Actor, body: object, ...errors: object[]) {
  expect(await actor.post(path, body)).toMatchObject({ status: 422, body: { code: 'import_refused', errors } });
}

it('posts transactions to the accounts of the books, once', async () => {
  const actor = await newActor(['owner'], 'GBP');
  await actor.openBooks();
  const before = await rowCounts(actor.organizationId);
  const dry = await actor.post(`${path}?dryRun=true`, wish);
  expect(dry).toMatchObject({
    status: 200,
    body: { status: 'dry_run', entryCount: 1, lineCount: 2, accountsCreated: [] },
  });
  expect(await rowCounts(actor.organizationId)).toEqual(before);
  const body = await imported(actor, wish);
  expect({ ...body, status: 'dry_run', importId: null }).toEqual(dry.body);
  expect((await actor.get('/v1/accounting/journal-entries')).body.data).toMatchObject([
    { description: 'Sale', reference: 'INV-1', externalSource: `plain-text:${body.sha256}`, externalId: '1' },
  ]);
  expect((await imported(actor, wish)).status).toBe('already_imported');
  const { headers } = await actor.get(`/v1/accounting/journal-imports/${body.importId}`);
  const undo = await actor.post(`/v1/accounting/imports/${body.importId}/undo`, undefined, {
    'If-Match': headers['etag']!,
  });
  expect(undo).toMatchObject({ status: 200, body: { entriesReversed: 1, format: 'plain_text' } });
  expect((await imported(actor, wish)).status).toBe('imported');
  expect((await actor.get('/v1/accounting/integrity-checks')).body).toMatchObject({ status: 'passed' });
});

it('is refused as a whole, with every fault and its line', async () => {
  const actor = await newActor(['owner'], 'GBP');
  await actor.openBooks();
  const before = await rowCounts(actor.organizationId);
  await expectFaults(
    actor,
    {
      ...wish,
      file: `${journal}include x\n2026-02-01 a\n  assets:other  £1\n  sales\n\n2026-02-02 b\n  assets:cash  1 VHT\n  sales\n\n2026-02-03 c\n  assets:cash  £1 = £5\n  sales\n`,
    },
    { code: 'directive_not_read', line: 9 },
    { code: 'unknown_account', line: 11 },
    { code: 'other_commodity', line: 15 },
    { code: 'assertion_failed', line: 19 },
  );
  await expectFaults(
    actor,
    { ...wish, file: `${journal}2026-02-01 a\n  assets:cash  £2\n  sales  -£1\n` },
    { code: 'entry_unbalanced', line: 9 },
  );
  await expectFaults(
    actor,
    { ...wish, file: `${journal}2026-02-01 a\n  assets:cash  £2.555\n  sales\n` },
    { code: 'amount_scale', line: 10 },
    { code: 'amount_scale', line: 11 },
  );
  await expectFaults(actor, { ...wish, file: '; nothing\n' }, { code: 'no_entries', line: 1 });
  expect(await rowCounts(actor.organizationId)).toEqual(before);
});

it('adds what books lack under declared types, and keeps costs to the minor unit', async () => {
  const actor = await newActor();
  await openYears(actor, 2026, 2026);
  const file = `2026-01-31 Exchange
  assets:vietnam  20000000001 VND @@ 712345.67 EUR
    ; dim-UNIT: A
  Savings  -712345.67 EUR
`;
  const accounts = [{ name: 'Savings', code: '1950', type: 'asset' }];
  const body = await imported(actor, { file, decimalSeparator: 'point', accounts, createMissing: true });
  expect(body.accountsCreated).toEqual([
    { code: '1001', name: 'assets:vietnam', type: 'asset' },
    { code: '1950', name: 'Savings', type: 'asset' },
  ]);
  expect(await closingBalances(actor, 'asOf=2026-12-31')).toEqual({ '1001': 71234567, '1950': -71234567 });
  expect(await closingBalancesByValue(actor, '2026-12-31')).toEqual({ 'UNIT A': { '1001': 71234567 } });
});

describe('an exported journal', () => {
  const exportOf = async (actor: Actor) => (await actor.get('/v1/accounting/exports/plain-text')).text;

  it('is imported again to the same balances, whatever was posted', async () => {
    await fc.assert(
      fc.asyncProperty(randomBooks, async (entries) => {
        const [original, copy] = [await newActor(), await newActor()];
        await openReportBooks(original);
        await post(original, entries);
        await openYears(copy, 2025, 2026);
        await imported(copy, { file: await exportOf(original), decimalSeparator: 'point', createMissing: true });
        for (const asOf of ['2025-12-31', '2026-06-30', '2026-12-31']) {
          expect(await closingBalances(copy, `asOf=${asOf}`)).toEqual(await closingBalances(original, `asOf=${asOf}`));
        }
        expect((await copy.get('/v1/accounting/integrity-checks')).body).toMatchObject({ status: 'passed' });
      }),
      { numRuns: 3 },
    );
  });

  it('keeps currencies, rates, dimensions, kinds, periods and texts', async () => {
    const [original, copy] = [await newActor(), await newActor()];
    await original.openBooks();
    const { body: dimension } = await original.post('/v1/accounting/dimensions', {
      code: 'CC',
      name: 'CC',
      kind: 'custom',
    });
    await original.post('/v1/accounting/dimension-values', { dimensionId: dimension.id, code: 'STO', name: 'STO' });
    const rate = { currency: 'USD', exchangeRate: '0.923456789', exchangeRateSource: 'ECB, daily' };
    const dimensions = [{ dimensionCode: 'CC', valueCode: 'STO' }];
    await original.postEntry('1930', '2000', '7.00', {
      kind: 'opening',
      entryDate: '2026-01-01',
      journalCode: 'OPENING',
    });
    const answer = await original.post('/v1/accounting/journal-entries', {
      post: true,
      entryDate: '2026-02-01',
      description: '* Sale; 5% off, [2020-01-01]',
      reference: 'A, B',
      lines: [
        { accountCode: '1930', debit: '99.99', ...rate, dimensions, description: 'date:2020-01-01, x' },
        { accountCode: '3000', credit: '92.34' },
      ],
    });
    expect(answer).toMatchObject({ status: 201 });
    const next = { startsOn: '2027-01-01', endsOn: '2027-12-31', adjustmentPeriod: true };
    expect((await original.post('/v1/accounting/fiscal-years', next)).status).toBe(201);
    await original.postEntry('4000', '1000', '5.00', { entryDate: '2027-12-31', adjustment: true });
    await openYears(copy, 2026, 2026);
    expect((await copy.post('/v1/accounting/fiscal-years', next)).status).toBe(201);
    await imported(copy, { file: await exportOf(original), decimalSeparator: 'point', createMissing: true });
    const entriesOf = async (actor: Actor) => {
      const { body } = await actor.get('/v1/accounting/journal-entries');
      type Line = Record<string, unknown> & { dimensions: { dimensionCode: string; valueCode: string }[] };
      return (body.data as (Record<string, unknown> & { lines: Line[] })[]).map(({ lines, ...entry }) => ({
        ...Object.fromEntries(
          ['entryDate', 'adjustment', 'journalCode', 'kind', 'description', 'reference', 'total'].map((name) => [
            name,
            entry[name],
          ]),
        ),
        lines: lines.map(({ dimensions: values, ...line }) => ({
          ...line,
          accountId: undefined,
          dimensions: values.map(({ dimensionCode, valueCode }) => `${dimensionCode} ${valueCode}`),
        })),
      }));
    };
    expect(await entriesOf(copy)).toEqual(await entriesOf(original));
    expect((await copy.get('/v1/accounting/accounts?code=1930')).body.data).toMatchObject([
      { name: 'Bank', control: 'bank' },
    ]);
    expect(await closingBalancesByValue(copy, '2026-12-31')).toEqual(
      await closingBalancesByValue(original, '2026-12-31'),
    );
  });

  it('is that of imported books of two years, too', async () => {
    const [original, copy] = [await newActor(), await newActor(['owner'], 'SEK')];
    for (const year of [firstYear, secondYear]) await original.upload('/v1/accounting/imports/sie', sieFile(year));
    await openYears(copy, 2025, 2026);
    await imported(copy, { file: await exportOf(original), decimalSeparator: 'point', createMissing: true });
    for (const asOf of ['2025-12-31', '2026-12-31']) {
      expect(await closingBalances(copy, `asOf=${asOf}`)).toEqual(await closingBalances(original, `asOf=${asOf}`));
    }
  });
});
