import { Injectable } from '@nestjs/common';
import { sum } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { GENERAL_JOURNAL } from '../chart/standard-journals.js';
import { plannedAmounts } from './item-faults.js';
import { receiptEvents } from './receipts.events.js';
import { receiptPermissions } from './receipts.permissions.js';
import { SettlementReading } from './settlement-reading.service.js';
import { SettlementRecording } from './settlement-recording.service.js';
import { settlementRefusal } from './settlement-refusal.js';
import { writeOffOf } from './settlement-views.js';
import type { RecordWriteOff, WriteOffView } from './write-offs.dto.js';

const ACTION = receiptPermissions.writeOff.name;

/** Writes off what customers will not pay. */
@Injectable()
export class WriteOffsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recording: SettlementRecording,
    private readonly reading: SettlementReading,
  ) {}

  /** @throws Problem write_off_refused, over_allocated, settlement_taken, posting_account_missing, period_closed, entry_refused */
  record(body: RecordWriteOff, dryRun: boolean): Promise<WriteOffView> {
    const work = (transaction: Transaction) => this.recordWithin(transaction, body);
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  private async recordWithin(transaction: Transaction, body: RecordWriteOff): Promise<WriteOffView> {
    const named = body.items.map(({ openItemId }) => openItemId);
    const opened = await this.recording.open(transaction, 'write_off', body, named);
    const { legalEntityId, party, items } = opened;
    const scope = { legalEntityId, partyId: party.id, partyName: party.name };
    const { amounts, errors } = plannedAmounts(body.items, items, 'charge', scope);
    const { writtenOffOn, taxRelief = false } = body;
    amounts.forEach(({ item: { entryDate } }, index) => {
      if (entryDate <= writtenOffOn) return;
      const message = `The item is dated ${entryDate}; it is written off then or later.`;
      errors.push({ pointer: `/items/${index}/openItemId`, code: 'written_off_too_early', message });
    });
    if (errors.length > 0) throw settlementRefusal('write_off', errors);
    const { currency } = amounts[0]!.item;
    await this.recording.record(transaction, ACTION, opened, {
      dateField: '/writtenOffOn',
      journalCode: GENERAL_JOURNAL,
      softCloseReason: body.softCloseReason,
      kept: {
        settledOn: writtenOffOn,
        currency,
        amount: sum(amounts.map(({ amount }) => amount)),
        reference: body.reference,
        note: body.reason,
        externalSource: body.externalSource,
        externalId: body.externalId,
      },
      payments: [],
      corrections: amounts.map(({ item, amount }) => {
        return { item, amount, purpose: 'write_off', withTax: taxRelief, reason: null };
      }),
    });
    const view = await this.reading.describe(transaction, 'write_off', opened.id, writeOffOf);
    const { id, partyId, writtenOffOn: date } = view;
    const data = { writeOffId: id, legalEntityId, partyId, date, amount: view.amount, currency };
    await transaction.publish(receiptEvents.writeOffRecorded, id, data);
    return view;
  }
}
