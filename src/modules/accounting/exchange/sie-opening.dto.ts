import { Choice, Code, List, Money, Nested, Text } from '#platform/http/fields/fields.js';

const openingTreatments = ['none', 'posted', 'verified'] as const;
const completionReasons = ['previous_result', 'opening_difference'] as const;

export class SieAccountAmountView {
  @Code(20, { example: '2098' })
  accountCode: string;

  @Money({ example: '-63532.92', description: 'Debit positive.' })
  amount: string;
}

export class SieOpeningCompletionView extends SieAccountAmountView {
  @Choice(completionReasons, {
    name: 'SieOpeningCompletionReason',
    example: 'previous_result',
    description: 'The result of the year before, which the file has not carried, or the difference that was allowed.',
  })
  reason: (typeof completionReasons)[number];
}

export class SieOpeningView {
  @Choice(openingTreatments, {
    name: 'SieOpeningTreatment',
    example: 'posted',
    description: '`posted`: #IB is the opening entry. `verified`: the books have the year before, and #IB agrees.',
  })
  treatment: (typeof openingTreatments)[number];

  @Money({ example: '63532.92', description: 'Sum of #IB 0.' })
  difference: string;

  @Nested(() => SieOpeningCompletionView, { nullable: true, description: 'What completes openings that leave a sum.' })
  completion: SieOpeningCompletionView | null;

  @List(() => SieAccountAmountView, {
    max: 200_000,
    description: 'What the unclosed result of the year before in the books adds to equity accounts.',
  })
  carriedResult: SieAccountAmountView[];

  @Text(2000, { example: '#IB 0 is the opening entry. It sums to zero.' })
  explanation: string;
}
