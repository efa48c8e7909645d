import { Count, CurrencyCode, Flag, List, Text } from '#platform/http/fields/fields.js';

export class CurrenciesQuery {
  @Flag({ optional: true, example: true, description: 'Only those that the organization uses, or only the others.' })
  isInUse?: boolean;
}

export class CurrencyView {
  @CurrencyCode({ example: 'SEK', description: 'Alphabetic code of ISO 4217.' })
  code: string;

  @Text(100, { example: 'Swedish Krona', description: 'English name as ISO 4217 lists it.' })
  name: string;

  @Count(0, 4, { example: 2, description: 'Decimals of an amount.' })
  minorUnits: number;

  @Flag({ example: true, description: 'Whether a legal entity keeps its books in it.' })
  isFunctional: boolean;

  @Flag({ example: true, description: 'Whether exchange rates from or to it are recorded, or lead through it.' })
  hasExchangeRates: boolean;
}

export class CurrencyList {
  @List(() => CurrencyView, { max: 300, description: 'In the order of their codes, all of them.' })
  data: CurrencyView[];
}
