import { Logger } from '@nestjs/common';
import type { Job } from 'graphile-worker';
import { Configuration, readEnvironment } from '../config/configuration.js';
import { createLog } from '../logging/log.js';
import { NestLog } from '../logging/nest-log.js';
import { Metrics } from '../metrics/metrics.js';
import { JobObserver } from './job-observer.js';

let lines: Record<string, unknown>[];
let metrics: Metrics;
let observer: JobObserver;

beforeEach(() => {
  lines = [];
  const stream = { write: (text: string) => void lines.push(JSON.parse(text) as Record<string, unknown>) };
  Logger.overrideLogger(new NestLog(createLog({ level: 'info', format: 'json', process: 'worker' }, stream)));
  metrics = new Metrics(new Configuration(readEnvironment({}), 'postgres://owner', 'secret'));
  observer = new JobObserver(metrics);
});
afterEach(() => Logger.overrideLogger(['error']));

function run(error: unknown, attempts = 1): void {
  const job = {
    id: '7',
    task_identifier: 'send_invoice',
    attempts,
    max_attempts: 5,
    payload: { organizationId: 'o', email: 'anna.berg@example.com' },
  } as unknown as Job;
  const about = { ctx: {} as never, worker: {} as never, job };
  observer.events.emit('job:start', about);
  observer.events.emit('job:complete', { ...about, error });
}

it('writes one line for a job that is done', () => {
  run(null);
  expect(lines).toEqual([
    {
      level: 'info',
      time: expect.any(String),
      process: 'worker',
      context: 'Job',
      msg: 'send_invoice done',
      jobId: '7',
      task: 'send_invoice',
      outcome: 'done',
      attempt: 1,
      durationMs: expect.any(Number),
      organizationId: 'o',
    },
  ]);
});

it('names a failure of the database by its codes, without the values that its message quotes', () => {
  const driverError = { severity: 'ERROR', code: '23505', constraint: 'invoice_key', detail: 'Key (email)=(anna)' };
  run(Object.assign(new Error('duplicate key (anna.berg@example.com)'), { driverError }));
  expect(lines).toMatchObject([{ level: 'error', outcome: 'failed', sqlstate: '23505', constraint: 'invoice_key' }]);
  expect(JSON.stringify(lines)).not.toContain('anna');
});

it('shows the stack of a defect', () => {
  run(new TypeError('x is not a function'));
  expect(lines).toMatchObject([
    { error: { message: 'TypeError: x is not a function', stack: expect.stringContaining('job-observer.spec') } },
  ]);
});

it('tells a failure that is tried again from the last one, and measures all', async () => {
  run(new Error('no'), 4);
  run(new Error('no'), 5);
  run(null);
  expect(lines.map(({ outcome }) => outcome)).toEqual(['failed', 'given_up', 'done']);
  const text = await metrics.text();
  for (const outcome of ['failed', 'given_up', 'done']) {
    expect(text).toContain(`bureau_job_duration_seconds_count{task="send_invoice",outcome="${outcome}"} 1`);
  }
});
