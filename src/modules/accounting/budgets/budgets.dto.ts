import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, CurrencyCode, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type BudgetStatus, budgetStatuses } from './budget-status.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class BudgetFields {
  @Ref({ example: exampleId, description: 'The fiscal year, and with it the legal entity; fixed for good.' })
  fiscalYearId: string;

  @Code(20, {
    example: 'BASE',
    description: 'Tells the budgets of a fiscal year apart; its revisions share it. Fixed for good. Case counts.',
  })
  code: string;

  @Text(200, { example: 'Budget 2026' })
  name: string;
}

export class CreateBudget extends BudgetFields {}

export class UpdateBudget extends PartialType(PickType(BudgetFields, ['name'])) {}

export interface BudgetRow {
  id: string;
  legalEntityId: string;
  fiscalYearId: string;
  code: string;
  revision: number;
  name: string;
  currency: string;
  status: BudgetStatus;
  source: string | null;
  lineCount: number;
  activatedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class BudgetView extends BudgetFields {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the revisions with the same code in the fiscal year.' })
  revision: number;

  @CurrencyCode({ example: 'EUR', description: 'Functional currency of the legal entity; all amounts are in it.' })
  currency: string;

  @Choice(budgetStatuses, {
    name: 'BudgetStatus',
    example: 'draft',
    description:
      'A `draft` changes. The `active` revision is fixed; there is one at most of each code and fiscal year. It is `superseded` when another one becomes active.',
  })
  status: BudgetStatus;

  @Text(200, {
    nullable: true,
    example: 'sie:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    description: 'The file that brought it, by its digest; null for budgets that were made here.',
  })
  source: string | null;

  @Count(0, 2_147_483_647, { example: 120 })
  lineCount: number;

  @AtInstant({ nullable: true, example: '2026-01-31T08:30:00.000Z', description: 'Null for a draft.' })
  activatedAt: string | null;

  @Count(1, 2_147_483_647, {
    example: 1,
    description: 'Counts the changes of the budget and of its lines; also the ETag.',
  })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from({ activatedAt, createdAt, updatedAt, ...row }: BudgetRow): BudgetView {
    const { id, legalEntityId, fiscalYearId, code, revision, name, currency, status, source, lineCount, version } = row;
    return {
      id,
      legalEntityId,
      fiscalYearId,
      code,
      revision,
      name,
      currency,
      status,
      source,
      lineCount,
      activatedAt: activatedAt?.toISOString() ?? null,
      version,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

export class RevisedBudgetView extends BudgetView {
  @Count(0, 2_147_483_647, {
    example: 0,
    description: 'Lines of the other revision whose account or value is not active any more.',
  })
  linesLeftOut: number;
}

export class BudgetList extends ListOf(BudgetView) {}
