import { type Column, filter, type Filter, type SqlType } from './filter.js';

export const MOST_ROWS = 200;
export const STANDARD_ROWS = 50;
export const MOST_SORT_KEYS = 3;

export interface ListOptions<Filters, Sorts> {
  /** Singular noun in camelCase, e.g. `journalEntry`; unique, and part of every cursor. */
  name: string;
  /** Column of the id, the last key of every order. */
  id: string;
  /** Its type, where it is no UUID. */
  idType?: SqlType;
  /** Column of the last change, of the insertion where rows never change: gives every list the filter `updatedAt`. */
  updatedAt: string;
  /** Parameters by name. */
  filters: Filters;
  /** Columns that callers may sort by. They must be NOT NULL: a null has no place in the order of a cursor. */
  sorts: Sorts;
  /** As a caller would write it, e.g. `-entryDate,number`. */
  defaultSort: string;
}

export interface SortKey extends Column {
  readonly name: string;
  readonly descending: boolean;
}

/** What callers may ask of a list. Query parameters, their documentation, SQL and cursors all follow from it. */
export interface ListDefinition {
  readonly name: string;
  readonly filters: Readonly<Record<string, Filter>>;
  readonly sorts: Readonly<Record<string, Column>>;
  readonly defaultSort: string;
  readonly id: Column;
}

const parameterName = /^[a-z][A-Za-z0-9]*$/;
const reserved = new Set(['sort', 'limit', 'after', 'updatedAt']);

/** Declares a list once, as a constant in `*.list.ts`. */
export function defineList<Filters extends Record<string, Filter>, Sorts extends Record<string, Column>>(
  options: ListOptions<Filters, Sorts>,
): ListDefinition {
  const { name, id, idType = 'uuid', filters, sorts, defaultSort } = options;
  for (const one of [...Object.keys(filters), ...Object.keys(sorts)]) {
    if (!parameterName.test(one) || reserved.has(one)) throw new Error(`${one} is no name for a parameter of ${name}`);
  }
  const updatedAt = filter.instant(options.updatedAt, {
    description: 'When the record was last changed; with `gte` it finds what is new since the last look.',
    example: '2026-01-31T09:30:00Z',
  });
  const list: ListDefinition = Object.freeze({
    name,
    filters: Object.freeze({ ...filters, updatedAt }),
    sorts: Object.freeze({ ...sorts, updatedAt }),
    defaultSort,
    id: Object.freeze({ column: id, type: idType }),
  });
  if (!parseSort(list, defaultSort)) throw new Error(`the default sort ${defaultSort} of ${name} cannot be read`);
  return list;
}

/** Reads `-entryDate,number`; `undefined` for unknown or repeated keys and for more than three. */
export function parseSort(list: ListDefinition, text: string): readonly SortKey[] | undefined {
  const keys: SortKey[] = [];
  for (const part of text.split(',')) {
    const descending = part.startsWith('-');
    const name = descending ? part.slice(1) : part;
    const column = Object.hasOwn(list.sorts, name) ? list.sorts[name] : undefined;
    if (!column || keys.some((key) => key.name === name)) return undefined;
    keys.push({ name, descending, column: column.column, type: column.type });
  }
  return keys.length <= MOST_SORT_KEYS ? keys : undefined;
}
