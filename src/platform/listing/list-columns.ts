import type { Cell, CellKind, Column } from '#platform/exports/table.js';
import { type FieldClass, type FieldRule, fieldsOf, isObject } from '#platform/http/fields/field-metadata.js';

/**
 * The columns that the records of a list have as a file, by the fields of their view: `address.city` for a field of an
 * object inside, values in one cell with blanks between, and of objects in a list how many there are.
 */
export function listColumns(view: FieldClass, path: readonly string[] = []): Column<object>[] {
  return fieldsOf(view).list.flatMap(({ name, rule }) => {
    const place = [...path, name];
    if ('nested' in rule) return listColumns(rule.nested(), place);
    const column = { name: place.join('.'), kind: kindOf(rule), cell: (row: object) => cellOf(valueAt(row, place)) };
    if (!('item' in rule) || !('nested' in rule.item)) return [column];
    return [{ ...column, cell: (row: object) => countCell(valueAt(row, place)) }];
  });
}

function kindOf(rule: Exclude<FieldRule, { nested: unknown }>): CellKind {
  if ('item' in rule) return 'nested' in rule.item ? 'count' : 'text';
  const { type, format } = rule.schema;
  if (type === 'integer') return 'count';
  if (type === 'boolean') return 'flag';
  if (format === 'decimal') return 'amount';
  if (format === 'date') return 'date';
  return format === 'date-time' ? 'instant' : 'text';
}

function valueAt(row: object, path: readonly string[]): unknown {
  if (path.length === 1) return (row as Record<string, unknown>)[path[0]!];
  return path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : null), row);
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => cellOf(one) ?? '').join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const countCell = (value: unknown): Cell => (Array.isArray(value) ? String(value.length) : null);
