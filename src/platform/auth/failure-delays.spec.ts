import fc from 'fast-check';
import { FailureDelays } from './failure-delays.js';

const second = 1000;
const start = Date.parse('2026-01-31T12:00:00Z');
const rule = { free: 3, longest: 60 };

/** The waits after each of so many failures in a row, each made as soon as it may be. */
function waits(count: number): number[] {
  const delays = new FailureDelays(rule);
  let now = start;
  return Array.from({ length: count }, () => {
    delays.fail('a', now);
    const wait = delays.secondsLeft('a', now);
    now += wait * second;
    return wait;
  });
}

it('lets some failures pass, then doubles the wait up to the longest', () => {
  expect(waits(12)).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
});

it('counts every subject apart, and forgives one alone', () => {
  const delays = new FailureDelays(rule);
  for (const subject of ['a', 'a', 'a', 'b', 'b', 'b']) delays.fail(subject, start);
  delays.forgive('a');
  expect([delays.secondsLeft('a', start), delays.secondsLeft('b', start), delays.secondsLeft('c', start)]).toEqual([
    0, 1, 0,
  ]);
});

it.each([
  [0, 1],
  [999, 1],
  [1000, 0],
  [30 * 60 * second, 0],
])('after %i ms there are %i seconds left', (later, left) => {
  const delays = new FailureDelays(rule);
  for (let count = 0; count < 3; count += 1) delays.fail('a', start);
  expect(delays.secondsLeft('a', start + later)).toBe(left);
});

it('forgets after half an hour without a failure', () => {
  const delays = new FailureDelays(rule);
  for (let count = 0; count < 5; count += 1) delays.fail('a', start);
  delays.fail('a', start + 30 * 60 * second);
  expect(delays.secondsLeft('a', start + 30 * 60 * second)).toBe(0);
});

it('never makes anybody wait longer than the longest, whatever others do', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 200 }), (steps) => {
      const delays = new FailureDelays(rule);
      let now = start;
      for (const step of steps) {
        now += step;
        delays.fail('a', now);
        expect(delays.secondsLeft('a', now)).toBeLessThanOrEqual(60);
        expect(delays.secondsLeft('a', now + 60 * second)).toBe(0);
      }
    }),
  );
});

it('remembers so many and no more: a flood of made-up names takes no memory', () => {
  const delays = new FailureDelays({ free: 1, longest: 60 });
  for (let name = 0; name <= 50_000; name += 1) delays.fail(String(name), start);
  expect([delays.secondsLeft('0', start), delays.secondsLeft('1', start), delays.secondsLeft('50000', start)]).toEqual([
    0, 1, 1,
  ]);
});
