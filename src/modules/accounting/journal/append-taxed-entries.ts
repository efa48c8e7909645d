import type { LastStatement, Transaction } from '#platform/database/transaction.js';
import { appendCommand, type PostingCommand } from './append-entries.js';
import type { EntryTaxes } from './entry-taxes.js';

/**
 * The posting statement of a command, with the taxes of its entries behind it. Where no line names taxes it is the posting
 * statement alone.
 */
export async function appendTaxed<T>(
  transaction: Transaction,
  entryTaxes: EntryTaxes,
  command: PostingCommand<T>,
): Promise<LastStatement<T>> {
  const append = appendCommand(command);
  const taxes = entryTaxes.statementOf(transaction.organizationId, command.entries);
  if (!taxes) return append;
  // Tax lines belong to entries that there are.
  const rows = await transaction.rows(append.statement, append.values);
  return { ...taxes, toResult: () => append.toResult(rows) };
}
