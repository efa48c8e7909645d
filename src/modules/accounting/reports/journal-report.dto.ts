import { Choice, Code, Count, List, Money, Nested, OnDate, Ref, Several, Text } from '#platform/http/fields/fields.js';
import { textRule } from '#platform/http/fields/text-rules.js';
import type { EntryKind } from '../contract/ledger-posting.js';
import { entryKinds } from '../journal/journal-entries.dto.js';
import { MOST_ON_PAGE } from '#platform/listing/page-cursor.js';
import { PagedRangeQuery, ReportPageView } from './page.dto.js';
import { exampleId, ReportHead } from './report-head.dto.js';

export class JournalReportQuery extends PagedRangeQuery {
  @Several(textRule({ max: 20 }), {
    optional: true,
    max: 100,
    example: ['GENERAL'],
    description: 'Only these journals; separated by commas.',
  })
  journalCode?: string[];
}

export class JournalReportLineView {
  @Count(1, 5001, { example: 1 })
  lineNumber: number;

  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '1930' })
  accountCode: string;

  @Text(200, { example: 'Bank account' })
  accountName: string;

  @Text(500, { nullable: true, example: 'Office rent' })
  description: string | null;

  @Money({ example: '250.00' })
  debit: string;

  @Money({ example: '0.00' })
  credit: string;
}

export class JournalReportEntryView {
  @Ref({ example: exampleId, description: 'The entry; read it with `getJournalEntry`.' })
  entryId: string;

  @Text(20, { example: 'GENERAL' })
  journalCode: string;

  @Count(1, 2_147_483_647, { example: 17 })
  number: number;

  @OnDate({ example: '2026-01-31' })
  entryDate: string;

  @Choice(entryKinds, { name: 'JournalEntryKind', example: 'regular' })
  kind: EntryKind;

  @Text(500, { example: 'Office rent January' })
  description: string;

  @Text(100, { nullable: true, example: 'INV-2026-0117' })
  reference: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The entry that this one reverses.' })
  reversalOf: string | null;

  @Money({
    example: '250.00',
    description:
      'Sum of the debits of the whole entry, equal to that of the credits, whichever of its lines are shown.',
  })
  total: string;

  @List(() => JournalReportLineView, {
    min: 1,
    max: 5001,
    description: 'All lines of the entry; those with the value, where the report is of one.',
  })
  lines: JournalReportLineView[];
}

export class JournalReportView extends ReportHead {
  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-12-31' })
  to: string;

  @List(() => JournalReportEntryView, {
    max: MOST_ON_PAGE,
    description: 'By journal code, date and number, which is the order of posting within a journal and day.',
  })
  entries: JournalReportEntryView[];

  @Nested(() => ReportPageView)
  page: ReportPageView;
}
