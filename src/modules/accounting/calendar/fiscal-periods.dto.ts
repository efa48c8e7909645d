import { AtInstant, Choice, Count, Flag, List, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { FiscalPeriod } from './fiscal-period.entity.js';
import { type PeriodStatus, periodStatuses } from './period-transitions.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class OpenFiscalPeriod {
  @Text(500, { optional: true, example: 'The new year begins', description: 'Kept with the period until it changes.' })
  reason?: string;
}

export class CloseFiscalPeriod {
  @Text(500, {
    optional: true,
    example: 'January is reconciled',
    description: 'Kept with the period until it changes.',
  })
  reason?: string;
}

export class ReopenFiscalPeriod {
  @Text(500, { example: 'A supplier invoice was found', description: 'Kept with the period until it changes.' })
  reason: string;
}

export class LockFiscalPeriod {
  @Text(500, { optional: true, example: 'The annual report is filed', description: 'Kept with the period for good.' })
  reason?: string;
}

export class FiscalPeriodView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  fiscalYearId: string;

  @Count(1, 32_767, { example: 1, description: 'Position in the fiscal year.' })
  number: number;

  @OnDate({ example: '2026-01-01' })
  startsOn: string;

  @OnDate({ example: '2026-01-31', description: 'The last day that belongs to the period.' })
  endsOn: string;

  @Flag({
    example: false,
    description:
      'An adjustment period has the last day of its year once more and takes only entries that say `adjustment: true`.',
  })
  isAdjustment: boolean;

  @Choice(periodStatuses, {
    name: 'FiscalPeriodStatus',
    example: 'open',
    description:
      '`future` takes none yet; `soft_closed` takes entries only with a reason and the permission `accounting.fiscal_period.pass_soft_close`; `locked` takes none and stays so.',
  })
  status: PeriodStatus;

  @Text(500, { nullable: true, example: 'January is reconciled', description: 'Why the status was last changed.' })
  statusReason: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(period: FiscalPeriod): FiscalPeriodView {
    const { id, legalEntityId, fiscalYearId, number, startsOn, endsOn, isAdjustment, status } = period;
    return {
      id,
      legalEntityId,
      fiscalYearId,
      number,
      startsOn,
      endsOn,
      isAdjustment,
      status,
      statusReason: period.statusReason,
      version: period.version,
      createdAt: period.createdAt.toISOString(),
      updatedAt: period.updatedAt.toISOString(),
    };
  }
}

export class ChangedFiscalPeriodsView {
  @List(() => FiscalPeriodView, { max: 100_000, description: 'The periods that were changed, in order.' })
  periods: FiscalPeriodView[];
}

export class FiscalPeriodList extends ListOf(FiscalPeriodView) {}
