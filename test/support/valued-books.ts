import fc from 'fast-check';
import type { Actor } from './actor.js';
import { addDimensionWith } from './dimensions.js';
import { anyDay, openReportBooks, reportAccounts, textOf } from './report-books.js';

/** A line as it was sent, debit positive in cents; `value` of the dimension CC, null without any. */
export interface ValuedLine {
  entry: number;
  code: string;
  entryDate: string;
  kind: 'regular' | 'opening' | 'closing';
  value: string | null;
  cents: number;
}

export const bookValues = ['A', 'B'];

const valuedEntry = fc.record({
  entryDate: anyDay,
  kind: fc.constantFrom(
    'regular' as const,
    'regular' as const,
    'regular' as const,
    'opening' as const,
    'closing' as const,
  ),
  sides: fc.shuffledSubarray(reportAccounts, { minLength: 2, maxLength: 2 }),
  values: fc.tuple(fc.constantFrom('A', 'B', null), fc.constantFrom('A', 'B', null)),
  cents: fc.integer({ min: 1, max: 10 ** 9 }),
});

/** Lines of any kind in two fiscal years, with a value of CC or without; two to an entry. */
export const valuedLines: fc.Arbitrary<ValuedLine[]> = fc
  .array(valuedEntry, { minLength: 1, maxLength: 30 })
  .map((entries) =>
    entries.flatMap(({ entryDate, kind, sides, values, cents }, entry) => [
      { entry, code: sides[0]!, entryDate, kind, value: values[0], cents },
      { entry, code: sides[1]!, entryDate, kind, value: values[1], cents: 0 - cents },
    ]),
  );

/** Books with the chart of `openReportBooks`, the dimensions CC (A and B) and PR (P), and these lines. */
export async function openValuedBooks(actor: Actor, lines: readonly ValuedLine[]): Promise<void> {
  await openReportBooks(actor);
  await addDimensionWith(actor, 'CC', ...bookValues);
  await addDimensionWith(actor, 'PR', 'P');
  await postValued(actor, lines);
}

export async function postValued(actor: Actor, lines: readonly ValuedLine[]): Promise<void> {
  const numbers = [...new Set(lines.map(({ entry }) => entry))];
  const entries = numbers.map((number) => {
    const own = lines.filter(({ entry }) => entry === number);
    return {
      entryDate: own[0]!.entryDate,
      kind: own[0]!.kind,
      description: `Entry ${number}`,
      lines: own.map(({ code, cents, value }) => ({
        accountCode: code,
        [cents > 0 ? 'debit' : 'credit']: textOf(Math.abs(cents)),
        // Every other line has a value of another dimension as well, which counts for nothing here.
        dimensions: [
          ...(value === null ? [] : [{ dimensionCode: 'CC', valueCode: value }]),
          ...(number % 2 === 0 ? [{ dimensionCode: 'PR', valueCode: 'P' }] : []),
        ],
      })),
    };
  });
  const answer = await actor.post('/v1/accounting/journal-entries/bulk', { mode: 'atomic', entries });
  if (answer.status !== 200) throw new Error(answer.text);
}

export const centsIn = (lines: readonly ValuedLine[], chosen: (line: ValuedLine) => boolean): number =>
  lines.filter(chosen).reduce((total, { cents }) => total + cents, 0);
