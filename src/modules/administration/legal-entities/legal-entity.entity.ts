import { Column, Entity } from 'typeorm';
import {
  CreatedAt,
  FlagColumn,
  Id,
  OptionalTextColumn,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '#platform/database/columns.js';
import type {
  Address,
  FiscalContact,
  PaymentAccount,
  SalesContact,
  SellerElectronicAddress,
  TaxRegistration,
} from './registration.dto.js';

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

  @OptionalTextColumn()
  country: string | null;

  @Column('jsonb', { nullable: true })
  address: Address | null;

  @Column('jsonb')
  taxRegistrations: TaxRegistration[];

  @Column('jsonb', { nullable: true })
  fiscalContact: FiscalContact | null;

  @Column('jsonb', { nullable: true })
  salesContact: SalesContact | null;

  @Column('jsonb', { nullable: true })
  electronicAddress: SellerElectronicAddress | null;

  @Column('jsonb')
  paymentAccounts: PaymentAccount[];

  @TextColumn()
  functionalCurrency: string;

  @FlagColumn()
  isDefault: boolean;

  @TextColumn()
  status: 'active' | 'archived';

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}
