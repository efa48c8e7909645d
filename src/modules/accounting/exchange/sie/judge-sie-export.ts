import type { ProblemError } from '#kernel/problem.js';
import type { OddEntry } from '../year-books.repository.js';
import { quoted } from './sie-findings.js';
import { unwritableCharacter } from './sie-text-field.js';
import { balancesOfYear, lostOpenings, opensBalanced, type SieBooks } from './sie-year-books.js';

/** What a caller may take into the bargain. */
export const sieLosses = ['foreign_currencies', 'replaced_characters', 'unbalanced_openings'] as const;
export type SieLoss = (typeof sieLosses)[number];

/** All that a SIE file cannot hold of a year of books; nothing where it can be written. */
export function judgeSieExport(
  books: SieBooks,
  oddEntries: readonly OddEntry[],
  accepted: ReadonlySet<SieLoss>,
): ProblemError[] {
  const types = new Map(books.accounts.map(({ code, type }) => [code, type]));
  const errors = [
    ...unnumberedAccounts(books, types),
    ...lostOpenings(books.current, types).map((code) =>
      error(
        'opening_of_result_account',
        `Account ${code} has an opening entry, which SIE knows of balance-sheet accounts only, beside results of earlier years on other accounts.`,
      ),
    ),
  ];
  if (!accepted.has('unbalanced_openings') && !opensBalanced(books, types)) {
    const message =
      'The opening balances do not sum to zero, nor to the result of the year before: earlier years are not closed. Close them, or accept unbalanced_openings.';
    errors.push(error('openings_unbalanced', message));
  }
  if (!accepted.has('replaced_characters')) errors.push(...unwritableTexts(books, oddEntries));
  if (!accepted.has('foreign_currencies')) errors.push(...foreignCurrencies(books, oddEntries));
  return errors.slice(0, 100);
}

function unnumberedAccounts(
  books: SieBooks,
  types: ReadonlyMap<string, SieBooks['accounts'][number]['type']>,
): ProblemError[] {
  const years = books.previous ? [books.current, books.previous] : [books.current];
  const used = new Set(years.flatMap((year) => balancesOfYear(year, types).map(({ accountCode }) => accountCode)));
  return [...used]
    .filter((code) => !/^[0-9]{1,12}$/.test(code))
    .map((code) => error('account_without_number', `Account ${code}: SIE knows accounts of up to 12 digits only.`));
}

function unwritableTexts(books: SieBooks, oddEntries: readonly OddEntry[]): ProblemError[] {
  const named: [string, string][] = [
    ['The name of the legal entity', books.companyName],
    ...books.accounts.map(({ code, name }): [string, string] => [`The name of account ${code}`, name]),
    ...books.dimensions.flatMap(({ code, name, values }): [string, string][] => [
      [`The name of dimension ${code}`, name],
      ...values.flatMap((value): [string, string][] => [
        [`A code of dimension ${code}`, value.code],
        [`The name of value ${value.code} of dimension ${code}`, value.name],
      ]),
    ]),
    ...oddEntries.flatMap(({ entryDate, journalCode, number, description, texts }) =>
      [description, journalCode, ...(texts ?? [])].map((text): [string, string] => [
        `A text of entry ${journalCode} ${number} of ${entryDate}`,
        text,
      ]),
    ),
  ];
  return named.flatMap(([what, text]) => {
    const character = unwritableCharacter(text);
    if (character === undefined) return [];
    const message = `${what} has ${quoted(character)}, which code page 437 does not hold (${quoted(text)}); accept replaced_characters to have it replaced.`;
    return [error('character_not_in_code_page', message)];
  });
}

function foreignCurrencies({ currency }: SieBooks, oddEntries: readonly OddEntry[]): ProblemError[] {
  return oddEntries.flatMap(({ entryDate, journalCode, number, currencies }) => {
    if (!currencies) return [];
    const message = `Entry ${journalCode} ${number} of ${entryDate} has lines in ${currencies.join(', ')}; SIE holds amounts in ${currency} only. Accept foreign_currencies to leave the others out.`;
    return [error('foreign_currency', message)];
  });
}

const error = (code: string, message: string): ProblemError => ({ pointer: '?accept', code, message });
