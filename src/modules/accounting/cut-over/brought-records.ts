import type { RecordCounts, RecordOutcome } from './record-imports.dto.js';

/** A record of a file as it stands afterwards. */
export interface BroughtRecord {
  /** Of the file, from 1. */
  line: number;
  /** What the file calls it. */
  key: string;
  id: string;
  outcome: RecordOutcome;
  /** The one that was entered with it. */
  bankAccountId: string | null;
}

export function countsOf(records: readonly BroughtRecord[]): RecordCounts {
  const counts: RecordCounts = { created: 0, changed: 0, reactivated: 0, unchanged: 0, bankAccounts: 0 };
  for (const { outcome, bankAccountId } of records) {
    counts[outcome] += 1;
    if (bankAccountId !== null) counts.bankAccounts += 1;
  }
  return counts;
}
