import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingProblems } from '../accounting.problems.js';
import { openItemPermissions } from '../open-items/open-items.permissions.js';
import { receiptEvents } from './receipts.events.js';
import { receiptPermissions } from './receipts.permissions.js';
import type { ReverseSettlement } from './settlement-fields.dto.js';
import type { SettlementKind } from './settlement-refusal.js';
import { SettlementReading } from './settlement-reading.service.js';
import { SettlementUndoing, type UndoneWith } from './settlement-undoing.service.js';
import { type SettlementRecord, SettlementsRepository } from './settlements.repository.js';

const ACTIONS: Readonly<Record<SettlementKind, string>> = {
  receipt: receiptPermissions.recordReceipts.name,
  refund: receiptPermissions.recordRefunds.name,
  write_off: receiptPermissions.writeOff.name,
  deposit_application: openItemPermissions.allocate.name,
};

/** Takes receipts, refunds and write-offs back: what they settled is open again, and what they posted is reversed. */
@Injectable()
export class SettlementReversal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settlements: SettlementsRepository,
    private readonly reading: SettlementReading,
    private readonly undoing: SettlementUndoing,
  ) {}

  /** @throws Problem not_found, settlement_reversed, settlement_used, reversal_too_early, period_closed, entry_refused */
  reverse<Summary extends object>(
    kind: SettlementKind,
    id: string,
    body: ReverseSettlement,
    viewOf: (record: SettlementRecord) => Summary,
  ) {
    return this.unitOfWork.run(ACTIONS[kind], async (transaction) => {
      const record = await this.settlements.get(transaction, kind, id);
      if (record.status === 'reversed') {
        throw accountingProblems.settlement_reversed(`It was reversed on ${record.reversedOn}.`);
      }
      if (record.bankMatchId !== null) throw ofBankMatch(record.bankMatchId);
      await this.undo(transaction, record, body);
      return this.reading.describe(transaction, kind, id, viewOf);
    });
  }

  /**
   * As a part of the running command that undoes their match: the receipts that were recorded for a line of a statement.
   *
   * @returns the ids of the entries that moved the money
   * @throws Problem settlement_used, reversal_too_early, period_closed, entry_refused
   */
  async reverseOfBankMatch(transaction: Transaction, bankMatchId: string, body: UndoneWith): Promise<string[]> {
    const receipts = await this.settlements.ofBankMatch(transaction, bankMatchId);
    for (const record of receipts) await this.undo(transaction, record, body);
    return receipts.map(({ entryId }) => entryId!);
  }

  private async undo(transaction: Transaction, record: SettlementRecord, body: UndoneWith): Promise<void> {
    const { id, kind } = record;
    await this.undoing.undo(transaction, ACTIONS[kind], record, body);
    await publish(transaction, await this.settlements.get(transaction, kind, id));
  }
}

async function publish(transaction: Transaction, record: SettlementRecord): Promise<void> {
  const { id, kind, legalEntityId, partyId, amount, currency } = record;
  const data = { legalEntityId, partyId, date: record.reversedOn!, amount, currency };
  if (kind === 'receipt') await transaction.publish(receiptEvents.receiptReversed, id, { receiptId: id, ...data });
  else if (kind === 'refund') await transaction.publish(receiptEvents.refundReversed, id, { refundId: id, ...data });
  else if (kind === 'deposit_application')
    await transaction.publish(receiptEvents.depositApplicationReversed, id, { applicationId: id, ...data });
  else await transaction.publish(receiptEvents.writeOffReversed, id, { writeOffId: id, ...data });
}

function ofBankMatch(bankMatchId: string): Error {
  const message = `It was recorded for a line of a bank statement; undo the match ${bankMatchId}, which takes it back.`;
  return accountingProblems.settlement_used(message);
}
