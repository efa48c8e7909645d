import { Column, Entity } from 'typeorm';
import {
  CreatedAt,
  FixedRefColumn,
  FixedTextColumn,
  Id,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';
import type { ActiveStatus } from '../chart/account-type.js';
import type { PaymentShare } from './payment-share.dto.js';

@Entity({ schema: 'accounting', name: 'payment_terms' })
export class PaymentTerms {
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

  @Column('jsonb')
  instalments: PaymentShare[];

  @Column('jsonb')
  discounts: PaymentShare[];

  @TextColumn()
  status: ActiveStatus;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
