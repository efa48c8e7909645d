import type { Decimal } from '#kernel/decimal.js';
import type { EntryTaxView } from './entry-taxes.dto.js';
import type { JournalEntryView } from './journal-entries.dto.js';
import type { JournalLineView } from './journal-lines.dto.js';
import type { PlannedEntry, PlannedLine } from './planned-entry.js';

/** What every planned entry of one transaction shares once it is posted. */
export interface PostingRecord {
  actorId: string;
  postedAt: Date;
}

/** The view of an entry that is about to be posted: the same as will be read later. */
export function viewOfPlanned(entry: PlannedEntry, number: number, record: PostingRecord): JournalEntryView {
  const functional = (amount: Decimal) => amount.toFixed(entry.functionalCurrency.minorUnits);
  return {
    id: entry.id,
    legalEntityId: entry.legalEntityId,
    journalCode: entry.journal.code,
    number,
    fiscalYearId: entry.period.fiscalYearId,
    periodId: entry.period.id,
    entryDate: entry.entryDate,
    adjustment: entry.period.isAdjustment,
    kind: entry.kind,
    status: 'posted',
    description: entry.description,
    reference: entry.reference,
    externalSource: entry.externalSource,
    externalId: entry.externalId,
    functionalCurrency: entry.functionalCurrency.code,
    total: functional(entry.total),
    reversalOf: entry.reversalOf,
    reversedBy: null,
    softCloseReason: entry.softCloseReason,
    postedBy: record.actorId,
    postedAt: record.postedAt.toISOString(),
    approval: null,
    origin: entry.origin,
    lines: linesOfPlanned(entry),
    taxes: taxesOfPlanned(entry),
  };
}

/** The lines of an entry as they would be posted. */
export function linesOfPlanned({ lines, functionalCurrency }: PlannedEntry): JournalLineView[] {
  const functional = (amount: Decimal) => amount.toFixed(functionalCurrency.minorUnits);
  return lines.map((line, index) => viewOfLine(line, index + 1, functional));
}

/** The taxes of an entry as they would be posted. */
export function taxesOfPlanned({ taxes, functionalCurrency }: PlannedEntry): EntryTaxView[] {
  const functional = (amount: Decimal) => amount.toFixed(functionalCurrency.minorUnits);
  return taxes.map(({ taxCodeId: _id, currency, rate, base, tax, functionalBase, functionalTax, ...same }) => ({
    ...same,
    rate: rate.toFixed(),
    currency: currency.code,
    base: base.toFixed(currency.minorUnits),
    tax: tax.toFixed(currency.minorUnits),
    functionalBase: functional(functionalBase),
    functionalTax: functional(functionalTax),
  }));
}

function viewOfLine(line: PlannedLine, lineNumber: number, functional: (amount: Decimal) => string): JournalLineView {
  return {
    lineNumber,
    accountId: line.account.id,
    accountCode: line.account.code,
    accountName: line.account.name,
    currency: line.currency.code,
    debit: line.debit.toFixed(line.currency.minorUnits),
    credit: line.credit.toFixed(line.currency.minorUnits),
    functionalDebit: functional(line.functionalDebit),
    functionalCredit: functional(line.functionalCredit),
    exchangeRate: line.exchangeRate?.toString() ?? null,
    exchangeRateSource: line.exchangeRateSource,
    description: line.description,
    dimensions: line.dimensions.map((dimension) => ({ ...dimension })),
    isRounding: line.isRounding,
    partyId: line.partyId,
    dueOn: line.dueOn,
  };
}
