import { Decimal, sum } from '#kernel/decimal.js';
import type { AccountType } from '../../chart/account-type.js';
import { encodeCodePage437 } from './code-page-437.js';
import { planSieImport } from './plan-sie-import.js';
import { readSieFile } from './read-sie-file.js';
import { SieFindings } from './sie-findings.js';
import type { BooksAccount, BooksSnapshot, SieImportOptions, SieImportPlan } from './sie-import-plan.js';

const emptyBooks: BooksSnapshot = {
  functionalCurrency: 'SEK',
  accounts: new Map(),
  fiscalYears: [],
  balancesBefore: new Map(),
  previousImports: [],
};
const chart = ['1930', '2081', '3010', '4010'];

interface Year {
  /** First and last day, `YYYYMMDD`. */
  from: string;
  to: string;
  /** Accounts beyond the chart. */
  accounts?: string[];
  opening: Record<string, string>;
  closing: Record<string, string>;
  /** #RES -1 */
  previous?: Record<string, string>;
  legalForm?: string;
}

function linesOf({ from, to, accounts = [], opening, closing, previous = {}, legalForm }: Year): string[] {
  const balances = (label: string, index: number, amounts: Record<string, string>) =>
    Object.entries(amounts).map(([code, amount]) => `${label} ${index} ${code} ${amount}`);
  return [
    '#FLAGGA 0',
    '#SIETYP 4',
    `#RAR 0 ${from} ${to}`,
    ...(legalForm ? [`#FTYP ${legalForm}`] : []),
    ...[...chart, ...accounts].map((code) => `#KONTO ${code} "Konto ${code}"`),
    ...balances('#IB', 0, opening),
    ...Object.entries(closing).map(([code, amount]) => `${code < '3' ? '#UB' : '#RES'} 0 ${code} ${amount}`),
    ...balances('#RES', -1, previous),
  ];
}

function decide(year: Year, options: SieImportOptions = {}, books: Partial<BooksSnapshot> = {}) {
  const lines = linesOf(year);
  const findings = new SieFindings();
  const file = readSieFile(encodeCodePage437(lines.join('\n')), {}, findings);
  if (!file) throw new Error(JSON.stringify(findings.faults));
  const plan = planSieImport(file, 'ab'.repeat(32), options, { ...emptyBooks, ...books }, findings);
  const faults = findings.faults.map(({ line, option, code }) => [line === undefined ? option : lines[line - 1], code]);
  return { plan, faults, findings };
}

const entryOf = (plan: SieImportPlan | undefined) =>
  plan?.openingEntry?.lines.map(({ accountCode, amount }) => [accountCode, amount.toFixed()]);

describe('opening balances of empty books', () => {
  const year: Year = {
    from: '20250101',
    to: '20251231',
    opening: { '1930': '163.50', '2081': '-100' },
    closing: { '1930': '163.50', '2081': '-100' },
    previous: { '3010': '-80.50', '4010': '17' },
  };

  it('that are missing make no entry', () => {
    const { plan } = decide({ ...year, opening: { '1930': '0' }, closing: {} });
    expect(plan?.openingEntry).toBeUndefined();
    expect(plan?.opening).toMatchObject({ treatment: 'none', explanation: 'The file has no opening balances.' });
  });

  it('that lack the previous year’s result are completed on the retained-earnings account', () => {
    const { plan } = decide({ ...year, accounts: ['2091', '2098', '2099'] });
    expect(entryOf(plan)).toEqual([
      ['1930', '163.5'],
      ['2081', '-100'],
      ['2098', '-63.5'],
    ]);
    expect(plan?.opening).toMatchObject({
      treatment: 'posted',
      completion: { reason: 'previous_result', accountCode: '2098' },
    });
    expect(plan?.opening.explanation).toContain('sums to 63.50,');
    expect(plan?.opening.explanation).toContain('account 2098 takes -63.50.');
    expect(plan?.closings.find(({ accountCode }) => accountCode === '2098')).toMatchObject({
      label: '#UB',
      inFile: new Decimal(0),
      expected: new Decimal('-63.5'),
    });
    expect(sum(plan?.closings.map(({ expected }) => expected) ?? []).isZero()).toBe(true);
  });

  it('add the result to what the file has on that account', () => {
    const own = { '1930': '163.50', '2081': '-90', '2091': '-10' };
    const { plan } = decide({ ...year, accounts: ['2091'], opening: own, closing: own });
    expect(entryOf(plan)).toContainEqual(['2091', '-63.5']);
    const proof = plan?.closings.find(({ accountCode }) => accountCode === '2091');
    expect(proof && [proof.inFile, proof.completion, proof.expected, proof.computed].map(String)).toEqual([
      '-10',
      '-63.5',
      '-73.5',
      '-73.5',
    ]);
  });

  const known = (type: AccountType, change: Partial<BooksAccount> = {}): BooksAccount => {
    return { name: 'x', type, control: 'none', isGroup: false, isActive: true, ...change };
  };
  const books = (code: string, account: BooksAccount, named = true): Partial<BooksSnapshot> => {
    return { accounts: new Map([[code, account]]), retainedEarningsAccount: named ? code : undefined };
  };
  const all = ['2010', '2019', '2067', '2068', '2069', '2091', '2098', '2099'];

  it.each<[string, Partial<Year>, SieImportOptions, Partial<BooksSnapshot>, string]>([
    ['2098 before all others', { accounts: all }, {}, {}, '2098'],
    ['2091 before 2099', { accounts: ['2099', '2091'] }, {}, {}, '2091'],
    ['2099', { accounts: ['2099', '2019'] }, {}, {}, '2099'],
    ['2068 of an association', { accounts: ['2069', '2068', '2067'] }, {}, {}, '2068'],
    ['2019 of a sole trader', { accounts: all, legalForm: 'E' }, {}, {}, '2019'],
    ['2010 of a partnership', { accounts: ['2010', '2098'], legalForm: 'HB' }, {}, {}, '2010'],
    ['a new 2098', {}, {}, {}, '2098'],
    ['one that the books have', {}, {}, books('2091', known('equity'), false), '2091'],
    [
      'not one that is closed',
      { accounts: all },
      {},
      books('2098', known('equity', { isActive: false }), false),
      '2091',
    ],
    ['the one that the books name', { accounts: all }, {}, books('3000', known('equity')), '3000'],
    [
      'the one that the request names',
      { accounts: all },
      { retainedEarningsAccount: '2081' },
      books('2091', known('equity')),
      '2081',
    ],
    ['a new one that the request names', {}, { retainedEarningsAccount: '2093' }, {}, '2093'],
  ])('choose for the previous result: %s', (_, change, options, snapshot, code) => {
    const { plan, faults } = decide({ ...year, ...change }, options, snapshot);
    expect(faults).toEqual([]);
    expect(plan?.opening.completion).toMatchObject({ accountCode: code });
    expect(plan?.accounts.filter((account) => account.code === code)).toMatchObject([{ type: 'equity' }]);
  });

  it.each<[string, SieImportOptions, Partial<BooksSnapshot>, string, string]>([
    ['does not exist', { retainedEarningsAccount: '1234' }, {}, 'retainedEarningsAccount', 'unknown_account'],
    ['is not even a number', { retainedEarningsAccount: '20; x' }, {}, 'retainedEarningsAccount', 'unknown_account'],
    ['is not equity', { retainedEarningsAccount: '1930' }, {}, 'retainedEarningsAccount', 'account_not_equity'],
    [
      'is a group',
      {},
      books('2098', known('equity', { isGroup: true })),
      '#RAR 0 20250101 20251231',
      'account_not_open',
    ],
    [
      'is inactive and the only one',
      {},
      books('2098', known('equity', { isActive: false }), false),
      '#RAR 0 20250101 20251231',
      'account_not_open',
    ],
  ])('are refused when the retained-earnings account %s', (_, options, snapshot, place, code) => {
    expect(decide(year, options, snapshot).faults).toEqual([[place, code]]);
  });

  const balanced = { '1930': '100', '2081': '-100' };

  it.each<[string, Partial<Year>, SieImportOptions]>([
    ['sum to zero', { opening: balanced, closing: balanced }, {}],
    ['leave another difference', { previous: {} }, { openingDifferenceAccount: '2081' }],
  ])('remark on a retained-earnings account that they do not need: they %s', (_, change, options) => {
    const { findings } = decide({ ...year, ...change }, { ...options, retainedEarningsAccount: '2091' });
    expect(findings.faults).toEqual([]);
    expect(findings.remarks).toContainEqual({
      option: 'retainedEarningsAccount',
      code: 'retained_earnings_account_unused',
      message: 'The openings leave no result of the year before that account 2091 would have to take.',
    });
    const { findings: used } = decide(year, { retainedEarningsAccount: '2081' });
    expect(used.remarks).toEqual([]);
  });

  describe('with another difference', () => {
    const wrong: Year = {
      ...year,
      opening: { '1930': '163.51', '2081': '-100' },
      closing: { '1930': '163.51', '2081': '-100' },
    };

    it.each([
      ['than the previous result', wrong, '#RES -1 sums to -63.50)'],
      ['and no previous result', { ...wrong, previous: {} }, 'the file has no #RES -1'],
      [
        'of the wrong sign',
        { ...wrong, opening: { '2081': '-63.50' }, closing: { '2081': '-63.50' } },
        'sums to -63.50 instead',
      ],
    ])('are refused: %s', (_, content, message) => {
      const { faults, findings } = decide(content);
      expect(faults).toEqual([[expect.stringMatching(/^#IB 0/), 'opening_unbalanced']]);
      expect(findings.faults[0]?.message).toContain(message);
    });

    it('put it on the account that the request names', () => {
      const { plan } = decide(wrong, { openingDifferenceAccount: '2081' });
      expect(entryOf(plan)?.at(-1)).toEqual(['2081', '-63.51']);
      expect(plan?.opening.completion).toMatchObject({ reason: 'opening_difference', accountCode: '2081' });
      expect(plan?.closings.find(({ accountCode }) => accountCode === '2081')?.expected.toFixed()).toBe('-163.51');
    });

    it.each([
      ['unknown', '9876', 'unknown_account'],
      ['an income account', '3010', 'account_not_balance_sheet'],
    ])('are refused when that account is %s', (_, openingDifferenceAccount, code) => {
      expect(decide(wrong, { openingDifferenceAccount }).faults).toEqual([['openingDifferenceAccount', code]]);
    });
  });

  it('remark an account that no difference needs', () => {
    const { plan, findings } = decide(year, { openingDifferenceAccount: '2081' });
    expect(plan?.opening.completion).toMatchObject({ accountCode: '2098' });
    expect(findings.remarks).toMatchObject([
      { option: 'openingDifferenceAccount', code: 'opening_difference_account_unused' },
    ]);
  });

  it('are refused when the opening entry is too long', () => {
    const codes = Array.from({ length: 5001 }, (_, index) => String(10_000 + index));
    const opening = Object.fromEntries(codes.map((code, index) => [code, index === 0 ? '-5000' : '1']));
    const long: Year = { from: '20250101', to: '20251231', accounts: codes, opening, closing: opening };
    expect(decide(long).faults).toEqual([['#RAR 0 20250101 20251231', 'opening_too_long']]);
  });
});
