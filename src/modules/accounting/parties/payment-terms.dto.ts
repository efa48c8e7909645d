import { PartialType, PickType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  List,
  Money,
  OnDate,
  Percentage,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from '../chart/account-type.js';
import type { Instalment } from './due-dates.js';
import { PaymentShare } from './payment-share.dto.js';
import type { PaymentTerms } from './payment-terms.entity.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_INSTALMENTS = 60;
const MOST_DISCOUNTS = 5;

export class CreatePaymentTerms {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Code(20, { example: 'NET30', description: 'Unique in the legal entity and fixed for good. Case counts.' })
  code: string;

  @Text(200, { example: '30 days net, 2 % within 10 days', description: 'As documents print it.' })
  name: string;

  @List(() => PaymentShare, {
    min: 1,
    max: MOST_INSTALMENTS,
    description: 'What falls due when. The percentages sum to 100. A change replaces the whole list.',
  })
  instalments: PaymentShare[];

  @List(() => PaymentShare, {
    optional: true,
    max: MOST_DISCOUNTS,
    description:
      'What may be deducted from each instalment that is paid until the day, from the earliest and largest to the latest and smallest. A change replaces the whole list.',
  })
  discounts?: PaymentShare[];
}

class EditablePaymentTerms extends PickType(CreatePaymentTerms, ['name', 'instalments', 'discounts']) {
  @Choice(activeStatuses, {
    name: 'PaymentTermsStatus',
    example: 'active',
    description: 'Inactive ones are given to no further party; those that have them keep them.',
  })
  status: ActiveStatus;
}

export class UpdatePaymentTerms extends PartialType(EditablePaymentTerms) {}

export class PaymentTermsView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Code(20, { example: 'NET30' })
  code: string;

  @Text(200, { example: '30 days net, 2 % within 10 days' })
  name: string;

  @List(() => PaymentShare, { max: MOST_INSTALMENTS })
  instalments: PaymentShare[];

  @List(() => PaymentShare, { max: MOST_DISCOUNTS })
  discounts: PaymentShare[];

  @Choice(activeStatuses, { name: 'PaymentTermsStatus', example: 'active' })
  status: ActiveStatus;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(terms: PaymentTerms): PaymentTermsView {
    const { id, legalEntityId, code, name, instalments, discounts, status, version } = terms;
    const [createdAt, updatedAt] = [terms.createdAt.toISOString(), terms.updatedAt.toISOString()];
    return { id, legalEntityId, code, name, instalments, discounts, status, version, createdAt, updatedAt };
  }
}

export class PaymentTermsList extends ListOf(PaymentTermsView) {}

export class PreviewDueDates {
  @OnDate({ example: '2026-03-05', description: 'Date of the document.' })
  documentOn: string;

  @Money({ example: '1250.00', description: 'What is to be paid in all; negative for a credit.' })
  amount: string;

  @CurrencyCode({ example: 'EUR', description: 'Decides how many decimals the amounts have.' })
  currency: string;
}

class DiscountView {
  @OnDate({ example: '2026-03-15', description: 'The last day on which it may be deducted.' })
  until: string;

  @Percentage({ example: '2' })
  percentage: string;

  @Money({ example: '25.00', description: 'Of this instalment.' })
  amount: string;
}

class InstalmentView {
  @OnDate({ example: '2026-04-04' })
  dueOn: string;

  @Money({ example: '1250.00' })
  amount: string;

  @List(() => DiscountView, { max: MOST_DISCOUNTS, description: 'From the earliest to the latest.' })
  discounts: DiscountView[];
}

export class DueDatesView {
  @List(() => InstalmentView, {
    max: MOST_INSTALMENTS,
    description: 'In the order of the dates. The amounts sum to the whole.',
  })
  instalments: InstalmentView[];

  static from(instalments: readonly Instalment[]): DueDatesView {
    return {
      instalments: instalments.map(({ dueOn, amount, discounts }) => ({
        dueOn,
        amount: String(amount),
        discounts: discounts.map((one) => ({ ...one, amount: String(one.amount) })),
      })),
    };
  }
}
