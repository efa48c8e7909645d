import { Injectable } from '@nestjs/common';
import { sum } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { RECEIPTS_JOURNAL } from '../chart/standard-journals.js';
import type { PostingLine } from '../contract/ledger-posting.js';
import { plannedAmounts } from './item-faults.js';
import { receiptEvents } from './receipts.events.js';
import { receiptPermissions } from './receipts.permissions.js';
import type { RecordRefund, RefundView } from './refunds.dto.js';
import { SettlementOpening } from './settlement-opening.service.js';
import { SettlementReading } from './settlement-reading.service.js';
import { SettlementRecording, sumsByAccount } from './settlement-recording.service.js';
import { settlementRefusal } from './settlement-refusal.js';
import { refundOf } from './settlement-views.js';

const ACTION = receiptPermissions.recordRefunds.name;

/** Records what customers were paid back of their credits. */
@Injectable()
export class RefundsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opening: SettlementOpening,
    private readonly recording: SettlementRecording,
    private readonly reading: SettlementReading,
  ) {}

  /** @throws Problem refund_refused, over_allocated, settlement_taken, posting_account_missing, period_closed, entry_refused */
  record(body: RecordRefund, dryRun: boolean): Promise<RefundView> {
    const work = (transaction: Transaction) => this.recordWithin(transaction, body);
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  /** The same as a part of the running command of another document. */
  async recordWithin(transaction: Transaction, body: RecordRefund): Promise<RefundView> {
    const named = body.items.map(({ openItemId }) => openItemId);
    const opened = await this.opening.open(transaction, 'refund', body, named);
    const { legalEntityId, party, items } = opened;
    const scope = { legalEntityId, partyId: party.id, partyName: party.name };
    const { amounts, errors } = plannedAmounts(body.items, items, 'credit', scope);
    if (errors.length > 0) throw settlementRefusal('refund', errors);
    const { currency } = amounts[0]!.item;
    const money = await this.opening.money(transaction, opened, body, currency);
    if (money.errors.length > 0) throw settlementRefusal('refund', money.errors);
    const account = money.account!;
    const amount = sum(amounts.map((one) => one.amount));
    const lines: PostingLine[] = [...sumsByAccount(amounts)].map(([accountCode, debit]) => {
      return { accountCode, partyId: party.id, debit: debit.toString() };
    });
    lines.push({ accountId: account.id, credit: amount.toString() });
    const { exchangeRate, exchangeRateSource, exchangeRateType, reference } = body;
    const description = 'Refund';
    await this.recording.record(transaction, ACTION, opened, {
      dateField: '/refundedOn',
      journalCode: RECEIPTS_JOURNAL,
      softCloseReason: body.softCloseReason,
      kept: {
        settledOn: body.refundedOn,
        currency,
        amount,
        accountId: account.id,
        bankAccountId: body.bankAccountId === undefined ? undefined : account.bankAccountId!,
        reference,
        note: body.note,
        externalSource: body.externalSource,
        externalId: body.externalId,
      },
      money: { description, reference, currency, exchangeRate, exchangeRateSource, exchangeRateType, lines },
      payments: amounts,
      corrections: [],
    });
    const view = await this.reading.describe(transaction, 'refund', opened.id, refundOf);
    const { id, partyId, refundedOn: date } = view;
    const data = { refundId: id, legalEntityId, partyId, date, amount: view.amount, currency };
    await transaction.publish(receiptEvents.refundRecorded, id, data);
    return view;
  }
}
