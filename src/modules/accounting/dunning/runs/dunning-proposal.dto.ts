import {
  Choice,
  Code,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  Nested,
  OnDate,
  Ref,
  Text,
  Value,
} from '#platform/http/fields/fields.js';
import { cursorRule, MOST_ON_PAGE } from '#platform/listing/page-cursor.js';
import { digestField } from './dunning-runs.dto.js';
import { type SkipCode, skipCodes, skipWords } from './skip-codes.js';

const exampleCursor = 'kD8_2rQx0pWm1v7T5hYb3lsiMjAyNi0wMS0zMSIsIjE3Il0';
const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
/** The most that one customer may have open; a bound of the document, not of the books. */
const MOST_ITEMS = 1_000_000;

export class ProposalPageQuery {
  @Count(1, MOST_ON_PAGE, {
    optional: true,
    example: 50,
    description: 'Most customers (in one currency each) on a page; 50 where left out.',
  })
  limit?: number;

  @Value(cursorRule, { optional: true, example: exampleCursor, description: '`next` of the page before.' })
  after?: string;
}

export class PreviewDunningQuery extends ProposalPageQuery {
  @Ref({ optional: true, example: exampleId, description: 'The default legal entity where left out.' })
  legalEntityId?: string;

  @OnDate({ optional: true, example: '2026-03-02', description: 'The day of the letters; today where left out.' })
  runOn?: string;

  @Ref({ optional: true, example: exampleId, description: 'Only what this customer has overdue.' })
  partyId?: string;

  @Flag({ optional: true, example: false, description: 'Whether customers on hold are reminded.' })
  includesPartiesOnHold?: boolean;
}

export class DunningSkipView {
  @Choice(skipCodes, { name: 'DunningSkipCode', example: 'item_blocked', description: skipWords })
  code: SkipCode;

  @Text(500, { nullable: true, example: 'Disputes the quantity', description: 'What somebody has said of it.' })
  reason: string | null;
}

export class ProposedItemView {
  @Ref({ example: exampleId })
  openItemId: string;

  @Text(100, { nullable: true, example: 'INV-2026-0117', description: 'Number of its document.' })
  reference: string | null;

  @OnDate({ example: '2026-01-31' })
  entryDate: string;

  @OnDate({ example: '2026-02-10', description: 'The entry date where nobody said when it falls due.' })
  dueOn: string;

  @Count(1, 110_000, { example: 20 })
  daysOverdue: number;

  @Money({ example: '1250.00' })
  openAmount: string;

  @Count(1, 9, { example: 2, description: 'One above the level that it was last reminded of.' })
  level: number;

  @Money({ example: '6.25' })
  interest: string;

  @Nested(() => DunningSkipView, { nullable: true, description: 'Why it is in no letter; null where it is.' })
  skipped: DunningSkipView | null;
}

class ProposedAmounts {
  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '1250.00', description: 'Of the items that are reminded of.' })
  overdueAmount: string;

  @Money({ example: '0.00', description: 'What the customers have in credit.' })
  creditAmount: string;

  @Money({ example: '5.00' })
  fee: string;

  @Money({ example: '6.25' })
  interest: string;

  @Money({ example: '1261.25', description: 'What they are asked for.' })
  totalAmount: string;
}

export class ProposedLetterView extends ProposedAmounts {
  @Ref({ example: exampleId })
  partyId: string;

  @Text(30, { example: '10001' })
  partyNumber: string;

  @Text(200, { example: 'Nordlicht GmbH' })
  partyName: string;

  @Count(1, 9, { nullable: true, example: 2, description: 'The highest of its items; null where there is no letter.' })
  level: number | null;

  @OnDate({ nullable: true, example: '2026-03-12' })
  payBy: string | null;

  @Nested(() => DunningSkipView, {
    nullable: true,
    description: 'Why there is no letter although items are to be reminded of; of items, they say themselves.',
  })
  skipped: DunningSkipView | null;

  @List(() => ProposedItemView, { max: MOST_ITEMS, description: 'All that is overdue, the oldest due first.' })
  items: ProposedItemView[];
}

export class ProposedTotals extends ProposedAmounts {
  @Count(0, 2_147_483_647, { example: 17 })
  letterCount: number;
}

export class DunningProposalView {
  @Ref({ example: exampleId })
  legalEntityId: string;

  @OnDate({ example: '2026-03-02' })
  runOn: string;

  @Count(0, 2_147_483_647, { example: 17, description: 'Letters of all pages.' })
  letterCount: number;

  @List(() => ProposedTotals, { max: 200, description: 'What the letters of all pages come to, by currency.' })
  totals: ProposedTotals[];

  @Code(64, {
    ...digestField,
    description: 'Changes with whatever changes in the letters; `confirmDunningRun` takes it.',
  })
  digest: string;

  @List(() => ProposedLetterView, {
    max: MOST_ON_PAGE,
    description: 'Customers with something overdue, in the order of their numbers, one for each currency.',
  })
  proposals: ProposedLetterView[];

  @Text(4000, { nullable: true, example: exampleCursor, description: 'For `after`; null on the last page.' })
  next: string | null;
}
