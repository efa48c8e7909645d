import { OmitType, PartialType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Count,
  CountryCode,
  CurrencyCode,
  Flag,
  List,
  Nested,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { LegalEntity } from './legal-entity.entity.js';
import {
  Address,
  FiscalContact,
  PaymentAccount,
  SalesContact,
  SellerElectronicAddress,
  TaxRegistration,
} from './registration.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const legalEntityStatuses = ['active', 'archived'] as const;

export class CreateLegalEntity {
  @Text(200, {
    example: 'Example Trading Ltd',
    description: 'Registered name; one legal entity of the organization has it.',
  })
  name: string;

  @Text(40, {
    optional: true,
    nullable: true,
    example: '556265-1892',
    description: 'Number in the register of companies.',
  })
  registrationNumber?: string | null;

  @CountryCode({
    optional: true,
    nullable: true,
    example: 'SE',
    description: 'Country whose law the company is under, ISO 3166-1 alpha-2.',
  })
  country?: string | null;

  @Nested(() => Address, {
    optional: true,
    nullable: true,
    description: 'Registered office. A change replaces the whole address.',
  })
  address?: Address | null;

  @List(() => TaxRegistration, {
    optional: true,
    max: 20,
    description: 'Each number once. A change replaces the whole list.',
  })
  taxRegistrations?: TaxRegistration[];

  @Nested(() => FiscalContact, {
    optional: true,
    nullable: true,
    description: 'Whom a tax authority or an auditor writes to. A change replaces the whole contact.',
  })
  fiscalContact?: FiscalContact | null;

  @Nested(() => SalesContact, {
    optional: true,
    nullable: true,
    description: 'Printed on documents of sale. A change replaces the whole contact.',
  })
  salesContact?: SalesContact | null;

  @Nested(() => SellerElectronicAddress, {
    optional: true,
    nullable: true,
    description: 'Where electronic documents reach it, and which its own ones name.',
  })
  electronicAddress?: SellerElectronicAddress | null;

  @List(() => PaymentAccount, {
    optional: true,
    max: 20,
    description:
      'Where customers pay: documents print the first account in their currency, else the first without a currency. A change replaces the whole list.',
  })
  paymentAccounts?: PaymentAccount[];

  @CurrencyCode({
    example: 'EUR',
    description: 'Currency that the books are kept in (IAS 21). It can change until the first entry is posted.',
  })
  functionalCurrency: string;

  @Flag({
    optional: true,
    example: false,
    description:
      'Whether requests mean this one where they leave `legalEntityId` out. The first legal entity of an organization is the default where this is left out; `true` takes it over from another.',
  })
  isDefault?: boolean;
}

export class UpdateLegalEntity extends PartialType(OmitType(CreateLegalEntity, ['isDefault'])) {}

export class LegalEntityView {
  @Ref({ example: exampleId })
  id: string;

  @Text(200, { example: 'Example Trading Ltd' })
  name: string;

  @Text(40, { nullable: true, example: '556265-1892' })
  registrationNumber: string | null;

  @CountryCode({ nullable: true, example: 'SE' })
  country: string | null;

  @Nested(() => Address, { nullable: true })
  address: Address | null;

  @List(() => TaxRegistration, { max: 20 })
  taxRegistrations: TaxRegistration[];

  @Nested(() => FiscalContact, { nullable: true })
  fiscalContact: FiscalContact | null;

  @Nested(() => SalesContact, { nullable: true })
  salesContact: SalesContact | null;

  @Nested(() => SellerElectronicAddress, { nullable: true })
  electronicAddress: SellerElectronicAddress | null;

  @List(() => PaymentAccount, { max: 20 })
  paymentAccounts: PaymentAccount[];

  @CurrencyCode({ example: 'EUR' })
  functionalCurrency: string;

  @Flag({ example: true, description: 'Whether requests mean this one where they leave `legalEntityId` out.' })
  isDefault: boolean;

  @Choice(legalEntityStatuses, {
    name: 'LegalEntityStatus',
    example: 'active',
    description: 'An archived legal entity keeps its books for reading; nothing is posted to them.',
  })
  status: (typeof legalEntityStatuses)[number];

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(entity: LegalEntity): LegalEntityView {
    return {
      id: entity.id,
      name: entity.name,
      registrationNumber: entity.registrationNumber,
      country: entity.country,
      address: entity.address,
      taxRegistrations: entity.taxRegistrations,
      fiscalContact: entity.fiscalContact,
      salesContact: entity.salesContact,
      electronicAddress: entity.electronicAddress,
      paymentAccounts: entity.paymentAccounts,
      functionalCurrency: entity.functionalCurrency,
      isDefault: entity.isDefault,
      status: entity.status,
      version: entity.version,
      createdAt: entity.createdAt.toISOString(),
      updatedAt: entity.updatedAt.toISOString(),
    };
  }
}

export class LegalEntityList extends ListOf(LegalEntityView) {}
