import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import type { AccountType } from '../../chart/account-type.js';
import { encodeCodePage437 } from './code-page-437.js';
import { planSieImport, previousImportOf } from './plan-sie-import.js';
import { readSieFile } from './read-sie-file.js';
import { SieFindings, type SieFinding } from './sie-findings.js';
import type { BooksAccount, BooksSnapshot, SieImportOptions } from './sie-import-plan.js';
import { reportOf } from './sie-import-report.js';

const head = [
  '#FLAGGA 0',
  '#SIETYP 4',
  '#RAR 0 20250101 20251231',
  '#KONTO 1910 "Kassa"',
  '#KONTO 1930 "Bank"',
  '#KONTO 2081 "Aktiekapital"',
  '#KONTO 3010 "Fsg"',
  '#IB 0 1930 100',
  '#IB 0 2081 -100',
];
/** Closings that follow from `head` without vouchers. */
const still = ['#UB 0 1930 100', '#UB 0 2081 -100'];
const sale = ['#VER A 1 20250131 "Kontant"', '{', '#TRANS 1910 {} 50', '#TRANS 3010 {} -50', '}'];
const sold = [...still, '#UB 0 1910 50', '#RES 0 3010 -50'];

const emptyBooks: BooksSnapshot = {
  functionalCurrency: 'SEK',
  accounts: new Map(),
  fiscalYears: [],
  balancesBefore: new Map(),
  previousImports: [],
};

const range = (startsOn: string, endsOn: string) => ({ startsOn, endsOn }) as DateRange;
const account = (type: AccountType, change: Partial<BooksAccount> = {}): BooksAccount => {
  return { name: 'In the books', type, control: 'none', isGroup: false, isActive: true, ...change };
};
const booksWith = (code: string, known: BooksAccount) => ({ accounts: new Map([[code, known]]) });

function decide(lines: readonly string[], options: SieImportOptions = {}, books: Partial<BooksSnapshot> = {}) {
  const findings = new SieFindings();
  const file = readSieFile(encodeCodePage437(lines.join('\n')), {}, findings);
  if (!file) throw new Error(JSON.stringify(findings.faults));
  const plan = planSieImport(file, 'ab'.repeat(32), options, { ...emptyBooks, ...books }, findings);
  const places = (list: readonly SieFinding[]) => list.map(({ line, option, code }) => [line ?? option, code]);
  return { file, plan, findings, faults: places(findings.faults), remarks: places(findings.remarks) };
}

const lineOf = (lines: readonly string[], start: string) => lines.findIndex((line) => line.startsWith(start)) + 1;

describe('planSieImport', () => {
  it('plans accounts, year, opening entry, vouchers and the closings that they make', () => {
    const { plan, faults, remarks } = decide([...head, ...sold, ...sale]);
    expect({ faults, remarks }).toEqual({ faults: [], remarks: [] });
    expect(JSON.parse(JSON.stringify(plan))).toEqual({
      sha256: 'ab'.repeat(32),
      fiscalYear: { startsOn: '2025-01-01', endsOn: '2025-12-31' },
      createsFiscalYear: true,
      dimensions: [],
      objectClosings: [],
      currency: 'SEK',
      adoptsCurrency: false,
      accounts: [
        { code: '1910', name: 'Kassa', type: 'asset', control: 'none', rule: 'BAS class 1: assets', isNew: true },
        { code: '1930', name: 'Bank', type: 'asset', control: 'bank', rule: 'BAS class 1: assets', isNew: true },
        {
          code: '2081',
          name: 'Aktiekapital',
          type: 'equity',
          control: 'none',
          rule: 'BAS group 20: equity',
          isNew: true,
        },
        {
          code: '3010',
          name: 'Fsg',
          type: 'income',
          control: 'none',
          rule: 'BAS class 3: operating income',
          isNew: true,
        },
      ],
      series: ['A'],
      opening: {
        treatment: 'posted',
        difference: '0',
        carriedResult: [],
        explanation: '#IB 0 is the opening entry. It sums to zero.',
      },
      openingEntry: {
        purpose: 'opening_balances',
        date: '2025-01-01',
        text: 'Opening balances',
        lines: [
          { accountCode: '1930', amount: '100', text: '', objects: [], lineNumber: 8 },
          { accountCode: '2081', amount: '-100', text: '', objects: [], lineNumber: 9 },
        ],
      },
      vouchers: [
        {
          series: 'A',
          number: '1',
          position: 1,
          lineNumber: 14,
          date: '2025-01-31',
          text: 'Kontant',
          signature: '',
          lines: [
            { accountCode: '1910', amount: '50', text: '', objects: [], lineNumber: 16 },
            { accountCode: '3010', amount: '-50', text: '', objects: [], lineNumber: 17 },
          ],
        },
      ],
      skippedVouchers: [],
      zeroRowsDropped: 0,
      closings: [
        { accountCode: '1910', label: '#UB', inFile: '50', completion: '0', expected: '50', computed: '50' },
        { accountCode: '1930', label: '#UB', inFile: '100', completion: '0', expected: '100', computed: '100' },
        { accountCode: '2081', label: '#UB', inFile: '-100', completion: '0', expected: '-100', computed: '-100' },
        { accountCode: '3010', label: '#RES', inFile: '-50', completion: '0', expected: '-50', computed: '-50' },
      ],
    });
  });

  it('knows the same file again', () => {
    const previous = { sha256: 'ab', fiscalYearStartsOn: '2025-01-01' as CalendarDate };
    const books = { ...emptyBooks, previousImports: [previous] };
    expect(previousImportOf('ab', books)).toBe(previous);
    expect(previousImportOf('cd', books)).toBeUndefined();
  });

  it('reports what became of everything', () => {
    const more = ['#DIM 6 "Projekt"', '#OBJEKT 6 "1" "P"', '#OIB 0 1930 {6 "1"} 1', '#PBUDGET 0 202501 3010 {} -1'];
    const corrected = ['#VER A 2 20250201', '{', '#BTRANS 3010 {} -1', '#RTRANS 1910 {} 0', '#TRANS 1910 {} 0', '}'];
    const { file, plan, findings } = decide([...head, ...more, ...sold, ...sale, ...corrected]);
    if (!plan) throw new Error('refused');
    const report = reportOf(file, plan, findings);
    expect(report).toMatchObject({ companyName: '', fiscalYearCreated: true, remarks: [], remarksLeftOff: 0 });
    expect(report.series).toEqual([{ series: 'A', vouchers: 1 }]);
    expect(report.skippedVouchers).toMatchObject([
      { series: 'A', number: '2', position: 2, reason: 'zero_amounts_only' },
    ]);
    expect(report.counts).toEqual({
      accounts: 4,
      accountsCreated: 4,
      dimensions: 1,
      dimensionsCreated: 1,
      objectsCreated: 1,
      voucherObjects: 0,
      objects: 1,
      openingBalances: 2,
      closingBalances: 3,
      results: 1,
      objectBalances: 1,
      periodBalances: 0,
      periodBudgets: 1,
      vouchers: 2,
      vouchersPosted: 1,
      vouchersSkipped: 1,
      rows: 3,
      linesPosted: 2,
      zeroRowsDropped: 1,
      rowsAdded: 1,
      rowsStruck: 1,
    });
  });
});

describe('the fiscal year', () => {
  it('is the one of the books when they have it', () => {
    const { plan } = decide([...head, ...still], {}, { fiscalYears: [range('2025-01-01', '2025-12-31')] });
    expect(plan?.createsFiscalYear).toBe(false);
  });

  it.each<[string, Partial<BooksSnapshot>, string]>([
    ['overlaps another', { fiscalYears: [range('2024-07-01', '2025-06-30')] }, 'fiscal_year_overlaps'],
    ['has entries', { postedBetween: range('2024-05-01', '2025-01-01') }, 'fiscal_year_in_use'],
    ['is followed by entries', { postedBetween: range('2026-05-01', '2026-05-01') }, 'fiscal_year_in_use'],
    [
      'was imported from another file',
      {
        postedBetween: range('2025-01-01', '2025-12-31'),
        previousImports: [{ sha256: 'cd', fiscalYearStartsOn: '2025-01-01' as CalendarDate }],
      },
      'fiscal_year_already_imported',
    ],
  ])('is refused when it %s', (_, books, code) => {
    expect(decide([...head, ...still], {}, books).faults).toEqual([[3, code]]);
  });

  it.each([
    ['20250101', '20260630', []],
    ['20250101', '20260701', [[3, 'fiscal_year_too_long']]],
    // The calendar ends with 2199.
    ['21980630', '21991229', []],
    ['21980630', '21991230', [[3, 'fiscal_year_too_long']]],
    ['21980701', '21991231', []],
    ['21991231', '21991231', []],
  ])('from %s to %s', (startsOn, endsOn, faults) => {
    expect(decide([...head, ...still].with(2, `#RAR 0 ${startsOn} ${endsOn}`)).faults).toEqual(faults);
  });
});

describe('the currency', () => {
  it('of empty books becomes the file’s', () => {
    const { plan, remarks } = decide([...head, ...still], {}, { functionalCurrency: 'EUR' });
    expect(plan).toMatchObject({ currency: 'SEK', adoptsCurrency: true });
    expect(remarks).toEqual([[3, 'currency_adopted']]);
  });

  it.each<[string, string[], Partial<BooksSnapshot>, number, string]>([
    ['is not of ISO 4217', ['#VALUTA XYZ'], {}, 10, 'unknown_currency'],
    [
      'has fewer decimals than a balance',
      ['#VALUTA JPY', '#IB 0 1910 0.5', '#RES -1 3010 -0.5'],
      { functionalCurrency: 'JPY' },
      11,
      'too_many_decimals',
    ],
    [
      'has fewer decimals than a row',
      sale.with(2, '#TRANS 1910 {} 50.001').with(3, '#TRANS 3010 {} -50.001'),
      {},
      12,
      'too_many_decimals',
    ],
  ])('is refused when it %s', (_, lines, books, line, code) => {
    expect(decide([...head, ...lines, ...still], {}, books).faults).toContainEqual([line, code]);
  });

  it('is refused when the books have entries in another', () => {
    const books = { functionalCurrency: 'EUR', postedBetween: range('2024-01-01', '2024-12-31') };
    expect(decide([...head, '#VALUTA SEK', ...still], {}, books).faults).toContainEqual([10, 'currency_differs']);
  });
});

describe('an account', () => {
  it('without a name is named by its number', () => {
    const { plan, remarks } = decide([...head, '#KONTO 4010 ""', ...still]);
    expect(plan?.accounts.at(-1)).toMatchObject({ code: '4010', name: '4010' });
    expect(remarks).toEqual([[10, 'account_without_name']]);
  });

  it('takes its type from an override', () => {
    const { plan } = decide([...head, ...still], { accountTypeOverrides: { '3010': 'expense' } });
    expect(plan?.accounts.at(-1)).toMatchObject({ code: '3010', type: 'expense', rule: 'override of the request' });
  });

  it('keeps what the books say of it', () => {
    const books = booksWith('3010', account('expense', { name: 'Sales' }));
    const { plan, faults, remarks } = decide([...head, ...sold, ...sale], {}, books);
    expect(faults).toEqual([]);
    expect(plan?.accounts.at(-1)).toMatchObject({
      code: '3010',
      name: 'Sales',
      type: 'expense',
      rule: 'the books',
      isNew: false,
    });
    expect(remarks).toEqual([
      [7, 'account_type_differs'],
      [7, 'account_name_differs'],
    ]);
  });

  it('of the books may be used without #KONTO', () => {
    const lines = [...head.toSpliced(6, 1), ...sold, ...sale];
    const { plan, remarks } = decide(lines, {}, booksWith('3010', account('income')));
    expect(plan?.accounts.at(-1)).toMatchObject({ code: '3010', isNew: false });
    expect(remarks).toEqual([[lineOf(lines, '#RES'), 'account_not_declared']]);
  });

  it.each<[string, string[], SieImportOptions, Partial<BooksSnapshot>, [number | string, string]]>([
    [
      'is not declared',
      [...sold, ...sale.with(3, '#TRANS 3011 {} -50'), '#RES 0 3011 -50'].filter((l) => !l.startsWith('#RES 0 3010')),
      {},
      {},
      [18, 'account_not_declared'],
    ],
    [
      'is a group in the books',
      [...sold, ...sale],
      {},
      booksWith('1910', account('asset', { isGroup: true })),
      [12, 'account_is_group'],
    ],
    [
      'is inactive in the books',
      still,
      {},
      booksWith('1930', account('asset', { isActive: false })),
      [8, 'account_inactive'],
    ],
    ['is outside BAS', ['#KONTO 0100 "x"', ...still], {}, {}, [10, 'account_type_unknown']],
    [
      'is overridden but not declared',
      still,
      { accountTypeOverrides: { '4010': 'income' } },
      {},
      ['accountTypeOverrides', 'override_of_unknown_account'],
    ],
    [
      'is overridden against the books',
      still,
      { accountTypeOverrides: { '3010': 'expense' } },
      booksWith('3010', account('income')),
      ['accountTypeOverrides', 'override_contradicts_books'],
    ],
    ['has a #KTYP against its #IB', ['#KTYP 1930 K', ...still], {}, {}, [8, 'account_type_contradicts_file']],
    [
      'has a type in the books against its #RES',
      [...sold, ...sale],
      {},
      booksWith('3010', account('liability')),
      [13, 'account_type_contradicts_file'],
    ],
    ['has two balances of a kind', [...still, '#UB 0 1930 100'], {}, {}, [12, 'duplicate_balance']],
  ])('is refused when it %s', (_, lines, options, books, fault) => {
    expect(decide([...head, ...lines], options, books).faults).toContainEqual(fault);
  });

  it('is refused with the override that contradicts the file, and for nothing that follows from that', () => {
    const overridden = (accountTypeOverrides: SieImportOptions['accountTypeOverrides']) =>
      decide([...head, ...sold, ...sale], { accountTypeOverrides }).findings.faults;
    const fault = { option: 'accountTypeOverrides', code: 'account_type_contradicts_file' };
    expect(overridden({ '1930': 'income' })).toEqual([
      {
        ...fault,
        line: 8,
        message:
          'Account 1930 is income by override of the request, but its #IB or #UB makes it a balance-sheet account.',
      },
    ]);
    expect(overridden({ '3010': 'asset' })).toMatchObject([{ ...fault, line: 13 }]);
  });

  it('is refused with a way out where the file alone contradicts itself', () => {
    const { findings } = decide([...head, '#KTYP 1930 K', ...still]);
    expect(findings.faults).toMatchObject([{ line: 8, code: 'account_type_contradicts_file' }]);
    expect(findings.faults[0]?.message).toMatch(/ Another type can be given \(accountTypeOverrides\)\.$/);
    const known = decide([...head, ...sold, ...sale], {}, booksWith('3010', account('liability')));
    expect(known.findings.faults[0]?.message).not.toContain('accountTypeOverrides');
  });

  it('may have balances of zero on the other side', () => {
    expect(decide([...head, ...still, '#IB 0 3010 0', '#UB 0 3010 0', '#RES 0 1930 0.00']).faults).toEqual([]);
  });

  it('need not be open when nothing is posted to it', () => {
    expect(decide([...head, ...still], {}, booksWith('3010', account('income', { isGroup: true }))).faults).toEqual([]);
  });
});
