import { PickType } from '@nestjs/swagger';
import { Choice, Code, Count, List, Money, Nested, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import { entryKinds } from '../journal/journal-entries.dto.js';
import { MOST_ON_PAGE } from '#platform/listing/page-cursor.js';
import { PagedRangeQuery, ReportPageView } from './page.dto.js';
import { exampleId, ReportHead } from './report-head.dto.js';

/** Figures that entries are asked for. */
export const askedFigures = ['receipt', 'payment', 'exchange', 'not_cash'] as const;
export type AskedFigure = (typeof askedFigures)[number];

const figure = {
  name: 'CashFlowFigure',
  example: 'receipt',
  description:
    'Of the entries, what came (`receipt`) or went (`payment`) because of the account, what exchange rates made of money (`exchange`), or what the account has of the result or of working capital without money (`not_cash`).',
} as const;

export class CashFlowEntriesQuery extends PickType(PagedRangeQuery, [
  'legalEntityId',
  'knownAt',
  'from',
  'to',
  'limit',
  'after',
]) {
  @Ref({ example: exampleId, description: 'The account that money was exchanged for.' })
  accountId: string;

  @Choice(askedFigures, figure)
  figure: AskedFigure;
}

export class CashFlowEntryView {
  @Ref({ example: exampleId, description: 'The entry; read it with `getJournalEntry`.' })
  entryId: string;

  @Text(20, { example: 'GENERAL' })
  journalCode: string;

  @Count(1, 2_147_483_647, { example: 17, description: 'Number of the entry in its journal and fiscal year.' })
  number: number;

  @OnDate({ example: '2026-01-31' })
  entryDate: string;

  @Choice(entryKinds, { name: 'JournalEntryKind', example: 'regular' })
  kind: EntryKind;

  @Text(500, { example: 'Payment of INV-2026-0117' })
  description: string;

  @Text(100, { nullable: true, example: 'INV-2026-0117' })
  reference: string | null;

  @Money({ example: '250.00', description: 'What the entry has of the figure; money that comes is positive.' })
  amount: string;
}

export class CashFlowEntriesView extends ReportHead {
  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-12-31' })
  to: string;

  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '1100' })
  accountCode: string;

  @Text(200, { example: 'Trade receivables' })
  accountName: string;

  @Choice(askedFigures, figure)
  figure: AskedFigure;

  @List(() => CashFlowEntryView, { max: MOST_ON_PAGE, description: 'By date, in the order of posting.' })
  entries: CashFlowEntryView[];

  @Nested(() => ReportPageView)
  page: ReportPageView;
}
