import type { DepositApplicationSummary } from './deposit-applications.dto.js';
import type { ReceiptSummary } from './receipts.dto.js';
import type { RefundSummary } from './refunds.dto.js';
import type { MoneyView, SettlementView } from './settlement.view.js';
import type { SettlementRecord } from './settlements.repository.js';
import type { WriteOffSummary } from './write-offs.dto.js';

const common = (record: SettlementRecord): SettlementView => ({
  id: record.id,
  legalEntityId: record.legalEntityId,
  partyId: record.partyId,
  partyNumber: record.partyNumber,
  partyName: record.partyName,
  currency: record.currency,
  amount: record.amount,
  reference: record.reference,
  externalSource: record.externalSource,
  externalId: record.externalId,
  status: record.status,
  reversedOn: record.reversedOn,
  reversalReason: record.reversalReason,
  parts: record.parts,
  createdBy: record.createdBy,
  createdAt: record.createdAt,
  updatedAt: record.updatedAt,
});

/** What has moved money names its entry and account. */
const ofMoney = (record: SettlementRecord): MoneyView => ({
  ...common(record),
  journalCode: record.journalCode!,
  number: record.number!,
  entryId: record.entryId!,
  accountId: record.accountId!,
  accountCode: record.accountCode!,
  bankAccountId: record.bankAccountId,
  note: record.note,
});

export const receiptOf = (record: SettlementRecord): ReceiptSummary => ({
  ...ofMoney(record),
  receivedOn: record.settledOn,
  charge: record.charge,
  deposit: record.deposit,
  unallocatedAmount: record.unallocatedAmount,
  bankMatchId: record.bankMatchId,
});

export const refundOf = (record: SettlementRecord): RefundSummary => ({
  ...ofMoney(record),
  refundedOn: record.settledOn,
});

export const applicationOf = (record: SettlementRecord): DepositApplicationSummary => ({
  ...common(record),
  appliedOn: record.settledOn,
  entryId: record.entryId!,
  note: record.note,
});

export const writeOffOf = (record: SettlementRecord): WriteOffSummary => ({
  ...common(record),
  writtenOffOn: record.settledOn,
  reason: record.note!,
});
