import { Problem } from '#kernel/problem.js';
import { platformProblems } from '../http/platform.problems.js';
import { AttemptLost, endingOf, JobCancelled } from './job-endings.js';

const databaseError = (code: string, constraint?: string) =>
  Object.assign(new Error('x'), { code, severity: 'ERROR', constraint });
const declared = { entry_key: () => new Problem('entry_known', 409, 'Known', 'It is known.') };

it.each([
  ['a deadlock', databaseError('40P01'), 'queued', 'service_unavailable'],
  ['a wait that took too long', databaseError('55P03'), 'queued', 'service_unavailable'],
  ['a lost connection', new Error('Connection terminated unexpectedly'), 'queued', 'service_unavailable'],
  ['a business refusal', platformProblems.conflict('No.'), 'failed', 'conflict'],
  ['a broken constraint', databaseError('23505', 'entry_key'), 'failed', 'entry_known'],
  ['a full disk', databaseError('53100'), 'failed', 'storage_full'],
  ['a defect', new TypeError('x is not a function'), 'failed', 'internal_error'],
])('%s', (_, error, state, code) => {
  expect(endingOf(error, true, declared)).toMatchObject({ state, problem: { code } });
});

it('what may pass by itself fails in the end', () => {
  expect(endingOf(databaseError('40001'), false, declared)).toMatchObject({ state: 'failed' });
});

it('tells apart what was cancelled and what another worker has', () => {
  expect(endingOf(new JobCancelled(), true, declared)).toEqual({ state: 'cancelled' });
  expect(endingOf(new AttemptLost(), true, declared)).toEqual({ state: 'lost' });
});
