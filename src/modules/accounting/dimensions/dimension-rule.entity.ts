import { Entity } from 'typeorm';
import {
  CreatedAt,
  FixedRefColumn,
  Id,
  OptionalRefColumn,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';
import type { DimensionRequirement } from './dimension-kind.js';

@Entity({ schema: 'accounting', name: 'dimension_rule' })
export class DimensionRule {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedRefColumn()
  legalEntityId: string;

  @FixedRefColumn()
  accountId: string;

  @FixedRefColumn()
  dimensionId: string;

  @TextColumn()
  requirement: DimensionRequirement;

  @OptionalRefColumn()
  defaultValueId: string | null;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
