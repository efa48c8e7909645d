import { Problem, type ProblemError } from '#kernel/problem.js';
import { accountingProblems } from '../../accounting.problems.js';

const inEntry = /^\/entries\/(\d+)(?:\/(lines)(?:\/(\d+)(\/.*)?)?|(\/.*))?$/;
const ofLine = /^\/(?:lines|adjustments)\/\d+$/;
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
  const errors = faultsInDocument(error.errors, sources);
  if (error.code === 'entry_refused') return accountingProblems.sales_document_refused(error.detail, errors);
  return new Problem(error.code, error.status, error.title, error.detail, errors);
}

/** What the ledger finds wrong with entries, told of the document that they are of. */
export const faultsInDocument = (errors: readonly ProblemError[], sources: Sources): ProblemError[] =>
  distinct(errors.map((one) => ({ ...one, pointer: pointerInDocument(one.pointer, sources) })));

const inCredit = /^\/(?:issuedOn|serviceEndsOn|taxPointOn|softCloseReason|externalSource|externalId)$/;

/** The same of one that takes an invoice back: all else it has from there, and whoever asks for it cannot change that. */
export function tellOfCredit(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const errors = distinct(error.errors.map((one) => (inCredit.test(one.pointer) ? one : { ...one, pointer: '' })));
  return new Problem(error.code, error.status, error.title, error.detail, errors);
}

/** What is wrong with several lines of an entry may be one fault of the document. */
const distinct = (errors: readonly ProblemError[]): ProblemError[] => [
  ...new Map(errors.map((one) => [JSON.stringify([one.pointer, one.code, one.message]), one])).values(),
];

export function pointerInDocument(pointer: string, sources: Sources): string {
  const [found, entry, , line, field = '', ofEntry = ''] = inEntry.exec(pointer) ?? [];
  if (found === undefined) return pointer;
  if (line === undefined) return renamed[ofEntry] ?? (found.endsWith('/lines') ? '/lines' : ofEntry);
  if (ofRate.test(field)) return '/exchangeRate';
  const source = sources[Number(entry)]?.[Number(line)] ?? '/lines';
  if (field.startsWith('/dimensions') && ofLine.test(source)) return `${source}${field}`;
  return field.startsWith('/account') && ofLine.test(source) ? `${source}/accountCode` : source;
}
