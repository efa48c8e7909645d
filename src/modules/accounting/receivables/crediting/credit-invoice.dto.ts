import { Count, List, OnDate, Quantity, Text } from '#platform/http/fields/fields.js';
import { MOST_LINES } from '../../tax/documents/tax-calculations.dto.js';
import { MOST_ADJUSTMENTS, SalesExternalId } from '../documents/sales-fields.dto.js';

export class CreditedLineFields {
  @Count(1, MOST_LINES + MOST_ADJUSTMENTS, {
    example: 1,
    description: 'The place of an item in the invoice, or of a charge of the whole document that is an amount.',
  })
  position: number;

  @Quantity({
    example: '2',
    description: 'How much of it is taken back: as it was sold, at most what is left. All of a charge is 1.',
  })
  quantity: string;
}

export class CreditInvoice extends SalesExternalId {
  @Text(500, { example: 'Returned goods', description: 'Why; it is printed.' })
  reason: string;

  @List(() => CreditedLineFields, {
    optional: true,
    min: 1,
    max: MOST_LINES,
    description: 'What is taken back; all that is left of the invoice where left out.',
  })
  lines?: CreditedLineFields[];

  @OnDate({ optional: true, example: '2026-03-20', description: 'Not before the invoice; today where left out.' })
  issuedOn?: string;

  @OnDate({
    optional: true,
    example: '2026-06-30',
    description:
      'Of what is deferred: the last day that is still served. Later months are taken back; where left out, every month is by the share that is credited.',
  })
  serviceEndsOn?: string;

  @OnDate({
    optional: true,
    example: '2026-03-20',
    description: 'Which return the tax is taken back in; the date of the credit note where left out.',
  })
  taxPointOn?: string;

  @Text(2000, { multiline: true, optional: true, example: 'Thank you for sending it back.' })
  note?: string;

  @Text(500, {
    optional: true,
    example: 'Audit adjustment',
    description: 'Why it belongs into a softly closed period.',
  })
  softCloseReason?: string;
}
