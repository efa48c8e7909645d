import { AtInstant, Choice, Count, Flag, List, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_NUMBER = 2_147_483_647;
const MOST_SERIES = 100_000;

export class NumberSeriesQuery {
  @Ref({ optional: true, example: exampleId, description: 'Of this legal entity; of all where left out.' })
  legalEntityId?: string;

  @Ref({ optional: true, example: exampleId, description: 'Of this fiscal year.' })
  fiscalYearId?: string;

  @Text(20, { optional: true, example: 'GENERAL', description: 'Of the journals with this code.' })
  journalCode?: string;
}

class SeriesKey {
  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  journalId: string;

  @Text(20, { example: 'GENERAL' })
  journalCode: string;

  @Ref({ example: exampleId })
  fiscalYearId: string;

  @OnDate({ example: '2026-01-01', description: 'First day of the fiscal year.' })
  startsOn: string;

  @OnDate({ example: '2026-12-31' })
  endsOn: string;
}

export class NumberSeriesView extends SeriesKey {
  @Text(200, { example: 'General journal' })
  journalName: string;

  @Count(1, MOST_NUMBER, { nullable: true, example: 1, description: 'Null while nothing is posted.' })
  firstNumber: number | null;

  @Count(1, MOST_NUMBER, { nullable: true, example: 17 })
  lastNumber: number | null;

  @Count(0, MOST_NUMBER, { example: 17, description: 'Entries in the series.' })
  entryCount: number;

  @Count(0, MOST_NUMBER, { example: 17, description: 'The counter: the next entry gets the number after it.' })
  counter: number;

  @Count(1, MOST_NUMBER, { example: 18, description: 'What the next entry is numbered.' })
  nextNumber: number;

  @Flag({
    example: true,
    description: 'Whether entries can be posted to it: the journal is active, and a period of the year takes entries.',
  })
  isOpen: boolean;

  @Flag({ example: true, description: 'Whether the numbers run from 1 to the counter, each once.' })
  isContiguous: boolean;
}

export class AllNumberSeriesView {
  @List(() => NumberSeriesView, { max: MOST_SERIES, description: 'By fiscal year and journal.' })
  series: NumberSeriesView[];
}

export class NumberGapView extends SeriesKey {
  @Count(1, MOST_NUMBER, { example: 12, description: 'The first number that no entry has.' })
  fromNumber: number;

  @Count(1, MOST_NUMBER, { example: 12, description: 'The last one.' })
  toNumber: number;
}

const gapStatuses = ['complete', 'incomplete'] as const;

export class NumberGapsView {
  @Choice(gapStatuses, {
    name: 'NumberGapStatus',
    example: 'complete',
    description: '`complete` where every number up to the counter of its series has an entry.',
  })
  status: (typeof gapStatuses)[number];

  @AtInstant({ example: '2026-02-01T08:30:00.000Z' })
  checkedAt: string;

  @List(() => NumberGapView, {
    max: MOST_SERIES,
    description: 'Numbers that were drawn and are not there; expected none.',
  })
  gaps: NumberGapView[];
}

/** A voided number as the database gives it. */
export interface VoidedNumberRow extends Omit<VoidedNumberView, 'reversedAt'> {
  reversedAt: Date;
}

export class VoidedNumberView extends SeriesKey {
  @Count(1, MOST_NUMBER, { example: 12, description: 'The number, which stays with its entry.' })
  number: number;

  @Ref({ example: exampleId, description: 'The entry that was reversed.' })
  entryId: string;

  @OnDate({ example: '2026-01-31' })
  entryDate: string;

  @Text(500, { example: 'Office rent January' })
  description: string;

  @Ref({ example: exampleId, description: 'The entry that reverses it.' })
  reversalId: string;

  @Count(1, MOST_NUMBER, { example: 15, description: 'In the same journal, in the fiscal year of its own date.' })
  reversalNumber: number;

  @OnDate({ example: '2026-02-01' })
  reversedOn: string;

  @Text(500, { example: 'Posted to the wrong account', description: 'What the reversal gives as its description.' })
  reason: string;

  @Ref({ example: exampleId })
  reversedBy: string;

  @AtInstant({ example: '2026-02-01T08:30:00.000Z' })
  reversedAt: string;

  static from(row: VoidedNumberRow): VoidedNumberView {
    const { legalEntityId, journalId, journalCode, fiscalYearId, startsOn, endsOn } = row;
    const series = { legalEntityId, journalId, journalCode, fiscalYearId, startsOn, endsOn };
    const { number, entryId, entryDate, description } = row;
    const { reversalId, reversalNumber, reversedOn, reason, reversedBy } = row;
    const reversal = { reversalId, reversalNumber, reversedOn, reason, reversedBy };
    return {
      ...series,
      number,
      entryId,
      entryDate,
      description,
      ...reversal,
      reversedAt: row.reversedAt.toISOString(),
    };
  }
}

export class VoidedNumberList extends ListOf(VoidedNumberView) {}
