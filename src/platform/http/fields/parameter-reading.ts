import type { ArgumentMetadata } from '@nestjs/common';
import { type FieldClass, hasFields } from './field-metadata.js';

/** How a parameter of a handler is read: by the fields of its class, as the bytes that came, or by its own decorator. */
export type ParameterReading = FieldClass | 'octets' | 'own decorator';

/**
 * Decides by the declaration alone, so that boot and request decide alike. Undefined for a declaration by which nothing
 * would be checked: an interface, a plain type, a list, or one value picked out of a body or query.
 */
export function readingOf({ type, metatype, data }: ArgumentMetadata): ParameterReading | undefined {
  if (type === 'custom') return 'own decorator';
  if (type === 'param' && data !== undefined) return metatype === String ? 'own decorator' : undefined;
  if (data !== undefined) return undefined;
  if (type === 'body' && metatype === Buffer) return 'octets';
  return hasFields(metatype) ? metatype : undefined;
}
