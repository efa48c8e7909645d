import { Entity } from 'typeorm';
import type { CalendarDate } from '#kernel/calendar-date.js';
import {
  CreatedAt,
  FixedDateColumn,
  FixedFlagColumn,
  FixedIntegerColumn,
  FixedRefColumn,
  FixedTextColumn,
  Id,
  OptionalTextColumn,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';
import type { YearStatus } from './fiscal-year-status.js';
import type { PeriodStatus } from './period-transitions.js';

@Entity({ schema: 'accounting', name: 'fiscal_period' })
export class FiscalPeriod {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedRefColumn()
  legalEntityId: string;

  @FixedRefColumn()
  fiscalYearId: string;

  @FixedIntegerColumn()
  number: number;

  @FixedDateColumn()
  startsOn: CalendarDate;

  @FixedDateColumn()
  endsOn: CalendarDate;

  /** Has the last day of its year once more and takes what names it. */
  @FixedFlagColumn()
  isAdjustment: boolean;

  /** That of the year, carried over by the database. */
  @FixedTextColumn()
  fiscalYearStatus: YearStatus;

  @TextColumn()
  status: PeriodStatus;

  @OptionalTextColumn()
  statusReason: string | null;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
