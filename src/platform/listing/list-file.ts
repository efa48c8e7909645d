import type { FastifyRequest } from 'fastify';
import { type Table, type TableHead, writtenTable } from '#platform/exports/table.js';
import { type FieldClass, fieldsOf } from '#platform/http/fields/field-metadata.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { MOST_ROWS } from './define-list.js';
import { listColumns } from './list-columns.js';
import type { Page } from './list-request.js';

/** Parameters of the page of a file that a request is at. */
const pages = new WeakMap<FastifyRequest, Readonly<Record<string, string>>>();

/** The query of the request, or of the page that a file of it is read by at the moment. */
export const queryOf = (request: FastifyRequest): Record<string, unknown> => ({
  ...(request.query as Record<string, unknown>),
  ...pages.get(request),
});

/** All records of the list that match the filters, as a table: read page by page, each after the last record of the one before. */
export function listTable(view: FieldClass, request: FastifyRequest, readPage: () => Promise<Page<object>>): Table {
  refusePaging(request.query as Record<string, unknown>);
  return writtenTable({ columns: listColumns(recordView(view)) }, async (sink) => {
    const limit = String(MOST_ROWS);
    let after: string | null = null;
    do {
      pages.set(request, after === null ? { limit } : { limit, after });
      const { data, page } = await readPage();
      if (after === null) sink.begin(headOf(request));
      for (const record of data) await sink.row(record);
      after = page.next;
    } while (after !== null);
  });
}

/** `budgets-lines` for `/v1/accounting/budgets/:id/lines`. */
export function listFileName({ routeOptions: { url = '' } }: FastifyRequest): string {
  return url
    .split('/')
    .slice(3)
    .filter((segment) => !segment.startsWith(':'))
    .join('-');
}

function recordView(view: FieldClass): FieldClass {
  const { rule } = fieldsOf(view).list.find(({ name }) => name === 'data')!;
  if ('item' in rule && 'nested' in rule.item) return rule.item.nested();
  throw new Error(`${view.name} is no list of records`);
}

function headOf(request: FastifyRequest): TableHead {
  const name = listFileName(request).replaceAll('-', ' ');
  const query = [...new URLSearchParams(request.url.split('?', 2)[1])].map((parameter) => parameter.join('='));
  return {
    title: name.charAt(0).toUpperCase() + name.slice(1),
    owner: '',
    ownerDetails: [],
    facts: [
      ...(query.length === 0 ? [] : [['Asked for', query.join(', ')] as const]),
      ['Made at', new Date().toISOString()],
    ],
  };
}

/** @throws Problem 400 where somebody asks for a page of a file, which is always whole */
function refusePaging(query: Record<string, unknown>): void {
  const given = ['limit', 'after'].find((name) => name in query);
  if (given === undefined) return;
  const message = 'Leave it out: as a file the list is answered whole.';
  throw platformProblems.invalid_parameter(message, [{ pointer: `?${given}`, code: 'not_paged', message }]);
}
