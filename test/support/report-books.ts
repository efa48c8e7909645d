import fc from 'fast-check';
import type { Actor } from './actor.js';

/** An entry of two lines, amounts in cents. */
export interface BookedEntry {
  entryDate: string;
  debited: string;
  credited: string;
  cents: number;
  kind: 'regular' | 'closing';
}

export const reportAccounts = ['1000', '1100', '2000', '2100', '3000', '3100', '4000', '4100'];
const years = [2025, 2026];

const two = (number: number) => String(number).padStart(2, '0');

/** Any day of the two years, month ends and the turn of the year more often. */
export const anyDay = fc.oneof(
  fc
    .tuple(fc.constantFrom(...years), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`),
  fc.constantFrom('2025-01-01', '2025-06-30', '2025-12-31', '2026-01-01', '2026-01-31', '2026-02-28', '2026-12-31'),
);

const bookedEntry: fc.Arbitrary<BookedEntry> = fc
  .record({
    entryDate: anyDay,
    sides: fc.shuffledSubarray(reportAccounts, { minLength: 2, maxLength: 2 }),
    cents: fc.integer({ min: 1, max: 10 ** 9 }),
    kind: fc.constantFrom('regular' as const, 'regular' as const, 'regular' as const, 'closing' as const),
  })
  .map(({ sides: [debited, credited], ...entry }) => ({ ...entry, debited: debited!, credited: credited! }));

export const randomBooks = fc.array(bookedEntry, { minLength: 1, maxLength: 40 });

/** Two fiscal years and a chart with groups: 1 above 1000 and 11 above 1100, 3 above both income accounts. */
export async function openReportBooks(actor: Actor): Promise<void> {
  const create = async (path: string, body: object) => {
    const answer = await actor.post(path, body);
    if (answer.status !== 201) throw new Error(answer.text);
  };
  for (const year of years) {
    await create('/v1/accounting/fiscal-years', { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` });
  }
  const accounts = [
    { code: '1', name: 'Assets', type: 'asset', isGroup: true },
    { code: '11', name: 'Receivables', type: 'asset', isGroup: true, parentCode: '1' },
    { code: '1000', name: 'Cash', type: 'asset', parentCode: '1' },
    { code: '1100', name: 'Loans', type: 'asset', parentCode: '11' },
    { code: '2000', name: 'Equity', type: 'equity' },
    { code: '2100', name: 'Debts', type: 'liability' },
    { code: '3', name: 'Revenue', type: 'income', isGroup: true },
    { code: '3000', name: 'Sales', type: 'income', parentCode: '3' },
    { code: '3100', name: 'Services', type: 'income', parentCode: '3' },
    { code: '4000', name: 'Rent', type: 'expense' },
    { code: '4100', name: 'Wages', type: 'expense' },
  ];
  for (const account of accounts) await create('/v1/accounting/accounts', account);
}

/** A report of accounting, by its path and query. */
export async function readReport<View>(actor: Actor, path: string): Promise<View> {
  const { status, text, body } = await actor.get(`/v1/accounting/reports/${path}`);
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  return body;
}

export const textOf = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${two(Math.abs(cents) % 100)}`;

export const centsOf = (text: string): number => Math.round(Number(text) * 100);

/** Posts the entries in their order. */
export async function post(actor: Actor, entries: readonly BookedEntry[]): Promise<void> {
  const answer = await actor.post('/v1/accounting/journal-entries/bulk', {
    mode: 'atomic',
    entries: entries.map(({ entryDate, debited, credited, cents, kind }, index) => ({
      entryDate,
      kind,
      description: `Entry ${index}`,
      lines: [
        { accountCode: debited, debit: textOf(cents) },
        { accountCode: credited, credit: textOf(cents) },
      ],
    })),
  });
  if (answer.status !== 200) throw new Error(answer.text);
}

/** What the entries come to on an account, debit positive: reckoned here, from what was sent. */
export function balance(
  entries: readonly BookedEntry[],
  code: string,
  chosen: (entry: BookedEntry) => boolean,
): number {
  return entries.filter(chosen).reduce((total, { debited, credited, cents }) => {
    return total + (debited === code ? cents : 0) - (credited === code ? cents : 0);
  }, 0);
}
