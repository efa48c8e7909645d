import { v7, validate } from 'uuid';

/**
 * A new UUIDv7 (RFC 9562). Ids of one process are strictly increasing as text, also inside one millisecond and when the
 * clock steps back (a 32-bit counter, RFC 9562 section 6.2); ids of different processes are ordered by their clocks only.
 */
export function newId(): string {
  return v7();
}

/** Whether the text is a UUID of any version of RFC 9562, in lower or upper case. */
export function isId(text: string): boolean {
  return validate(text);
}
