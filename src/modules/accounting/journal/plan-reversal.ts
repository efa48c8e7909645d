import type { CalendarDate } from '#kernel/calendar-date.js';
import { type Currency, findCurrency } from '#kernel/currency.js';
import { Decimal, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { EntryTaxView } from './entry-taxes.dto.js';
import type { JournalEntryView } from './journal-entries.dto.js';
import type { JournalLineView } from './journal-lines.dto.js';
import { type EntryPlan, noPeriodFault, periodFault } from './plan-entry.js';
import { finding, type PlannedLine, type PlannedTax, type PostingRights } from './planned-entry.js';
import type { JournalFact, PostingFacts } from './posting-facts.js';

export interface ReversalRequest {
  entryDate: CalendarDate;
  adjustment: boolean;
  description: string;
  softCloseReason?: string;
}

/**
 * Decides the entry that takes another one back: the same accounts, currencies and rates, sides swapped, functional
 * amounts copied and not computed anew. It goes into the journal of the original, at a date of its own.
 */
export function planReversal(
  original: JournalEntryView,
  request: ReversalRequest,
  id: string,
  facts: PostingFacts,
  rights: PostingRights,
): EntryPlan {
  const errors = originalFaults(original, request);
  const { entryDate, adjustment } = request;
  const period = facts.period(original.legalEntityId, entryDate, adjustment);
  const fault = period ? periodFault(period, request.softCloseReason, rights) : noPeriodFault(entryDate, adjustment);
  if (fault) errors.push(finding('', fault.field, fault.code, fault.message));
  const journal = journalOf(original, facts, errors);
  const lines = original.lines.map((line) => swapped(line, original, facts, errors));
  if (errors.length > 0 || !period) return { errors };
  const functionalCurrency = currencyOf(original.functionalCurrency);
  return {
    entry: {
      id,
      legalEntityId: original.legalEntityId,
      journal,
      period,
      entryDate: request.entryDate,
      kind: original.kind,
      description: request.description,
      reference: original.reference,
      externalSource: null,
      externalId: null,
      functionalCurrency,
      total: new Decimal(original.total),
      reversalOf: original.id,
      softCloseReason: request.softCloseReason ?? null,
      reversesOn: null,
      origin: original.origin,
      lines,
      taxes: original.taxes.map((tax) => takenBack(tax, entryDate)),
    },
  };
}

/** What a reversal is called where nobody says. */
export const reversalDescription = ({ journalCode, number, description }: JournalEntryView): string =>
  `Reversal of ${journalCode} ${number}: ${description}`.slice(0, 500);

function originalFaults(original: JournalEntryView, request: ReversalRequest): ProblemError[] {
  const errors: ProblemError[] = [];
  if (original.reversalOf) {
    errors.push({
      pointer: '',
      code: 'is_reversal',
      message: 'The entry is a reversal itself; post a new entry instead.',
    });
  }
  if (request.entryDate < original.entryDate) {
    errors.push(
      finding(
        '',
        'entryDate',
        'before_original',
        `The reversal cannot be dated before its original (${original.entryDate}).`,
      ),
    );
  }
  return errors;
}

function journalOf(original: JournalEntryView, facts: PostingFacts, errors: ProblemError[]): JournalFact {
  const journal = facts.journal(original.legalEntityId, original.journalCode)!;
  if (!journal.isActive) {
    const message = `The journal ${journal.code} is inactive; activate it to reverse what was posted to it.`;
    errors.push({ pointer: '', code: 'journal_inactive', message });
  }
  return journal;
}

function swapped(
  line: JournalLineView,
  original: JournalEntryView,
  facts: PostingFacts,
  errors: ProblemError[],
): PlannedLine {
  const account = facts.account(original.legalEntityId, line.accountId)!;
  if (!account.isActive) {
    const message = `Account ${account.code} is inactive; activate it to reverse what was posted to it.`;
    errors.push({ pointer: '', code: 'account_inactive', message });
  }
  return {
    account,
    currency: currencyOf(line.currency),
    debit: new Decimal(line.credit),
    credit: new Decimal(line.debit),
    functionalDebit: new Decimal(line.functionalCredit),
    functionalCredit: new Decimal(line.functionalDebit),
    exchangeRate: line.exchangeRate === null ? null : new Decimal(line.exchangeRate),
    exchangeRateSource: line.exchangeRateSource,
    description: line.description,
    dimensions: line.dimensions,
    isRounding: line.isRounding,
    partyId: line.partyId,
    dueOn: line.dueOn as CalendarDate | null,
  };
}

/** As the database takes it back with the reversal: on its day. */
function takenBack(tax: EntryTaxView, taxPointOn: CalendarDate): PlannedTax {
  const negated = (amount: string) => zero.minus(amount);
  return {
    ...tax,
    // The tax lines of a reversal are written by the database, which knows their codes.
    taxCodeId: '',
    rate: new Decimal(tax.rate),
    taxPointOn,
    currency: currencyOf(tax.currency),
    base: negated(tax.base),
    tax: negated(tax.tax),
    functionalBase: negated(tax.functionalBase),
    functionalTax: negated(tax.functionalTax),
  };
}

const currencyOf = (code: string): Currency => findCurrency(code)!;
