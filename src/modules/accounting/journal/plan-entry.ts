import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import { nameOf } from '../calendar/period-transitions.js';
import { documentJournals, GENERAL_JOURNAL } from '../chart/standard-journals.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import { balance } from './balance-entry.js';
import { planLines } from './plan-lines.js';
import { finding, isTooLarge, type PlannedEntry, type PostingRights } from './planned-entry.js';
import type { JournalFact, PeriodFact, PostingFacts } from './posting-facts.js';

/** Lines that an entry may have beside its rounding line. */
const MOST_LINES = 5_000;

export type EntryPlan = { entry: PlannedEntry; errors?: undefined } | { entry?: undefined; errors: ProblemError[] };

/**
 * Decides whether a request can be posted, and as what. Pure: all that it knows of the books is in `facts`.
 *
 * @param pointer JSON pointer of the request inside the body, '' where the body is the request.
 */
export function planEntry(
  request: PostingRequest,
  id: string,
  facts: PostingFacts,
  rights: PostingRights,
  pointer: string,
): EntryPlan {
  const books = facts.books(request.legalEntityId);
  if (!books) {
    const message = 'This legal entity keeps no books yet: create its first fiscal year.';
    return refuse(pointer, 'legalEntityId', 'books_not_open', message);
  }
  if (books.isArchived) {
    return refuse(
      pointer,
      'legalEntityId',
      'legal_entity_archived',
      'The legal entity is archived: nothing is posted to its books.',
    );
  }
  const errors: ProblemError[] = [];
  const journal = findJournal(request, facts, pointer, errors);
  const period = findPeriod(request, facts, rights, pointer, errors);
  refuseEarlyReversal(request, pointer, errors);
  const faultsOfHeader = errors.length;
  const lines = planLines(request, books, facts, rights, pointer, errors);
  if (lines.length > MOST_LINES) {
    const message = `Split, the entry has ${lines.length} lines; an entry has at most ${MOST_LINES}.`;
    errors.push(finding(pointer, 'lines', 'too_many_lines', message));
  }
  // Lines that are sound in themselves are summed up, whatever is wrong with the header: all faults are told at once.
  const areSound = errors.length === faultsOfHeader;
  const total = areSound ? balance(lines, request, books, facts, pointer, errors) : undefined;
  refuseTooLarge(total, pointer, errors);
  if (errors.length > 0 || !total || !journal || !period) return { errors };
  return {
    entry: {
      id,
      legalEntityId: request.legalEntityId,
      journal,
      period,
      entryDate: request.entryDate,
      kind: request.kind ?? 'regular',
      description: request.description,
      reference: request.reference ?? null,
      externalSource: request.externalSource ?? null,
      externalId: request.externalId ?? null,
      functionalCurrency: books.functionalCurrency,
      total,
      reversalOf: null,
      softCloseReason: request.softCloseReason ?? null,
      reversesOn: request.reversesOn ?? null,
      origin: request.origin ?? null,
      lines,
      taxes: [],
    },
  };
}

function refuseTooLarge(total: Decimal | undefined, pointer: string, errors: ProblemError[]): void {
  if (!total || !isTooLarge(total)) return;
  const message =
    'Each side of the entry sums to more than 18 digits before the point: divide it among several entries.';
  errors.push(finding(pointer, 'lines', 'amount_too_large', message));
}

function refuseEarlyReversal({ entryDate, reversesOn }: PostingRequest, pointer: string, errors: ProblemError[]): void {
  if (reversesOn === undefined || reversesOn > entryDate) return;
  const message = `The entry is reversed after its date (${entryDate}), not on it or before.`;
  errors.push(finding(pointer, 'reversesOn', 'reverses_too_early', message));
}

function findJournal(
  request: PostingRequest,
  facts: PostingFacts,
  pointer: string,
  errors: ProblemError[],
): JournalFact | undefined {
  const code = request.journalCode ?? GENERAL_JOURNAL;
  const journal = facts.journal(request.legalEntityId, code);
  if (!journal) {
    errors.push(finding(pointer, 'journalCode', 'unknown_journal', `The legal entity has no journal ${code}.`));
  } else if (!journal.isActive) {
    errors.push(finding(pointer, 'journalCode', 'journal_inactive', `The journal ${code} is inactive.`));
  } else if (isOfOthers(code, request)) {
    const message = `The journal ${code} numbers documents: it takes their entries alone.`;
    errors.push(finding(pointer, 'journalCode', 'journal_of_documents', message));
  }
  return journal;
}

/** Any other entry would leave a gap in the numbers of documents. */
const isOfOthers = (code: string, { origin }: PostingRequest): boolean =>
  Object.entries(documentJournals).some(([type, journal]) => journal === code && origin?.type !== type);

function findPeriod(
  request: PostingRequest,
  facts: PostingFacts,
  rights: PostingRights,
  pointer: string,
  errors: ProblemError[],
): PeriodFact | undefined {
  const { entryDate, legalEntityId, adjustment = false } = request;
  const period = facts.period(legalEntityId, entryDate, adjustment);
  const fault = period ? periodFault(period, request.softCloseReason, rights) : noPeriodFault(entryDate, adjustment);
  if (fault) errors.push(finding(pointer, fault.field, fault.code, fault.message));
  return period;
}

export interface PeriodFault {
  /** The field that would have to differ. */
  field: 'entryDate' | 'adjustment';
  code: string;
  message: string;
}

export function noPeriodFault(entryDate: CalendarDate, adjustment: boolean): PeriodFault {
  if (adjustment) {
    const message = `No adjustment period of the legal entity has the date ${entryDate}; it has the last day of its fiscal year.`;
    return { field: 'adjustment', code: 'no_adjustment_period', message };
  }
  const message = `No fiscal year of the legal entity covers ${entryDate}.`;
  return { field: 'entryDate', code: 'no_fiscal_period', message };
}

/** Why nothing can be posted into the period; undefined where it can. */
export function periodFault(
  period: PeriodFact,
  softCloseReason: string | null | undefined,
  rights: PostingRights,
): PeriodFault | undefined {
  const name = nameOf(period);
  if (period.fiscalYearStatus === 'closed') {
    const message = `${name} belongs to a closed fiscal year; reopen the year, or date the entry in a later one.`;
    return { field: 'entryDate', code: 'fiscal_year_closed', message };
  }
  const message = statusFault(period, name, softCloseReason, rights);
  return message === undefined ? undefined : { field: 'entryDate', code: 'period_closed', message };
}

function statusFault(
  { status }: PeriodFact,
  name: string,
  softCloseReason: string | null | undefined,
  rights: PostingRights,
): string | undefined {
  switch (status) {
    case 'open':
      return undefined;
    case 'future':
      return `${name} is not open yet; open it, or date the entry in an open period.`;
    case 'locked':
      return `${name} is locked for good; date the entry in an open period.`;
    case 'soft_closed':
      if (!rights.passSoftClose) return `${name} is closed; date the entry in an open period.`;
      return softCloseReason ? undefined : `${name} is closed; to post into it all the same, give softCloseReason.`;
  }
}

function refuse(pointer: string, field: string, code: string, message: string): EntryPlan {
  return { errors: [finding(pointer, field, code, message)] };
}
