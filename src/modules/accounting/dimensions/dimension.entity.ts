import { Entity } from 'typeorm';
import {
  CreatedAt,
  FixedRefColumn,
  FixedTextColumn,
  Id,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';
import type { ActiveStatus } from '../chart/account-type.js';
import type { DimensionKind } from './dimension-kind.js';

@Entity({ schema: 'accounting', name: 'dimension' })
export class Dimension {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedRefColumn()
  legalEntityId: string;

  @FixedTextColumn()
  code: string;

  @TextColumn()
  name: string;

  @FixedTextColumn()
  kind: DimensionKind;

  @TextColumn()
  status: ActiveStatus;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
