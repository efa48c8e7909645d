import type { Actor } from './actor.js';
import { pdfOf } from './documents-out.js';

export const march = 'from=2026-03-01&to=2026-03-31';

export const statementOf = (partyId: string, query = march) =>
  `/v1/accounting/parties/${partyId}/statement/pdf?${query}`;

/** With single spaces between words, whichever a language takes. */
export const textOf = (pages: string[][]) => pages.flat().join(' ').replaceAll(/\s+/g, ' ');

export async function printStatement(actor: Actor, partyId: string, query = march) {
  const { pages, ...file } = await pdfOf(actor, statementOf(partyId, query));
  return { ...file, pages, text: textOf(pages) };
}

export function expectAll(text: string, words: readonly string[]): void {
  expect(words.filter((one) => !text.includes(one))).toEqual([]);
}
