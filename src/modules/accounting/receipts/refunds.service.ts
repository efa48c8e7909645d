import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { receiptEvents } from './receipts.events.js';
import { receiptPermissions } from './receipts.permissions.js';
import type { RecordRefund, RefundView } from './refunds.dto.js';
import { RefundPlanning } from './refund-planning.service.js';
import { SettlementReading } from './settlement-reading.service.js';
import { SettlementRecording } from './settlement-recording.service.js';
import { refundOf } from './settlement-views.js';

const ACTION = receiptPermissions.recordRefunds.name;

/** Records what customers were paid back of their credits. */
@Injectable()
export class RefundsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planning: RefundPlanning,
    private readonly recording: SettlementRecording,
    private readonly reading: SettlementReading,
  ) {}

  /** @throws Problem refund_refused, over_allocated, settlement_taken, posting_account_missing, period_closed, entry_refused */
  record(body: RecordRefund, dryRun: boolean): Promise<RefundView> {
    const work = (transaction: Transaction) => this.recordWithin(transaction, body);
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  /** For a command that takes back what was withheld, and holds other things before: see `recordWithin`. */
  holdCustomer(transaction: Transaction, partyId: string): Promise<void> {
    return this.planning.holdCustomer(transaction, partyId);
  }

  /** The same as a part of the running command of another document. */
  async recordWithin(transaction: Transaction, body: RecordRefund): Promise<RefundView> {
    const refund = await this.planning.open(transaction, body);
    const { opened } = refund;
    const planned = await this.planning.plan(transaction, refund, body);
    await this.recording.record(transaction, ACTION, opened, planned);
    const view = await this.reading.describe(transaction, 'refund', opened.id, refundOf);
    const { id, legalEntityId, partyId, refundedOn: date, amount, currency } = view;
    const data = { refundId: id, legalEntityId, partyId, date, amount, currency };
    await transaction.publish(receiptEvents.refundRecorded, id, data);
    return view;
  }
}
