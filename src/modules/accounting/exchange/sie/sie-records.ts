import { quoted, type SieFindings } from './sie-findings.js';

/** A field: text, or the texts of an object list in their order. */
export type SieField = string | readonly string[];

/** One line of the file. A brace that opens or closes a voucher is a record with the label `{` or `}`. */
export interface SieRecord {
  /** In upper case, with its `#`. */
  label: string;
  fields: readonly SieField[];
  /** Counted from 1. */
  line: number;
}

/** Longest field that is read, in characters. SIE sets no limit (specification 7.5); no product comes near this. */
export const maxFieldLength = 2_000;

/** Longest line that is read, in characters. */
export const maxLineLength = 20_000;

const blanks = /[ \t]*/y;
const bareText = /[^ \t]+/y;
const bareTextInList = /[^ \t}]+/y;

/**
 * The records of a text by specification 5.3 to 5.7: fields between blanks or tabs, quotes where a field needs them, a
 * backslash before a quote inside a field (and only there: other backslashes stand for themselves), braces around an
 * object list. Blank lines are passed over. A line that is none of this is a fault, and reading goes on after it.
 */
export function* readSieRecords(text: string, findings: SieFindings): Generator<SieRecord> {
  let line = 0;
  for (const content of text.split(/\r\n|\n|\r/)) {
    line++;
    if (content.length > maxLineLength) {
      findings.fault(line, 'line_too_long', `The line has ${content.length} characters; ${maxLineLength} are read.`);
      continue;
    }
    const trimmed = content.trim();
    if (trimmed === '') continue;
    try {
      yield { ...new LineScanner(trimmed).record(), line };
    } catch (error) {
      if (!(error instanceof MalformedLine)) throw error;
      findings.fault(line, error.code, error.message);
    }
  }
}

class MalformedLine extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

class LineScanner {
  private at = 0;

  /** @param text A line without blanks at its ends. */
  constructor(private readonly text: string) {}

  record(): Omit<SieRecord, 'line'> {
    if (this.text === '{' || this.text === '}') return { label: this.text, fields: [] };
    if (!this.text.startsWith('#')) {
      throw new MalformedLine('not_a_record', `A record starts with #, this line with ${quoted(this.text)}.`);
    }
    const label = upperCase(this.take(bareText));
    const fields: SieField[] = [];
    while (this.skipBlanks()) fields.push(this.text[this.at] === '{' ? this.objectList() : this.field(bareText));
    return { label, fields };
  }

  private objectList(): string[] {
    const items: string[] = [];
    this.at++;
    while (this.skipBlanks()) {
      if (this.text[this.at] === '}') {
        this.at++;
        return items;
      }
      if (this.text[this.at] === '{') break;
      items.push(this.field(bareTextInList));
    }
    throw new MalformedLine('unclosed_object_list', 'The object list has no closing brace.');
  }

  private field(bare: RegExp): string {
    const value = this.text[this.at] === '"' ? this.quotedField() : this.bareField(bare);
    if (value.length > maxFieldLength) {
      const message = `A field has ${value.length} characters; ${maxFieldLength} are read.`;
      throw new MalformedLine('field_too_long', message);
    }
    return value;
  }

  private bareField(pattern: RegExp): string {
    return this.take(pattern).replaceAll('\\"', '"');
  }

  private quotedField(): string {
    let value = '';
    let start = ++this.at;
    for (;;) {
      const quote = this.text.indexOf('"', start);
      if (quote < 0)
        throw new MalformedLine('unclosed_quote', 'A quoted field has no closing quote: the line is cut off.');
      // A path such as "C:\BOOKS\" ends in a backslash that escapes nothing: its quote is the last of the line.
      const isEscaped = this.text[quote - 1] === '\\' && quote + 1 < this.text.length;
      if (!isEscaped) {
        this.at = quote + 1;
        this.requireFieldEnd();
        return value + this.text.slice(start, quote);
      }
      value += `${this.text.slice(start, quote - 1)}"`;
      start = quote + 1;
    }
  }

  private requireFieldEnd(): void {
    const next = this.text[this.at];
    if (next === undefined || ' \t{}'.includes(next)) return;
    const message = `A quote inside a field needs a backslash before it (near ${quoted(this.text.slice(this.at))}).`;
    throw new MalformedLine('stray_quote', message);
  }

  /** Moves to the next field; false at the end of the line. */
  private skipBlanks(): boolean {
    this.take(blanks);
    return this.at < this.text.length;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [taken = ''] = pattern.exec(this.text) ?? [];
    this.at += taken.length;
    return taken;
  }
}

/** ASCII alone: other letters may have capitals outside the code page. */
function upperCase(label: string): string {
  return label.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
