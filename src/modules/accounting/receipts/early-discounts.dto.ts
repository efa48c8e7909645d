import { List, Money, OnDate, Percentage, Ref } from '#platform/http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_STEPS = 10;

export class DiscountStepFields {
  @OnDate({ example: '2026-02-10', description: 'The last day of payment that it holds for.' })
  untilOn: string;

  @Percentage({
    optional: true,
    sign: 'positive',
    example: '2',
    description: 'In per cent of the item, with the tax in it; below 100. Give this or `amount`.',
  })
  percentage?: string;

  @Money({
    optional: true,
    sign: 'positive',
    example: '20.00',
    description: 'In the currency of the item, and less than it. Give this or `percentage`.',
  })
  amount?: string;
}

export class RecordEarlyDiscounts {
  @List(() => DiscountStepFields, { min: 1, max: MOST_STEPS, description: 'Each with a day of its own.' })
  steps: DiscountStepFields[];
}

export class EarlyDiscountsQuery {
  @OnDate({ optional: true, example: '2026-02-08', description: 'The day of payment; today where left out.' })
  on?: string;
}

export class DiscountStepView {
  @OnDate({ example: '2026-02-10' })
  untilOn: string;

  @Percentage({ nullable: true, example: '2' })
  percentage: string | null;

  @Money({ example: '20.00', description: 'What it comes to for the whole item.' })
  amount: string;
}

export class EarlyDiscountsView {
  @Ref({ example: exampleId })
  openItemId: string;

  @OnDate({ example: '2026-02-08' })
  on: string;

  @List(() => DiscountStepView, { max: 1000, description: 'All that was offered, in the order of their days.' })
  steps: DiscountStepView[];

  @Money({ example: '20.00', description: 'What is offered for the whole item on the day; zero where nothing is.' })
  offered: string;

  @Money({ example: '0.00', description: 'What was granted of it already.' })
  granted: string;

  @Money({ example: '20.00', description: 'What would be granted to whoever settles all that is open on the day.' })
  available: string;

  @Money({ example: '980.00', description: 'What would be paid then.' })
  payable: string;
}
