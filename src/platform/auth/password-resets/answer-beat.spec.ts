import { onTheBeat, untilNextBeat } from './answer-beat.js';

it.each([
  [0, 250],
  [3.5, 246.5],
  [249, 1],
  [250, 0],
  [251, 249],
  [600, 150],
])('%d ms after the beginning it waits for %d ms more', (elapsed, left) => {
  expect(untilNextBeat(elapsed)).toBe(left);
});

it('gives what the work gives, and fails as it fails, after the same time', async () => {
  const began = performance.now();
  const outcomes = await Promise.allSettled([
    onTheBeat(() => Promise.resolve('done')),
    onTheBeat(() => Promise.reject(new Error('not done'))),
  ]);
  expect(outcomes).toMatchObject([{ value: 'done' }, { reason: { message: 'not done' } }]);
  expect(performance.now() - began).toBeGreaterThan(240);
});
