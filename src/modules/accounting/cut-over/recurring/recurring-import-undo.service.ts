import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { receivablesPermissions } from '../../receivables/receivables.permissions.js';
import { requirePermissions } from '../record-importing.service.js';
import type { TakenRecord } from '../record-imports.repository.js';
import type { RecordsUndo } from '../records-undo.js';
import { KnownRecurringRepository } from './known-recurring.repository.js';

/** Ends the recurring invoices that an import set up, while nothing came of any of them. */
@Injectable()
export class RecurringImportUndo implements RecordsUndo {
  constructor(private readonly known: KnownRecurringRepository) {}

  async faults(transaction: Transaction, records: readonly TakenRecord[]): Promise<ProblemError[]> {
    requirePermissions(transaction, [receivablesPermissions.issueSales]);
    const ids = records.map(({ id }) => id);
    // Whoever is making an invoice of one of them is waited for.
    await this.known.hold(transaction, ids);
    const made = await this.known.runCounts(transaction, ids);
    return records.flatMap(({ id, line, key }) => {
      const count = made.get(id);
      if (count === undefined) return [];
      const message = `${count} documents came of the recurring invoice ${key}: end it by itself.`;
      return [{ pointer: '', code: 'record_in_use', message, line }];
    });
  }

  async takeBack(transaction: Transaction, records: readonly TakenRecord[]) {
    const ids = records.map(({ id }) => id);
    const count = await this.known.end(transaction, ids);
    return { count, explanation: `${count} recurring invoices were ended. The file can be imported again.` };
  }
}
