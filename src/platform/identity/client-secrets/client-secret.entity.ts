import { Column, Entity } from 'typeorm';
import {
  CreatedAt,
  FixedRefColumn,
  FixedTextColumn,
  Id,
  OptionalInstantColumn,
  OrganizationId,
  UpdatedAt,
  Version,
} from '../../database/columns.js';

@Entity({ schema: 'identity', name: 'client_secret' })
export class ClientSecret {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedRefColumn()
  serviceAccountId: string;

  @FixedTextColumn()
  secretEnding: string;

  /** SHA-256 of the secret; the secret itself is kept nowhere. */
  @Column({ type: 'bytea', update: false, select: false })
  secretHash: Buffer;

  @FixedRefColumn()
  createdBy: string;

  @Column({ type: 'timestamptz', update: false, nullable: true })
  expiresAt: Date | null;

  @OptionalInstantColumn()
  revokedAt: Date | null;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
