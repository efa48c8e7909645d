import {
  AtInstant,
  Choice,
  Code,
  CurrencyCode,
  Flag,
  List,
  Money,
  Nested,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_ROWS = 200_000;

export class BankReconciliationReportQuery {
  @Ref({ example: exampleId, description: 'The bank account.' })
  bankAccountId: string;

  @OnDate({
    example: '2026-01-31',
    description: 'Up to the end of this day of the books, and to the last statement that ends on it or before.',
  })
  asOf: string;
}

export const bankItemKinds = ['deposit_in_transit', 'outstanding_payment'] as const;
export type BankItemKind = (typeof bankItemKinds)[number];

export class BankReconciliationItemView {
  @Choice(bankItemKinds, { name: 'BankItemKind', example: 'deposit_in_transit' })
  kind: BankItemKind;

  @OnDate({ example: '2026-01-30', description: 'Of the entry.' })
  itemOn: string;

  @Ref({
    nullable: true,
    example: exampleId,
    description:
      'Line of the books; of a match that reaches past the day, the first. Null where the bank took back later what it had booked in error.',
  })
  ledgerLineId: string | null;

  @Ref({ nullable: true, example: exampleId })
  entryId: string | null;

  @Text(500, { nullable: true, example: 'Receipt of invoice 2026-17' })
  description: string | null;

  @Text(100, { nullable: true, example: 'INV-2026-17' })
  reference: string | null;

  @Ref({
    nullable: true,
    example: exampleId,
    description: 'The match with what a later statement brought; null where it waits still.',
  })
  matchId: string | null;

  @Flag({
    example: false,
    description: 'The other way round: the bank has it, and the books have it only after the day.',
  })
  bookedLater: boolean;

  @Money({ example: '200.00', description: 'What comes in is positive.' })
  amount: string;
}

export class BankUnmatchedLineView {
  @Ref({ example: exampleId })
  statementLineId: string;

  @OnDate({ example: '2026-01-30' })
  bookedOn: string;

  @Text(200, { nullable: true, example: 'Ann Example' })
  counterpartyName: string | null;

  @Text(2000, { nullable: true, example: 'Invoice 2026-17' })
  remittance: string | null;

  @Money({ example: '250.00' })
  amount: string;
}

export class BankReconciliationFigures {
  @Money({ example: '1237.50', description: 'Closing balance of the statement, or what the bank account began with.' })
  statementBalance: string;

  @Money({ example: '200.00', description: 'What the books have received and the bank has not.' })
  depositsInTransit: string;

  @Money({ example: '50.00', description: 'What the books have paid and the bank has not.' })
  outstandingPayments: string;

  @Money({ example: '1387.50', description: 'Balance of the ledger account in the currency of the bank account.' })
  bookBalance: string;

  @Money({
    example: '0.00',
    description: 'Book balance less statement balance, less deposits in transit, plus outstanding payments.',
  })
  difference: string;
}

export const bankReportStatuses = ['signed_off', 'provable', 'open'] as const;
export type BankReportStatus = (typeof bankReportStatuses)[number];

export class BankReconciliationReportView {
  @Ref({ example: exampleId })
  legalEntityId: string;

  @Text(200, { example: 'Example Ltd' })
  legalEntityName: string;

  @Ref({ example: exampleId })
  bankAccountId: string;

  @Text(200, { example: 'Business account' })
  bankAccountName: string;

  @Code(34, { nullable: true, example: 'DE02120300000000202051' })
  iban: string | null;

  @Code(20, { example: '1930' })
  accountCode: string;

  @CurrencyCode({ example: 'EUR', description: 'Of the bank account; all amounts are in it.' })
  currency: string;

  @OnDate({ example: '2026-01-31' })
  asOf: string;

  @Choice(bankReportStatuses, {
    name: 'BankReportStatus',
    example: 'signed_off',
    description:
      '`signed_off`: as it was then. `provable`: as it is now, and it can be signed off. `open`: something stands in the way.',
  })
  status: BankReportStatus;

  @Ref({ nullable: true, example: exampleId, description: 'The sign-off; null where there is none of this day.' })
  reconciliationId: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The last statement up to the day.' })
  statementId: string | null;

  @Nested(() => BankReconciliationFigures)
  figures: BankReconciliationFigures;

  @List(() => BankReconciliationItemView, { max: MOST_ROWS, description: 'What is on its way, by date.' })
  items: BankReconciliationItemView[];

  @List(() => BankUnmatchedLineView, {
    max: MOST_ROWS,
    description: 'Lines of the statements up to the day that are not matched.',
  })
  unmatchedLines: BankUnmatchedLineView[];

  @AtInstant({ example: '2026-02-02T08:30:00.000Z', description: 'When the report was made.' })
  generatedAt: string;
}
