import { Code, OnDate, Rate, Ref, Text } from '#platform/http/fields/fields.js';
import { rateType } from '../journal/journal-lines.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** Items that one document settles. */
export const MOST_ITEMS = 200;

/** What receipts, refunds, write-offs and applications of deposits are told of. */
export class SettlementFields {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Ref({ example: exampleId, description: 'The customer; of a merged one, the survivor is meant.' })
  partyId: string;

  @Text(100, { optional: true, example: 'RF18 5390 0754 7034', description: 'Reference of the payment or document.' })
  reference?: string;

  @Text(100, {
    optional: true,
    example: 'webshop',
    description: 'The system that it comes from; given together with `externalId`.',
  })
  externalSource?: string;

  @Text(200, {
    optional: true,
    example: 'payment-4711',
    description: 'The key in that system; one of a kind for each, in a legal entity.',
  })
  externalId?: string;

  @Text(500, {
    optional: true,
    example: 'Payment of January, found in February',
    description:
      'Why it belongs into a softly closed period; needs the permission `accounting.fiscal_period.pass_soft_close`.',
  })
  softCloseReason?: string;
}

/** The same of money that moves. */
export class MoneyFields extends SettlementFields {
  @Rate({
    optional: true,
    sign: 'positive',
    example: '0.95',
    description:
      'Functional currency for one unit of the currency. Where neither rate nor source is given, the rate that is recorded for the day is taken; refused in the functional currency.',
  })
  exchangeRate?: string;

  @Text(100, { optional: true, example: 'bank', description: 'Where the rate comes from; needed with a rate.' })
  exchangeRateSource?: string;

  @Code(20, {
    ...rateType,
    optional: true,
    example: 'spot',
    description: 'Type of the recorded rate to take; `spot` where left out. Not with a rate that is given.',
  })
  exchangeRateType?: string;

  @Ref({
    optional: true,
    example: exampleId,
    description: 'The bank account of the money, of the same currency. Give this or `accountId`.',
  })
  bankAccountId?: string;

  @Ref({
    optional: true,
    example: exampleId,
    description:
      'The ledger account of the money: an asset or a liability, such as cash or the clearing account of a payment provider, that controls neither receivables nor payables. Give this or `bankAccountId`.',
  })
  accountId?: string;

  @Text(500, { optional: true, example: 'Paid by the parent company' })
  note?: string;
}

export class ReverseSettlement {
  @OnDate({
    optional: true,
    example: '2026-02-20',
    description:
      'Date of what takes it back, not before the document or what it settled; today where left out, or that day where it is later.',
  })
  reversedOn?: string;

  @Text(500, { example: 'The direct debit was returned' })
  reason: string;

  @Text(500, {
    optional: true,
    example: 'Returned in January, told in February',
    description:
      'Why it belongs into a softly closed period; needs the permission `accounting.fiscal_period.pass_soft_close`.',
  })
  softCloseReason?: string;
}
