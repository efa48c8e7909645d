import { codePage437Has } from './code-page-437.js';

/** What people write instead of characters that code page 437 does not have. */
const substitutes: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '…': '...',
  '€': 'EUR',
  '©': '(c)',
  '®': '(r)',
  '™': '(tm)',
  Ø: 'O',
  ø: 'o',
  Þ: 'Th',
  þ: 'th',
  Ð: 'D',
  ð: 'd',
  Đ: 'D',
  đ: 'd',
  Ł: 'L',
  ł: 'l',
  Œ: 'OE',
  œ: 'oe',
};
const marks = /\p{M}/gu;

/** The first character of the text that a SIE file cannot hold; undefined where it holds all. */
export function unwritableCharacter(text: string): string | undefined {
  // A field of several ends at its quote, which a backslash before it would make a part of it.
  if (text.endsWith('\\')) return '\\';
  return Array.from(text).find((character) => !codePage437Has(character));
}

/**
 * The text in characters of code page 437: what it lacks becomes what people write instead, else its letters without
 * their marks, else a question mark; a backslash at the end becomes a slash.
 */
export function writableText(text: string): string {
  return Array.from(text.replace(/\\$/, '/'), writable).join('');
}

function writable(character: string): string {
  if (codePage437Has(character)) return character;
  const substitute = substitutes[character] ?? character.normalize('NFKD').replaceAll(marks, '');
  return substitute !== '' && Array.from(substitute).every(codePage437Has) ? substitute : '?';
}

/** The text as a field of a record; its quotes have a backslash before them. */
export function quotedField(text: string): string {
  return `"${writableText(text).replaceAll('"', '\\"')}"`;
}
