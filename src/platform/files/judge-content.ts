import { isUtf8 } from 'node:buffer';
import { BINARY_TYPES, canonicalType, KEPT_TYPES, TEXT_TYPES, typeOfName, UNDECLARED } from './kept-types.js';

/** What is looked at of a content to tell its type. */
export interface ContentSample {
  size: number;
  /** Its beginning, of `HEAD_BYTES` where there is so much. */
  head: Buffer;
  /** Its end, of `TAIL_BYTES` where there is so much. */
  tail: Buffer;
  /** By its magic bytes; none for text. */
  detected: string | undefined;
}

export interface Declaration {
  /** As the `Content-Type` says. */
  type: string | undefined;
  name: string;
}

export type Judgement =
  | { type: string; fault?: undefined }
  | { type?: undefined; fault: 'not_kept' | 'mismatch'; pointer: string; message: string };

export const HEAD_BYTES = 64 * 1024;
/** The end of an archive stands in the last 22 bytes and a comment of 65,535 (APPNOTE.TXT of PKWARE, 4.3.16). */
export const TAIL_BYTES = 22 + 65_535;

/**
 * Which of the kept types a file is, by its content; refused where it is another, or not the one that was declared. Pure.
 */
export function judgeContent(sample: ContentSample, { type, name }: Declaration): Judgement {
  const declared = type === undefined || type.trim() === '' ? UNDECLARED : canonicalType(type);
  const isDeclared = declared !== UNDECLARED;
  if (isDeclared && !KEPT_TYPES.includes(declared)) {
    return refuse('not_kept', 'Content-Type', `Files of the type ${shown(declared)} are not kept.`);
  }
  const danger = dangerIn(sample);
  if (danger) return refuse('not_kept', '', danger);
  const named = typeOfName(name);
  const found = typeFound(sample, isDeclared ? declared : named);
  if (found === undefined) return refuse('not_kept', '', 'The content is of none of the types that are kept.');
  if (isDeclared && declared !== found) {
    return refuse('mismatch', 'Content-Type', `The content is ${found}, and was sent as ${declared}.`);
  }
  if (named !== undefined && named !== found && !(isPlain(named) && isPlain(found))) {
    return refuse('mismatch', '?name', `The content is ${found}; the name says ${named}.`);
  }
  return { type: found };
}

/** Tables are text, and called so as often. */
const isPlain = (type: string) => type === 'text/plain' || type === 'text/csv';

const shown = (type: string) => JSON.stringify(type.slice(0, 100));
const refuse = (fault: 'not_kept' | 'mismatch', pointer: string, message: string): Judgement => ({
  fault,
  pointer,
  message,
});

/** By magic bytes; among texts, which have none, the one that is said, if the text is of that form. */
function typeFound(sample: ContentSample, said: string | undefined): string | undefined {
  const detected = sample.detected && canonicalType(sample.detected);
  if (detected && BINARY_TYPES.includes(detected)) return detected;
  if (detected && !TEXT_TYPES.includes(detected)) return undefined;
  const text = textOf(sample.head);
  if (text === undefined) return undefined;
  if (detected) return detected;
  const wanted = said !== undefined && TEXT_TYPES.includes(said) ? said : 'text/plain';
  return hasForm(text, wanted) ? wanted : 'text/plain';
}

// Besides tabs and ends of lines; form feeds and the old end-of-file mark stand in files of banks.
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000e-\u0019\u001b-\u001f\u007f]/;

/** Text in UTF-8, UTF-16 with its mark, or an encoding of one byte; `undefined` when it is no text. */
function textOf(head: Buffer): string | undefined {
  const text = decode(head);
  return controls.test(text) ? undefined : text.replace(/^\uFEFF/, '');
}

function decode(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff)
    return Buffer.from(head.subarray(0, head.length & ~1))
      .swap16()
      .toString('utf16le');
  return isUtf8(head) ? head.toString('utf8') : head.toString('latin1').replace(/[\u0080-\u009f]/g, '.');
}

function hasForm(text: string, type: string): boolean {
  if (type === 'application/json') return /^\s*[[{]/.test(text);
  if (type === 'application/xml') return /^\s*<(?:\?xml\s|!--|[A-Za-z_])/.test(text);
  if (type === 'message/rfc822')
    return /^[!-9;-~]+:[ \t]?\S?/.test(text) && /^(?:from|received|return-path|date):/im.test(text);
  return true;
}

/** What browsers and systems run, wherever it hides: markup with scripts, programs, archives behind another file. */
const markup =
  /<(?:!doctype\s+html|html|head|body|script|iframe|svg|object|embed|\?php|\w+:(?:script|svg|html))[\s>/]/i;
const program = /^(?:#!|MZ|\u007fELF|@echo\b)/i;

function dangerIn({ size, head, tail, detected }: ContentSample): string | undefined {
  const start = head.toString('latin1');
  if (program.test(start)) return 'Programs and scripts are not kept.';
  if (!start.startsWith('PK') && endsAsArchive(size, tail)) return 'An archive is hidden behind the file.';
  // A browser that guesses looks at the first 1,445 bytes (WHATWG, MIME Sniffing, 5.1); the root of XML may come later.
  const isXml = detected === 'application/xml' || /^\s*</.test(decode(head));
  const searched = isXml ? decode(head) : start.slice(0, 1445);
  if (markup.test(searched) && !isWrapped(start))
    return 'Web pages and pictures with scripts (HTML, SVG) are not kept.';
  return undefined;
}

/** JSON and mails may hold pages as values and parts; no reader takes them for one. */
const isWrapped = (start: string) => hasForm(start, 'application/json') || hasForm(start, 'message/rfc822');

/** Whether the file ends with the last record of an archive, where zip readers look for it. */
function endsAsArchive(size: number, tail: Buffer): boolean {
  const mark = Buffer.from('PK\u0005\u0006', 'latin1');
  for (let at = tail.lastIndexOf(mark); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(mark, at - 1)) {
    if (at + 22 > tail.length) continue;
    if (at + 22 + tail.readUInt16LE(at + 20) === tail.length && tail.readUInt32LE(at + 16) < size) return true;
  }
  return false;
}
