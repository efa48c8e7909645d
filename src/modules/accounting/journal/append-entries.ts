import { newId } from '#kernel/id.js';
import type { Acting } from '#platform/database/acting.js';
import { type ColumnText, compositeArray } from '#platform/database/composite-array.js';
import type { LastStatement, Statement } from '#platform/database/transaction.js';
import { accountingPermissions } from '../accounting.permissions.js';
import type { PlannedEntry, PlannedLine } from './planned-entry.js';

const APPEND: Statement = {
  name: 'append_journal_entries',
  text: 'SELECT accounting.append_journal_entries($1, $2, $3) AS numbers',
};

/** The attributes of `accounting.entry_to_append`, in its order. */
const entryColumns = [
  'id',
  'legal_entity_id',
  'journal_id',
  'fiscal_year_id',
  'period_id',
  'entry_date',
  'kind',
  'description',
  'reference',
  'external_source',
  'external_id',
  'functional_currency',
  'line_count',
  'total',
  'reversal_of',
  'soft_close_reason',
  'actor_id',
  'action',
  'request_id',
  'origin',
  'origin_id',
] as const;

/** The attributes of `accounting.line_to_append`, in its order. */
const lineColumns = [
  'entry_id',
  'line_number',
  'legal_entity_id',
  'account_id',
  'entry_date',
  'currency',
  'debit',
  'credit',
  'functional_debit',
  'functional_credit',
  'exchange_rate',
  'exchange_rate_source',
  'description',
  'dimension_value_ids',
  'is_rounding',
  'party_id',
  'due_on',
] as const;

type EntryRow = Record<(typeof entryColumns)[number], ColumnText>;
type LineRow = Record<(typeof lineColumns)[number], ColumnText>;

/** Stands in an answer where a number belongs that the database has yet to draw. Nobody's text can contain it. */
const NUMBER = `number ${newId()}`;

/** The entries of one command, and the answer that it gets once their numbers are known, in entry order. */
export interface PostingCommand<T> {
  acting: Acting;
  /** What the entries are recorded as done by; posting by hand where left out. */
  action?: string;
  entries: readonly PlannedEntry[];
  answer: (numbers: readonly number[]) => T;
}

/**
 * The posting statement: draws the numbers and writes entries, lines, balances, events and the answers kept for the
 * idempotency keys; for one entry, thousands, or the entries of several commands that share a transaction.
 */
export function appendEntries<T>(commands: readonly PostingCommand<T>[]): LastStatement<T[]> {
  let drawn = 0;
  const placed = commands.map((command) => {
    const first = drawn;
    drawn += command.entries.length;
    return { command, first };
  });
  return {
    statement: APPEND,
    values: [
      compositeArray(entryColumns, commands.flatMap(entryRows)),
      compositeArray(
        lineColumns,
        commands.flatMap(({ entries }) => entries.flatMap(lineRows)),
      ),
      JSON.stringify(placed.flatMap(({ command, first }) => answerRow(command, first) ?? [])),
    ],
    toResult: (rows) => {
      const numbers = (rows[0] as { numbers: number[] | null }).numbers ?? [];
      return placed.map(({ command, first }) => command.answer(numbers.slice(first, first + command.entries.length)));
    },
  };
}

/** The posting statement for one command. */
export function appendCommand<T>(command: PostingCommand<T>): LastStatement<T> {
  const append = appendEntries([command]);
  return { ...append, toResult: (rows) => append.toResult(rows)[0]! };
}

/** The answer as text around its numbers; the same text goes out now and at a replay. */
function answerRow<T>({ acting, entries, answer }: PostingCommand<T>, first: number): object | undefined {
  const { actorId, idempotency } = acting;
  if (!idempotency) return undefined;
  const markers = entries.map(() => NUMBER as unknown as number);
  return {
    actor_id: actorId,
    key: idempotency.key,
    request_hash: idempotency.requestHash.toString('hex'),
    first_drawn: first,
    pieces: JSON.stringify(answer(markers)).split(JSON.stringify(NUMBER)),
  };
}

function entryRows<T>({
  acting,
  entries,
  action = accountingPermissions.postEntries.name,
}: PostingCommand<T>): EntryRow[] {
  return entries.map((entry) => ({
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
    actor_id: acting.actorId,
    action,
    request_id: acting.requestId,
    origin: entry.origin?.type ?? null,
    origin_id: entry.origin?.id ?? null,
  }));
}

function lineRows(entry: PlannedEntry): LineRow[] {
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
    dimension_value_ids: idArray(line.dimensions),
    is_rounding: line.isRounding ? 't' : 'f',
    party_id: line.partyId,
    due_on: line.dueOn,
  }));
}

/** As the database wants them: sorted, and null where there are none. */
function idArray(dimensions: PlannedLine['dimensions']): ColumnText {
  if (dimensions.length === 0) return null;
  const ids = dimensions.map(({ valueId }) => valueId).sort();
  return `{${ids.join(',')}}`;
}
