import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from '../chart/account-type.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class DimensionValueFields {
  @Text(200, { example: 'Stockholm' })
  name: string;

  @OnDate({
    optional: true,
    nullable: true,
    example: '2026-01-01',
    description: 'First date of entries that may have the value; no bound where null.',
  })
  validFrom?: string | null;

  @OnDate({
    optional: true,
    nullable: true,
    example: '2026-12-31',
    description: 'Last date of entries that may have the value; no bound where null.',
  })
  validTo?: string | null;
}

export class CreateDimensionValue extends DimensionValueFields {
  @Ref({ example: exampleId, description: 'The dimension that it is a value of.' })
  dimensionId: string;

  @Code(50, { example: 'STO', description: 'Unique in the dimension and fixed for good. Case counts.' })
  code: string;
}

class EditableDimensionValueFields extends PickType(DimensionValueFields, ['name', 'validFrom', 'validTo']) {
  @Choice(activeStatuses, {
    name: 'DimensionValueStatus',
    example: 'active',
    description: 'New lines take no inactive value. A value that an account takes by default stays active.',
  })
  status: ActiveStatus;
}

export class UpdateDimensionValue extends PartialType(EditableDimensionValueFields) {}

/** A value as the database gives it. */
export interface DimensionValueRow {
  id: string;
  legalEntityId: string;
  dimensionId: string;
  dimensionCode: string;
  code: string;
  name: string;
  status: ActiveStatus;
  validFrom: string | null;
  validTo: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class DimensionValueView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  dimensionId: string;

  @Text(20, { example: 'COST-CENTRE' })
  dimensionCode: string;

  @Text(50, { example: 'STO', description: 'Values of imported books carry the numbers of the objects in the file.' })
  code: string;

  @Text(200, { example: 'Stockholm' })
  name: string;

  @Choice(activeStatuses, { name: 'DimensionValueStatus', example: 'active' })
  status: ActiveStatus;

  @OnDate({ nullable: true, example: '2026-01-01' })
  validFrom: string | null;

  @OnDate({ nullable: true, example: '2026-12-31' })
  validTo: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: DimensionValueRow): DimensionValueView {
    const { id, legalEntityId, dimensionId, dimensionCode, code, name, status, validFrom, validTo, version } = row;
    const [createdAt, updatedAt] = [row.createdAt.toISOString(), row.updatedAt.toISOString()];
    const key = { id, legalEntityId, dimensionId, dimensionCode, code };
    return { ...key, name, status, validFrom, validTo, version, createdAt, updatedAt };
  }
}

export class DimensionValueList extends ListOf(DimensionValueView) {}
