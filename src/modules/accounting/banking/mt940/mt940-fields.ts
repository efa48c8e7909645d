/** One field of a message: `:61:` and what follows it, line by line. */
export interface Mt940Field {
  tag: string;
  /** Of the file, counted from 1. */
  place: number;
  lines: string[];
}

/** The fields of one statement, which begins with `:20:`. */
export interface Mt940Message {
  place: number;
  fields: Mt940Field[];
}

const tagged = /^:(\d{2}[A-Z]?):(.*)$/;
/** What ends a message; some banks write letters after it. */
const end = /^-(?:\}.*|[A-Z]{0,3})?$/;

/**
 * The messages of a file. What stands around them (names of banks, blocks of SWIFT) is passed over; a statement that begins
 * without `:20:` is a message of its own, which lacks something.
 */
export function readMessages(text: string): Mt940Message[] {
  const messages: Mt940Message[] = [];
  let fields: Mt940Field[] | undefined;
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = raw.replace(/^(?:\{[^}]*\})*\{4:/, '');
    const [, tag, rest = ''] = tagged.exec(line) ?? [];
    const place = index + 1;
    if (tag !== undefined) {
      if (tag === '20' || !fields) messages.push({ place, fields: (fields = []) });
      fields.push({ tag, place, lines: [rest] });
    } else if (end.test(line.trimEnd())) fields = undefined;
    else if (line.trim() !== '') fields?.at(-1)?.lines.push(line);
  });
  return messages;
}

/** Width at which lines are cut, also within words. */
const FULL_LINE = 65;

/** Lines as one text: what was cut at the width of a line is put together again, other lines are words apart. */
export function joinLines(lines: readonly string[], between: string): string {
  return lines.reduce((text, line, index) => {
    if (index === 0) return line;
    const isCut = lines[index - 1]!.length >= FULL_LINE;
    return `${text}${isCut ? '' : between}${line}`;
  }, '');
}
