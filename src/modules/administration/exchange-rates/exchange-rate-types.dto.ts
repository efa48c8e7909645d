import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Code, Count, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { ExchangeRateType } from './exchange-rate-type.entity.js';
import { rateTypeCode } from './rate-types.js';

export class CreateExchangeRateType {
  @Code(20, {
    ...rateTypeCode,
    example: 'customs',
    description: 'What rates name it by; fixed. `spot`, `average` and `closing` are there for everybody.',
  })
  code: string;

  @Text(100, { example: 'Customs valuation, monthly' })
  name: string;
}

export class UpdateExchangeRateType extends PartialType(PickType(CreateExchangeRateType, ['name'])) {}

export class ExchangeRateTypeView {
  @Ref({ example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11' })
  id: string;

  @Code(20, { ...rateTypeCode, example: 'customs' })
  code: string;

  @Text(100, { example: 'Customs valuation, monthly' })
  name: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from({ id, code, name, version, createdAt, updatedAt }: ExchangeRateType): ExchangeRateTypeView {
    return { id, code, name, version, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  }
}

export class ExchangeRateTypeList extends ListOf(ExchangeRateTypeView) {}
