import { AtInstant, CurrencyCode, Ref, Text } from '#platform/http/fields/fields.js';

export const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** What every report may be asked. */
export class ReportQuery {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @AtInstant({
    optional: true,
    example: '2026-02-15T12:00:00Z',
    description:
      'Shows the books as they were known then: entries that were posted later do not count, whatever their date. Reads lines instead of balances, so it takes longer in large books.',
  })
  knownAt?: string;

  @Text(20, {
    optional: true,
    example: 'COST-CENTRE',
    description: 'Only lines with a value of this dimension; given together with `valueCode`.',
  })
  dimensionCode?: string;

  @Text(50, {
    optional: true,
    example: 'STO',
    description: 'The value by its code. Such a part of the books need not balance.',
  })
  valueCode?: string;
}

/** What every report says of itself. */
export class ReportHead {
  @Ref({ example: exampleId })
  legalEntityId: string;

  @Text(200, { example: 'Example Ltd' })
  legalEntityName: string;

  @CurrencyCode({ example: 'EUR', description: 'Functional currency of the legal entity; all amounts are in it.' })
  currency: string;

  @AtInstant({
    nullable: true,
    example: '2026-02-15T12:00:00Z',
    description: 'Only entries posted up to this time count; null for all that are known.',
  })
  knownAt: string | null;

  @Text(20, { nullable: true, example: 'COST-CENTRE', description: 'Null where all lines count.' })
  dimensionCode: string | null;

  @Text(50, { nullable: true, example: 'STO', description: 'The value that the lines have; null where all count.' })
  valueCode: string | null;

  @AtInstant({ example: '2027-01-31T08:30:00.000Z', description: 'The state of the books at this time is shown.' })
  generatedAt: string;
}
