import { newId } from '#kernel/id.js';
import type { Acting } from '#platform/database/acting.js';
import type { LastStatement, Statement } from '#platform/database/transaction.js';
import type { PlannedEntry } from './planned-entry.js';

const APPEND: Statement = {
  name: 'append_journal_entries',
  text: 'SELECT accounting.append_journal_entries($1, $2, $3, $4, $5) AS numbers',
};

/** Stands in the answer where a number belongs that the database has yet to draw. Nobody's text can contain it. */
const NUMBER = `number ${newId()}`;

/**
 * The posting statement: draws the numbers and writes entries, lines, balances, events and the answer kept for the
 * idempotency key, for one entry or thousands.
 *
 * @param answer makes the answer of the command out of the numbers, in entry order
 */
export function appendEntries<T>(
  entries: readonly PlannedEntry[],
  acting: Acting,
  answer: (numbers: readonly number[]) => T,
): LastStatement<T> {
  const { idempotency } = acting;
  // The number's place is the only use of the marker, so the type of the marker does not matter.
  const markers = entries.map(() => NUMBER as unknown as number);
  const pieces = idempotency ? JSON.stringify(answer(markers)).split(JSON.stringify(NUMBER)) : [];
  return {
    statement: APPEND,
    values: [
      JSON.stringify(entries.map(entryRow)),
      JSON.stringify(entries.flatMap(lineRows)),
      pieces,
      idempotency?.key ?? null,
      idempotency?.requestHash ?? null,
    ],
    toResult: (rows) => answer((rows[0] as { numbers: number[] }).numbers),
  };
}

function entryRow(entry: PlannedEntry): object {
  return {
    id: entry.id,
    legal_entity_id: entry.legalEntityId,
    journal_id: entry.journal.id,
    fiscal_year_id: entry.period.fiscalYearId,
    period_id: entry.period.id,
    entry_date: entry.entryDate,
    kind: entry.kind,
    description: entry.description,
    reference: entry.reference,
    external_source: entry.externalSource,
    external_id: entry.externalId,
    functional_currency: entry.functionalCurrency.code,
    line_count: entry.lines.length,
    total: entry.total.toFixed(entry.functionalCurrency.minorUnits),
    reversal_of: entry.reversalOf,
    soft_close_reason: entry.softCloseReason,
  };
}

function lineRows(entry: PlannedEntry): object[] {
  const functionalUnits = entry.functionalCurrency.minorUnits;
  return entry.lines.map((line, index) => ({
    entry_id: entry.id,
    line_number: index + 1,
    legal_entity_id: entry.legalEntityId,
    account_id: line.account.id,
    entry_date: entry.entryDate,
    currency: line.currency.code,
    debit: line.debit.toFixed(line.currency.minorUnits),
    credit: line.credit.toFixed(line.currency.minorUnits),
    functional_debit: line.functionalDebit.toFixed(functionalUnits),
    functional_credit: line.functionalCredit.toFixed(functionalUnits),
    exchange_rate: line.exchangeRate?.toString() ?? null,
    exchange_rate_source: line.exchangeRateSource,
    description: line.description,
  }));
}
