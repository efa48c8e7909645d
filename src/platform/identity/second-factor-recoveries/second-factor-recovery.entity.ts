import { Column, Entity } from 'typeorm';
import {
  CreatedAt,
  FixedRefColumn,
  FixedTextColumn,
  Id,
  OptionalInstantColumn,
  OptionalRefColumn,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '../../database/columns.js';

@Entity({ schema: 'identity', name: 'second_factor_recovery' })
export class SecondFactorRecovery {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedRefColumn()
  userId: string;

  @FixedTextColumn()
  reason: string;

  @TextColumn()
  status: 'requested' | 'approved' | 'canceled';

  @FixedRefColumn()
  requestedBy: string;

  @OptionalRefColumn()
  decidedBy: string | null;

  @OptionalInstantColumn()
  decidedAt: Date | null;

  @Column({ type: 'timestamptz', update: false })
  expiresAt: Date;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
