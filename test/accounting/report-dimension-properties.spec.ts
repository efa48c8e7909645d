import fc from 'fast-check';
import { type Actor, newActor } from '../support/actor.js';
import { anyDay, centsOf, reportAccounts, textOf } from '../support/report-books.js';
import { bookValues, centsIn, openValuedBooks, type ValuedLine, valuedLines } from '../support/valued-books.js';

// Every report of one value, beside what the test reckons from the lines that it has sent: the values and the lines
// without one add up to the whole.

const reports = '/v1/accounting/reports';
const ordered = fc.tuple(anyDay, anyDay).map((days) => days.sort() as [string, string]);
const isResult = (code: string) => code >= '3000';
const results = reportAccounts.filter(isResult);
const parts = [...bookValues, undefined];
const ofPart = (value: string | undefined) => (value === undefined ? '' : `&dimensionCode=CC&valueCode=${value}`);
const linesOf = (lines: ValuedLine[], value: string | undefined) =>
  value === undefined ? lines : lines.filter((line) => line.value === value);
const signed = (cents: number) => textOf(cents === 0 ? 0 : cents);

async function get(actor: Actor, path: string) {
  const { status, text, body } = await actor.get(`${reports}/${path}`);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
  return body;
}

async function booksOf(lines: ValuedLine[]): Promise<Actor> {
  const actor = await newActor();
  await openValuedBooks(actor, lines);
  return actor;
}

/** Whether opening entries of the year are its first part, or settle what earlier years left: a fact of the account. */
const isNew = (all: ValuedLine[], code: string, yearStart: string) =>
  centsIn(all, (line) => line.code === code && line.entryDate < yearStart) === 0;

/** Opening and closing of an account in a range, of some of its lines. */
function figuresOf(some: ValuedLine[], all: ValuedLine[], code: string, [from, to]: [string, string]) {
  const own = some.filter((line) => line.code === code);
  const [yearStart, yearEnd] = [`${from.slice(0, 4)}-01-01`, `${from.slice(0, 4)}-12-31`];
  const lastOpening = to < yearEnd ? to : yearEnd;
  const isOpening = ({ kind, entryDate }: ValuedLine) => {
    return kind === 'opening' && entryDate >= yearStart && entryDate <= lastOpening;
  };
  const prior = centsIn(own, ({ entryDate }) => entryDate < yearStart);
  const before = centsIn(own, ({ kind, entryDate }) => {
    return kind !== 'opening' && entryDate >= yearStart && entryDate < from;
  });
  const moved = centsIn(own, (line) => line.entryDate >= from && line.entryDate <= to && !isOpening(line));
  const openings = centsIn(own, isOpening);
  const carried = (isResult(code) ? 0 : prior) + (isResult(code) && !isNew(all, code, yearStart) ? 0 : openings);
  const opening = carried + before;
  return { opening, closing: opening + moved, unclosed: prior + openings - carried };
}

it('the trial balance and the ledger of each value are those of its lines, and add up', async () => {
  await fc.assert(
    fc.asyncProperty(valuedLines, ordered, async (lines, range) => {
      const actor = await booksOf(lines);
      const query = `from=${range[0]}&to=${range[1]}`;
      const [whole, ...some] = [undefined, ...bookValues];
      const without = lines.filter(({ value }) => value === null);
      const shown = new Map<string | undefined, Record<string, [string, string]>>();
      for (const part of [whole, ...some]) {
        const trial = await get(actor, `trial-balance?${query}&accounts=all${ofPart(part)}`);
        expect([trial.dimensionCode, trial.valueCode]).toEqual(part ? ['CC', part] : [null, null]);
        const expected = (code: string) => figuresOf(linesOf(lines, part), lines, code, range);
        for (const { accountCode, opening, closing } of trial.lines) {
          const own = expected(accountCode);
          expect([accountCode, opening, closing]).toEqual([accountCode, signed(own.opening), signed(own.closing)]);
        }
        const unclosed = reportAccounts.reduce((total, code) => total + expected(code).unclosed, 0);
        expect(trial.unclosedResult).toBe(signed(unclosed));
        const of = (line: { opening: string; closing: string }): [string, string] => [line.opening, line.closing];
        shown.set(part, Object.fromEntries(trial.lines.map((line: Account) => [line.accountCode, of(line)])));
        await expectLedger(actor, `${query}${ofPart(part)}`, linesOf(lines, part), shown.get(part)!);
      }
      for (const code of reportAccounts) {
        const rest = figuresOf(without, lines, code, range);
        for (const [at, own] of [rest.opening, rest.closing].entries()) {
          const total = some.reduce((sum, part) => sum + centsOf(shown.get(part)![code]![at]!), own);
          expect([code, signed(total)]).toEqual([code, shown.get(whole)![code]![at]]);
        }
      }
    }),
    { numRuns: 8 },
  );
});

/** The ledger, in pages of three, has these lines, and opens, runs and closes with the figures. */
async function expectLedger(
  actor: Actor,
  query: string,
  lines: ValuedLine[],
  figures: Record<string, [string, string]>,
): Promise<void> {
  const accounts = new Map<string, { opening: string; closing: string; lines: Line[] }>();
  let after = '';
  do {
    const body = await get(actor, `general-ledger?${query}&limit=3${after}`);
    for (const account of body.accounts) {
      const known = accounts.get(account.accountCode);
      if (known) known.lines.push(...account.lines);
      else accounts.set(account.accountCode, account);
    }
    after = body.page.next === null ? '' : `&after=${body.page.next}`;
  } while (after);
  for (const code of reportAccounts) {
    const account = accounts.get(code) ?? { opening: '0.00', closing: '0.00', lines: [] };
    expect([code, account.opening, account.closing]).toEqual([code, ...figures[code]!]);
    let running = centsOf(account.opening);
    for (const { debit, credit, balance } of account.lines) {
      running += centsOf(debit) - centsOf(credit);
      expect(centsOf(balance)).toBe(running);
    }
    expect(signed(running)).toBe(account.closing);
    const known = new Set(lines.filter((line) => line.code === code).map(({ entry }) => `Entry ${entry}`));
    expect(account.lines.filter(({ description }) => !known.has(description))).toEqual([]);
  }
}

it('the journal of each value has its lines, and all have each line once', async () => {
  await fc.assert(
    fc.asyncProperty(valuedLines, ordered, async (lines, [from, to]) => {
      const actor = await booksOf(lines);
      for (const part of parts) {
        const seen: string[] = [];
        let after = '';
        do {
          const body = await get(actor, `journal?from=${from}&to=${to}&limit=4${ofPart(part)}${after}`);
          for (const entry of body.entries) {
            const number = Number(entry.description.slice(6));
            expect(centsOf(entry.total)).toBe(centsIn(lines, (line) => line.entry === number && line.cents > 0));
            for (const { accountCode, debit, credit } of entry.lines) {
              seen.push(`${number} ${accountCode} ${signed(centsOf(debit) - centsOf(credit))}`);
            }
          }
          after = body.page.next === null ? '' : `&after=${body.page.next}`;
        } while (after);
        const expected = linesOf(lines, part)
          .filter(({ entryDate }) => entryDate >= from && entryDate <= to)
          .map(({ entry, code, cents }) => `${entry} ${code} ${textOf(cents)}`);
        expect(seen.sort()).toEqual(expected.sort());
      }
    }),
    { numRuns: 8 },
  );
});

it('the statements of each value are those of its lines, what they lack to balance is shown, and all add up', async () => {
  const days = fc.uniqueArray(anyDay, { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(valuedLines, days, ordered, async (lines, asked, [from, to]) => {
      const actor = await booksOf(lines);
      const [asOf, ...others] = asked as [string, ...string[]];
      for (const part of parts) {
        const own = linesOf(lines, part);
        const sheet = await get(actor, `balance-sheet?asOf=${asOf}&compareTo=${others.join(',')}${ofPart(part)}`);
        for (const [at, day] of asked.entries()) {
          const column = ({ amount, comparisons }: Total) => (at === 0 ? amount : comparisons[at - 1]!.amount);
          const upTo = (codes: string[]) =>
            centsIn(own, ({ code, entryDate }) => entryDate <= day && codes.includes(code));
          expect(column(sheet.assets)).toBe(signed(upTo(['1000', '1100'])));
          expect(column(sheet.liabilitiesAndEquity)).toBe(signed(0 - upTo(['2000', '2100', ...results])));
          const difference = at === 0 ? sheet.difference : sheet.comparisons[at - 1].difference;
          expect(difference).toBe(signed(upTo(reportAccounts)));
        }
        const range = `from=${from}&to=${to}&compareRanges=2025-01-01/2025-12-31,2026-01-01/2026-12-31`;
        const income = await get(actor, `income-statement?${range}${ofPart(part)}`);
        const columns = [
          [from, to],
          ['2025-01-01', '2025-12-31'],
          ['2026-01-01', '2026-12-31'],
        ] as const;
        for (const [at, [first, last]] of columns.entries()) {
          const earned = centsIn(own, ({ kind, code, entryDate }) => {
            const counts =
              kind === 'regular' || (kind === 'opening' && isNew(lines, code, `${entryDate.slice(0, 4)}-01-01`));
            return counts && isResult(code) && entryDate >= first && entryDate <= last;
          });
          const { amount, comparisons }: Total = income.result;
          expect(at === 0 ? amount : comparisons[at - 1]!.amount).toBe(signed(0 - earned));
        }
      }
    }),
    { numRuns: 8 },
  );
});

interface Account {
  accountCode: string;
  opening: string;
  closing: string;
}
interface Line {
  description: string;
  debit: string;
  credit: string;
  balance: string;
}
interface Total {
  amount: string;
  comparisons: { amount: string }[];
}
