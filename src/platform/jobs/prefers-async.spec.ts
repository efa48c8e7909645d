import { prefersAsync } from './prefers-async.js';

it.each<[string | string[] | undefined, boolean]>([
  [undefined, false],
  ['', false],
  ['respond-async', true],
  ['Respond-Async', true],
  ['respond-async, wait=10', true],
  ['return=minimal; foo="some parameter", respond-async', true],
  ['handling=lenient,respond-async;x=1', true],
  [['return=minimal', 'respond-async'], true],
  ['return=minimal', false],
  ['foo="respond-async"', false],
  ['foo="a, respond-async, b"', false],
  ['foo="a\\", respond-async, b"', false],
  ['respond-asynchronously', false],
])('Prefer: %p', (header, expected) => {
  expect(prefersAsync(header)).toBe(expected);
});
