import { Injectable } from '@nestjs/common';
import type { Acting } from '#platform/database/acting.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { PostingAccountsRepository } from '../chart/posting-accounts.repository.js';
import { RECEIPTS_JOURNAL } from '../chart/standard-journals.js';
import type { PostingLine } from '../contract/ledger-posting.js';
import type { Correction } from './corrections.service.js';
import { EarlyDiscounts } from './early-discounts.repository.js';
import { moneyAccountFault } from './money-account.js';
import { planReceipt, type ReceiptPlan } from './plan-receipt.js';
import type { ReceiptView, RecordReceipt } from './receipts.dto.js';
import { receiptEvents } from './receipts.events.js';
import { receiptPermissions } from './receipts.permissions.js';
import { ReceiptAccounts } from './receipt-accounts.service.js';
import { type OpenedSettlement, SettlementRecording, sumsByAccount } from './settlement-recording.service.js';
import { settlementRefusal } from './settlement-refusal.js';
import { SettlementReading } from './settlement-reading.service.js';
import { receiptOf } from './settlement-views.js';
import { SettlementsRepository } from './settlements.repository.js';

const ACTION = receiptPermissions.recordReceipts.name;
type Planned = Extract<ReceiptPlan, { errors?: undefined }>;

/** Records what customers paid: money, what it settles, discounts and differences, in one transaction. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly recording: SettlementRecording,
    private readonly reading: SettlementReading,
    private readonly discounts: EarlyDiscounts,
    private readonly settlements: SettlementsRepository,
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly accounts: ReceiptAccounts,
  ) {}

  /** @throws Problem receipt_refused, over_allocated, settlement_taken, posting_account_missing, period_closed, entry_refused */
  record(body: RecordReceipt, dryRun: boolean): Promise<ReceiptView> {
    const work = (transaction: Transaction) => this.recordWithin(transaction, body);
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  /** The same as a part of the running command of another document. */
  async recordWithin(transaction: Transaction, body: RecordReceipt): Promise<ReceiptView> {
    requirePermissions(transaction.acting, body);
    const named = (body.allocations ?? []).map(({ openItemId }) => openItemId);
    const opened = await this.recording.open(transaction, 'receipt', body, named);
    const { functionalCurrency } = await this.legalEntity.describe(opened.legalEntityId);
    const currency = body.currency ?? functionalCurrency;
    const { legalEntityId, party, items } = opened;
    const plan = planReceipt(
      body,
      { legalEntityId, partyId: party.id, partyName: party.name, currency },
      {
        items,
        discounts: await this.discounts.of(transaction, [...items.keys()]),
      },
    );
    const money = await this.settlements.moneyAccount(transaction, legalEntityId, body);
    const fault = moneyAccountFault(body, money, currency);
    const errors = [...(fault ? [fault] : []), ...(plan.errors ?? [])];
    if (plan.errors || errors.length > 0) throw settlementRefusal('receipt', errors);
    const lines = await this.linesOf(transaction, opened, plan, body, money!.id);
    const { receivedOn, exchangeRate, exchangeRateSource, exchangeRateType, reference } = body;
    await this.recording.record(transaction, ACTION, opened, {
      dateField: '/receivedOn',
      journalCode: RECEIPTS_JOURNAL,
      softCloseReason: body.softCloseReason,
      kept: {
        settledOn: receivedOn,
        currency,
        amount: plan.amount,
        charge: plan.charge,
        accountId: money!.id,
        bankAccountId: body.bankAccountId === undefined ? undefined : money!.bankAccountId!,
        isDeposit: body.deposit ?? false,
        reference,
        note: body.note,
        externalSource: body.externalSource,
        externalId: body.externalId,
      },
      money: {
        description: `Receipt from ${party.name}`,
        reference,
        currency,
        exchangeRate,
        exchangeRateSource,
        exchangeRateType,
        lines,
      },
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

  /** Money and charge against the control accounts of what is paid, and that of what is left. */
  private async linesOf(
    transaction: Transaction,
    { legalEntityId, party }: OpenedSettlement,
    { amount, charge, settled, rest }: Planned,
    { deposit = false }: RecordReceipt,
    moneyAccountId: string,
  ): Promise<PostingLine[]> {
    const lines: PostingLine[] = [{ accountId: moneyAccountId, debit: amount.minus(charge).toString() }];
    if (!charge.isZero()) {
      const accounts = await this.postingAccounts.of(transaction, legalEntityId);
      lines.push({ accountId: accounts.get('bank_charges').id, debit: charge.toString() });
    }
    const credits = sumsByAccount(settled.map(({ item, paid }) => ({ item, amount: paid })));
    if (!rest.isZero()) {
      const code = await this.accounts.forRest(transaction, legalEntityId, party, deposit);
      credits.set(code, credits.get(code)?.plus(rest) ?? rest);
    }
    for (const [accountCode, sum] of credits) lines.push({ accountCode, partyId: party.id, credit: sum.toString() });
    return lines;
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

function correctionsOf({ item, discount, discountReason, difference }: Planned['settled'][number]): Correction[] {
  const corrections: Correction[] = [];
  if (!discount.isZero()) {
    corrections.push({ item, amount: discount, purpose: 'early_discount', withTax: true, reason: discountReason });
  }
  if (!difference.isZero()) {
    corrections.push({ item, amount: difference, purpose: 'payment_difference', withTax: false, reason: null });
  }
  return corrections;
}
