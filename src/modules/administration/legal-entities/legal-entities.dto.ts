import { PartialType } from '@nestjs/swagger';
import { AtInstant, Count, CurrencyCode, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { LegalEntity } from './legal-entity.entity.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

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

  @CurrencyCode({
    example: 'EUR',
    description: 'Currency that the books are kept in (IAS 21). It can change until the first entry is posted.',
  })
  functionalCurrency: string;
}

export class UpdateLegalEntity extends PartialType(CreateLegalEntity) {}

export class LegalEntityView {
  @Ref({ example: exampleId })
  id: string;

  @Text(200, { example: 'Example Trading Ltd' })
  name: string;

  @Text(40, { nullable: true, example: '556265-1892' })
  registrationNumber: string | null;

  @CurrencyCode({ example: 'EUR' })
  functionalCurrency: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(entity: LegalEntity): LegalEntityView {
    const { id, name, registrationNumber, functionalCurrency, version, createdAt, updatedAt } = entity;
    return {
      id,
      name,
      registrationNumber,
      functionalCurrency,
      version,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

export class LegalEntityList extends ListOf(LegalEntityView) {}
