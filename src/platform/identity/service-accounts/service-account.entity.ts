import { Entity } from 'typeorm';
import {
  CreatedAt,
  FixedRefColumn,
  Id,
  OptionalTextColumn,
  OrganizationId,
  RefColumn,
  TextColumn,
  TextsColumn,
  UpdatedAt,
  Version,
} from '../../database/columns.js';

@Entity({ schema: 'identity', name: 'service_account' })
export class ServiceAccount {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @TextColumn()
  name: string;

  @OptionalTextColumn()
  description: string | null;

  @RefColumn()
  ownerId: string;

  @TextsColumn()
  roles: string[];

  @TextsColumn()
  permissions: string[];

  @TextColumn()
  status: 'active' | 'inactive';

  @FixedRefColumn()
  createdBy: string;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
