import { isUtf8 } from 'node:buffer';
import type { StatementFindings } from './statement-findings.js';

export const textEncodings = ['utf_8', 'iso_8859_1', 'windows_1252', 'iso_8859_15'] as const;
export type TextEncoding = (typeof textEncodings)[number];

// Tab, line feed, form feed and carriage return are layout; some banks frame messages with U+0001 to U+0004 and U+001A.
// oxlint-disable-next-line no-control-regex
const framing = /[\u0001-\u0004\u001a]/g;

/**
 * Text of a file that says nothing of its encoding: by its byte order mark, else UTF-8 where it is that, else Windows-1252,
 * which holds what ISO 8859-1 has. Undefined, with a fault, where it is no text.
 */
export function readFileText(
  bytes: Uint8Array,
  findings: StatementFindings,
  encoding?: TextEncoding,
): string | undefined {
  if (bytes.length === 0) {
    findings.fault(1, 'empty_file', 'The file is empty.');
    return undefined;
  }
  const named = markedEncoding(bytes) ?? encoding?.replaceAll('_', '-') ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  if (named === 'utf-8' && !isUtf8(bytes)) {
    findings.fault(1, 'not_utf8', 'The file is not UTF-8 text.');
    return undefined;
  }
  const text = new TextDecoder(named).decode(bytes).replace(framing, '');
  if (text.includes('\0')) {
    findings.fault(1, 'control_characters', 'The file contains the character U+0000: it is binary or damaged.');
    return undefined;
  }
  if (text.trim() === '') {
    findings.fault(1, 'empty_file', 'The file is empty.');
    return undefined;
  }
  return text;
}

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** In one line without blanks at the ends; null where nothing is left. */
export function oneLineOrNull(text: string | null | undefined, most: number): string | null {
  const plain = (text ?? '').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  return plain === ''
    ? null
    : plain
        .slice(0, most)
        .replaceAll(/\p{Cs}/gu, '')
        .trim();
}
