import { AtInstant, Choice, Code, CurrencyCode, List, Money, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { JournalEntryView } from '../journal/journal-entries.dto.js';
import { MOST_ITEMS } from './settlement-fields.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const partPurposes = [
  'payment',
  'early_discount',
  'payment_difference',
  'withholding',
  'write_off',
  'deposit',
] as const;
export type PartPurpose = (typeof partPurposes)[number];

export const settlementStatuses = ['recorded', 'reversed'] as const;
export type SettlementStatus = (typeof settlementStatuses)[number];

/** What a document did to an open item. */
export class SettlementPartView {
  @Ref({ example: exampleId })
  openItemId: string;

  @Choice(partPurposes, { name: 'SettlementPartPurpose', example: 'payment' })
  purpose: PartPurpose;

  @Money({ example: '98.00', description: 'What it took off the item.' })
  amount: string;

  @Ref({ example: exampleId, description: 'The journal entry that posted it.' })
  entryId: string;

  @Text(500, {
    nullable: true,
    example: 'Agreed with sales',
    description: 'Why a discount was granted that was not offered.',
  })
  reason: string | null;

  @Code(20, {
    nullable: true,
    example: null as never,
    description: 'Of what was withheld, or what a refund took back of that: the code.',
  })
  withholdingCode: string | null;

  @Money({
    nullable: true,
    example: null as never,
    description:
      'Of what was withheld or taken back: what was expected by the document of the item; null where that said nothing of the code.',
  })
  expectedAmount: string | null;

  @Money({
    example: '0.00',
    description: 'What the item has open now. Debits are positive, credits negative.',
  })
  openAmount: string;
}

/** What receipts, refunds and write-offs have in common. */
export class SettlementView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId, description: 'The customer; where that party was merged into another, the other one.' })
  partyId: string;

  @Text(30, { example: '1001' })
  partyNumber: string;

  @Text(200, { example: 'Nordlicht GmbH' })
  partyName: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '98.00' })
  amount: string;

  @Text(100, { nullable: true, example: 'RF18 5390 0754 7034' })
  reference: string | null;

  @Text(100, { nullable: true, example: 'webshop' })
  externalSource: string | null;

  @Text(200, { nullable: true, example: 'payment-4711' })
  externalId: string | null;

  @Choice(settlementStatuses, { name: 'SettlementStatus', example: 'recorded' })
  status: SettlementStatus;

  @OnDate({ nullable: true, example: '2026-02-20', description: 'When it was taken back.' })
  reversedOn: string | null;

  @Text(500, { nullable: true, example: 'The direct debit was returned' })
  reversalReason: string | null;

  @List(() => SettlementPartView, {
    max: 4 * MOST_ITEMS,
    description: 'What it did to open items, item by item; `deposit` is what was taken of a deposit.',
  })
  parts: SettlementPartView[];

  @Ref({ example: exampleId, description: 'Who recorded it.' })
  createdBy: string;

  @AtInstant({ example: '2026-02-14T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-02-14T08:30:00.000Z' })
  updatedAt: string;
}

/** The same of money that moved. */
export class MoneyView extends SettlementView {
  @Text(20, { example: 'RECEIPTS' })
  journalCode: string;

  @Text(20, { example: '17', description: 'The number of its entry in that journal and fiscal year; without gaps.' })
  number: string;

  @Ref({ example: exampleId, description: 'The entry that moves the money.' })
  entryId: string;

  @Ref({ example: exampleId, description: 'The ledger account of the money.' })
  accountId: string;

  @Code(20, { example: '1930' })
  accountCode: string;

  @Ref({ nullable: true, example: exampleId, description: 'The bank account, where it was named.' })
  bankAccountId: string | null;

  @Text(500, { nullable: true, example: 'Paid by the parent company' })
  note: string | null;
}

/** All entries of a document. */
export const Entries = () =>
  List(() => JournalEntryView, {
    max: 4 * MOST_ITEMS,
    description:
      'All that was posted for it, in the order of posting: money, discounts and differences, realised exchange differences, and what takes it back.',
  });
