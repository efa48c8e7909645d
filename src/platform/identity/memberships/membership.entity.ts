import { Entity } from 'typeorm';
import {
  CreatedAt,
  FixedFlagColumn,
  FixedRefColumn,
  Id,
  OrganizationId,
  TextColumn,
  TextsColumn,
  UpdatedAt,
  Version,
} from '../../database/columns.js';

@Entity({ schema: 'identity', name: 'membership' })
export class Membership {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedRefColumn()
  userId: string;

  @TextsColumn()
  roles: string[];

  @TextColumn()
  status: 'active' | 'ended';

  /** By engagements, which say what the person may do and when; the membership has no roles then. */
  @FixedFlagColumn()
  isEngaged: boolean;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
