import { readEnvironment } from '../config/configuration.js';
import type { Log } from '../logging/log.js';
import { nameOfFailure } from './failure-name.js';
import { inSpan, presentSpan, spansAreMade } from './spans.js';
import { startTracing } from './start-tracing.js';
import { nameOf } from './statement-spans.js';

const warnings: unknown[] = [];
const log = { warn: (line: unknown) => warnings.push(line) } as unknown as Log;
const traced = { version: '1.0.0', process: 'api' as const };

const start = (endpoint: string) =>
  startTracing(readEnvironment({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }), traced, log);

it('makes no spans without a collector', async () => {
  await start('');
  expect(spansAreMade()).toBe(false);
  expect(await inSpan('work', {}, () => Promise.resolve(presentSpan()))).toBeUndefined();
});

it('does the work, and warns, where the collector is away', async () => {
  const stop = await start('http://127.0.0.1:9');
  expect(await inSpan('work', {}, () => Promise.resolve(presentSpan()?.context.traceId))).toMatch(/^[0-9a-f]{32}$/);
  await expect(inSpan('work', {}, () => Promise.reject(new RangeError('of a value')))).rejects.toThrow(RangeError);
  await stop();
  expect(warnings).toContainEqual({ msg: expect.stringMatching(/^Traces: ./) });
  expect(spansAreMade()).toBe(false);
});

it.each([
  ['SELECT secret FROM t', 'SELECT'],
  ['  begin; commit', 'BEGIN'],
  ['', 'statement'],
  [{ name: 'append_entries', text: 'SELECT 1' }, 'append_entries'],
  [{ text: 'insert into t' }, 'INSERT'],
])('a statement %j is called %s', (asked, name) => {
  expect(nameOf(asked)).toBe(name);
});

it.each([
  [Object.assign(new Error('of a value'), { code: '23505' }), '23505'],
  [new TypeError('of a value'), 'TypeError'],
  ['a value', '_OTHER'],
])('a failure is named, and not quoted', (error, name) => {
  expect(nameOfFailure(error)).toBe(name);
});
