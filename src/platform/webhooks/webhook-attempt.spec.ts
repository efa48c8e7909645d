import fc from 'fast-check';
import { RETRY_DELAYS, retryDelay } from './webhook-attempt.js';

const DAY = 24 * 60 * 60 * 1000;

it('tries for three days, whatever chance decides', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 11, maxLength: 11 }), (chances) => {
      const delays = chances.map((chance, made) => retryDelay(made + 1, chance)!);
      const together = delays.reduce((sum, delay) => sum + delay, 0);
      expect(together).toBeGreaterThan(2.6 * DAY);
      expect(together).toBeLessThan(3.4 * DAY);
      expect(retryDelay(12, chances[0]!)).toBeUndefined();
    }),
  );
});

it('waits ever longer, first a few seconds', () => {
  expect([retryDelay(1, 0), retryDelay(1, 0.5), retryDelay(1, 1)]).toEqual([4_500, 5_000, 5_500]);
  expect(RETRY_DELAYS.toSorted((one, other) => one - other)).toEqual(RETRY_DELAYS);
});
