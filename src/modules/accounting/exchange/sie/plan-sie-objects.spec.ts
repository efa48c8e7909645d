import { Decimal, sum } from '#kernel/decimal.js';
import type { DateRange } from '#kernel/date-range.js';
import { encodeCodePage437 } from './code-page-437.js';
import { planSieImport } from './plan-sie-import.js';
import { readSieFile } from './read-sie-file.js';
import { SieFindings } from './sie-findings.js';
import type { BooksAccount, BooksSnapshot, PlannedLine } from './sie-import-plan.js';

const emptyBooks: BooksSnapshot = {
  functionalCurrency: 'SEK',
  accounts: new Map(),
  fiscalYears: [],
  balancesBefore: new Map(),
  previousImports: [],
};

/** A year that opens with 100 in the bank and sells for 50. */
const head = [
  '#FLAGGA 0',
  '#SIETYP 4',
  '#RAR 0 20250101 20251231',
  '#KONTO 1930 "Bank"',
  '#KONTO 2081 "Capital"',
  '#KONTO 3010 "Sales"',
  '#IB 0 1930 100',
  '#IB 0 2081 -100',
  '#UB 0 1930 150',
  '#UB 0 2081 -100',
  '#RES 0 3010 -50',
];
const declared = ['#DIM 1 "Unit"', '#OBJEKT 1 "A" "Alpha"', '#DIM 20 "Region"', '#OBJEKT 20 "N" "North"'];
const sale = (bank: string, sales: string) => [
  '#VER A 1 20250131 "Sale"',
  '{',
  `#TRANS 1930 {${bank}} 50`,
  `#TRANS 3010 {${sales}} -50`,
  '}',
];

function decide(lines: string[], books: Partial<BooksSnapshot> = {}) {
  const findings = new SieFindings();
  const file = readSieFile(encodeCodePage437(lines.join('\n')), {}, findings);
  if (!file) throw new Error(JSON.stringify(findings.faults));
  const plan = planSieImport(file, 'ab'.repeat(32), {}, { ...emptyBooks, ...books }, findings);
  const faults = findings.faults.map(({ line, code }) => [lines[line! - 1], code]);
  return { plan, faults, remarks: findings.remarks.map(({ code }) => code), findings };
}

const shown = (lines: readonly PlannedLine[] | undefined) =>
  lines?.map(({ accountCode, objects, amount }) => {
    const names = objects.map(({ dimension, object }) => `${dimension}=${object}`);
    return [accountCode, amount.toFixed(), ...names].join(' ');
  });

describe('dimensions of a file', () => {
  it('are those that it declares and those that it uses, with the kinds that SIE reserves', () => {
    const { plan, remarks } = decide([...head, ...declared, ...sale('"1" "A" "6" "P"', '"1" "B"')]);
    expect(plan?.dimensions).toEqual([
      {
        code: '1',
        name: 'Unit',
        kind: 'cost_centre',
        isNew: true,
        objects: [
          { code: 'A', name: 'Alpha', isNew: true },
          { code: 'B', name: 'B', isNew: true },
        ],
      },
      { code: '20', name: 'Region', kind: 'custom', isNew: true, objects: [{ code: 'N', name: 'North', isNew: true }] },
      { code: '6', name: 'Project', kind: 'project', isNew: true, objects: [{ code: 'P', name: 'P', isNew: true }] },
    ]);
    expect(remarks.filter((code) => code === 'object_not_declared')).toHaveLength(2);
    expect(shown(plan?.vouchers[0]?.lines)).toEqual(['1930 50 1=A 6=P', '3010 -50 1=B']);
  });

  it('keep the names and kinds that the books have', () => {
    const values = new Map([['A', { name: 'First', isActive: true }]]);
    const dimensions = new Map([['1', { name: 'Department', kind: 'custom' as const, isActive: true, values }]]);
    const { plan } = decide([...head, ...declared, ...sale('', '')], { dimensions });
    expect(plan?.dimensions[0]).toEqual({
      code: '1',
      name: 'Department',
      kind: 'custom',
      isNew: false,
      objects: [{ code: 'A', name: 'First', isNew: false }],
    });
  });

  it.each([
    ['a value', true],
    ['a dimension', false],
  ])('cannot use %s that is inactive in the books', (_, isActive) => {
    const values = new Map([['A', { name: 'First', isActive: !isActive }]]);
    const dimensions = new Map([['1', { name: 'Department', kind: 'custom' as const, isActive, values }]]);
    const used = decide([...head, ...declared, ...sale('"1" "A"', '')], { dimensions });
    expect(used.faults).toEqual([['#TRANS 1930 {"1" "A"} 50', 'object_inactive']]);
    expect(decide([...head, ...declared, ...sale('', '')], { dimensions }).faults).toEqual([]);
  });

  it('have names that the books can take', () => {
    const long = 'x'.repeat(51);
    const { faults } = decide([...head, `#DIM ${'1'.repeat(21)} "Long"`, ...sale(`"1" "${long}"`, '"1" "A  B"')]);
    expect(faults.map(([, code]) => code)).toEqual(Array(3).fill('object_name_unusable'));
  });

  it('have one object on a row; the same twice is once, and an empty one is none', () => {
    expect(shown(decide([...head, ...sale('"1" "A" "1" "A" "6" ""', '')]).plan?.vouchers[0]?.lines)).toEqual([
      '1930 50 1=A',
      '3010 -50',
    ]);
    expect(decide([...head, ...sale('"1" "A" "1" "B"', '')]).faults).toEqual([
      ['#TRANS 1930 {"1" "A" "1" "B"} 50', 'dimension_twice'],
    ]);
  });
});

describe('openings by object', () => {
  it('divide the opening entry, whose rest has no object', () => {
    const openings = ['#OIB 0 1930 {1 "A"} 70', '#OIB 0 1930 {20 "N"} 60', '#OIB -1 1930 {1 "A"} 5'];
    const { plan } = decide([...head, ...declared, ...openings, ...sale('', '')]);
    expect(shown(plan?.openingEntry?.lines)).toEqual(['1930 70 1=A', '1930 60 20=N', '1930 -30', '2081 -100']);
    expect(sum(plan!.openingEntry!.lines.map(({ amount }) => amount)).isZero()).toBe(true);
  });

  it('may be there without a balance of the account, and may be all of it', () => {
    const openings = ['#OIB 0 1930 {1 "A"} 100', '#OIB 0 3010 {1 "A"} 5'];
    const { plan } = decide([...head, ...declared, ...openings, ...sale('', '')]);
    expect(shown(plan?.openingEntry?.lines)).toEqual(['1930 100 1=A', '2081 -100', '3010 5 1=A', '3010 -5']);
  });

  it('are refused twice, where they overlap, and of accounts that nobody knows', () => {
    const both = '#OIB 0 1930 {1 "A" 20 "N"} 10';
    const overlapping = decide([...head, ...declared, '#OIB 0 1930 {1 "A"} 70', both, ...sale('', '')]);
    expect(overlapping.faults).toEqual([['#OIB 0 1930 {1 "A"} 70', 'object_openings_overlap']]);
    expect(decide([...head, ...declared, both, ...sale('', '')]).faults).toEqual([]);
    const twice = decide([...head, ...declared, '#OIB 0 1930 {1 "A"} 70', '#OIB 0 1930 {1 "A"} 71', ...sale('', '')]);
    expect(twice.faults).toContainEqual(['#OIB 0 1930 {1 "A"} 71', 'duplicate_balance']);
    const unknown = decide([...head, ...declared, '#OIB 0 1999 {1 "A"} 70', ...sale('', '')]);
    expect(unknown.faults).toContainEqual(['#OIB 0 1999 {1 "A"} 70', 'account_not_declared']);
    const fine = decide([...head, ...declared, '#OIB 0 1930 {1 "A"} 70.001', ...sale('', '')]);
    expect(fine.faults).toContainEqual(['#OIB 0 1930 {1 "A"} 70.001', 'too_many_decimals']);
  });
});

describe('closings by object', () => {
  const closings = [
    '#OIB 0 1930 {1 "A"} 70',
    '#OUB 0 1930 {1 "A"} 120',
    '#OUB 0 3010 {1 "A" 6 "P"} -50',
    '#OUB 0 3010 {6 "P"} -50',
  ];

  it('are proved by openings and vouchers', () => {
    const { plan, faults } = decide([...head, ...declared, ...closings, ...sale('"1" "A"', '"1" "A" "6" "P"')]);
    expect(faults).toEqual([]);
    expect(plan?.objectClosings.map(({ accountCode, computed }) => [accountCode, computed.toFixed()])).toEqual([
      ['1930', '120'],
      ['3010', '-50'],
      ['3010', '-50'],
    ]);
  });

  it('refuse the file where they differ', () => {
    const { faults, findings } = decide([...head, ...declared, ...closings, ...sale('"1" "A"', '"1" "A" "6" "Q"')]);
    expect(faults).toEqual([
      ['#OUB 0 3010 {1 "A" 6 "P"} -50', 'object_closing_differs'],
      ['#OUB 0 3010 {6 "P"} -50', 'object_closing_differs'],
    ]);
    expect(findings.faults[1]!.message).toBe(
      'Account 3010 closes with -50.00 for object "P" of dimension "6" by #OUB 0, but #OIB 0 and the vouchers give 0.00.',
    );
  });
});

describe('the year after', () => {
  const range = { startsOn: '2024-01-01', endsOn: '2024-12-31' } as DateRange;
  const account = (type: BooksAccount['type']): BooksAccount => {
    return { name: 'Name', type, control: 'none', isGroup: false, isActive: true };
  };
  const books = (inBank: string): Partial<BooksSnapshot> => ({
    accounts: new Map([
      ['1930', account('asset')],
      ['2081', account('equity')],
      ['3010', account('income')],
    ]),
    fiscalYears: [range],
    postedBetween: range,
    balancesBefore: new Map([
      ['1930', new Decimal(100)],
      ['2081', new Decimal(-80)],
      ['3010', new Decimal(-20)],
    ]),
    objectBalancesBefore: [
      { accountCode: '1930', dimension: '1', object: 'A', amount: new Decimal(inBank) },
      { accountCode: '1930', dimension: '20', object: 'N', amount: new Decimal(7) },
      { accountCode: '3010', dimension: '1', object: 'A', amount: new Decimal(-15) },
    ],
    resultsBefore: [
      { accountCode: '3010', objects: [{ dimension: '1', object: 'A' }], amount: new Decimal(-15) },
      { accountCode: '3010', objects: [{ dimension: '6', object: 'P' }], amount: new Decimal(0) },
    ],
  });
  const lines = [...head, ...declared, '#OIB 0 1930 {1 "A"} 70', ...sale('', '')];

  it('opens each object with what the books closed it with', () => {
    const { plan, faults, remarks } = decide(lines, books('70'));
    expect(faults).toEqual([]);
    expect(remarks).toContain('object_opening_left_out');
    expect(plan?.opening.treatment).toBe('verified');
    // The result is taken off the income account by object, and carried to equity as a whole.
    expect(shown(plan?.openingEntry?.lines)).toEqual(['3010 15 1=A', '3010 5', '2081 -20']);
  });

  it('is refused where they differ', () => {
    expect(decide(lines, books('69')).faults).toEqual([['#OIB 0 1930 {1 "A"} 70', 'opening_differs_from_books']]);
    const ofIncome = decide([...lines, '#OIB 0 3010 {1 "A"} -15'], books('70'));
    expect(ofIncome.faults).toEqual([['#OIB 0 3010 {1 "A"} -15', 'opening_differs_from_books']]);
  });

  it('is not asked about objects that it says nothing of, nor about several together', () => {
    expect(decide([...head, ...sale('', '')], books('70'))).toMatchObject({ faults: [] });
    const together = decide([...lines, '#OIB 0 1930 {1 "A" 20 "N"} 3'], books('70'));
    expect(together).toMatchObject({ faults: [] });
    expect(together.remarks).toContain('object_opening_not_compared');
  });
});
