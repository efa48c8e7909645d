import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Parts of the framework that tell at every start what they set up. */
const talkative = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
  'TypeOrmModule',
]);

/** What goes into a line beside its message. */
export interface LogMembers {
  msg: string;
  [member: string]: unknown;
}

/**
 * Takes what is written through Nest's `Logger`, by Bureau and by the framework, into the log: a text, or an object with
 * the message in `msg` and further members. What the framework tells of itself is for `debug`.
 */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...more: unknown[]): void {
    const [context] = more.slice(-1);
    this.write(talkative.has(String(context)) ? 'debug' : 'info', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.write('fatal', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.write('trace', message, more);
  }

  /** Nest gives the context last, and a stack before it where there is one. */
  private write(level: Level, message: unknown, more: unknown[]): void {
    const [context, stack] = more.filter((one) => typeof one === 'string').reverse();
    this.target[level]({ context, ...(stack ? { error: { stack } } : {}), ...membersOf(message) });
  }
}

function membersOf(message: unknown): LogMembers {
  if (message instanceof Error) return { msg: message.message, error: { name: message.name, stack: message.stack } };
  if (typeof message !== 'object' || message === null) return { msg: String(message) };
  return message as LogMembers;
}
