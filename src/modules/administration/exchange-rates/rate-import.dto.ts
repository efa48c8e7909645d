import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { Choice, Code, Count, ExchangeRate, List, Text } from '#platform/http/fields/fields.js';
import { ExchangeRateFields } from './exchange-rates.dto.js';
import { rateTypeCode } from './rate-types.js';

export const MOST_JSON_RATES = 5000;
export const MOST_CSV_RATES = 20_000;
export const MOST_CORRECTIONS_SHOWN = 100;
const onDifferences = ['refuse', 'correct'] as const;
const statuses = ['imported', 'dry_run'] as const;

export class ImportExchangeRatesQuery extends DryRunQuery {
  @Choice(onDifferences, {
    name: 'ExchangeRateOnDifference',
    optional: true,
    example: 'refuse',
    description:
      'What to do with a rate or source that differs from the one recorded for the same type, pair and day: `refuse` the import, which is the standard, or `correct` it by a further revision.',
  })
  onDifference?: (typeof onDifferences)[number];
}

export class ImportExchangeRatesFromCsvQuery extends ImportExchangeRatesQuery {
  @Code(20, {
    ...rateTypeCode,
    optional: true,
    example: 'spot',
    description: 'Type of the rates whose line names none, or of all where the file has no column `rateType`.',
  })
  rateType?: string;

  @Text(50, {
    optional: true,
    example: 'ECB',
    description: 'Source of the rates whose line names none, or of all where the file has no column `source`.',
  })
  source?: string;
}

export class ImportExchangeRates {
  @List(() => ExchangeRateFields, {
    min: 1,
    max: MOST_JSON_RATES,
    description: 'Imported together or, where one is refused, not at all.',
  })
  rates: ExchangeRateFields[];
}

export class ExchangeRateCorrectionView extends ExchangeRateFields {
  @Count(0, MOST_CSV_RATES, { example: 3, description: 'Position in the request, from 0; of a file, among its rows.' })
  index: number;

  @ExchangeRate({ sign: 'positive', example: '11.2354', description: 'The rate that is corrected, as it was.' })
  formerRate: string;

  @Text(50, { example: 'ECB' })
  formerSource: string;

  @Count(2, 2_147_483_647, { example: 2 })
  revision: number;
}

export class ExchangeRateImportView {
  @Choice(statuses, { name: 'ExchangeRateImportStatus', example: 'imported' })
  status: (typeof statuses)[number];

  @Count(0, MOST_CSV_RATES, { example: 32, description: 'Rates that were given.' })
  given: number;

  @Count(0, MOST_CSV_RATES, { example: 29, description: 'Rates for a type, pair and day that had none.' })
  added: number;

  @Count(0, MOST_CSV_RATES, { example: 1, description: 'Rates that correct another.' })
  corrected: number;

  @Count(0, MOST_CSV_RATES, { example: 1, description: 'Rates that were recorded already, with the same source.' })
  unchanged: number;

  @Count(0, MOST_CSV_RATES, { example: 1, description: 'Rates that were given twice, alike, and count once.' })
  repeated: number;

  @Text(300, {
    example: 'Of the rates 29 were added; 1 was corrected; 1 is recorded already; 1 is given twice.',
  })
  explanation: string;

  @List(() => ExchangeRateCorrectionView, {
    max: MOST_CORRECTIONS_SHOWN,
    description: 'The first hundred corrections.',
  })
  corrections: ExchangeRateCorrectionView[];
}
