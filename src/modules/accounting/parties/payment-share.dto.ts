import { Count, Flag, Percentage } from '#platform/http/fields/fields.js';
import type { DatedShare } from './due-dates.js';

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
