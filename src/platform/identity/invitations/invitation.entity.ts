import { Column, Entity } from 'typeorm';
import {
  CreatedAt,
  FixedTextColumn,
  Id,
  OptionalFixedRefColumn,
  OrganizationId,
  RefColumn,
  TextColumn,
  UpdatedAt,
  Version,
} from '../../database/columns.js';

@Entity({ schema: 'identity', name: 'invitation' })
export class Invitation {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedTextColumn()
  email: string;

  @Column({ type: 'text', array: true, update: false })
  roles: string[];

  /** What it opens, in place of roles. */
  @OptionalFixedRefColumn()
  engagementId: string | null;

  /** SHA-256 of the token; the token itself is kept nowhere. */
  @Column('bytea')
  tokenHash: Buffer;

  @TextColumn()
  status: 'open' | 'accepted' | 'revoked';

  @Column('timestamptz')
  expiresAt: Date;

  /** The person who gave the token last. */
  @RefColumn()
  invitedBy: string;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
