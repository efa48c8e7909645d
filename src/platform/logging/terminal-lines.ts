import type { DestinationStream } from 'pino';

/** Members that stand in the sentence itself, or say nothing to somebody who looks on. */
const shownElsewhere = new Set(['process', 'method', 'route', 'status']);

/** What needs no quotes to be told apart from the next member. */
const oneWord = /^[\w./:{}@+-]+$/;

interface Line {
  level: string;
  time: string;
  msg?: string;
  context?: string;
  error?: { stack?: string };
  [member: string]: unknown;
}

/** Writes log lines for a terminal: time, level, message, then the members of the line; a stack below it. */
export class TerminalLines implements DestinationStream {
  constructor(private readonly print: (text: string) => void = (text) => void process.stdout.write(text)) {}

  write(json: string): void {
    this.print(textOf(JSON.parse(json) as Line));
  }
}

function textOf({ level, time, msg = '', context, error, ...members }: Line): string {
  const rest = Object.entries(members).filter(([name]) => !shownElsewhere.has(name));
  const parts = [
    time.slice(11, 23),
    level.padEnd(5),
    context && `[${context}]`,
    msg.replaceAll(/\s+/g, ' '),
    ...rest.map(shown),
  ];
  const line = parts.filter(Boolean).join(' ');
  return error?.stack ? `${line}\n${error.stack}\n` : `${line}\n`;
}

function shown([name, value]: [string, unknown]): string {
  return `${name}=${typeof value === 'string' && oneWord.test(value) ? value : JSON.stringify(value)}`;
}
