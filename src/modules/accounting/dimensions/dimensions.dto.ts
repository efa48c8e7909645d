import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from '../chart/account-type.js';
import type { Dimension } from './dimension.entity.js';
import { type DimensionKind, dimensionKinds } from './dimension-kind.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class CreateDimension {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Code(20, { example: 'COST-CENTRE', description: 'Unique in the legal entity and fixed for good. Case counts.' })
  code: string;

  @Text(200, { example: 'Cost centre' })
  name: string;

  @Choice(dimensionKinds, {
    name: 'DimensionKind',
    example: 'cost_centre',
    description: 'What the dimension stands for; fixed for good.',
  })
  kind: DimensionKind;
}

class EditableDimensionFields extends PickType(CreateDimension, ['name']) {
  @Choice(activeStatuses, {
    name: 'DimensionStatus',
    example: 'active',
    description: 'New lines take no values of an inactive dimension, and rules about it rest.',
  })
  status: ActiveStatus;
}

export class UpdateDimension extends PartialType(EditableDimensionFields) {}

export class DimensionView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Text(20, { example: 'COST-CENTRE', description: 'Dimensions of imported books carry the numbers of the file.' })
  code: string;

  @Text(200, { example: 'Cost centre' })
  name: string;

  @Choice(dimensionKinds, { name: 'DimensionKind', example: 'cost_centre' })
  kind: DimensionKind;

  @Choice(activeStatuses, { name: 'DimensionStatus', example: 'active' })
  status: ActiveStatus;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(dimension: Dimension): DimensionView {
    const { id, legalEntityId, code, name, kind, status, version } = dimension;
    const [createdAt, updatedAt] = [dimension.createdAt.toISOString(), dimension.updatedAt.toISOString()];
    return { id, legalEntityId, code, name, kind, status, version, createdAt, updatedAt };
  }
}

export class DimensionList extends ListOf(DimensionView) {}
