import {
  AtInstant,
  Choice,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  Nested,
  OnDate,
  Ref,
  Text,
  Value,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { languageTagRule } from '../../parties/language-tag.js';
import { PrintedPartyView } from '../../receivables/documents/printed-parties.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_ITEMS = 1_000_000;
const LONGEST = 20_000;

export const letterStatuses = ['issued', 'cancelled'] as const;
export type LetterStatus = (typeof letterStatuses)[number];

export class CancelDunningLetter {
  @Text(500, { example: 'The invoice was disputed' })
  reason: string;

  @OnDate({
    optional: true,
    example: '2026-03-05',
    description:
      'The date of the cancellation and of what it reverses: that of the letter or later; today where left out.',
  })
  cancelledOn?: string;

  @Text(500, {
    optional: true,
    example: 'Agreed with the auditor',
    description: 'Why the reversal of charges belongs into a period that is closed softly.',
  })
  softCloseReason?: string;
}

export class DunningLetterItemView {
  @Ref({ example: exampleId })
  openItemId: string;

  @Text(100, { nullable: true, example: 'INV-2026-0117', description: 'Number of its document.' })
  reference: string | null;

  @OnDate({ example: '2026-01-31' })
  entryDate: string;

  @OnDate({ example: '2026-02-10' })
  dueOn: string;

  @Money({ example: '1250.00', description: 'What was open of it.' })
  openAmount: string;

  @Count(1, 9, { example: 2 })
  level: number;

  @Money({ example: '6.25' })
  interest: string;

  @OnDate({ nullable: true, example: '2026-02-10', description: 'Interest is for the days after this one.' })
  interestAfter: string | null;

  @OnDate({ nullable: true, example: '2026-03-02', description: 'Interest is through this day.' })
  interestThrough: string | null;
}

export class DunningLetterSummary {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  runId: string;

  @Ref({ example: exampleId, description: 'The customer; where that party was merged into another, the other one.' })
  partyId: string;

  @Text(30, { example: '10001' })
  partyNumber: string;

  @Text(200, { example: 'Nordlicht GmbH' })
  partyName: string;

  @Count(1, 9, { example: 2, description: 'The highest of its items.' })
  level: number;

  @OnDate({ example: '2026-03-02' })
  issuedOn: string;

  @OnDate({ example: '2026-03-12' })
  payBy: string;

  @Value(languageTagRule, { example: 'de' })
  language: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '1250.00', description: 'What was open of its items.' })
  overdueAmount: string;

  @Money({ example: '0.00', description: 'What the customer had in credit.' })
  creditAmount: string;

  @Money({ example: '5.00' })
  fee: string;

  @Money({ example: '6.25' })
  interest: string;

  @Money({ example: '1261.25', description: 'What it asks for.' })
  totalAmount: string;

  @Flag({ example: true, description: 'Whether fee and interest are posted.' })
  postsCharges: boolean;

  @Ref({ nullable: true, example: exampleId, description: 'The entry that posts fee and interest, if there are any.' })
  entryId: string | null;

  @Choice(letterStatuses, { name: 'DunningLetterStatus', example: 'issued' })
  status: LetterStatus;

  @OnDate({ nullable: true, example: '2026-03-05' })
  cancelledOn: string | null;

  @Text(500, { nullable: true, example: 'The invoice was disputed' })
  cancellationReason: string | null;

  @Ref({ example: exampleId, description: 'Who confirmed its run.' })
  createdBy: string;

  @AtInstant({ example: '2026-03-02T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-03-02T08:30:00.000Z' })
  updatedAt: string;
}

export class DunningLetterView extends DunningLetterSummary {
  @Nested(() => PrintedPartyView)
  seller: PrintedPartyView;

  @Nested(() => PrintedPartyView)
  recipient: PrintedPartyView;

  @Text(LONGEST, { example: 'Zweite Mahnung' })
  subject: string;

  @Text(LONGEST, { multiline: true, example: 'Sehr geehrte Damen und Herren,' })
  introduction: string;

  @Text(LONGEST, { multiline: true, example: 'Wir bitten Sie, 1.261,25 EUR bis zum 12. März 2026 zu zahlen.' })
  conclusion: string;

  @List(() => DunningLetterItemView, { max: MOST_ITEMS, description: 'What it reminds of, the oldest due first.' })
  items: DunningLetterItemView[];
}

export class DunningLetterList extends ListOf(DunningLetterSummary) {}
