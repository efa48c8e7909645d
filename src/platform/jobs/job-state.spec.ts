import { type Claim, decideClaim, type JobState } from './job-state.js';

it.each<[JobState, number, Claim]>([
  ['queued', 0, 'run'],
  ['queued', 4, 'run'],
  ['running', 1, 'run'],
  ['running', 5, 'give_up'],
  ['cancelling', 1, 'cancel'],
  ['cancelling', 5, 'cancel'],
  ['succeeded', 1, 'leave'],
  ['failed', 5, 'leave'],
  ['cancelled', 0, 'leave'],
])('a job that is %s after %i of 5 attempts: %s', (state, attempts, claim) => {
  expect(decideClaim({ state, attempts, attemptsAllowed: 5 })).toBe(claim);
});
