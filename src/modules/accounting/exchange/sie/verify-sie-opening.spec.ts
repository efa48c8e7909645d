import { Decimal, sum } from '#kernel/decimal.js';
import type { DateRange } from '#kernel/date-range.js';
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
  /** Rows of one voucher. */
  rows?: Record<string, string>;
}

function linesOf({ from, to, accounts = [], opening, closing, previous = {}, rows = {} }: Year): string[] {
  const balances = (label: string, index: number, amounts: Record<string, string>) =>
    Object.entries(amounts).map(([code, amount]) => `${label} ${index} ${code} ${amount}`);
  return [
    '#FLAGGA 0',
    '#SIETYP 4',
    `#RAR 0 ${from} ${to}`,
    ...[...chart, ...accounts].map((code) => `#KONTO ${code} "Konto ${code}"`),
    ...balances('#IB', 0, opening),
    ...Object.entries(closing).map(([code, amount]) => `${code < '3' ? '#UB' : '#RES'} 0 ${code} ${amount}`),
    ...balances('#RES', -1, previous),
    `#VER A 1 ${from}`,
    '{',
    ...Object.entries(rows).map(([code, amount]) => `#TRANS ${code} {} ${amount}`),
    '}',
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

/** The books after an import: what the ledger would hold at the end of the plan's year. */
function post(plan: SieImportPlan, before: BooksSnapshot = emptyBooks): BooksSnapshot {
  const balances = new Map(before.balancesBefore);
  for (const { accountCode, amount } of [plan.openingEntry, ...plan.vouchers].flatMap((entry) => entry?.lines ?? [])) {
    balances.set(accountCode, amount.plus(balances.get(accountCode) ?? 0));
  }
  const accounts = new Map(before.accounts);
  for (const { code, name, type, control } of plan.accounts) {
    accounts.set(code, { name, type, control, isGroup: false, isActive: true });
  }
  const startsOn = before.postedBetween?.startsOn ?? plan.fiscalYear.startsOn;
  return { ...before, accounts, balancesBefore: balances, postedBetween: { startsOn, endsOn: plan.fiscalYear.endsOn } };
}

describe('opening balances of a following year', () => {
  /** Ends with a profit of 30 that has not been closed. */
  const first: Year = {
    from: '20240101',
    to: '20241231',
    accounts: ['2091', '2098', '2099', '8999'],
    opening: { '1930': '100', '2081': '-100' },
    closing: { '1930': '130', '2081': '-100', '3010': '-50', '4010': '20' },
    rows: { '1930': '30', '3010': '-50', '4010': '20' },
  };
  const second: Year = {
    from: '20250101',
    to: '20251231',
    accounts: ['2091', '2098', '2099', '8999'],
    opening: { '1930': '130', '2081': '-100', '2099': '-30' },
    closing: { '1930': '135', '2081': '-100', '2099': '-30', '3010': '-5' },
    previous: { '3010': '-50', '4010': '20' },
    rows: { '1930': '5', '3010': '-5' },
  };
  const imported = (year: Year, before?: BooksSnapshot, options?: SieImportOptions) => {
    const { plan, faults } = decide(year, options, before);
    if (!plan) throw new Error(JSON.stringify(faults));
    return post(plan, before);
  };
  /** What the trial balance of the books shows at the end of the year of the plan. */
  const closings = ({ balancesBefore }: BooksSnapshot) =>
    Object.fromEntries(
      [...balancesBefore].filter(([, each]) => !each.isZero()).map(([code, each]) => [code, each.toFixed()]),
    );

  it('are not posted again: the unclosed result moves to where the file has it', () => {
    const books = imported(first);
    const { plan } = decide(second, {}, books);
    expect(plan?.opening).toMatchObject({ treatment: 'verified', carriedResult: [{ accountCode: '2099' }] });
    expect(plan?.openingEntry).toMatchObject({ purpose: 'carried_result', date: '2025-01-01' });
    expect(entryOf(plan)).toEqual([
      ['3010', '50'],
      ['4010', '-20'],
      ['2099', '-30'],
    ]);
    expect(plan && closings(post(plan, books))).toEqual({ '1930': '135', '2081': '-100', '2099': '-30', '3010': '-5' });
  });

  it('that leave the result out are completed by it', () => {
    const books = imported(first);
    const opening = { '1930': '130', '2081': '-100' };
    const { plan } = decide(
      { ...second, opening, closing: { '1930': '135', '2081': '-100', '3010': '-5' } },
      {},
      books,
    );
    expect(plan?.opening).toMatchObject({ treatment: 'verified', completion: { accountCode: '2098' } });
    expect(plan && closings(post(plan, books))).toEqual({ '1930': '135', '2081': '-100', '2098': '-30', '3010': '-5' });
    for (const { accountCode, expected } of plan?.closings ?? []) {
      expect([accountCode, expected.toFixed()]).toEqual([
        accountCode,
        plan && (closings(post(plan, books))[accountCode] ?? '0'),
      ]);
    }
  });

  it('agree without any entry when the year before leaves no income or expense open', () => {
    const idle: Year = { ...first, closing: first.opening, rows: {} };
    const opening = { '1930': '100', '2081': '-100' };
    const { plan } = decide({ ...second, opening, closing: opening, previous: {}, rows: {} }, {}, imported(idle));
    expect(plan?.opening).toMatchObject({ treatment: 'verified', carriedResult: [] });
    expect(plan?.openingEntry).toBeUndefined();
  });

  it('take income and expense to zero also when the year before booked its result (8999 to 2099)', () => {
    const closed: Year = {
      ...first,
      closing: { ...first.closing, '2099': '-30', '8999': '30' },
      rows: { ...first.rows, '8999': '30', '2099': '-30' },
    };
    const books = imported(closed);
    const { plan } = decide(second, {}, books);
    expect(plan?.opening.carriedResult).toEqual([]);
    expect(sum(plan?.openingEntry?.lines.map(({ amount }) => amount) ?? []).isZero()).toBe(true);
    expect(plan && closings(post(plan, books))).toEqual({ '1930': '135', '2081': '-100', '2099': '-30', '3010': '-5' });
  });

  it('may spread the result over the owners', () => {
    const books = imported({ ...first, accounts: ['2019', '2029'] });
    const opening = { '1930': '130', '2081': '-100', '2019': '-20', '2029': '-10' };
    const closing = { ...opening, '1930': '135', '3010': '-5' };
    const { plan } = decide({ ...second, accounts: ['2019', '2029'], opening, closing }, {}, books);
    expect(plan?.opening.carriedResult.map(({ accountCode }) => accountCode)).toEqual(['2019', '2029']);
  });

  it('of a program that never carries results need a named account from the third year on', () => {
    const bare = (year: Year): Year => {
      const without = (amounts: Record<string, string>) =>
        Object.fromEntries(Object.entries(amounts).filter(([code]) => code !== '2099'));
      return { ...year, opening: without(year.opening), closing: without(year.closing) };
    };
    const books = imported(bare(second), imported(first));
    const third: Year = {
      ...bare(second),
      from: '20260101',
      to: '20261231',
      opening: { '1930': '135', '2081': '-100' },
      closing: { '1930': '140', '2081': '-100', '3010': '-5' },
      previous: { '3010': '-5' },
    };
    expect(decide(third, {}, books).faults).toContainEqual(['#IB 0 1930 135', 'opening_unbalanced']);
    const { plan } = decide(third, { openingDifferenceAccount: '2098' }, books);
    expect(plan && closings(post(plan, books))).toEqual({ '1930': '140', '2081': '-100', '2098': '-35', '3010': '-5' });
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['an asset differs', { '1930': '131', '2081': '-101', '2099': '-30' }, ['#IB 0 1930 131']],
    ['an asset is missing', { '2081': '30', '2099': '-30' }, ['#IB 0 2081 30', '#RAR 0 20250101 20251231']],
    ['equity moves against the result', { '1930': '130', '2081': '-90', '2099': '-40' }, ['#IB 0 2081 -90']],
  ])('are refused when %s', (_, opening, places) => {
    const closing = { ...opening, '1930': new Decimal(opening['1930'] ?? 0).plus(5).toFixed(), '3010': '-5' };
    expect(decide({ ...second, opening, closing }, {}, imported(first)).faults).toEqual(
      places.map((place) => [place, 'opening_differs_from_books']),
    );
  });

  it('are refused when the books closed the result to another account than the file', () => {
    const books = imported(first);
    const closed = new Map([
      ...books.balancesBefore,
      ['3010', new Decimal(0)],
      ['4010', new Decimal(0)],
      ['2091', new Decimal(-30)],
    ] as const);
    expect(decide(second, {}, { ...books, balancesBefore: closed }).faults).toEqual([
      ['#IB 0 2099 -30', 'opening_differs_from_books'],
      ['#RAR 0 20250101 20251231', 'opening_differs_from_books'],
    ]);
  });

  it('are refused when the books have an account that the file does not know', () => {
    const books = imported(first);
    const more = new Map([...books.balancesBefore, ['1510', new Decimal(7)], ['2440', new Decimal(-7)]] as const);
    const accounts = new Map([...books.accounts, ['1510', known('asset')], ['2440', known('liability')]] as const);
    const { findings } = decide(second, {}, { ...books, accounts, balancesBefore: more });
    expect(findings.faults.map(({ message }) => message)).toEqual([
      'Account 1510 opens with 0.00 in the file, but the books close the year before with 7.00.',
      'Account 2440 opens with 0.00 in the file, but the books close the year before with -7.00.',
    ]);
  });

  it('are refused when an account whose result is carried is closed', () => {
    const books = imported(first);
    const accounts = new Map([...books.accounts, ['4010', { ...known('expense'), isActive: false }]] as const);
    expect(decide(second, {}, { ...books, accounts }).faults).toEqual([
      ['#RAR 0 20250101 20251231', 'account_not_open'],
    ]);
  });

  it('carry the result of accounts that the file no longer has', () => {
    const books = imported({
      ...first,
      accounts: ['2099', '5010'],
      closing: { ...first.closing, '4010': '10', '5010': '10' },
      rows: { ...first.rows, '4010': '10', '5010': '10' },
    });
    const { plan } = decide(second, {}, books);
    expect(entryOf(plan)).toContainEqual(['5010', '-10']);
    expect(plan?.accounts).toContainEqual(expect.objectContaining({ code: '5010', isNew: false }));
  });

  it('are refused as a whole when the year before is not in the books', () => {
    const gap = { postedBetween: { startsOn: '2020-01-01', endsOn: '2020-12-31' } as DateRange };
    expect(decide(second, {}, gap).faults.map(([, code]) => code)).toContain('opening_differs_from_books');
  });

  const known = (type: AccountType): BooksAccount => {
    return { name: 'x', type, control: 'none', isGroup: false, isActive: true };
  };
});
