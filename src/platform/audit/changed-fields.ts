/** A personal value of an audit row, in whose place the row has a commitment. */
export interface PersonalValue {
  column: string;
  before: unknown;
  after: unknown;
  isErased: boolean;
}

export interface RecordedChange {
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
  personalValues: readonly PersonalValue[] | null;
}

export interface ChangedFields {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** Changed fields whose values were erased; they are null on both sides. */
  erased: string[];
}

/** The organization is the reader's own; it says nothing. */
const untold = 'organization_id';

/**
 * What a change did, in the names and forms of the API: every field of a new or deleted record, the changed ones of
 * another. Column names become field names by the one rule that also makes tables of entities, turned around.
 */
export function changedFields({ before, after, personalValues }: RecordedChange): ChangedFields {
  const personal = new Map((personalValues ?? []).map((value) => [value.column, value]));
  const changed: ChangedFields = { before: {}, after: {}, erased: [] };
  const columns = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  for (const column of columns) {
    if (column === untold || (before && after && isSame(before[column], after[column]))) continue;
    const field = fieldName(column);
    const apart = personal.get(column);
    if (apart?.isErased) changed.erased.push(field);
    if (before) changed.before[field] = shown(field, apart ? apart.before : before[column]);
    if (after) changed.after[field] = shown(field, apart ? apart.after : after[column]);
  }
  return changed;
}

/** Both sides come from the same kind of row, so equal values are written alike. */
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** `functional_currency` is `functionalCurrency`. */
export function fieldName(column: string): string {
  return column.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const instant = /[a-z]At$/;

/** Instants as everywhere in the API: in UTC, to the millisecond. */
function shown(field: string, value: unknown): unknown {
  if (!instant.test(field) || typeof value !== 'string') return value ?? null;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? value : time.toISOString();
}
