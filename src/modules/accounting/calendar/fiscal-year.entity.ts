import { Entity } from 'typeorm';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { CreatedAt, FixedDateColumn, FixedRefColumn, Id, OrganizationId } from '#platform/database/columns.js';

/** Written by `FiscalYearOpening` together with its periods, and never changed. */
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

  @CreatedAt()
  createdAt: Date;
}
