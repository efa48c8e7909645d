import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { importUndoRefusal } from '../exchange/import-undo-refusal.js';
import { queueImports } from '../exchange/queue-imports.js';
import { PartyImportUndo } from './parties/party-import-undo.service.js';
import type { RecordsUndo } from './records-undo.js';
import { RecurringImportUndo } from './recurring/recurring-import-undo.service.js';
import type { RecordImportView, UndoneRecordImportView } from './record-imports.dto.js';
import { RecordImportsRepository } from './record-imports.repository.js';

const ACTION = accountingPermissions.importBooks.name;

/** Takes an import of records back as a whole, while nothing builds on what it brought. */
@Injectable()
export class RecordImportUndo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: RecordImportsRepository,
    private readonly ofParties: PartyImportUndo,
    private readonly ofRecurring: RecurringImportUndo,
  ) {}

  /** @throws Problem import_not_undoable, forbidden */
  undo(id: string): Promise<UndoneRecordImportView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const { legalEntityId } = await this.imports.get(transaction, id);
      await queueImports(transaction, legalEntityId);
      const before = await this.imports.get(transaction, id);
      if (before.status === 'undone') {
        throw importUndoRefusal([
          { pointer: '', code: 'already_undone', message: 'The import has been undone before.' },
        ]);
      }
      const { count, explanation } = await this.takeBack(transaction, before);
      await this.imports.insertUndo(transaction, before);
      return { ...(await this.imports.get(transaction, id)), recordsTakenBack: count, explanation };
    });
  }

  private async takeBack(transaction: Transaction, { id, kind }: RecordImportView) {
    const undo: RecordsUndo = kind === 'parties' ? this.ofParties : this.ofRecurring;
    const records = await this.imports.taken(transaction, id);
    const faults = await undo.faults(transaction, records);
    if (faults.length > 0) throw importUndoRefusal(faults);
    return undo.takeBack(transaction, records);
  }
}
