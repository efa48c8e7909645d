import type { DateRange } from '#kernel/date-range.js';
import { Decimal } from '#kernel/decimal.js';
import { parseFields } from '#platform/http/fields/parse-fields.js';
import { reportView } from './sie-report-view.js';
import { SieReportView } from './sie-report.dto.js';
import { encodeCodePage437 } from './sie/code-page-437.js';
import { planSieImport } from './sie/plan-sie-import.js';
import { readSieFile } from './sie/read-sie-file.js';
import { SieFindings } from './sie/sie-findings.js';
import type { BooksSnapshot } from './sie/sie-import-plan.js';

const file = [
  '#FLAGGA 0',
  '#SIETYP 4',
  '#PROGRAM "Books\tPro" 1.0',
  '#GEN 20260201',
  '#FNAMN "Exempel  AB"',
  '#RAR 0 20250101 20251231',
  '#RAR -1 20240101 20241231',
  '#DIM 6 "Projekt"',
  '#OBJEKT 6 "1" "P"',
  '#KONTO 1910 "Kassa\toch mer"',
  '#ENHET 1910 st',
  '#SRU 1910 7281',
  '#KONTO 2081 "Aktiekapital"',
  '#KONTO 3010 "Fsg"',
  '#IB 0 1910 100 3',
  '#IB 0 2081 -90',
  '#RES -1 3010 -10',
  '#UB 0 1910 150',
  '#UB 0 2081 -90',
  '#RES 0 3010 -50',
  '#OIB 0 1910 {6 "1"} 100',
  '#PSALDO 0 202501 1910 {} 50',
  '#PBUDGET 0 202501 3010 {} -1',
  '#VER "" 1 20250131 "Kontant" 20250201 "EM"',
  '{',
  '#TRANS 1910 {6 "1"} 50 20250131 "rad" 2 "EM"',
  '#TRANS 3010 {} -50',
  '#BTRANS 3010 {} -1',
  '}',
  '#VER A "" 20250201',
  '{',
  '}',
];
const books: BooksSnapshot = {
  functionalCurrency: 'EUR',
  accounts: new Map(),
  fiscalYears: [],
  balancesBefore: new Map(),
  previousImports: [],
};

function view(lines: readonly string[], snapshot: BooksSnapshot = books): SieReportView {
  const findings = new SieFindings();
  const read = readSieFile(encodeCodePage437(lines.join('\n')), {}, findings);
  const plan = read && planSieImport(read, 'ab'.repeat(32), {}, snapshot, findings);
  if (!plan) throw new Error(JSON.stringify(findings.faults));
  return reportView(read, plan, findings);
}

describe('the report of an import', () => {
  const report = view(file);

  it('is what its schema promises', () => {
    expect(() => parseFields(SieReportView, JSON.parse(JSON.stringify(report)))).not.toThrow();
  });

  it('has texts in one line and null for nothing', () => {
    expect(report).toMatchObject({ program: 'Books Pro 1.0', companyName: 'Exempel AB', organizationNumber: null });
    expect(report.accounts[0]).toEqual({
      code: '1910',
      name: 'Kassa och mer',
      type: 'asset',
      control: 'none',
      rule: 'BAS class 1: assets',
      isNew: true,
    });
    expect(report.series).toEqual([{ series: null, journalCode: 'SIE', vouchers: 1 }]);
    expect(report.skippedVouchers).toEqual([{ series: 'A', number: null, position: 2, line: 30, reason: 'no_rows' }]);
    expect(report.remarks).toContainEqual({
      line: 6,
      parameter: null,
      code: 'currency_adopted',
      message: 'The books have no entries yet and change from EUR to SEK.',
    });
  });

  it('has amounts with the decimals of the currency', () => {
    expect(report.opening).toMatchObject({
      treatment: 'posted',
      difference: '10.00',
      completion: { reason: 'previous_result', accountCode: '2098', amount: '-10.00' },
      carriedResult: [],
    });
    expect(report.closings).toContainEqual({
      accountCode: '2098',
      label: '#UB',
      inFile: '0.00',
      completion: '-10.00',
      expected: '-10.00',
      computed: '-10.00',
    });
  });

  it('has no completion where the openings sum to zero, and says what was carried', () => {
    const range = (startsOn: string, endsOn: string) => ({ startsOn, endsOn }) as DateRange;
    const account = (name: string, type: 'asset' | 'equity' | 'income') => {
      return { name, type, control: 'none', isGroup: false, isActive: true } as const;
    };
    const carried = view(
      file.map((line) => (line.includes(' 2081 -90') ? line.replace('-90', '-100') : line)),
      {
        ...books,
        functionalCurrency: 'SEK',
        accounts: new Map([
          ['1910', account('Kassa', 'asset')],
          ['2081', account('Aktiekapital', 'equity')],
          ['3010', account('Fsg', 'income')],
        ]),
        fiscalYears: [range('2024-01-01', '2024-12-31')],
        postedBetween: range('2024-01-01', '2024-12-31'),
        balancesBefore: new Map([
          ['1910', new Decimal(100)],
          ['2081', new Decimal(-90)],
          ['3010', new Decimal(-10)],
        ]),
        objectBalancesBefore: [{ accountCode: '1910', dimension: '6', object: '1', amount: new Decimal(100) }],
      },
    );
    expect(carried.opening).toMatchObject({
      treatment: 'verified',
      completion: null,
      carriedResult: [{ accountCode: '2081', amount: '-10.00' }],
    });
  });

  it('names all that the books do not keep', () => {
    expect(Object.fromEntries(report.notKept.map(({ part, count }) => [part, count]))).toEqual({
      period_balances: 1,
      period_budgets: 1,
      tax_return_codes: 1,
      units: 1,
      quantities: 2,
      signatures: 2,
      registration_dates: 1,
      struck_rows: 1,
    });
  });

  it('names nothing as not kept where the file has nothing of it', () => {
    const plain = file.filter((line) => !/^#(?:DIM|OBJEKT|ENHET|SRU|OIB|PSALDO|PBUDGET|BTRANS)/.test(line));
    const rows = plain.map((line) =>
      line.replace('#IB 0 1910 100 3', '#IB 0 1910 100').replace(/ 20250131 "rad".*/, ''),
    );
    const bare = rows.map((line) => line.replace(' {6 "1"}', ' {}').replace(' 20250201 "EM"', ''));
    expect(view(bare).notKept).toEqual([]);
  });
});
