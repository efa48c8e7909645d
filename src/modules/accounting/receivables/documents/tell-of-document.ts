import { Problem, type ProblemError } from '#kernel/problem.js';
import { accountingProblems } from '../../accounting.problems.js';

const inEntry = /^\/entries\/(\d+)(?:\/(lines)(?:\/(\d+)(\/.*)?)?|(\/.*))?$/;
const ofRate = /^\/exchangeRate/;
const renamed: Readonly<Record<string, string>> = { '/entryDate': '/issuedOn' };

/** Where a document has what a line of its entry comes from. */
export type Sources = readonly (readonly string[])[];

/**
 * A refusal of the ledger, told of the document that was to be posted.
 *
 * @param sources of each entry, for each of its lines
 */
export function tellOfDocument(error: unknown, sources: Sources): unknown {
  if (!(error instanceof Problem)) return error;
  const errors = error.errors.map((one): ProblemError => ({
    ...one,
    pointer: pointerInDocument(one.pointer, sources),
  }));
  if (error.code === 'entry_refused') return accountingProblems.sales_document_refused(error.detail, errors);
  return new Problem(error.code, error.status, error.title, error.detail, errors);
}

export function pointerInDocument(pointer: string, sources: Sources): string {
  const [found, entry, , line, field = '', ofEntry = ''] = inEntry.exec(pointer) ?? [];
  if (found === undefined) return pointer;
  if (line === undefined) return renamed[ofEntry] ?? (found.endsWith('/lines') ? '/lines' : ofEntry);
  if (ofRate.test(field)) return '/exchangeRate';
  const source = sources[Number(entry)]?.[Number(line)] ?? '/lines';
  if (field.startsWith('/dimensions') && source.startsWith('/lines/')) return `${source}${field}`;
  if (field.startsWith('/account') && source.includes('/'))
    return source.startsWith('/partyId') ? source : `${source}/accountCode`;
  return source;
}
