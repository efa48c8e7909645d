import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type DimensionRequirement, dimensionRequirements } from './dimension-kind.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class CreateDimensionRule {
  @Ref({ example: exampleId, description: 'The account, of the legal entity that has the dimension. No group.' })
  accountId: string;

  @Ref({ example: exampleId })
  dimensionId: string;

  @Choice(dimensionRequirements, {
    name: 'DimensionRequirement',
    example: 'required',
    description:
      'Whether lines of regular entries on the account need a value of the dimension (`required`), have none (`blocked`) or may have one (`optional`).',
  })
  requirement: DimensionRequirement;

  @Text(50, {
    optional: true,
    nullable: true,
    example: 'STO',
    description: 'Code of the value that lines take which name none of the dimension. Not with `blocked`.',
  })
  defaultValueCode?: string | null;
}

export class UpdateDimensionRule extends PartialType(
  PickType(CreateDimensionRule, ['requirement', 'defaultValueCode']),
) {}

/** A rule as the database gives it. */
export interface DimensionRuleRow {
  id: string;
  legalEntityId: string;
  accountId: string;
  accountCode: string;
  dimensionId: string;
  dimensionCode: string;
  requirement: DimensionRequirement;
  defaultValueCode: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class DimensionRuleView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '5010' })
  accountCode: string;

  @Ref({ example: exampleId })
  dimensionId: string;

  @Text(20, { example: 'COST-CENTRE' })
  dimensionCode: string;

  @Choice(dimensionRequirements, { name: 'DimensionRequirement', example: 'required' })
  requirement: DimensionRequirement;

  @Text(50, { nullable: true, example: 'STO' })
  defaultValueCode: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: DimensionRuleRow): DimensionRuleView {
    const { id, legalEntityId, accountId, accountCode, dimensionId, dimensionCode } = row;
    const { requirement, defaultValueCode, version } = row;
    const [createdAt, updatedAt] = [row.createdAt.toISOString(), row.updatedAt.toISOString()];
    const key = { id, legalEntityId, accountId, accountCode, dimensionId, dimensionCode };
    return { ...key, requirement, defaultValueCode, version, createdAt, updatedAt };
  }
}

export class DimensionRuleList extends ListOf(DimensionRuleView) {}
