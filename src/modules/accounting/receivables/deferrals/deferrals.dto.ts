import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  Money,
  Nested,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { exampleId, ServicePeriodFields } from '../documents/sales-fields.dto.js';
import { type DeferralMethod, deferralMethods } from './deferral-method.js';

export const deferralStatuses = ['deferred', 'recognized', 'credited'] as const;
export type DeferralStatus = (typeof deferralStatuses)[number];

export class DeferralView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId, description: 'The invoice whose line is deferred.' })
  invoiceId: string;

  @Code(60, { example: 'INV-2026-000017' })
  invoiceNumber: string;

  @Count(1, 1020, { example: 1, description: 'The place of the line in the invoice.' })
  position: number;

  @Text(500, { nullable: true, example: 'Subscription 2026' })
  description: string | null;

  @Ref({ example: exampleId, description: 'The customer; the one that stands for it where it was merged.' })
  partyId: string;

  @Text(30, { example: '10001' })
  partyNumber: string;

  @Text(200, { example: 'Nordlicht GmbH' })
  partyName: string;

  @Code(20, { example: '2970', description: 'Where it is until it is earned.' })
  accountCode: string;

  @Code(20, { example: '3000', description: 'Where it goes then.' })
  revenueAccountCode: string;

  @Nested(() => ServicePeriodFields)
  service: ServicePeriodFields;

  @Choice(deferralMethods, { name: 'DeferralMethod', example: 'by_day' })
  method: DeferralMethod;

  @Choice(deferralStatuses, {
    name: 'DeferralStatus',
    example: 'deferred',
    description: 'Something waits to be earned; all that was not credited is; or all was credited.',
  })
  status: DeferralStatus;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '1200.00', description: 'As invoiced. What is recognized, remains and was credited sums to it.' })
  amount: string;

  @Money({ example: '300.00' })
  recognizedAmount: string;

  @Money({ example: '900.00' })
  remainingAmount: string;

  @Money({ example: '0.00' })
  creditedAmount: string;

  @CurrencyCode({ example: 'EUR' })
  functionalCurrency: string;

  @Money({ example: '1200.00', description: 'At the rate of the invoice.' })
  functionalAmount: string;

  @Money({ example: '300.00' })
  functionalRecognized: string;

  @Money({ example: '900.00' })
  functionalRemaining: string;

  @Money({ example: '0.00' })
  functionalCredited: string;

  @OnDate({ nullable: true, example: '2026-04-30', description: 'When the next part can be recognized.' })
  nextDueOn: string | null;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z' })
  createdAt: string;
}

export class DeferralList extends ListOf(DeferralView) {}

export class DeferralPartView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  deferralId: string;

  @Ref({ example: exampleId, description: 'The invoice, or the credit note that changes what the month has.' })
  documentId: string;

  @Code(60, { example: 'INV-2026-000017' })
  documentNumber: string;

  @OnDate({ example: '2026-03-01', description: 'First day of the month that earns it.' })
  month: string;

  @OnDate({ example: '2026-03-31', description: 'From this day on it is recognized.' })
  dueOn: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '100.00', description: 'Below zero where a credit note takes it back.' })
  amount: string;

  @CurrencyCode({ example: 'EUR' })
  functionalCurrency: string;

  @Money({ example: '100.00' })
  functionalAmount: string;

  @Ref({ nullable: true, example: exampleId, description: 'The entry that recognized it; null until then.' })
  entryId: string | null;

  @OnDate({
    nullable: true,
    example: '2026-03-31',
    description: 'Date of that entry; later than `dueOn` where its period was closed.',
  })
  recognizedOn: string | null;
}

export class DeferralPartList extends ListOf(DeferralPartView) {}
