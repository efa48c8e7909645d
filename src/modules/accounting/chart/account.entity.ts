import { Entity } from 'typeorm';
import {
  CreatedAt,
  FixedFlagColumn,
  FixedRefColumn,
  FixedTextColumn,
  Id,
  OptionalFixedRefColumn,
  OptionalTextColumn,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';
import type { AccountSubtype } from './account-subtype.js';
import type { AccountControl, AccountType, ActiveStatus } from './account-type.js';
import type { CashFlowSection } from './cash-flow-section.js';

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

  @OptionalTextColumn()
  subtype: AccountSubtype | null;

  /** Where the statement of cash flows shows it; null where its type and sub-type say. */
  @OptionalTextColumn()
  cashFlowSection: CashFlowSection | null;

  @FixedTextColumn()
  control: AccountControl;

  /** The only currency that lines of the account have; null takes any. */
  @OptionalTextColumn()
  currency: string | null;

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
