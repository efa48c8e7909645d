import { Flag, List, Nested, Text } from '#platform/http/fields/fields.js';
import { MOST_ROWS } from './define-list.js';
import type { Page } from './list-request.js';

class PageView {
  @Flag({ example: true, description: 'Whether there are more records after these.' })
  hasMore: boolean;

  @Text(4000, {
    nullable: true,
    example: 'kD8_2rQx0pWm1v7T5hYb3lsiMjAyNi0wMS0zMSIsIjE3Il0',
    description:
      'Cursor of the following page, to be sent as `after` with the same filters and sort; null on the last.',
  })
  next: string | null;
}

/**
 * The answer of a list, as a class to give its own name in the document:
 * `export class AccountList extends ListOf(AccountView) {}`.
 */
export function ListOf<View extends object>(view: new () => View): new () => Page<View> {
  class ListView implements Page<View> {
    @List(() => view, { max: MOST_ROWS, description: 'The records of this page, in the order that was asked for.' })
    data: View[];

    @Nested(() => PageView)
    page: PageView;
  }
  return ListView;
}
