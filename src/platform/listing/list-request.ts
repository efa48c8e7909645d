import type { Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListDefinition, SortKey } from './define-list.js';
import type { ListCursor } from './list-cursor.js';
import { listSql, type ListSql } from './list-sql.js';
import { type Condition, parseListQuery } from './parse-list-query.js';
import type { WholeList } from './whole-list.js';

/** A row that was selected with the `keyset` of `ListSql`, which those of a whole list do without. */
export interface ListRow {
  keyset: string[];
}

/** One page of a list, as it is answered; `next` is null on the last, and on the pages that a file is written from. */
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
    /** Where the list is asked for as a file: this is one of the pages that it is written from. */
    private readonly whole?: WholeList,
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

  /** The query of the page: text and parameters. Repositories take its `rows`, which knows of files. */
  select({ columns, from, where, parameters: given }: ListSource): { text: string; parameters: unknown[] } {
    // The same page again and again would never end.
    if (this.whole) throw new Error('A list as a file is read by its rows.');
    const { keyset, where: matches, orderBy, limit, parameters } = this.sql(given);
    const text = ['SELECT', columns, ',', keyset, 'FROM', from, 'WHERE', where, 'AND', matches, 'ORDER BY', orderBy];
    return { text: [...text, 'LIMIT', limit].join(' '), parameters };
  }

  /** The rows of the page, and one beyond it where there are more. */
  async rows<Row extends object>(transaction: Transaction, source: ListSource): Promise<(Row & ListRow)[]> {
    if (this.whole)
      return (await this.whole.next(transaction, this.selectAll(source), this.limit)) as (Row & ListRow)[];
    const { text, parameters } = this.select(source);
    return transaction.query<Row & ListRow>(text, parameters);
  }

  /** The query of all pages. */
  private selectAll({ columns, from, where, parameters: given }: ListSource): { text: string; parameters: unknown[] } {
    const { list, conditions, sort } = this;
    const { where: matches, orderBy, parameters } = listSql({ list, conditions, sort }, given);
    const text = ['SELECT', columns, 'FROM', from, 'WHERE', where, 'AND', matches, 'ORDER BY', orderBy];
    return { text: text.join(' '), parameters };
  }

  /** The page that the rows of the query make, one row beyond it included. */
  page<Row extends ListRow, View>(rows: readonly Row[], view: (row: Row) => View): Page<View> {
    const hasMore = rows.length > this.limit;
    const shown = hasMore ? rows.slice(0, this.limit) : rows;
    const next = hasMore && !this.whole ? this.cursors.write(this.binding, shown.at(-1)!.keyset) : null;
    return { data: shown.map((row) => view(row)), page: { hasMore, next } };
  }
}

/** The same for the same filters and sort, in whatever order they were written. */
function bindingOf({ name }: ListDefinition, conditions: readonly Condition[], sort: readonly SortKey[]): string {
  const filters = conditions.map(({ name: field, operator, values }) => [field, operator, ...values.toSorted()]);
  const order = sort.map((key) => [key.name, key.descending]);
  return JSON.stringify([name, order, filters.map((one) => JSON.stringify(one)).sort()]);
}
