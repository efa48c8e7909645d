import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { GENERAL_JOURNAL } from '../chart/standard-journals.js';
import type { PostingLine } from '../contract/ledger-posting.js';
import { openItemPermissions } from '../open-items/open-items.permissions.js';
import type { ApplyDeposit, DepositApplicationView } from './deposit-applications.dto.js';
import { type PlannedApplication, planApplication } from './plan-application.js';
import { receiptEvents } from './receipts.events.js';
import { SettledDocumentsRepository } from './settled-documents.repository.js';
import { SettlementOpening } from './settlement-opening.service.js';
import { SettlementReading } from './settlement-reading.service.js';
import { SettlementRecording, sumsByAccount } from './settlement-recording.service.js';
import { settlementRefusal } from './settlement-refusal.js';
import { applicationOf } from './settlement-views.js';

const ACTION = openItemPermissions.allocate.name;
const KIND = 'deposit_application';

/** Applies deposits to what customers were charged later. */
@Injectable()
export class DepositApplications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opening: SettlementOpening,
    private readonly documents: SettledDocumentsRepository,
    private readonly recording: SettlementRecording,
    private readonly reading: SettlementReading,
  ) {}

  /** @throws Problem deposit_application_refused, over_allocated, settlement_taken, posting_account_missing, period_closed, entry_refused */
  apply(body: ApplyDeposit, dryRun: boolean): Promise<DepositApplicationView> {
    const work = (transaction: Transaction) => this.applyWithin(transaction, body);
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  /** The same as a part of the running command of another document. */
  async applyWithin(transaction: Transaction, body: ApplyDeposit): Promise<DepositApplicationView> {
    const named = [body.depositItemId, ...body.allocations.map(({ openItemId }) => openItemId)];
    const opened = await this.opening.open(transaction, KIND, body, named);
    const { legalEntityId, party, items } = opened;
    const plan = planApplication(body, { legalEntityId, partyId: party.id, partyName: party.name }, items);
    if (plan.errors) throw settlementRefusal(KIND, plan.errors);
    const { deposit, amount, payments } = plan;
    const { currency } = deposit;
    const { reference, note, externalSource, externalId } = body;
    // At the rate of the deposit: what it brought is what it pays with, and the charge realises the difference.
    const { exchangeRate, exchangeRateSource } = (await this.documents.find(transaction, [deposit.id])).get(
      deposit.id,
    )!;
    const rate = exchangeRate === null ? {} : { exchangeRate, exchangeRateSource: exchangeRateSource ?? 'deposit' };
    const lines = linesOf(plan, party.id);
    await this.recording.record(transaction, ACTION, opened, {
      dateField: '/appliedOn',
      journalCode: GENERAL_JOURNAL,
      softCloseReason: body.softCloseReason,
      kept: { settledOn: body.appliedOn, currency, amount, reference, note, externalSource, externalId },
      money: { description: 'Application of a deposit', reference, currency, ...rate, lines },
      payments,
      deposit: { item: deposit, amount },
      corrections: [],
    });
    const view = await this.reading.describe(transaction, KIND, opened.id, applicationOf);
    const { id, partyId, appliedOn: date } = view;
    const data = { applicationId: id, legalEntityId, partyId, date, amount: view.amount, currency };
    await transaction.publish(receiptEvents.depositApplied, id, data);
    return view;
  }
}

/** From the account of the deposit to those of what it pays. */
function linesOf({ deposit, amount, payments }: PlannedApplication, partyId: string): PostingLine[] {
  const credits = [...sumsByAccount(payments)].map(([accountCode, credit]) => {
    return { accountCode, partyId, credit: credit.toString() };
  });
  return [{ accountCode: deposit.accountCode, partyId, debit: amount.toString() }, ...credits];
}
