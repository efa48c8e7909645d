import type { TableHead } from '#platform/exports/table.js';
import { instantText } from '../chart/figures-heading.js';
import type { ReportBooks } from './report-books.js';

/** What a report says above its rows when it leaves as a file. The period comes first: it stands on every page. */
export function headingOf(books: ReportBooks, title: string, period: string, ...more: [string, string][]): TableHead {
  const { legalEntityName, letterhead, currency, knownAt, part, generatedAt } = books;
  return {
    title,
    owner: legalEntityName,
    ownerDetails: letterhead,
    facts: [
      ['Period', period],
      ['Currency', currency.code],
      ...more,
      ...(part ? [['Only', `${part.dimensionCode} ${part.valueCode}`] as const] : []),
      ...(knownAt === null ? [] : [['As known at', instantText(knownAt)] as const]),
      ['Made at', instantText(generatedAt)],
    ],
  };
}

/** An amount of one side; on paper the other side is empty. */
export const sideText = (amount: string): string | null => (/[1-9]/.test(amount) ? amount : null);

export { periodText } from '../chart/figures-heading.js';
