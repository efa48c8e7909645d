import { Entity } from 'typeorm';
import {
  CreatedAt,
  FixedRefColumn,
  FixedTextColumn,
  Id,
  OrganizationId,
  RefColumn,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';
import type { PostingPurpose } from './posting-purposes.js';

@Entity({ schema: 'accounting', name: 'posting_account' })
export class PostingAccount {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedRefColumn()
  legalEntityId: string;

  @FixedTextColumn()
  purpose: PostingPurpose;

  @RefColumn()
  accountId: string;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
