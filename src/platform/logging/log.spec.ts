import { Logger } from '@nestjs/common';
import { actAs } from '../database/acting.js';
import type { EndedRequest } from '../http/observe-requests.js';
import { createLog, type LogOptions } from './log.js';
import { NestLog } from './nest-log.js';
import { RequestLog } from './request-log.js';
import { TerminalLines } from './terminal-lines.js';

let lines: Record<string, unknown>[];
const keep = { write: (text: string) => void lines.push(JSON.parse(text) as Record<string, unknown>) };
const options: LogOptions = { level: 'info', format: 'json', process: 'api' };
const logAt = (level: LogOptions['level']) => createLog({ ...options, level }, keep);

beforeEach(() => {
  lines = [];
});
afterEach(() => Logger.overrideLogger(['error']));

describe('a line', () => {
  it('says when, how grave, of which process and what', () => {
    logAt('info').warn({ msg: 'The queue is long', jobs: 7 });
    expect(lines).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        process: 'api',
        msg: 'The queue is long',
        jobs: 7,
      },
    ]);
  });

  it('says who acts, in which organization and for which request', () => {
    const acting = { organizationId: 'o', actorId: 'a', requestId: 'r', permissions: new Set<string>() };
    actAs(acting, () => logAt('info').info('Posted'));
    expect(lines).toMatchObject([{ organizationId: 'o', actorId: 'a', requestId: 'r', msg: 'Posted' }]);
    expect(lines[0]).not.toHaveProperty('traceId');
    expect(lines[0]).not.toHaveProperty('permissions');
  });

  it.each<[LogOptions['level'], string[]]>([
    ['error', ['error']],
    ['warn', ['error', 'warn']],
    ['info', ['error', 'warn', 'info']],
    ['debug', ['error', 'warn', 'info', 'debug']],
  ])('is written at %s for %j', (level, written) => {
    const log = logAt(level);
    for (const each of ['error', 'warn', 'info', 'debug', 'trace'] as const) log[each]('x');
    expect(lines.map((line) => line['level'])).toEqual(written);
  });
});

describe("what is written through Nest's logger", () => {
  beforeEach(() => Logger.overrideLogger(new NestLog(logAt('debug'))));

  it.each<[string, (logger: Logger) => void, object]>([
    ['a text', (logger) => logger.log('Hello'), { level: 'info', context: 'Place', msg: 'Hello' }],
    ['members', (logger) => logger.log({ msg: 'Hello', jobs: 1 }), { level: 'info', msg: 'Hello', jobs: 1 }],
    ['a warning', (logger) => logger.warn('Careful'), { level: 'warn', context: 'Place' }],
    [
      'an error with its stack',
      (logger) => logger.error('Broken', 'Error\n  at x'),
      { level: 'error', msg: 'Broken', context: 'Place', error: { stack: 'Error\n  at x' } },
    ],
    ['an error itself', (logger) => logger.error(new TypeError('No')), { msg: 'No', error: { name: 'TypeError' } }],
    ['what is for debugging', (logger) => logger.debug('Step'), { level: 'debug' }],
    ['the end', (logger) => logger.fatal('Gone'), { level: 'fatal' }],
  ])('is in the log: %s', (_, write, expected) => {
    write(new Logger('Place'));
    expect(lines).toMatchObject([expected]);
  });

  it('is for debugging where the framework tells what it sets up', () => {
    new Logger('RouterExplorer').log('Mapped {/v1, GET} route');
    new Logger('RouterExplorer').warn('Mapped twice');
    expect(lines.map(({ level }) => level)).toEqual(['debug', 'warn']);
  });
});

describe('a request', () => {
  const ended: EndedRequest = {
    requestId: 'r',
    method: 'GET',
    route: '/v1/accounting/accounts/{id}',
    status: 200,
    durationMs: 3.1,
    organizationId: 'o',
    actorId: 'a',
  };
  const levelOf = (changes: Partial<EndedRequest>) => {
    lines = [];
    new RequestLog().ended({ ...ended, ...changes });
    return lines[0]?.['level'];
  };
  beforeEach(() => Logger.overrideLogger(new NestLog(logAt('debug'))));

  it('is one line', () => {
    new RequestLog().ended({ ...ended, status: 409, code: 'conflict', sqlstate: '23505', constraint: 'account_key' });
    expect(lines).toEqual([
      {
        ...ended,
        level: 'info',
        time: expect.any(String),
        process: 'api',
        context: 'Request',
        msg: 'GET /v1/accounting/accounts/{id} 409',
        status: 409,
        code: 'conflict',
        sqlstate: '23505',
        constraint: 'account_key',
      },
    ]);
  });

  it.each<[string, Partial<EndedRequest>, string]>([
    ['answered', {}, 'info'],
    ['refused', { status: 422 }, 'info'],
    ['ended by a defect', { status: 500 }, 'error'],
    ['sent elsewhere', { status: 503 }, 'warn'],
    ['without an answer', { status: undefined }, 'info'],
    ['without a route', { route: undefined, status: 404 }, 'info'],
    ['of a supervisor', { route: '/health/ready' }, 'debug'],
    ['of a supervisor whom it worries', { route: '/health/ready', status: 503 }, 'warn'],
  ])('%s', (_, changes, level) => expect(levelOf(changes)).toBe(level));
});

describe('on a terminal', () => {
  it('a line is a sentence', () => {
    const printed: string[] = [];
    const terminal = new TerminalLines((text) => void printed.push(text));
    const log = createLog({ ...options, format: 'text' }, terminal);
    Logger.overrideLogger(new NestLog(log));
    new RequestLog().ended({ requestId: 'r', method: 'GET', route: '/v1', status: 200, durationMs: 3.1 });
    new Logger('Problem').error('Error: no\nmore', 'Error\n    at x');
    log.info({ note: 'two words\n' }, 'Noted');
    expect(printed.map((text) => text.replace(/^[\d:.]{12}/, 'TIME'))).toEqual([
      'TIME info  [Request] GET /v1 200 requestId=r durationMs=3.1\n',
      'TIME error [Problem] Error: no more\nError\n    at x\n',
      'TIME info  Noted note="two words\\n"\n',
    ]);
  });
});
