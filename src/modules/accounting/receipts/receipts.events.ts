import type { EventDeclaration } from '#platform/events/event-declaration.js';
import { CurrencyCode, Money, OnDate, Ref } from '#platform/http/fields/fields.js';

const id = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const head = {
  legalEntityId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12',
  partyId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13',
  date: '2026-02-14',
  amount: '1250.00',
  currency: 'EUR',
};

class SettlementData {
  @Ref({ example: head.legalEntityId })
  legalEntityId: string;

  @Ref({ example: head.partyId })
  partyId: string;

  @OnDate({ example: head.date, description: 'The date of what happened.' })
  date: string;

  @Money({ example: head.amount })
  amount: string;

  @CurrencyCode({ example: head.currency })
  currency: string;
}

class ReceiptData extends SettlementData {
  @Ref({ example: id, description: 'Also the subject of the event.' })
  receiptId: string;
}

class RefundData extends SettlementData {
  @Ref({ example: id, description: 'Also the subject of the event.' })
  refundId: string;
}

class WriteOffData extends SettlementData {
  @Ref({ example: id, description: 'Also the subject of the event.' })
  writeOffId: string;
}

class ApplicationData extends SettlementData {
  @Ref({ example: id, description: 'Also the subject of the event.' })
  applicationId: string;
}

const ofReceipt = (type: string, description: string): EventDeclaration<ReceiptData> => {
  return { type, description, data: ReceiptData, example: { receiptId: id, ...head } };
};
const ofRefund = (type: string, description: string): EventDeclaration<RefundData> => {
  return { type, description, data: RefundData, example: { refundId: id, ...head } };
};
const ofWriteOff = (type: string, description: string): EventDeclaration<WriteOffData> => {
  return { type, description, data: WriteOffData, example: { writeOffId: id, ...head } };
};

const ofApplication = (type: string, description: string): EventDeclaration<ApplicationData> => {
  return { type, description, data: ApplicationData, example: { applicationId: id, ...head } };
};

export const receiptEvents = {
  receiptRecorded: ofReceipt('accounting.receipt.recorded.v1', 'What a customer paid was recorded and posted.'),
  receiptReversed: ofReceipt(
    'accounting.receipt.reversed.v1',
    'A receipt was taken back, as when a payment bounces: what it settled is open again.',
  ),
  refundRecorded: ofRefund('accounting.refund.recorded.v1', 'What a customer was paid back was recorded and posted.'),
  refundReversed: ofRefund('accounting.refund.reversed.v1', 'A refund was taken back: the credits are open again.'),
  writeOffRecorded: ofWriteOff('accounting.write_off.recorded.v1', 'What a customer will not pay was written off.'),
  writeOffReversed: ofWriteOff('accounting.write_off.reversed.v1', 'A write-off was taken back: the items are open.'),
  depositApplied: ofApplication(
    'accounting.deposit.applied.v1',
    'A deposit was applied to what a customer was charged.',
  ),
  depositApplicationReversed: ofApplication(
    'accounting.deposit_application.reversed.v1',
    'An application of a deposit was taken back: the deposit and what it paid are open again.',
  ),
} as const;
