import { Count, Flag, OnDate, Text, Value } from '#platform/http/fields/fields.js';
import { cursorRule, MOST_ON_PAGE } from '#platform/listing/page-cursor.js';
import { ReportQuery } from './report-head.dto.js';

const exampleCursor = 'kD8_2rQx0pWm1v7T5hYb3lsiMjAyNi0wMS0zMSIsIjE3Il0';

/** A range of days, read page by page. */
export class PagedRangeQuery extends ReportQuery {
  @OnDate({ example: '2026-01-01', description: 'First day; a fiscal year holds it.' })
  from: string;

  @OnDate({ example: '2026-12-31', description: 'Last day; it may lie in a later fiscal year.' })
  to: string;

  @Count(1, MOST_ON_PAGE, {
    optional: true,
    example: 100,
    description: 'Most of them on a page; 50 where left out. For JSON: as a file the report is answered whole.',
  })
  limit?: number;

  @Value(cursorRule, {
    optional: true,
    example: exampleCursor,
    description: 'Cursor of the page before, its `page.next`; it holds for the same parameters only. For JSON.',
  })
  after?: string;
}

export class ReportPageView {
  @Flag({ example: true, description: 'Whether the report goes on after this page.' })
  hasMore: boolean;

  @Text(4000, {
    nullable: true,
    example: exampleCursor,
    description: 'Cursor of the following page, to be sent as `after` with the same parameters; null on the last.',
  })
  next: string | null;
}
