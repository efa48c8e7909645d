import { PartialType, PickType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  OnDate,
  Percentage,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from '../chart/account-type.js';
import type { DatedShare, Instalment } from './due-dates.js';
import type { PaymentTerms } from './payment-terms.entity.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_INSTALMENTS = 60;
const MOST_DISCOUNTS = 5;

/**
 * A share, and a day counted from the date of the document: first the months, then on to the end of that month, then the
 * days, then to the day of the month. What is left out does nothing.
 */
export class PaymentShare implements DatedShare {
  @Percentage({ sign: 'positive', example: '100', description: 'In percent.' })
  percentage: string;

  @Count(0, 120, {
    optional: true,
    nullable: true,
    example: 1,
    description: 'Months later on the same day, or the last of a shorter month.',
  })
  months?: number | null;

  @Flag({ optional: true, nullable: true, example: false, description: 'On to the last day of that month.' })
  endOfMonth?: boolean | null;

  @Count(0, 3650, { optional: true, nullable: true, example: 30, description: 'Days later.' })
  days?: number | null;

  @Count(1, 31, {
    optional: true,
    nullable: true,
    example: 15,
    description: 'On to the next such day of a month, or the last day of a shorter one.',
  })
  dayOfMonth?: number | null;
}

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

export class DueDatesQuery {
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
