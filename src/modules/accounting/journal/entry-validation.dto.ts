import { Choice, CurrencyCode, List, Money } from '#platform/http/fields/fields.js';
import { BulkErrorView } from './bulk-posting.dto.js';
import { EntryTaxView, MOST_TAXES } from './entry-taxes.dto.js';
import { JournalLineView, MAX_LINES } from './journal-lines.dto.js';

const validationResults = ['valid', 'invalid'] as const;

export class EntryValidationView {
  @Choice(validationResults, {
    name: 'EntryValidationResult',
    example: 'valid',
    description: '`valid` where posting it now would be accepted.',
  })
  result: (typeof validationResults)[number];

  @List(() => BulkErrorView, { max: 100_000, description: 'Everything that is wrong; empty where it is valid.' })
  errors: BulkErrorView[];

  @CurrencyCode({ nullable: true, example: 'EUR', description: 'Of a valid entry.' })
  functionalCurrency: string | null;

  @Money({ nullable: true, example: '1250.00', description: 'Sum of the debits of a valid entry.' })
  total: string | null;

  @List(() => JournalLineView, {
    max: MAX_LINES + 1,
    description:
      'The lines that a valid entry would be posted with: splits divided, amounts converted, rounding added.',
  })
  lines: JournalLineView[];

  @List(() => EntryTaxView, { max: MOST_TAXES, description: 'The taxes that a valid entry would be posted with.' })
  taxes: EntryTaxView[];
}
