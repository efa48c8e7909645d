import { Entity, PrimaryColumn } from 'typeorm';
import {
  CreatedAt,
  FixedTextColumn,
  IntegerColumn,
  OptionalRefColumn,
  OrganizationId,
  TextColumn,
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

  /** Before the year and the number of invoices that are issued from now on. */
  @TextColumn()
  invoicePrefix: string;

  @TextColumn()
  creditNotePrefix: string;

  /** In how many digits at least documents are numbered. */
  @IntegerColumn()
  documentDigits: number;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
