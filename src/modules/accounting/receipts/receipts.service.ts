import { Injectable } from '@nestjs/common';
import type { Acting } from '#platform/database/acting.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { ExpectedWithholdingsRepository } from '../withholding/expected-withholdings.repository.js';
import { namedWithholdings } from './plan-withholding.js';
import type { ReceiptView, RecordReceipt } from './receipts.dto.js';
import { receiptEvents } from './receipts.events.js';
import { receiptPermissions } from './receipts.permissions.js';
import { ReceiptPlanning } from './receipt-planning.service.js';
import { SettlementOpening } from './settlement-opening.service.js';
import { SettlementRecording } from './settlement-recording.service.js';
import { SettlementReading } from './settlement-reading.service.js';
import { receiptOf } from './settlement-views.js';

const ACTION = receiptPermissions.recordReceipts.name;

/** Records what customers paid: money, what it settles, discounts and differences, in one transaction. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opening: SettlementOpening,
    private readonly recording: SettlementRecording,
    private readonly reading: SettlementReading,
    private readonly planning: ReceiptPlanning,
    private readonly expected: ExpectedWithholdingsRepository,
  ) {}

  /** @throws Problem receipt_refused, over_allocated, settlement_taken, posting_account_missing, period_closed, entry_refused */
  record(body: RecordReceipt, dryRun: boolean): Promise<ReceiptView> {
    const work = (transaction: Transaction) => this.recordWithin(transaction, body);
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  /**
   * The same as a part of the running command of another document.
   *
   * @param of the match with a line of a bank statement that it is recorded for, and that is made after it
   */
  async recordWithin(
    transaction: Transaction,
    body: RecordReceipt,
    of: { bankMatchId?: string } = {},
  ): Promise<ReceiptView> {
    requirePermissions(transaction.acting, body);
    const named = (body.allocations ?? []).map(({ openItemId }) => openItemId);
    const beside = await this.expected.itemsBeside(transaction, withheldItems(body));
    const opened = await this.opening.open(transaction, 'receipt', body, [...named, ...beside]);
    const planned = await this.planning.plan(transaction, opened, body);
    await this.recording.record(transaction, ACTION, opened, { ...planned, kept: { ...planned.kept, ...of } });
    const view = await this.reading.describe(transaction, 'receipt', opened.id, receiptOf);
    await transaction.publish(receiptEvents.receiptRecorded, view.id, {
      receiptId: view.id,
      legalEntityId: opened.legalEntityId,
      partyId: view.partyId,
      date: view.receivedOn,
      amount: view.amount,
      currency: view.currency,
    });
    return view;
  }
}

/** What is withheld of an item hangs on what else its document has open, so that is held, too. */
const withheldItems = ({ allocations = [] }: RecordReceipt): string[] =>
  allocations.flatMap((one) => (namedWithholdings(one).length > 0 ? one.openItemId : []));

/** Who records a receipt gives nothing away by it without further permissions. */
function requirePermissions({ permissions }: Acting, { differenceTolerance, allocations = [] }: RecordReceipt): void {
  const { writeOff, grantDiscounts } = receiptPermissions;
  if (differenceTolerance !== undefined && !permissions.has(writeOff.name)) {
    throw platformProblems.forbidden(`Accepting differences needs the permission ${writeOff.name}.`);
  }
  const isBeyondOffers = allocations.some(({ discountReason }) => discountReason !== undefined);
  if (isBeyondOffers && !permissions.has(grantDiscounts.name)) {
    throw platformProblems.forbidden(`Discounts that were not offered need the permission ${grantDiscounts.name}.`);
  }
}
