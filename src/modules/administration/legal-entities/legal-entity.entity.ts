import { Entity } from 'typeorm';
import {
  CreatedAt,
  Id,
  OptionalTextColumn,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';

@Entity({ schema: 'administration', name: 'legal_entity' })
export class LegalEntity {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @TextColumn()
  name: string;

  @OptionalTextColumn()
  registrationNumber: string | null;

  @TextColumn()
  functionalCurrency: string;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
