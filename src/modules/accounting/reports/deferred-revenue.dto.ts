import { PickType } from '@nestjs/swagger';
import { Choice, Code, Count, List, Money, Nested, OnDate, Ref, Text, Values } from '#platform/http/fields/fields.js';
import { textRule } from '#platform/http/fields/text-rules.js';
import { IncomeStatementQuery } from './income-statement.dto.js';
import { exampleId, ReportHead } from './report-head.dto.js';

export const deferredRevenueGroupings = ['account', 'customer', 'deferral', 'month'] as const;
export type DeferredRevenueGrouping = (typeof deferredRevenueGroupings)[number];

const grouping = { name: 'DeferredRevenueGrouping', example: 'customer' } as const;

export class DeferredRevenueQuery extends PickType(IncomeStatementQuery, ['legalEntityId', 'knownAt', 'from', 'to']) {
  @Choice(deferredRevenueGroupings, {
    ...grouping,
    optional: true,
    description: 'What there is a line for; `account` where left out.',
  })
  by?: DeferredRevenueGrouping;

  @Ref({
    optional: true,
    example: exampleId,
    description: 'Only this customer. One that was merged into another stands for the other.',
  })
  partyId?: string;
}

export class DeferredRevenueAmountsView {
  @Money({ example: '9000.00', description: 'What waited before the first day.' })
  opening: string;

  @Money({ example: '1200.00', description: 'What invoices added.' })
  added: string;

  @Money({ example: '850.00', description: 'What was taken to revenue.' })
  recognized: string;

  @Money({ example: '0.00', description: 'What credit notes took back.' })
  credited: string;

  @Money({ example: '9350.00', description: 'Opening and added, less recognized and credited.' })
  closing: string;
}

export class DeferredRevenueLineView extends DeferredRevenueAmountsView {
  @Code(20, { nullable: true, example: '2970', description: 'The deferred account; null where lines are of several.' })
  accountCode: string | null;

  @Text(200, { nullable: true, example: 'Deferred revenue' })
  accountName: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The customer; null where lines are of several.' })
  partyId: string | null;

  @Text(30, { nullable: true, example: '10001' })
  partyNumber: string | null;

  @Text(200, { nullable: true, example: 'Nordlicht GmbH' })
  partyName: string | null;

  @Ref({ nullable: true, example: null as never })
  deferralId: string | null;

  @Code(60, { nullable: true, example: null as never })
  invoiceNumber: string | null;

  @Count(1, 1020, { nullable: true, example: null as never, description: 'The place of the line in the invoice.' })
  position: number | null;

  @OnDate({ nullable: true, example: null as never, description: 'First day of the month.' })
  month: string | null;

  @Values(textRule({ max: 1000 }), {
    max: 2,
    example: [`/v1/accounting/deferrals?legalEntityId=${exampleId}&partyId=${exampleId}`],
    description: 'Where what stands behind the line is found.',
  })
  drillDown: string[];
}

export class DeferredAccountView {
  @Code(20, { example: '2970' })
  accountCode: string;

  @Money({ example: '9350.00', description: 'What its deferrals have left at the end of the last day.' })
  deferred: string;

  @Money({ example: '0.00', description: 'What was posted to it otherwise, by hand or in opening balances.' })
  other: string;

  @Money({ example: '9350.00', description: 'Its balance, credits above zero: both together.' })
  balance: string;
}

export class DeferredRevenueView extends ReportHead {
  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-03-31' })
  to: string;

  @Choice(deferredRevenueGroupings, grouping)
  by: DeferredRevenueGrouping;

  @List(() => DeferredRevenueLineView, { max: 1_000_000 })
  lines: DeferredRevenueLineView[];

  @Nested(() => DeferredRevenueAmountsView)
  totals: DeferredRevenueAmountsView;

  @List(() => DeferredAccountView, {
    max: 10_000,
    description: 'The proof: each deferred account beside its deferrals. Of all customers.',
  })
  accounts: DeferredAccountView[];
}
