import { PickType } from '@nestjs/swagger';
import {
  Choice,
  Count,
  CurrencyCode,
  List,
  Money,
  Nested,
  OnDate,
  Ref,
  Several,
  Text,
  Values,
} from '#platform/http/fields/fields.js';
import { countRule, decimalRule } from '#platform/http/fields/number-rules.js';
import { type ItemControl, itemControls } from '../open-items/open-items.dto.js';
import { exampleId, ReportHead, ReportQuery } from './report-head.dto.js';

/** Most days that ages of overdue amounts end with. */
const MOST_AGES = 8;
const MOST_DAYS = 3650;

export class AgingQuery extends PickType(ReportQuery, ['legalEntityId']) {
  @OnDate({
    example: '2026-12-31',
    description: 'What is open at the end of this day, and how long it is overdue then.',
  })
  asOf: string;

  @Choice(itemControls, {
    name: 'OpenItemControl',
    optional: true,
    example: 'receivable',
    description: 'What customers owe (where left out), or what is owed to vendors.',
  })
  control?: ItemControl;

  @Ref({ optional: true, example: exampleId, description: 'Only this customer or vendor.' })
  partyId?: string;

  @Several(countRule(1, MOST_DAYS), {
    optional: true,
    max: MOST_AGES,
    example: [30, 60, 90],
    description:
      'The days that ages of overdue amounts end with, in any order and separated by commas; what is older makes one more. `30,60,90` where left out.',
  })
  days?: number[];
}

export class AgeView {
  @Count(1, MOST_DAYS + 1, { example: 31, description: 'Days overdue, the least.' })
  fromDays: number;

  @Count(1, MOST_DAYS, {
    nullable: true,
    example: 60,
    description: 'Days overdue, the most; null for all that is older.',
  })
  toDays: number | null;
}

const overdue = decimalRule({ integerDigits: 18, fractionDigits: 6, example: '0.00' });

export class AgingAmountsView {
  @Money({ example: '1000.00', description: 'What falls due on the day or later.' })
  notDue: string;

  @Values(overdue, {
    max: MOST_AGES + 1,
    example: ['250.00', '0.00', '0.00', '0.00'],
    description: 'What is overdue, one amount for each of `ages`.',
  })
  overdue: string[];

  @Money({ example: '0.00', description: 'What is open and nobody said when it falls due.' })
  withoutDueDate: string;

  @Money({ example: '-100.00', description: 'Payments and credits that settle nothing yet; zero or below.' })
  credits: string;

  @Money({ example: '1150.00', description: 'The sum of the columns before.' })
  total: string;
}

export class AgingLineView extends AgingAmountsView {
  @Ref({ example: exampleId })
  partyId: string;

  @Text(30, { example: '1001' })
  partyNumber: string;

  @Text(200, { example: 'Nordlicht GmbH' })
  partyName: string;

  @CurrencyCode({
    example: 'USD',
    description: 'Of the items; the amounts of the columns are in the functional currency.',
  })
  itemCurrency: string;

  @Money({ example: '1250.00', description: 'The total in the currency of the items.' })
  totalInItemCurrency: string;

  @Text(1000, {
    example: `/v1/accounting/reports/party-ledger?legalEntityId=${exampleId}&control=receivable&from=2026-12-31&to=2026-12-31&partyId=${exampleId}`,
    description:
      'What the amounts are of: the ledger of the party on the day, whose `openItems` of the currency are these items, each with its document, its days overdue and what was open of it.',
  })
  drillDown: string;
}

export class AgingView extends ReportHead {
  @OnDate({ example: '2026-12-31' })
  asOf: string;

  @Choice(itemControls, { name: 'OpenItemControl', example: 'receivable' })
  control: ItemControl;

  @List(() => AgeView, { max: MOST_AGES + 1, description: 'Ages of overdue amounts.' })
  ages: AgeView[];

  @List(() => AgingLineView, {
    max: 200_000,
    description: 'Each customer or vendor with something open, a line for each currency of the items, by name.',
  })
  lines: AgingLineView[];

  @Nested(() => AgingAmountsView)
  totals: AgingAmountsView;

  @Money({
    nullable: true,
    example: '0.00',
    description: 'What was posted to the control accounts of no party; null where one party was asked for.',
  })
  unattributed: string | null;

  @Money({
    nullable: true,
    example: '1150.00',
    description:
      'What the control accounts stand at: the total and what is of no party. Null where one party was asked for.',
  })
  controlBalance: string | null;
}
