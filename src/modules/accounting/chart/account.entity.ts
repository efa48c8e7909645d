import { Entity } from 'typeorm';
import {
  CreatedAt,
  FixedFlagColumn,
  FixedRefColumn,
  FixedTextColumn,
  Id,
  OptionalFixedRefColumn,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';
import type { AccountControl, AccountType, ActiveStatus } from './account-type.js';

@Entity({ schema: 'accounting', name: 'account' })
export class Account {
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
  type: AccountType;

  @FixedTextColumn()
  control: AccountControl;

  @FixedFlagColumn()
  isGroup: boolean;

  @OptionalFixedRefColumn()
  parentId: string | null;

  @TextColumn()
  status: ActiveStatus;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
