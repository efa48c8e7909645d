import { keepTaxes, taxed } from '../support/tax-returns.js';
import { postDocuments } from '../support/taxed-entries.js';

const summary = '/v1/accounting/reports/tax-summary';

it('sums taxes by code and rate, beside other ranges, down to the lines', async () => {
  const { actor } = await keepTaxes();
  const [reversed] = await postDocuments(
    actor,
    taxed('2024-04-15', '1000.00'),
    taxed('2024-04-16', '10.00'),
    taxed('2024-05-17', '2000.00', { kind: 'reverse_charge', taxCode: 'VAT-RC-PURCHASE' }),
    taxed('2024-06-30', '400.00', { kind: 'purchase' }),
    taxed('2024-03-31', '80.00'),
    taxed('2024-01-01', '50.00', { taxCode: 'VAT-RED', rate: '0.12' }),
    // Posted in June, of July.
    taxed('2024-06-30', '7.00', { taxPointOn: '2024-07-01' }),
  );
  const reversal = await actor.post(`/v1/accounting/journal-entries/${reversed}/reverse`, { entryDate: '2024-05-02' });
  expect(reversal.status).toBe(201);

  const asked = `${summary}?from=2024-04-01&to=2024-06-30&compare=previous_period`;
  const { body } = await actor.get(asked);
  const shown = (lines: Record<string, unknown>[]) =>
    lines.map(({ taxCode, rate, direction, side, base, tax, lineCount, comparisons }) =>
      [taxCode, rate, direction, side, base, tax, lineCount, ...(comparisons as object[]).flatMap(Object.values)].join(
        ' ',
      ),
    );
  expect(shown(body.lines)).toEqual([
    'VAT-RC-PURCHASE 0.25 purchase output 2000.00 500.00 1 0.00 0.00',
    'VAT-RC-PURCHASE 0.25 purchase input 2000.00 500.00 1 0.00 0.00',
    'VAT-RED 0.12 sale output 0.00 0.00 0 50.00 6.00',
    'VAT-STD 0.25 sale output 10.00 2.50 3 80.00 20.00',
    'VAT-STD 0.25 purchase input 400.00 100.00 1 0.00 0.00',
  ]);
  expect(body).toMatchObject({
    from: '2024-04-01',
    comparisons: [{ from: '2024-01-01', to: '2024-03-31' }],
    totals: {
      output: '502.50',
      input: '600.00',
      net: '-97.50',
      comparisons: [{ output: '26.00', input: '0.00', net: '26.00' }],
    },
  });
  const lines = await actor.get(body.lines[3].drillDown as string);
  expect(lines.body.data.map(({ base }: { base: string }) => base)).toEqual(['1000.00', '10.00', '-1000.00']);
  const before = await actor.get(`${asked}&knownAt=2024-01-01T00:00:00Z`);
  expect(before.body).toMatchObject({ lines: [], totals: { net: '0.00' } });
});

it('leaves as a file, and refuses what cannot be', async () => {
  const { actor } = await keepTaxes();
  await postDocuments(actor, taxed('2024-04-15', '1000.00'));
  const asked = `${summary}?from=2024-04-01&to=2024-04-30&compareRanges=2024-05-01/2024-05-31`;
  const csv = await actor.get(asked, { Accept: 'text/csv' });
  expect(csv.status).toBe(200);
  expect(csv.text.replace('\uFEFF', '').trim().split(/\r?\n/)).toEqual([
    'taxCode,taxName,category,rate,direction,side,base,tax,base 2024-05-01/2024-05-31,tax 2024-05-01/2024-05-31',
    'VAT-STD,"VAT, standard rate",S,0.25,sale,output,1000.00,250.00,0.00,0.00',
  ]);
  for (const type of ['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']) {
    expect(await actor.get(asked, { Accept: type })).toMatchObject({ status: 200, headers: { 'content-type': type } });
  }
  const code = async (query: string) => (await actor.get(`${summary}?${query}`)).body.errors?.[0]?.code as string;
  expect(await code('from=2024-04-01&to=2024-03-31')).toBe('range_reversed');
  expect(await code('from=2024-04-01&to=2024-04-30&compareCount=2')).toBe('ambiguous_comparison');
});
