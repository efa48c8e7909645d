import type { CsvMapping } from './csv-mapping.dto.js';
import { mappingFaults, readJournalCsv } from './read-journal-csv.js';

const mapping: CsvMapping = {
  columns: { entryKey: 'No', entryDate: 'Day', accountCode: 'Account', amounts: 'Amount' },
  dateFormat: 'year_month_day',
  decimalSeparator: 'point',
};
const faultsOf = (text: string, more: Partial<CsvMapping> = {}) =>
  readJournalCsv(text, { ...mapping, ...more }).errors?.map(({ code, line }) => `${line} ${code}`);
const sides: CsvMapping['columns'] = { ...mapping.columns, amounts: undefined, debits: 'Debit', credits: 'Credit' };

it('makes entries of lines with one key, wherever they stand, and passes other columns over', () => {
  const { entries } = readJournalCsv(
    'No,Day,Account,Amount,Note\nA,2026-01-01,1000,5,x\nB,2026-01-02,1000,7,\nA,2026-01-01,3000,-5,\nB,2026-01-02,3000,-7.00,\n',
    mapping,
  );
  expect(entries).toMatchObject([
    {
      key: 'A',
      lineNumber: 2,
      lineNumbers: [2, 4],
      request: {
        entryDate: '2026-01-01',
        description: 'A',
        lines: [
          { accountCode: '1000', debit: '5' },
          { accountCode: '3000', credit: '5' },
        ],
      },
    },
    { key: 'B', lineNumbers: [3, 5], request: { lines: [{ debit: '7' }, { credit: '7' }] } },
  ]);
});

it('takes currency, rate, texts, journal and dimensions where they are mapped, and defaults where cells are empty', () => {
  const { entries } = readJournalCsv(
    'No;Day;Account;Debit;Credit;Cur;Rate;Text;Line;Doc;Journal;CC\n1;31.01.2026;1000;1.000,50;;USD;0,9;;one;D1;SALES;STO\n1;31.01.2026;3000;0;1.000,50;;;Sale;;;;\n',
    {
      columns: {
        ...sides,
        currency: 'Cur',
        exchangeRates: 'Rate',
        description: 'Text',
        lineDescription: 'Line',
        reference: 'Doc',
        journalCode: 'Journal',
      },
      dimensions: [{ column: 'CC', dimensionCode: 'COST-CENTRE' }],
      defaults: { currency: 'EUR', exchangeRateSource: 'ECB', journalCode: 'OTHER' },
      dateFormat: 'day_month_year',
      decimalSeparator: 'comma',
      groupSeparator: 'point',
    },
  );
  expect(entries?.[0]?.request).toEqual({
    entryDate: '2026-01-31',
    journalCode: 'SALES',
    description: 'Sale',
    reference: 'D1',
    currency: 'EUR',
    lines: [
      {
        accountCode: '1000',
        debit: '1000.5',
        currency: 'USD',
        exchangeRate: '0.9',
        exchangeRateSource: 'ECB',
        description: 'one',
        dimensions: [{ dimensionCode: 'COST-CENTRE', valueCode: 'STO' }],
      },
      { accountCode: '3000', credit: '1000.5', currency: undefined, description: undefined, dimensions: undefined },
    ],
  });
});

it('finds all faults of the form, each with its line', () => {
  expect(
    faultsOf(
      'No,Day,Account,Amount\n,2026-01-01,1000,5\nA,01.01.2026,,x\nA,2026-01-01,3000,0\nB,2026-01-01,1000,5\nC,2026-01-01,1000,5\nC,2026-01-02,3000,-5\n',
    ),
  ).toEqual([
    '2 cell_missing',
    '3 invalid_date',
    '3 cell_missing',
    '3 invalid_number',
    '4 amount_missing',
    '5 single_line',
    '7 entry_differs',
  ]);
  expect(faultsOf('No,Day,Account,Debit,Credit\nA,2026-01-01,1,5,5\nA,2026-01-01,1,-5,\n', { columns: sides })).toEqual(
    ['2 two_sides', '3 negative_amount'],
  );
  expect(faultsOf('No,Day,Account\nA,2026-01-01,1\n')).toEqual(['1 missing_column']);
  expect(faultsOf('No,Day,Account,Amount\n')).toEqual(['1 no_entries']);
});

it.each([
  [{ columns: { ...mapping.columns, debits: 'D' } }, '/mapping/columns amount_columns'],
  [{ columns: { ...sides, credits: undefined } }, '/mapping/columns amount_columns'],
  [{ groupSeparator: 'point' as const }, '/mapping/groupSeparator separators_equal'],
  [{ columns: { ...mapping.columns, exchangeRates: 'R' } }, '/mapping/defaults rate_source_missing'],
  [
    { dimensions: ['A', 'B'].map((column) => ({ column, dimensionCode: 'CC' })) },
    '/mapping/dimensions/1/dimensionCode duplicate_dimension',
  ],
])('refuses a mapping that contradicts itself', (more, expected) => {
  const faults = mappingFaults({ ...mapping, ...more });
  expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([expected]);
  expect(mappingFaults(mapping)).toEqual([]);
});
