import { Entity, PrimaryColumn } from 'typeorm';
import {
  CreatedAt,
  FixedTextColumn,
  OptionalRefColumn,
  OrganizationId,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';

/** One row per legal entity that keeps books. */
@Entity({ schema: 'accounting', name: 'books' })
export class Books {
  @OrganizationId()
  organizationId: string;

  @PrimaryColumn('uuid', { update: false })
  legalEntityId: string;

  /** The legal entity's own; the database carries a change over while nothing is posted. */
  @FixedTextColumn()
  functionalCurrency: string;

  @OptionalRefColumn()
  retainedEarningsAccountId: string | null;

  @OptionalRefColumn()
  roundingAccountId: string | null;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
