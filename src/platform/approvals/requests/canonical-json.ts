import { createHash } from 'node:crypto';

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [field: string]: JsonValue };

/** JSON with the fields of objects in order and nothing between: RFC 8785, so that everybody gets the same digest. */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.keys(value).sort();
  return `{${fields.map((field) => `${JSON.stringify(field)}:${canonicalJson(value[field]!)}`).join(',')}}`;
}

/** SHA-256 of the canonical form, in hexadecimal digits. */
export const contentHashOf = (value: JsonValue): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
