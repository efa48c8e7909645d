import { destination, type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { presentActing } from '../database/acting.js';
import { requestContext } from '../http/request-context.js';
import { TerminalLines } from './terminal-lines.js';

export type Log = Logger;

export interface LogOptions {
  level: 'error' | 'warn' | 'info' | 'debug';
  /** `json`: one JSON object on each line, for a collector. `text`: for somebody who looks on. */
  format: 'json' | 'text';
  /** Which of the programs writes it. */
  process: 'api' | 'worker' | 'cli';
}

/**
 * Without waiting, so that a slow reader of the log does not hold up requests; and many lines in one write, which costs as
 * much as posting a line does. What is left is written at the end.
 */
const TOGETHER = { dest: 1, sync: false, minLength: 8 * 1024, periodicFlush: 100 };

/** Text for whoever sits at the terminal, JSON for whatever else reads standard output, unless the settings say. */
export function formatFor(wanted: LogOptions['format'] | undefined): LogOptions['format'] {
  return wanted ?? (process.stdout.isTTY ? 'text' : 'json');
}

/**
 * The log of a process, on standard output. Each line that a request causes carries its request and trace, and who acts
 * in which organization. What callers send stays out of it: no bodies, no headers, no query strings.
 */
export function createLog({ level, format, process: name }: LogOptions, stream?: DestinationStream): Log {
  const output = stream ?? (format === 'json' ? destination(TOGETHER) : new TerminalLines());
  return pino(
    {
      level,
      base: { process: name },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: present,
    },
    output,
  );
}

/** What is known of the request and of who acts, where the line is written. */
function present(): object {
  const { requestId, traceId } = requestContext() ?? {};
  const acting = presentActing();
  return {
    requestId: requestId ?? acting?.requestId,
    traceId,
    organizationId: acting?.organizationId,
    actorId: acting?.actorId,
  };
}
