import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { TakenRecord } from './record-imports.repository.js';

/** Takes the records of one kind out of use. */
export interface RecordsUndo {
  /** Those that the import made are held; each reason why one stays is told. */
  faults(transaction: Transaction, records: readonly TakenRecord[]): Promise<ProblemError[]>;
  /** @returns how many were taken out of use, and what that means */
  takeBack(transaction: Transaction, records: readonly TakenRecord[]): Promise<{ count: number; explanation: string }>;
}
