import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListDefinition, SortKey } from './define-list.js';
import type { ListCursor } from './list-cursor.js';
import { listSql, type ListSql } from './list-sql.js';
import { type Condition, parseListQuery } from './parse-list-query.js';

/** A row that was selected with the `keyset` of `ListSql`. */
export interface ListRow {
  keyset: string[];
}

/** One page of a list, as it is answered. */
export interface Page<View> {
  data: View[];
  page: { hasMore: boolean; next: string | null };
}

/** Parts of a query whose rows a list is made of. */
export interface ListSource {
  /** Expressions and names, e.g. `account.id, account.code`. */
  columns: string;
  /** Tables and joins. */
  from: string;
  /** The query's own conditions, that of the organization first. */
  where: string;
  /** Values of `$1 … $n` in these parts. */
  parameters: readonly unknown[];
}

/** What a caller asked of a list: filters, order, place and size of the page, all proved. */
export class ListRequest {
  readonly conditions: readonly Condition[];
  readonly sort: readonly SortKey[];
  readonly limit: number;
  private readonly position?: readonly string[];
  private readonly binding: string;

  /** @throws Problem 400 for parameters and cursors that do not belong to the list */
  constructor(
    private readonly list: ListDefinition,
    query: Readonly<Record<string, unknown>>,
    private readonly cursors: ListCursor,
  ) {
    const { conditions, sort, limit, after } = parseListQuery(list, query);
    this.conditions = conditions;
    this.sort = sort;
    this.limit = limit;
    this.binding = bindingOf(list, conditions, sort);
    if (after !== undefined) this.position = this.readCursor(after);
  }

  private readCursor(after: string): readonly string[] {
    const position = this.cursors.read(this.binding, after);
    if (position?.length === this.sort.length + 1) return position;
    const message = 'Must be a cursor of this list, answered for the same filters and sort; start again without it.';
    throw platformProblems.invalid_cursor(message, [{ pointer: '?after', code: 'invalid_cursor', message }]);
  }

  /** Pieces for a query of one's own, of which `parameters` are the first. */
  sql(parameters: readonly unknown[]): ListSql {
    const { list, conditions, sort, limit, position } = this;
    return listSql({ list, conditions, sort, limit, position }, parameters);
  }

  /** The whole query: text and parameters. */
  select({ columns, from, where, parameters }: ListSource): { text: string; parameters: unknown[] } {
    const sql = this.sql(parameters);
    const text = ['SELECT', columns, ',', sql.keyset, 'FROM', from, 'WHERE', where, 'AND', sql.where];
    return { text: [...text, 'ORDER BY', sql.orderBy, 'LIMIT', sql.limit].join(' '), parameters: sql.parameters };
  }

  /** The page that the rows of the query make, one row beyond it included. */
  page<Row extends ListRow, View>(rows: readonly Row[], view: (row: Row) => View): Page<View> {
    const hasMore = rows.length > this.limit;
    const shown = hasMore ? rows.slice(0, this.limit) : rows;
    const next = hasMore ? this.cursors.write(this.binding, shown.at(-1)!.keyset) : null;
    return { data: shown.map((row) => view(row)), page: { hasMore, next } };
  }
}

/** The same for the same filters and sort, in whatever order they were written. */
function bindingOf({ name }: ListDefinition, conditions: readonly Condition[], sort: readonly SortKey[]): string {
  const filters = conditions.map(({ name: field, operator, values }) => [field, operator, ...values.toSorted()]);
  const order = sort.map((key) => [key.name, key.descending]);
  return JSON.stringify([name, order, filters.map((one) => JSON.stringify(one)).sort()]);
}
