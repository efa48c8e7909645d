import { AtInstant, Choice, Count, Flag, List, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { FiscalPeriod } from './fiscal-period.entity.js';
import { FiscalPeriodView } from './fiscal-periods.dto.js';
import type { FiscalYear } from './fiscal-year.entity.js';
import { yearStatuses, type YearStatus } from './fiscal-year-status.js';
import { type PeriodPattern, periodPatterns } from './period-patterns.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
/** Weeks are the shortest periods in use; eighteen months have some eighty of them. */
const MOST_PERIODS = 100;

export class FiscalPeriodRange {
  @OnDate({ example: '2026-01-01' })
  startsOn: string;

  @OnDate({ example: '2026-01-31', description: 'The last day that belongs to the period.' })
  endsOn: string;
}

export class CreateFiscalYear {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @OnDate({ example: '2026-01-01', description: 'Any day; a year that is not the first starts when another ended.' })
  startsOn: string;

  @OnDate({ example: '2026-12-31', description: 'The last day that belongs to the year, within eighteen months.' })
  endsOn: string;

  @Choice(periodPatterns, {
    name: 'PeriodPattern',
    optional: true,
    example: 'calendar_months',
    description:
      'How the year is cut into periods: calendar months where left out, or twelve periods of weeks, three for each quarter. Weeks fill a year of 52 or 53 of them; the last period takes the 53rd. Given without `periods`.',
  })
  pattern?: PeriodPattern;

  @List(() => FiscalPeriodRange, {
    optional: true,
    min: 1,
    max: MOST_PERIODS,
    description:
      'The periods in order, each starting on the day after the one before it; together they fill the year. Given without `pattern`.',
  })
  periods?: FiscalPeriodRange[];

  @Flag({
    optional: true,
    example: false,
    description:
      'Whether the year gets one period more, an adjustment period: it has the last day of the year once more and takes only entries that say `adjustment: true`. `false` where left out.',
  })
  adjustmentPeriod?: boolean;

  @OnDate({
    optional: true,
    example: '2026-12-31',
    description: 'Periods that start after this day are `future` and take no entries yet; all are open where left out.',
  })
  openThrough?: string;

  @Flag({
    optional: true,
    example: false,
    description:
      'Whether there may be days between this year and the others that belong to none, as when books of an earlier time are taken over; `false` where left out.',
  })
  allowGap?: boolean;
}

export class FiscalYearView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @OnDate({ example: '2026-01-01' })
  startsOn: string;

  @OnDate({ example: '2026-12-31', description: 'The last day that belongs to the year.' })
  endsOn: string;

  @Choice(yearStatuses, {
    name: 'FiscalYearStatus',
    example: 'open',
    description: '`closed`: its result is in equity, and it takes no entries until it is reopened.',
  })
  status: YearStatus;

  @Text(500, { nullable: true, example: 'Approved by the general meeting', description: 'Why the status was changed.' })
  statusReason: string | null;

  @Ref({
    nullable: true,
    example: exampleId,
    description: 'The entry that closed the year; null while it is open, and where there was no result to close.',
  })
  closingEntryId: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  @List(() => FiscalPeriodView, { min: 1, max: MOST_PERIODS + 1, description: 'The periods of the year, in order.' })
  periods: FiscalPeriodView[];

  static from(year: FiscalYear, periods: readonly FiscalPeriod[]): FiscalYearView {
    const { id, legalEntityId, startsOn, endsOn, status, statusReason, closingEntryId, version } = year;
    return {
      id,
      legalEntityId,
      startsOn,
      endsOn,
      status,
      statusReason,
      closingEntryId,
      version,
      createdAt: year.createdAt.toISOString(),
      updatedAt: year.updatedAt.toISOString(),
      periods: periods.map((period) => FiscalPeriodView.from(period)),
    };
  }
}

export class FiscalYearList extends ListOf(FiscalYearView) {}
