import { Entity } from 'typeorm';
import {
  CreatedAt,
  FixedRefColumn,
  FixedTextColumn,
  Id,
  OptionalDateColumn,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';
import type { ActiveStatus } from '../chart/account-type.js';

@Entity({ schema: 'accounting', name: 'dimension_value' })
export class DimensionValue {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedRefColumn()
  legalEntityId: string;

  @FixedRefColumn()
  dimensionId: string;

  @FixedTextColumn()
  code: string;

  @TextColumn()
  name: string;

  @TextColumn()
  status: ActiveStatus;

  @OptionalDateColumn()
  validFrom: string | null;

  @OptionalDateColumn()
  validTo: string | null;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
