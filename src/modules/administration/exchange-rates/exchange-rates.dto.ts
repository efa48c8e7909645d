import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  DerivedExchangeRate,
  ExchangeRate,
  Flag,
  List,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { rateTypeCode } from './rate-types.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const derivations = ['direct', 'inverse', 'triangulated'] as const;

/** The facts of a rate. */
export class ExchangeRateFields {
  @Code(20, {
    ...rateTypeCode,
    example: 'spot',
    description: '`spot` (the rate of the day), `average`, `closing`, or the code of a type of the organization’s own.',
  })
  rateType: string;

  @CurrencyCode({ example: 'EUR' })
  fromCurrency: string;

  @CurrencyCode({ example: 'SEK' })
  toCurrency: string;

  @OnDate({
    example: '2026-01-30',
    description: 'The day that the rate is for; the last one of the period of an average.',
  })
  rateOn: string;

  @ExchangeRate({
    sign: 'positive',
    example: '11.2345',
    description: 'Units of `toCurrency` for one of `fromCurrency`; at least 0.000000001.',
  })
  rate: string;

  @Text(50, { example: 'ECB', description: 'Who published or agreed the rate.' })
  source: string;
}

export class RecordExchangeRate extends ExchangeRateFields {
  @Flag({
    optional: true,
    example: false,
    description:
      'Whether this corrects the rate that is recorded for the same type, pair and day. Without it another rate is refused.',
  })
  isCorrection?: boolean;
}

export class ExchangeRateView extends ExchangeRateFields {
  @Ref({ example: exampleId })
  id: string;

  @Count(1, 2_147_483_647, { example: 1, description: '1 as first recorded; each correction counts on.' })
  revision: number;

  @Flag({ example: true, description: 'Whether no later revision corrects it.' })
  isCurrent: boolean;

  @Ref({ example: exampleId, description: 'Who recorded it.' })
  recordedBy: string;

  @AtInstant({ example: '2026-01-30T15:10:00.000Z', description: 'From when on it was known.' })
  recordedAt: string;
}

export class ExchangeRateList extends ListOf(ExchangeRateView) {}

export class ApplicableRateQuery {
  @Code(20, { ...rateTypeCode, example: 'spot', description: 'Type of the rate.' })
  rateType: string;

  @CurrencyCode({ example: 'USD', description: 'Currency of the amount.' })
  fromCurrency: string;

  @CurrencyCode({ example: 'SEK', description: 'Currency to convert it to.' })
  toCurrency: string;

  @OnDate({
    optional: true,
    example: '2026-01-31',
    description: 'The day to convert at; today by the clock of the organization where left out.',
  })
  rateOn?: string;

  @Count(0, 366, {
    optional: true,
    example: 7,
    description: 'How many days older the rate may be; what the policy says where left out.',
  })
  maxAgeDays?: number;

  @AtInstant({
    optional: true,
    example: '2026-02-01T08:00:00Z',
    description: 'Look at the rates as they were known at this instant, before later corrections.',
  })
  knownAt?: string;
}

export class ExchangeRateLegView extends ExchangeRateFields {
  @Ref({ example: exampleId, description: 'The recorded rate.' })
  exchangeRateId: string;

  @Count(1, 2_147_483_647, { example: 1 })
  revision: number;

  @Flag({ example: false, description: 'Whether the step divides by the recorded rate instead of multiplying by it.' })
  isInverse: boolean;

  @Count(0, 366, { example: 1, description: 'Days that it is older than the day that was asked for.' })
  ageDays: number;

  @AtInstant({ example: '2026-01-30T15:10:00.000Z' })
  recordedAt: string;
}

export class ApplicableRateView {
  @Code(20, { ...rateTypeCode, example: 'spot' })
  rateType: string;

  @CurrencyCode({ example: 'USD' })
  fromCurrency: string;

  @CurrencyCode({ example: 'SEK' })
  toCurrency: string;

  @OnDate({ example: '2026-01-31', description: 'The day that was asked for.' })
  rateOn: string;

  @Count(0, 366, { example: 7, description: 'How many days older a rate was allowed to be.' })
  maxAgeDays: number;

  @DerivedExchangeRate({
    sign: 'positive',
    example: '10.3353265869365',
    description: 'Exactly as recorded where direct; else 15 significant digits, rounded half-up once.',
  })
  rate: string;

  @Choice(derivations, {
    name: 'ExchangeRateDerivation',
    example: 'triangulated',
    description: '`direct` as recorded; `inverse` of the opposite pair; `triangulated` through the base currency.',
  })
  derivation: (typeof derivations)[number];

  @Text(1000, {
    example:
      '1 USD = 10.3353265869365 SEK: the inverse of 1 EUR = 1.087 USD (ECB, 2026-01-30, 1 day before), times 1 EUR = 11.2345 SEK (ECB, 2026-01-30, 1 day before), of type spot; 15 significant digits.',
    description: 'How the rate came about, in words.',
  })
  explanation: string;

  @List(() => ExchangeRateLegView, { min: 1, max: 2, description: 'The recorded rates that it was derived from.' })
  legs: ExchangeRateLegView[];
}
