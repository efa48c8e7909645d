import { Code, Count, CurrencyCode, Flag, List, Money, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { exampleId } from '../documents/sales-fields.dto.js';

/** More days than this are due at once in no books. */
const MOST_DAYS = 10_000;

export class RunRevenueRecognition {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default one where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @OnDate({
    optional: true,
    example: '2026-03-31',
    description: 'Recognizes what is due up to this day, which is in this month or earlier; today where left out.',
  })
  through?: string;
}

export class RecognitionView {
  @Ref({ example: exampleId, description: 'The entry. Its lines are by account and values of dimensions.' })
  entryId: string;

  @Code(20, { example: 'DEFERRED-REVENUE' })
  journalCode: string;

  @Count(1, 2_147_483_647, { example: 3 })
  number: number;

  @OnDate({ example: '2026-03-31' })
  entryDate: string;

  @Text(200, { example: 'Revenue of 2026-03' })
  description: string;

  @OnDate({ example: '2026-03-01', description: 'First day of the first month that earns something of it.' })
  firstMonth: string;

  @OnDate({ example: '2026-03-01', description: 'First day of the last one.' })
  lastMonth: string;

  @Flag({
    example: false,
    description: 'Whether some of it was due in a period that is closed, and is in the first open one after it.',
  })
  isCatchUp: boolean;

  @Count(1, 2_147_483_647, { example: 118, description: 'Parts of deferrals: `listDeferralParts` with `entryId`.' })
  parts: number;

  @Money({ example: '9833.33', description: 'In the functional currency; below zero where more was credited.' })
  amount: string;
}

export class WaitingRevenueView {
  @OnDate({ example: '2026-03-31' })
  dueOn: string;

  @OnDate({
    nullable: true,
    example: null as never,
    description: 'The first day on which it can be posted, which is after the run; null where no later period is open.',
  })
  postableOn: string | null;

  @Count(1, 2_147_483_647, { example: 118 })
  parts: number;

  @Money({ example: '9833.33' })
  amount: string;
}

export class RevenueRecognitionView {
  @Ref({ example: exampleId })
  legalEntityId: string;

  @OnDate({ example: '2026-03-31' })
  through: string;

  @CurrencyCode({ example: 'EUR', description: 'The functional currency.' })
  currency: string;

  @Money({ example: '9833.33', description: 'What was recognized.' })
  amount: string;

  @List(() => RecognitionView, { max: MOST_DAYS, description: 'The entries, by their dates.' })
  recognitions: RecognitionView[];

  @List(() => WaitingRevenueView, { max: MOST_DAYS, description: 'What is due and finds no open period yet.' })
  waiting: WaitingRevenueView[];
}
