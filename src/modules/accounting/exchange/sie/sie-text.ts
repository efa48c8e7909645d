import { decodeCodePage437 } from './code-page-437.js';
import type { SieFindings } from './sie-findings.js';

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const endOfDosFile = 0x1a;
const utf8LeadOfLatinLetters = 0xc3;

/** Letters beyond ASCII, counted the way each encoding would write them. */
interface LetterCount {
  codePage437: number;
  latin1: number;
  utf8: number;
  firstForeign: number;
}

/**
 * Text of a SIE file: code page 437 is the only encoding that SIE 4 has (specification 5.8).
 *
 * Every byte string can be read as code page 437, so a file in another encoding would be mangled without a word. It is
 * refused (`undefined`, with a fault) when it
 * - is empty, or starts with the byte order mark of UTF-8 or UTF-16,
 * - holds a control character other than tab, line feed and carriage return (5.7); NUL is what UTF-16 and binary files
 *   have. The end-of-file mark of DOS (1A) is accepted as the last byte;
 * - has more letters beyond ASCII as UTF-8 (C3 and a continuation byte) or as ISO 8859-1 / Windows-1252 (C0..FF, which
 *   are frames and mathematical signs in code page 437) than as code page 437 (80..9A and A0..A5). A few strange bytes
 *   among many letters, which real exports contain, do not refuse a file.
 */
export function readSieText(bytes: Uint8Array, findings: SieFindings): string | undefined {
  const content = bytes[bytes.length - 1] === endOfDosFile ? bytes.subarray(0, -1) : bytes;
  if (content.length === 0) {
    findings.fault(1, 'empty_file', 'The file is empty.');
    return undefined;
  }
  const mark = byteOrderMark(content);
  if (mark) {
    findings.fault(1, 'wrong_encoding', `The file is ${mark} (it has a byte order mark); SIE 4 is code page 437.`);
    return undefined;
  }
  const control = content.findIndex(isForbiddenControl);
  if (control >= 0) {
    const hex = content[control]?.toString(16).padStart(2, '0').toUpperCase();
    const message = `Byte ${hex} is a control character: the file is binary, UTF-16 or damaged.`;
    findings.fault(lineOf(content, control), 'control_character', message);
    return undefined;
  }
  const letters = countLetters(content);
  if (Math.max(letters.utf8, letters.latin1) > letters.codePage437) {
    const encoding = letters.utf8 >= letters.latin1 ? 'UTF-8' : 'ISO 8859-1 or Windows-1252';
    const message = `The letters beyond ASCII are ${encoding}; SIE 4 is code page 437 (#FORMAT PC8).`;
    findings.fault(lineOf(content, letters.firstForeign), 'wrong_encoding', message);
    return undefined;
  }
  return decodeCodePage437(content);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8';
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16';
  return undefined;
}

function isForbiddenControl(byte: number): boolean {
  return (byte < 0x20 && byte !== tab && byte !== lineFeed && byte !== carriageReturn) || byte === 0x7f;
}

function countLetters(bytes: Uint8Array): LetterCount {
  const count: LetterCount = { codePage437: 0, latin1: 0, utf8: 0, firstForeign: -1 };
  const foreign = (index: number) => {
    if (count.firstForeign < 0) count.firstForeign = index;
  };
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    const next = bytes[index + 1] ?? 0;
    if (byte === utf8LeadOfLatinLetters && next >= 0x80 && next <= 0xbf) {
      count.utf8++;
      foreign(index++);
    } else if (byte >= 0xc0) {
      count.latin1++;
      foreign(index);
    } else if ((byte >= 0x80 && byte <= 0x9a) || (byte >= 0xa0 && byte <= 0xa5)) {
      count.codePage437++;
    }
  }
  return count;
}

/** Line of the byte at `index`, by the line ends that the records are split at. */
function lineOf(bytes: Uint8Array, index: number): number {
  let line = 1;
  for (let at = 0; at < index; at++) {
    if (bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] !== lineFeed)) line++;
  }
  return line;
}
