import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from '../chart/account-type.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class CreateWithholdingCode {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Code(20, { example: 'IRPF', description: 'Fixed for good. Case counts.' })
  code: string;

  @Text(200, { example: 'Income tax withheld from professionals' })
  name: string;

  @Code(20, {
    example: '1230',
    description:
      'An active asset account that takes postings and controls nothing: where what customers withheld stands until it is set off against the tax of the year.',
  })
  accountCode: string;

  @Count(1, 12, {
    optional: true,
    example: 1,
    description:
      'The month that the year begins with which thresholds are counted by, such as 4 in India; January where left out. Fixed for good.',
  })
  yearStartsIn?: number;
}

class ChangedCodeFields extends PickType(CreateWithholdingCode, ['name', 'accountCode']) {
  @Choice(activeStatuses, {
    name: 'WithholdingCodeStatus',
    example: 'active',
    description: 'Under an inactive code nothing further is recorded.',
  })
  status: ActiveStatus;
}

export class UpdateWithholdingCode extends PartialType(ChangedCodeFields) {}

/** A code as the database gives it. */
export interface WithholdingCodeRow {
  id: string;
  legalEntityId: string;
  code: string;
  name: string;
  accountId: string;
  accountCode: string;
  yearStartsIn: number;
  status: ActiveStatus;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class WithholdingCodeView extends PickType(CreateWithholdingCode, ['code', 'name', 'accountCode']) {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Count(1, 12, { example: 1, description: 'The month that its year begins with.' })
  yearStartsIn: number;

  @Choice(activeStatuses, { name: 'WithholdingCodeStatus', example: 'active' })
  status: ActiveStatus;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: WithholdingCodeRow): WithholdingCodeView {
    const { id, legalEntityId, code, name, accountCode, yearStartsIn, status, version, createdAt, updatedAt } = row;
    const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
    return { id, legalEntityId, code, name, accountCode, yearStartsIn, status, version, ...times };
  }
}

export class WithholdingCodeList extends ListOf(WithholdingCodeView) {}
