import { AtInstant, Flag, List, OnDate, Ref } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { FiscalPeriod } from './fiscal-period.entity.js';
import { FiscalPeriodView } from './fiscal-periods.dto.js';
import type { FiscalYear } from './fiscal-year.entity.js';

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

  @List(() => FiscalPeriodRange, {
    optional: true,
    min: 1,
    max: MOST_PERIODS,
    description:
      'The periods in order, each starting on the day after the one before it; together they fill the year. The calendar months where left out.',
  })
  periods?: FiscalPeriodRange[];

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

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @List(() => FiscalPeriodView, { min: 1, max: MOST_PERIODS, description: 'The periods of the year, in order.' })
  periods: FiscalPeriodView[];

  static from(year: FiscalYear, periods: readonly FiscalPeriod[]): FiscalYearView {
    const { id, legalEntityId, startsOn, endsOn, createdAt } = year;
    const own = periods.map((period) => FiscalPeriodView.from(period));
    return { id, legalEntityId, startsOn, endsOn, createdAt: createdAt.toISOString(), periods: own };
  }
}

export class FiscalYearList extends ListOf(FiscalYearView) {}
