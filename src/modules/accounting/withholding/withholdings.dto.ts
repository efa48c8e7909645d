import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  Money,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type WithholdingStatus, withholdingStatuses } from './withholdings.list.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class UpdateWithholding {
  @Text(100, {
    optional: true,
    nullable: true,
    example: 'R-2026-118',
    description: 'What the payer’s certificate is called; null takes it away, and its day with it.',
  })
  certificateNumber?: string | null;

  @OnDate({ optional: true, nullable: true, example: '2027-01-31', description: 'The day of the certificate.' })
  certifiedOn?: string | null;
}

/** A withholding as the database gives it. */
export interface WithholdingRow {
  id: string;
  legalEntityId: string;
  receiptId: string;
  refundId: string | null;
  openItemId: string;
  entryId: string;
  partyId: string;
  partyNumber: string;
  partyName: string;
  code: string;
  accountCode: string;
  withheldOn: string;
  currency: string;
  base: string | null;
  amount: string;
  expectedAmount: string | null;
  certificateNumber: string | null;
  certifiedOn: string | null;
  status: WithholdingStatus;
  reversedOn: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class WithholdingView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({
    example: exampleId,
    description: 'The receipt, or the refund, that it is a part of; with its reversal it is undone.',
  })
  receiptId: string;

  @Ref({
    nullable: true,
    example: null as never,
    description: 'The refund that took it back, of what had been kept back; then amounts are below zero.',
  })
  refundId: string | null;

  @Ref({ example: exampleId, description: 'The item that it settles besides what was paid, or paid back.' })
  openItemId: string;

  @Ref({ example: exampleId, description: 'The entry that claims it, or takes back the claim.' })
  entryId: string;

  @Ref({ example: exampleId, description: 'The customer; where that party was merged into another, the other one.' })
  partyId: string;

  @Text(30, { example: '1001' })
  partyNumber: string;

  @Text(200, { example: 'Nordlicht GmbH' })
  partyName: string;

  @Code(20, { example: 'IRPF', description: 'The withholding code.' })
  code: string;

  @Code(20, { example: '1230', description: 'The account of the claim.' })
  accountCode: string;

  @OnDate({ example: '2026-02-14' })
  withheldOn: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ nullable: true, example: '1000.00', description: 'What it was reckoned of, where the payer says so.' })
  base: string | null;

  @Money({ example: '150.00', description: 'What was kept back; what a refund took back is below zero.' })
  amount: string;

  @Money({
    nullable: true,
    example: '150.00',
    description:
      'What was expected of what was paid, or to be taken back, by the document of the item; null where that said nothing of the code.',
  })
  expectedAmount: string | null;

  @Text(100, { nullable: true, example: 'R-2026-118' })
  certificateNumber: string | null;

  @OnDate({ nullable: true, example: '2027-01-31' })
  certifiedOn: string | null;

  @Choice(withholdingStatuses, { name: 'WithholdingStatus', example: 'recorded' })
  status: WithholdingStatus;

  @OnDate({ nullable: true, example: null as never, description: 'When its receipt or refund was reversed.' })
  reversedOn: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-02-14T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-02-14T08:30:00.000Z' })
  updatedAt: string;

  static from(row: WithholdingRow): WithholdingView {
    const { id, legalEntityId, receiptId, refundId, openItemId, entryId, partyId, partyNumber, partyName, code } = row;
    const { accountCode, withheldOn, currency, certificateNumber, certifiedOn, status, reversedOn, version } = row;
    const { minorUnits } = requireCurrency(currency);
    const base = row.base && new Decimal(row.base).toFixed(minorUnits);
    const amount = new Decimal(row.amount).toFixed(minorUnits);
    const expectedAmount = row.expectedAmount && new Decimal(row.expectedAmount).toFixed(minorUnits);
    const of = {
      receiptId,
      refundId,
      openItemId,
      entryId,
      partyId,
      partyNumber,
      partyName,
      code,
      accountCode,
      withheldOn,
    };
    const certificate = { certificateNumber, certifiedOn };
    const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
    const state = { status, reversedOn, version };
    return { id, legalEntityId, ...of, currency, base, amount, expectedAmount, ...certificate, ...state, ...times };
  }
}

export class WithholdingList extends ListOf(WithholdingView) {}
