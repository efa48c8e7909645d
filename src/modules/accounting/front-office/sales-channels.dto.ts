import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, List, Money, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from '../chart/account-type.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_RULES = 500;
const MOST_METHODS = 100;

export class ChannelAccountRule {
  @Text(100, {
    optional: true,
    example: 'BOOK-*',
    description: 'The code of the item (SKU), or how it begins with a star behind. This, the tax class, or both.',
  })
  itemCode?: string;

  @Text(50, { optional: true, example: 'books', description: 'Tax class of the item.' })
  itemTaxClass?: string;

  @Code(20, { example: '3010', description: 'Where such items are posted.' })
  accountCode: string;
}

export class ChannelPaymentMethod {
  @Text(100, { example: 'card', description: 'What the channel calls it; each once.' })
  method: string;

  @Code(20, {
    example: '1580',
    description:
      'Where the money is until the bank has it: the clearing account of the provider, cash, or a bank account.',
  })
  accountCode: string;
}

const tolerance = {
  sign: 'not_negative',
  optional: true,
  example: '0.05',
  description:
    'How far the total of the channel may be from ours, in the currency of the document: the difference is posted as rounding. Nothing where left out.',
} as const;

export class CreateSalesChannel {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'Who sells. The default one where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Text(100, {
    example: 'webshop',
    description: 'Unique in the legal entity and fixed for good: the source of its external ids. Case counts.',
  })
  code: string;

  @Text(200, { example: 'Web shop' })
  name: string;

  @Money(tolerance)
  totalsTolerance?: string;

  @List(() => ChannelAccountRule, {
    optional: true,
    max: MOST_RULES,
    description:
      'The first that fits an item names its account; revenue where none does. A change replaces the whole list.',
  })
  accountRules?: ChannelAccountRule[];

  @List(() => ChannelPaymentMethod, {
    optional: true,
    max: MOST_METHODS,
    description: 'Where each way to pay leads. A change replaces the whole list.',
  })
  paymentMethods?: ChannelPaymentMethod[];
}

class EditableSalesChannel extends PickType(CreateSalesChannel, [
  'name',
  'totalsTolerance',
  'accountRules',
  'paymentMethods',
]) {
  @Choice(activeStatuses, {
    name: 'SalesChannelStatus',
    example: 'active',
    description: 'An inactive one hands over nothing.',
  })
  status: ActiveStatus;
}

export class UpdateSalesChannel extends PartialType(EditableSalesChannel) {}

export class SalesChannelView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Text(100, { example: 'webshop' })
  code: string;

  @Text(200, { example: 'Web shop' })
  name: string;

  @Money({ example: '0.05' })
  totalsTolerance: string;

  @List(() => ChannelAccountRule, { max: MOST_RULES })
  accountRules: ChannelAccountRule[];

  @List(() => ChannelPaymentMethod, { max: MOST_METHODS })
  paymentMethods: ChannelPaymentMethod[];

  @Choice(activeStatuses, { name: 'SalesChannelStatus', example: 'active' })
  status: ActiveStatus;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;
}

export class SalesChannelList extends ListOf(SalesChannelView) {}
