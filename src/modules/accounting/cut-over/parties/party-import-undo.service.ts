import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { partyEvents } from '../../parties/parties.events.js';
import { partyPermissions } from '../../parties/parties.permissions.js';
import { PartiesRepository } from '../../parties/parties.repository.js';
import { requirePermissions } from '../record-importing.service.js';
import type { TakenRecord } from '../record-imports.repository.js';
import type { RecordsUndo } from '../records-undo.js';
import { KnownPartiesRepository } from './known-parties.repository.js';

/** Archives the parties that an import made: their numbers stay theirs, and another import brings them back. */
@Injectable()
export class PartyImportUndo implements RecordsUndo {
  constructor(
    private readonly parties: PartiesRepository,
    private readonly known: KnownPartiesRepository,
  ) {}

  async faults(transaction: Transaction, records: readonly TakenRecord[]): Promise<ProblemError[]> {
    requirePermissions(transaction, [partyPermissions.manageParties]);
    const made = new Map(records.filter(({ isMade }) => isMade).map((record) => [record.id, record]));
    const ids = [...made.keys()];
    // Whatever begins to name one of them waits, or is seen below.
    await this.parties.hold(transaction, ids);
    const found = [...(await this.parties.findAll(transaction, ids)).values()];
    const merged = found
      .filter(({ status }) => status === 'merged')
      .map(({ id, number }) => fault(made.get(id)!, 'party_merged', `Party ${number} was merged into another.`));
    const numbers = new Map(found.map(({ id, number }) => [id, number]));
    const named = (await this.known.references(transaction, ids)).map(({ partyId, referrer }) => {
      const message = `Party ${numbers.get(partyId)} is named by ${referrer.replaceAll('_', ' ')} records.`;
      return fault(made.get(partyId)!, 'record_in_use', message);
    });
    return [...merged, ...named];
  }

  async takeBack(transaction: Transaction, records: readonly TakenRecord[]) {
    const made = records.filter(({ isMade }) => isMade).map(({ id }) => id);
    const archived = await this.known.archive(transaction, made);
    await this.known.archiveBankAccounts(
      transaction,
      records.flatMap(({ bankAccountId }) => bankAccountId ?? []),
    );
    const events = archived.map(({ id, legalEntityId, number }) => {
      return { subject: id, data: { partyId: id, legalEntityId, number } };
    });
    await transaction.publishAll(partyEvents.partyUpdated, events);
    const explanation = `${archived.length} parties were archived, with the bank accounts that came in. What the file changed of parties that had been there stays. The file can be imported again.`;
    return { count: archived.length, explanation };
  }
}

const fault = ({ line }: TakenRecord, code: string, message: string): ProblemError => {
  return { pointer: '', code, message, line };
};
