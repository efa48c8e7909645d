import { Injectable } from '@nestjs/common';
import type { Acting } from '#platform/database/acting.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { RECEIPTS_JOURNAL } from '../chart/standard-journals.js';
import type { Correction } from './corrections.service.js';
import { planReceipt, type SettledItem } from './plan-receipt.js';
import type { ReceiptView, RecordReceipt } from './receipts.dto.js';
import { receiptEvents } from './receipts.events.js';
import { receiptPermissions } from './receipts.permissions.js';
import { ReceiptFactsReader } from './receipt-facts.reader.js';
import { ReceiptLines } from './receipt-lines.service.js';
import { SettlementOpening } from './settlement-opening.service.js';
import { SettlementRecording } from './settlement-recording.service.js';
import { settlementRefusal } from './settlement-refusal.js';
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
    private readonly facts: ReceiptFactsReader,
    private readonly lines: ReceiptLines,
  ) {}

  /** @throws Problem receipt_refused, over_allocated, settlement_taken, posting_account_missing, period_closed, entry_refused */
  record(body: RecordReceipt, dryRun: boolean): Promise<ReceiptView> {
    const work = (transaction: Transaction) => this.recordWithin(transaction, body);
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  /** The same as a part of the running command of another document. */
  async recordWithin(transaction: Transaction, body: RecordReceipt): Promise<ReceiptView> {
    requirePermissions(transaction.acting, body);
    const { opened, plan, account, currency } = await this.plan(transaction, body);
    const { legalEntityId } = opened;
    const { exchangeRate, exchangeRateSource, exchangeRateType, reference } = body;
    const rate = { currency, exchangeRate, exchangeRateSource, exchangeRateType };
    const lines = await this.lines.of(transaction, opened, plan, body, account.id);
    await this.recording.record(transaction, ACTION, opened, {
      dateField: '/receivedOn',
      journalCode: RECEIPTS_JOURNAL,
      softCloseReason: body.softCloseReason,
      kept: {
        settledOn: body.receivedOn,
        currency,
        amount: plan.amount,
        charge: plan.charge,
        accountId: account.id,
        bankAccountId: body.bankAccountId === undefined ? undefined : account.bankAccountId!,
        isDeposit: body.deposit ?? false,
        reference,
        note: body.note,
        externalSource: body.externalSource,
        externalId: body.externalId,
      },
      money: { description: 'Receipt', reference, ...rate, lines },
      payments: plan.settled.map(({ item, paid }) => ({ item, amount: paid })),
      corrections: plan.settled.flatMap(correctionsOf),
    });
    const view = await this.reading.describe(transaction, 'receipt', opened.id, receiptOf);
    await transaction.publish(receiptEvents.receiptRecorded, view.id, {
      receiptId: view.id,
      legalEntityId,
      partyId: view.partyId,
      date: view.receivedOn,
      amount: view.amount,
      currency,
    });
    return view;
  }

  /** What the receipt would do, with all that is wrong with it told at once. */
  private async plan(transaction: Transaction, body: RecordReceipt) {
    const named = (body.allocations ?? []).map(({ openItemId }) => openItemId);
    const opened = await this.opening.open(transaction, 'receipt', body, named);
    const { legalEntityId, party } = opened;
    const currency = body.currency ?? opened.functionalCurrency;
    const scope = { legalEntityId, partyId: party.id, partyName: party.name, currency };
    const plan = planReceipt(body, scope, await this.facts.of(transaction, opened, body));
    const { account, errors } = await this.opening.money(transaction, opened, body, currency);
    if (plan.errors || errors.length > 0) throw settlementRefusal('receipt', [...errors, ...(plan.errors ?? [])]);
    return { opened, plan, account: account!, currency };
  }
}

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

function correctionsOf({ item, discount, discountReason, withheld, difference }: SettledItem): Correction[] {
  const corrections: Correction[] = [];
  if (!discount.isZero()) {
    corrections.push({ item, amount: discount, purpose: 'early_discount', withTax: true, reason: discountReason });
  }
  if (withheld) {
    const { amount, ...withholding } = withheld;
    corrections.push({ item, amount, purpose: 'withholding', withTax: false, reason: null, withholding });
  }
  if (!difference.isZero()) {
    corrections.push({ item, amount: difference, purpose: 'payment_difference', withTax: false, reason: null });
  }
  return corrections;
}
