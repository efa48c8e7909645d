import { Entity } from 'typeorm';
import {
  CreatedAt,
  FixedTextColumn,
  Id,
  OptionalTextColumn,
  OrganizationId,
  TextColumn,
  TextsColumn,
  UpdatedAt,
  Version,
} from '../../database/columns.js';

@Entity({ schema: 'identity', name: 'role' })
export class Role {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedTextColumn()
  code: string;

  @TextColumn()
  name: string;

  @OptionalTextColumn()
  description: string | null;

  @TextsColumn()
  permissions: string[];

  @TextColumn()
  status: 'active' | 'inactive';

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
