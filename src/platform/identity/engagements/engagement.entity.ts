import { Entity } from 'typeorm';
import type { CalendarDate } from '#kernel/calendar-date.js';
import {
  CreatedAt,
  DateColumn,
  FixedRefColumn,
  Id,
  OptionalFixedRefColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  OptionalRefsColumn,
  OptionalTextColumn,
  OrganizationId,
  TextColumn,
  TextsColumn,
  UpdatedAt,
  Version,
} from '../../database/columns.js';

@Entity({ schema: 'identity', name: 'engagement' })
export class Engagement {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  /** Null until the person has accepted the invitation; the database fills it in. */
  @OptionalFixedRefColumn()
  userId: string | null;

  @TextColumn()
  provider: string;

  @TextColumn()
  reference: string;

  @OptionalTextColumn()
  reason: string | null;

  @TextsColumn()
  roles: string[];

  @TextsColumn()
  modules: string[];

  /** Null where it is for all of them. */
  @OptionalRefsColumn()
  legalEntityIds: string[] | null;

  @DateColumn()
  startsOn: CalendarDate;

  @DateColumn()
  endsOn: CalendarDate;

  /** Where it was ended before its last day. */
  @OptionalInstantColumn()
  endedAt: Date | null;

  @OptionalRefColumn()
  endedBy: string | null;

  @FixedRefColumn()
  createdBy: string;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
