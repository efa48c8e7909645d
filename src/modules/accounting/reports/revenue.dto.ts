import { PickType } from '@nestjs/swagger';
import {
  Choice,
  Code,
  Count,
  List,
  Money,
  Nested,
  OnDate,
  Ref,
  Text,
  Value,
  Values,
} from '#platform/http/fields/fields.js';
import { decimalRule } from '#platform/http/fields/number-rules.js';
import { textRule } from '#platform/http/fields/text-rules.js';
import { ComparedRangeView } from './financial-statement.dto.js';
import { IncomeStatementQuery } from './income-statement.dto.js';
import { exampleId, ReportHead } from './report-head.dto.js';
import { MOST_COMPARISONS } from './trial-balance.dto.js';

export const revenueGroupings = ['customer', 'item', 'month'] as const;
export type RevenueGrouping = (typeof revenueGroupings)[number];

export const revenueLineKinds = ['item', 'allowance', 'charge'] as const;
export type RevenueLineKind = (typeof revenueLineKinds)[number];

/** By the day on which documents were issued. */
export class RevenueQuery extends PickType(IncomeStatementQuery, [
  'legalEntityId',
  'knownAt',
  'from',
  'to',
  'compare',
  'compareCount',
  'compareRanges',
]) {
  @Choice(revenueGroupings, {
    name: 'RevenueGrouping',
    optional: true,
    example: 'item',
    description: 'What there is a line for; `customer` where left out.',
  })
  by?: RevenueGrouping;

  @Ref({
    optional: true,
    example: exampleId,
    description: 'Only this customer. One that was merged into another stands for the other.',
  })
  partyId?: string;

  @Code(100, { optional: true, example: 'CHAIR-7', description: 'Only lines of this item.' })
  itemCode?: string;
}

export class RevenueAmountsView {
  @Money({ example: '12000.00', description: 'Net amounts of invoices.' })
  invoiced: string;

  @Money({ example: '500.00', description: 'Net amounts of credit notes, above zero.' })
  credited: string;

  @Money({ example: '11500.00', description: 'What was invoiced less what was credited.' })
  net: string;
}

const quantity = decimalRule({ integerDigits: 18, fractionDigits: 6, example: '115' });

export class RevenueFiguresView extends RevenueAmountsView {
  @Value(quantity, {
    nullable: true,
    example: '115',
    description: 'What was invoiced less what was credited, in `unit`; null where the line is not of an item.',
  })
  quantity: string | null;
}

export class RevenueLineView extends RevenueFiguresView {
  @Ref({ nullable: true, example: exampleId, description: 'The customer; null where lines are not by customer.' })
  partyId: string | null;

  @Text(30, { nullable: true, example: '1001' })
  partyNumber: string | null;

  @Text(200, { nullable: true, example: 'Nordlicht GmbH' })
  partyName: string | null;

  @Code(100, {
    nullable: true,
    example: 'CHAIR-7',
    description: 'The item; null where lines are not by item, and of what was sold without a code.',
  })
  itemCode: string | null;

  @Text(500, { nullable: true, example: 'Office chair', description: 'What the item was called last.' })
  description: string | null;

  @Code(10, {
    nullable: true,
    example: 'C62',
    description: 'An item that is sold in several units has a line for each.',
  })
  unit: string | null;

  @Choice(revenueLineKinds, {
    name: 'RevenueLineKind',
    nullable: true,
    example: 'item',
    description: 'Items, or the allowances and charges of whole documents; null where lines are not by item.',
  })
  lineKind: RevenueLineKind | null;

  @OnDate({
    nullable: true,
    example: '2026-03-01',
    description:
      'First day of the month; null where lines are not by month, and where a compared range has more months than the report.',
  })
  month: string | null;

  @Count(0, 2_147_483_647, { example: 12, description: 'Documents of the report; none where only compared ones are.' })
  documentCount: number;

  @List(() => RevenueFiguresView, {
    max: MOST_COMPARISONS,
    description: 'One for each compared range; by month, the first month beside the first.',
  })
  comparisons: RevenueFiguresView[];

  @Values(textRule({ max: 1000 }), {
    max: 2,
    example: [
      `/v1/accounting/invoices?legalEntityId=${exampleId}&partyId=${exampleId}&issuedOn[gte]=2026-01-01&issuedOn[lte]=2026-03-31`,
      `/v1/accounting/credit-notes?legalEntityId=${exampleId}&partyId=${exampleId}&issuedOn[gte]=2026-01-01&issuedOn[lte]=2026-03-31`,
    ],
    description:
      'The invoices and the credit notes that the figures are from; for an item, this report of it by customer. Empty where there is no such filter.',
  })
  drillDown: string[];
}

export class RevenueTotalsView extends RevenueAmountsView {
  @List(() => RevenueAmountsView, { max: MOST_COMPARISONS, description: 'One for each compared range.' })
  comparisons: RevenueAmountsView[];
}

export class RevenueView extends ReportHead {
  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-03-31' })
  to: string;

  @Choice(revenueGroupings, { name: 'RevenueGrouping', example: 'customer' })
  by: RevenueGrouping;

  @List(() => ComparedRangeView, { max: MOST_COMPARISONS, description: 'The compared ranges, in their order.' })
  comparisons: ComparedRangeView[];

  @List(() => RevenueLineView, {
    max: 200_000,
    description: 'By name of the customer, by item and unit, or each month of the range.',
  })
  lines: RevenueLineView[];

  @Nested(() => RevenueTotalsView)
  totals: RevenueTotalsView;
}
