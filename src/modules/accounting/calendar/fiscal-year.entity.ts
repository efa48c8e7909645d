import { Entity } from 'typeorm';
import type { CalendarDate } from '#kernel/calendar-date.js';
import {
  CreatedAt,
  FixedDateColumn,
  FixedRefColumn,
  Id,
  OptionalRefColumn,
  OptionalTextColumn,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';
import type { YearStatus } from './fiscal-year-status.js';

/** Written by `FiscalYearOpening` together with its periods; its range is fixed, closing and reopening change its status. */
@Entity({ schema: 'accounting', name: 'fiscal_year' })
export class FiscalYear {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedRefColumn()
  legalEntityId: string;

  @FixedDateColumn()
  startsOn: CalendarDate;

  @FixedDateColumn()
  endsOn: CalendarDate;

  @TextColumn()
  status: YearStatus;

  @OptionalTextColumn()
  statusReason: string | null;

  /** Of a closed year, unless there was nothing to close. */
  @OptionalRefColumn()
  closingEntryId: string | null;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
