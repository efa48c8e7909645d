import { isDigestTime } from './digest-hour.js';

it.each([
  ['2026-03-02T06:59:59Z', 'UTC', false],
  ['2026-03-02T07:00:00Z', 'UTC', true],
  ['2026-03-02T23:59:59Z', 'UTC', true],
  ['2026-03-02T00:00:00Z', 'UTC', false],
  // Before and after the clocks go forward.
  ['2026-03-28T06:00:00Z', 'Europe/Berlin', true],
  ['2026-03-29T05:00:00Z', 'Europe/Berlin', true],
  ['2026-03-28T05:00:00Z', 'Europe/Berlin', false],
  ['2026-03-01T22:00:00Z', 'Pacific/Auckland', true],
  ['2026-03-02T01:29:00Z', 'Asia/Kolkata', false],
  ['2026-03-02T01:30:00Z', 'Asia/Kolkata', true],
])('at %s in %s: %s', (now, timeZone, isDue) => {
  expect(isDigestTime(new Date(now), timeZone)).toBe(isDue);
});
