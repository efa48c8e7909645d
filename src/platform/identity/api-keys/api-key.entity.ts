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

const FixedTextsColumn = () => Column({ type: 'text', array: true, update: false });

@Entity({ schema: 'identity', name: 'api_key' })
export class ApiKey {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedTextColumn()
  name: string;

  /** SHA-256 of the secret; the secret itself is kept nowhere. */
  @Column({ type: 'bytea', update: false, select: false })
  secretHash: Buffer;

  @FixedTextColumn()
  secretEnding: string;

  @FixedTextsColumn()
  roles: string[];

  @FixedTextsColumn()
  permissions: string[];

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
