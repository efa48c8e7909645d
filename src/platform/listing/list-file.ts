import type { FastifyRequest } from 'fastify';
import type { UnitOfWork } from '#platform/database/unit-of-work.js';
import { type RowSink, type Table, type TableHead, writtenTable } from '#platform/exports/table.js';
import { type FieldClass, fieldsOf } from '#platform/http/fields/field-metadata.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { MOST_ROWS } from './define-list.js';
import { listColumns } from './list-columns.js';
import type { Page } from './list-request.js';
import { WholeList } from './whole-list.js';

/** The lists that requests are answered with as files. */
const wholeLists = new WeakMap<FastifyRequest, WholeList>();

/** What the request asks of a list: a page, or all of it. */
export function askedOf(request: FastifyRequest): { query: Record<string, unknown>; whole?: WholeList } {
  const query = request.query as Record<string, unknown>;
  const whole = wholeLists.get(request);
  return whole ? { query: { ...query, limit: String(MOST_ROWS) }, whole } : { query };
}

/** All records of the list that match the filters, as a table: read page by page in one snapshot, as rows of one query. */
export function listTable(
  view: FieldClass,
  request: FastifyRequest,
  { unitOfWork, readPage }: { unitOfWork: UnitOfWork; readPage: () => Promise<Page<object>> },
): Table {
  refusePaging(request.query as Record<string, unknown>);
  const write = (sink: RowSink<object>) =>
    unitOfWork.read(async () => {
      wholeLists.set(request, new WholeList());
      let page = await readPage();
      sink.begin(headOf(request));
      for (;;) {
        for (const record of page.data) await sink.row(record);
        if (!page.page.hasMore) return;
        page = await readPage();
      }
    });
  return writtenTable({ columns: listColumns(recordView(view)) }, write);
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
