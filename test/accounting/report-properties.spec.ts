import fc from 'fast-check';
import type { AccountStatementView, GeneralLedgerView } from '#modules/accounting/reports/general-ledger.dto.js';
import type { TrialBalanceView } from '#modules/accounting/reports/trial-balance.dto.js';
import { type Actor, newActor } from '../support/actor.js';
import {
  anyDay,
  balance,
  centsOf,
  openReportBooks,
  post,
  randomBooks,
  reportAccounts,
  textOf,
} from '../support/report-books.js';

// Books of any kind, reckoned by the test itself from what it has sent.

const reports = '/v1/accounting/reports';
const ordered = fc.tuple(anyDay, anyDay).map((days) => days.sort() as [string, string]);
const isResult = (code: string) => code >= '3000';

async function get<View>(actor: Actor, path: string): Promise<View> {
  const { status, text, body } = await actor.get(`${reports}/${path}`);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
  return body as View;
}

async function booksOf(entries: Parameters<typeof post>[1]): Promise<Actor> {
  const actor = await newActor();
  await openReportBooks(actor);
  await post(actor, entries);
  return actor;
}

/** All pages of the ledger, those of an account joined, with what is wrong between them. */
async function wholeLedger(actor: Actor, query: string, limit: number) {
  const accounts: GeneralLedgerView['accounts'] = [];
  const faults: string[] = [];
  let after = '';
  do {
    const path = `general-ledger?${query}&limit=${limit}${after}`;
    const { accounts: some, page } = await get<GeneralLedgerView>(actor, path);
    if (some.flatMap(({ lines }) => lines).length > limit) faults.push('a page is longer than its limit');
    for (const account of some) {
      const known = accounts.at(-1);
      const goesOn = known?.accountId === account.accountId;
      const before = goesOn ? known.lines.at(-1)!.balance : account.opening;
      if (account.broughtForward !== before) faults.push(`${account.broughtForward} brought forward after ${before}`);
      if (goesOn) known.lines.push(...account.lines);
      else accounts.push(account);
    }
    if (page.hasMore !== (page.next !== null)) faults.push('hasMore without next, or next without it');
    after = page.next === null ? '' : `&after=${page.next}`;
  } while (after);
  return { accounts, faults };
}

it('the general ledger opens, runs and closes as the trial balance does, whatever the size of its pages', async () => {
  await fc.assert(
    fc.asyncProperty(randomBooks, ordered, fc.constantFrom(1, 3, 200), async (entries, [from, to], limit) => {
      const actor = await booksOf(entries);
      const query = `from=${from}&to=${to}`;
      const trial = await get<TrialBalanceView>(actor, `trial-balance?${query}`);
      const { accounts: ledger, faults } = await wholeLedger(actor, query, limit);
      expect(faults).toEqual([]);
      const codesOf = (some: readonly { accountCode: string }[]) => some.map(({ accountCode }) => accountCode);
      expect(codesOf(ledger)).toEqual(codesOf(trial.lines));
      const columns = ['opening', 'debit', 'credit', 'closingEntriesDebit', 'closingEntriesCredit', 'closing'] as const;
      const figuresOf = (some: readonly Record<(typeof columns)[number], string>[]) =>
        some.map((one) => columns.map((column) => one[column]));
      expect(figuresOf(ledger)).toEqual(figuresOf(trial.lines));
      for (const { accountCode, lines, opening, closing, ...movement } of ledger) {
        expect(lines.at(-1)?.balance ?? opening).toBe(closing);
        const sumOf = (side: 'debit' | 'credit', isClosing: boolean) =>
          textOf(
            lines
              .filter(({ kind }) => (kind === 'closing') === isClosing)
              .reduce((total, line) => total + centsOf(line[side]), 0),
          );
        expect(movement).toMatchObject({
          debit: sumOf('debit', false),
          credit: sumOf('credit', false),
          closingEntriesDebit: sumOf('debit', true),
          closingEntriesCredit: sumOf('credit', true),
        });
        const moved = entries.filter(({ entryDate, debited, credited }) => {
          return entryDate >= from && entryDate <= to && [debited, credited].includes(accountCode);
        });
        expect(lines.map(({ entryDate }) => entryDate)).toEqual(moved.map(({ entryDate }) => entryDate).sort());
        let running = centsOf(opening);
        for (const { debit, credit, balance: after } of lines) {
          running += centsOf(debit) - centsOf(credit);
          expect(centsOf(after)).toBe(running);
        }
        const statement = await get<AccountStatementView>(
          actor,
          `account-statement?accountCode=${accountCode}&${query}&limit=200`,
        );
        expect(statement.account.lines).toEqual(lines);
      }
    }),
    { numRuns: 12 },
  );
});

it('the trial balance is what was posted, for every account and range', async () => {
  await fc.assert(
    fc.asyncProperty(randomBooks, ordered, async (entries, [from, to]) => {
      const actor = await booksOf(entries);
      const { lines, totals, unclosedResult } = await get<TrialBalanceView>(
        actor,
        `trial-balance?from=${from}&to=${to}&accounts=all`,
      );
      const yearStart = `${from.slice(0, 4)}-01-01`;
      let unclosed = 0;
      for (const code of reportAccounts) {
        const line = lines.find(({ accountCode }) => accountCode === code)!;
        const earlier = balance(entries, code, ({ entryDate }) => entryDate < yearStart);
        const before = balance(entries, code, ({ entryDate }) => entryDate >= yearStart && entryDate < from);
        const moved = balance(entries, code, ({ entryDate }) => entryDate >= from && entryDate <= to);
        const opening = before + (isResult(code) ? 0 : earlier);
        expect([code, line.opening, line.closing]).toEqual([code, textOf(opening), textOf(opening + moved)]);
        if (isResult(code)) unclosed += earlier;
      }
      expect(totals.debit).toBe(totals.credit);
      expect(totals.closingEntriesDebit).toBe(totals.closingEntriesCredit);
      expect([totals.opening, totals.closing]).toEqual([textOf(-unclosed), textOf(-unclosed)]);
      expect(unclosedResult).toBe(textOf(unclosed));
    }),
    { numRuns: 12 },
  );
});

it('the balance sheet balances on every day, and its results are those of the income statement', async () => {
  await fc.assert(
    fc.asyncProperty(randomBooks, fc.uniqueArray(anyDay, { minLength: 2, maxLength: 6 }), async (entries, days) => {
      const actor = await booksOf(entries);
      const [asOf, ...others] = days as [string, ...string[]];
      const sheet = await get<Sheet>(actor, `balance-sheet?asOf=${asOf}&compareTo=${others.join(',')}`);
      for (const [at, day] of days.entries()) {
        const column = ({ amount, comparisons }: Total) => centsOf(at === 0 ? amount : comparisons[at - 1]!.amount);
        const ofDay = (code: string) => balance(entries, code, ({ entryDate }) => entryDate <= day);
        const sumOf = (codes: string[]) => codes.reduce((total, code) => total + ofDay(code), 0);
        expect(column(sheet.assets)).toBe(sumOf(['1000', '1100']));
        expect(column(sheet.liabilities)).toBe(0 - ofDay('2100'));
        expect(column(sheet.assets)).toBe(column(sheet.liabilitiesAndEquity));
        expect(column(sheet.liabilities) + column(sheet.equity)).toBe(column(sheet.liabilitiesAndEquity));

        const results = sheet.equity.lines.filter(({ kind }) => kind.startsWith('result_')).map(column);
        expect(results[0]! + results[1]!).toBe(0 - sumOf(['3000', '3100', '4000', '4100']));
        const yearStart = `${day.slice(0, 4)}-01-01`;
        const income = await get<Income>(actor, `income-statement?from=${yearStart}&to=${day}`);
        const closings = ['3000', '3100', '4000', '4100'].reduce((total, code) => {
          const isClosing = ({ entryDate, kind }: (typeof entries)[number]) =>
            kind === 'closing' && entryDate >= yearStart && entryDate <= day;
          return total - balance(entries, code, isClosing);
        }, 0);
        expect(centsOf(income.result.amount) + closings).toBe(results[0]);
      }
      expect(sheet.difference).toBe('0.00');
    }),
    { numRuns: 12 },
  );
});

it('the income statement is the change of result between two days, without the entries that close a year', async () => {
  await fc.assert(
    fc.asyncProperty(randomBooks, ordered, async (entries, [from, to]) => {
      const actor = await booksOf(entries);
      const { income, expenses, result } = await get<Income>(actor, `income-statement?from=${from}&to=${to}`);
      const inRange = ({ entryDate, kind }: (typeof entries)[number]) =>
        kind === 'regular' && entryDate >= from && entryDate <= to;
      for (const code of ['3000', '3100', '4000', '4100']) {
        const own = balance(entries, code, inRange);
        const line = [...income.lines, ...expenses.lines].find(({ accountCode }) => accountCode === code);
        expect([code, line?.amount ?? '0.00']).toEqual([code, textOf(code < '4000' ? 0 - own : own)]);
      }
      const group = income.lines.find(({ kind }) => kind === 'group');
      expect(group?.amount ?? '0.00').toBe(income.amount);
      expect(centsOf(result.amount)).toBe(centsOf(income.amount) - centsOf(expenses.amount));
    }),
    { numRuns: 12 },
  );
});

interface Total {
  amount: string;
  comparisons: { amount: string; difference: string }[];
}
interface Section extends Total {
  lines: (Total & { kind: string; accountCode: string | null })[];
}
interface Sheet {
  assets: Section;
  liabilities: Section;
  equity: Section;
  liabilitiesAndEquity: Total;
  difference: string;
}
interface Income {
  income: Section;
  expenses: Section;
  result: Total;
}
