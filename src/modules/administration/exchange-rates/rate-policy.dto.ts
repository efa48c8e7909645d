import { Count, CurrencyCode } from '#platform/http/fields/fields.js';

export class UpdateExchangeRatePolicy {
  @CurrencyCode({
    optional: true,
    nullable: true,
    example: 'EUR',
    description: 'Currency that pairs without a rate of their own are led through; null for none.',
  })
  baseCurrency?: string | null;

  @Count(0, 366, {
    optional: true,
    example: 7,
    description: 'How many days older than the day of the conversion a rate may be.',
  })
  maxAgeDays?: number;
}

export class ExchangeRatePolicyView {
  @CurrencyCode({
    nullable: true,
    example: 'EUR',
    description: 'Currency that pairs without a rate of their own are led through; null for none, as at first.',
  })
  baseCurrency: string | null;

  @Count(0, 366, { example: 7, description: 'How many days older a rate may be; 7 at first.' })
  maxAgeDays: number;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;
}
