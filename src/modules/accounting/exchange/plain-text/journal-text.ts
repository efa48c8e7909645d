// Blanks other than the plain one, controls, and what turns the direction of text.
const unseen = /[^\S ]|[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;
const escaped = /[%,;[\]]|[^\S ]|[\p{Cc}\u2028-\u202e\u2066-\u2069]|^ | $/gu;

/**
 * Text as the value of a tag: one line that ends nowhere early and that nothing else is read out of. A comma ends a value
 * in hledger, brackets are dates in comments; such characters, and `%` itself, become `%` and their UTF-8 bytes.
 */
export function tagValue(text: string): string {
  return text.replaceAll(escaped, encodeURIComponent);
}

/** The text that `tagValue` was given; a value that is none of its making stays as it is. */
export function textOfTagValue(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/**
 * Text as people read it beside a date or an account, where a semicolon begins a comment and two blanks end a name: the
 * one becomes a comma, the others one blank.
 */
export function headline(text: string): string {
  const line = text.replaceAll(unseen, ' ').replaceAll(';', ',').replaceAll(/ {2,}/g, ' ').trim();
  return line === '' ? '-' : line;
}

/** The same in the name of an account, where a colon begins an account below it. */
export function accountLabel(name: string): string {
  return headline(name.replaceAll(':', '.'));
}

/** The same in parentheses, which a closing one would end. */
export function entryCode(journalCode: string, number: number): string {
  return `${headline(journalCode).replaceAll(/[()]/g, '.')} ${number}`;
}

/** The name of the tag that says which value of a dimension a posting has. */
export function dimensionTag(code: string): string {
  return `dim-${code.replaceAll(/[^A-Za-z0-9._/-]/gu, percentEncoded)}`;
}

function percentEncoded(character: string): string {
  return Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
