import type { PagedRangeQuery } from './page.dto.js';
import { wrongParameter } from './report-books.js';

/** @throws Problem 400 where somebody asks for a page of a file, which is always whole */
export function refusePaging({ limit, after }: Pick<PagedRangeQuery, 'limit' | 'after'>): void {
  const pointer = limit === undefined ? after && '?after' : '?limit';
  if (pointer) throw wrongParameter(pointer, 'not_paged', 'Leave it out: as a file the report is answered whole.');
}
