import type { Column, Filter } from './filter.js';
import type { ListDefinition, SortKey } from './define-list.js';
import type { Condition } from './parse-list-query.js';

/** Pieces of a list's query. Identifiers come from the list's constant, values only as parameters. */
export interface ListSql {
  /** Conditions of the filters and of the cursor; `TRUE` when there are none. Joined to the query's own by AND. */
  where: string;
  orderBy: string;
  /** To be selected beside the columns, as `keyset`: the row's place in the order, for the next cursor. */
  keyset: string;
  /** One row more than the page has, which tells whether there is another page. */
  limit: string;
  /** Those that were given, followed by those that the pieces refer to. */
  parameters: unknown[];
}

export interface SqlRequest {
  readonly list: ListDefinition;
  readonly conditions: readonly Condition[];
  readonly sort: readonly SortKey[];
  /** Rows of the page; left out where all are asked for. */
  readonly limit?: number;
  /** Values of the sort keys and the id of the last row of the page before, as text. */
  readonly position?: readonly string[];
}

/** Writes the pieces; `$1 … $n` are taken by the given parameters. */
export function listSql(request: SqlRequest, given: readonly unknown[]): ListSql {
  const parameters = [...given];
  const bind: Bind = (value, type) => ['$', parameters.push(value), '::', type].join('');
  const keys = orderOf(request);
  const conditions = request.conditions.map((condition) => {
    return conditionSql(request.list.filters[condition.name]!, condition, bind);
  });
  if (request.position) conditions.push(afterSql(keys, request.position, bind));
  return {
    where: conditions.length > 0 ? conditions.join(' AND ') : 'TRUE',
    orderBy: keys.map(({ column, descending }) => [column, descending ? 'DESC' : 'ASC'].join(' ')).join(', '),
    keyset: ['ARRAY[', keys.map(({ column }) => ['(', column, ')::text'].join('')).join(', '), '] AS keyset'].join(''),
    limit: request.limit === undefined ? 'ALL' : bind(request.limit + 1, 'integer'),
    parameters,
  };
}

/** Adds a parameter and returns its place in the text. */
type Bind = (value: unknown, type: string) => string;

interface OrderKey extends Column {
  readonly descending: boolean;
}

/** The sort keys, then the id in the direction of the last of them, so that equal keys keep an order of their own. */
function orderOf({ list, sort }: SqlRequest): readonly OrderKey[] {
  return [...sort, { ...list.id, descending: sort.at(-1)!.descending }];
}

const comparison = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

function conditionSql(filter: Filter, condition: Condition, bind: Bind): string {
  const { column, type, amongMany } = filter;
  const { operator, values } = condition;
  if (amongMany) {
    const equal = conditionSql({ ...filter, amongMany: undefined }, { ...condition, operator: 'eq' }, bind);
    const among = [amongMany[0], equal, amongMany[1]].join(' ');
    return operator === 'eq' ? among : ['NOT', among].join(' ');
  }
  if (operator === 'prefix') return prefixSql(column, values[0]!, bind);
  if (operator === 'eq' && values.length === 1) return [column, '=', bind(values[0], type)].join(' ');
  if (operator === 'eq' || operator === 'ne') {
    const any = [column, ' = ANY (', bind(values, [type, '[]'].join('')), ')'].join('');
    // A row without a value is not one of the values either.
    return operator === 'eq' ? any : ['(', any, ') IS NOT TRUE'].join('');
  }
  return [column, comparison[operator], bind(values[0], type)].join(' ');
}

/**
 * As a range rather than LIKE: under row-level security an index only serves leakproof operators, which LIKE and `^@`
 * are not. Collation C compares code points, so the texts with the prefix are exactly one range.
 */
function prefixSql(column: string, prefix: string, bind: Bind): string {
  const collated = [column, 'COLLATE "C"'].join(' ');
  const from = [collated, '>=', bind(prefix, 'text')].join(' ');
  const end = afterPrefix(prefix);
  return end === undefined ? from : [from, 'AND', collated, '<', bind(end, 'text')].join(' ');
}

const LAST_CODE_POINT = 0x10ffff;

/** The least text that is greater than every text with the prefix, by code points; `undefined` when there is none. */
export function afterPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0)!);
  while (points.at(-1) === LAST_CODE_POINT) points.pop();
  const last = points.pop();
  if (last === undefined) return undefined;
  // Surrogates are no characters: UTF-8 has none.
  return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1);
}

/** The rows that follow a position in the order. */
function afterSql(keys: readonly OrderKey[], position: readonly string[], bind: Bind): string {
  const places = keys.map(({ type }, at) => bind(position[at], type));
  if (keys.every(({ descending }) => descending === keys[0]!.descending)) {
    const columns = keys.map(({ column }) => column).join(', ');
    return ['(', columns, ') ', keys[0]!.descending ? '<' : '>', ' (', places.join(', '), ')'].join('');
  }
  // With directions mixed, one comparison of rows cannot say it. The first key alone bounds the scan of an index.
  const following = keys.reduceRight((rest, { column, descending }, at) => {
    const beyond = [column, descending ? '<' : '>', places[at]].join(' ');
    return rest === '' ? beyond : ['(', beyond, ' OR (', column, ' = ', places[at], ' AND ', rest, '))'].join('');
  }, '');
  const [first] = keys;
  return [first!.column, first!.descending ? '<=' : '>=', places[0], 'AND', following].join(' ');
}
