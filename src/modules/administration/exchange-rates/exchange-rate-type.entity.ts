import { Entity } from 'typeorm';
import {
  CreatedAt,
  FixedTextColumn,
  Id,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';

@Entity({ schema: 'administration', name: 'exchange_rate_type' })
export class ExchangeRateType {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedTextColumn()
  code: string;

  @TextColumn()
  name: string;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
