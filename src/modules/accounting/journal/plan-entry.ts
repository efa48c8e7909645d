import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Currency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import { nameOf } from '../calendar/period-transitions.js';
import { GENERAL_JOURNAL } from '../chart/standard-journals.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import { planLines, planRoundingDimensions } from './plan-lines.js';
import { finding, type PlannedEntry, type PlannedLine, type PostingRights } from './planned-entry.js';
import type { AccountFact, BooksFact, JournalFact, PeriodFact, PostingFacts } from './posting-facts.js';

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
    return refuse(
      pointer,
      'legalEntityId',
      'books_not_open',
      'This legal entity keeps no books yet: create its first fiscal year.',
    );
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
  const lines = planLines(request, books, facts, rights, pointer, errors);
  if (lines.length > MOST_LINES) {
    const message = `Split, the entry has ${lines.length} lines; an entry has at most ${MOST_LINES}.`;
    errors.push(finding(pointer, 'lines', 'too_many_lines', message));
  }
  if (errors.length > 0 || !journal || !period) return { errors };

  const total = balance(lines, request, books, facts, pointer, errors);
  if (!total || errors.length > 0) return { errors };
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
      lines,
    },
  };
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
  }
  return journal;
}

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

/** The total of either side, after a rounding line where converted amounts need one; undefined where they differ. */
function balance(
  lines: PlannedLine[],
  request: PostingRequest,
  books: BooksFact,
  facts: PostingFacts,
  pointer: string,
  errors: ProblemError[],
): Decimal | undefined {
  const currencies = new Set(lines.map((line) => line.currency.code));
  if (currencies.size === 1) {
    const debit = lines.reduce((sum, line) => sum.plus(line.debit), new Decimal(0));
    const credit = lines.reduce((sum, line) => sum.plus(line.credit), new Decimal(0));
    if (!debit.equals(credit)) {
      errors.push(unbalanced(debit, credit, lines[0]!.currency, pointer));
      return undefined;
    }
  }
  const debit = lines.reduce((sum, line) => sum.plus(line.functionalDebit), new Decimal(0));
  const credit = lines.reduce((sum, line) => sum.plus(line.functionalCredit), new Decimal(0));
  if (debit.equals(credit)) return debit;

  const { functionalCurrency, roundingAccountId, legalEntityId } = books;
  // Each conversion rounds by at most half a minor unit; a larger difference is no matter of rounding.
  const converted = lines.filter((line) => line.exchangeRate !== null).length;
  const tolerance = new Decimal(converted).div(2).times(new Decimal(10).pow(-functionalCurrency.minorUnits));
  const difference = credit.minus(debit);
  if (difference.abs().greaterThan(tolerance)) {
    errors.push(unbalanced(debit, credit, functionalCurrency, pointer));
    return undefined;
  }
  const account = roundingAccountId && facts.account(legalEntityId, roundingAccountId);
  if (!account) {
    const amount = difference.abs().toFixed(functionalCurrency.minorUnits);
    errors.push(
      finding(
        pointer,
        'lines',
        'rounding_account_missing',
        `Conversion leaves ${amount} ${functionalCurrency.code} over; name a rounding account in the books of the legal entity.`,
      ),
    );
    return undefined;
  }
  const rounding = roundingLine(account, difference, functionalCurrency);
  lines.push(planRoundingDimensions(rounding, request, facts, pointer, errors));
  return difference.isPositive() ? credit : debit;
}

function roundingLine(account: AccountFact, difference: Decimal, currency: Currency): PlannedLine {
  const zero = new Decimal(0);
  const [debit, credit] = difference.isPositive() ? [difference, zero] : [zero, difference.negated()];
  return {
    account,
    currency,
    debit,
    credit,
    functionalDebit: debit,
    functionalCredit: credit,
    exchangeRate: null,
    exchangeRateSource: null,
    description: null,
    dimensions: [],
  };
}

function unbalanced(debit: Decimal, credit: Decimal, currency: Currency, pointer: string): ProblemError {
  const text = (amount: Decimal) => `${amount.toFixed(currency.minorUnits)} ${currency.code}`;
  return finding(
    pointer,
    'lines',
    'entry_unbalanced',
    `Debits are ${text(debit)}, credits ${text(credit)}: the difference is ${text(debit.minus(credit).abs())}.`,
  );
}

function refuse(pointer: string, field: string, code: string, message: string): EntryPlan {
  return { errors: [finding(pointer, field, code, message)] };
}
