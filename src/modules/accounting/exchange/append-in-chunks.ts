import type { Transaction } from '#platform/database/transaction.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import { appendTaxed } from '../journal/append-taxed-entries.js';
import type { EntryTaxes } from '../journal/entry-taxes.js';
import type { PlannedEntry } from '../journal/planned-entry.js';

/** Most lines that one posting statement takes here; a longer entry goes alone. */
const MOST_LINES = 5_000;

/**
 * Posts entries in their order with as many posting statements as keep each short, so that neither the database nor this
 * process is busy with one of them for long.
 */
export async function appendInChunks(
  transaction: Transaction,
  action: string,
  entries: readonly PlannedEntry[],
  entryTaxes: EntryTaxes,
): Promise<void> {
  // The answer to remember is that of the whole command, which this posting is a part of.
  const acting = { ...transaction.acting, idempotency: undefined };
  let done = 0;
  await reportProgress({ step: 'posting', done, outOf: entries.length });
  for (const chunk of chunksOf(entries)) {
    const command = { acting, action, entries: chunk, answer: () => undefined };
    const { statement, values } = await appendTaxed(transaction, entryTaxes, command);
    await transaction.rows(statement, values);
    done += chunk.length;
    await reportProgress({ step: 'posting', done, outOf: entries.length });
  }
}

function* chunksOf(entries: readonly PlannedEntry[]): Generator<PlannedEntry[]> {
  let chunk: PlannedEntry[] = [];
  let lines = 0;
  for (const entry of entries) {
    if (chunk.length > 0 && lines + entry.lines.length > MOST_LINES) {
      yield chunk;
      [chunk, lines] = [[], 0];
    }
    chunk.push(entry);
    lines += entry.lines.length;
  }
  if (chunk.length > 0) yield chunk;
}
