import { substanceOf } from './substance.js';

it.each([
  ['', 0],
  ['   ', 0],
  ['a', 1],
  ['ab', 2],
  ['abc', 1],
  ['cba', 1],
  ['abx', 3],
  ['aaaaaaaaaaaaaaaa', 1],
  ['abcdefghijklmnop', 1],
  ['123456789012345', 1],
  ['098765432109876', 1],
  ['qwertyuiopasdfgh', 2],
  ['1qaz2wsx3edc4rfv', 4],
  ['xk9!xk9!xk9!xk9!', 4],
  // The last time in part.
  ['xk9!mxk9!mxk', 5],
  ['x k 9 ! x k 9 !', 4],
  ['correct horse battery', 19],
  // A character is a code point.
  ['🐴🔋', 2],
  ['🐴🐴🐴🐴', 1],
])('of %j is %i', (text, substance) => {
  expect(substanceOf(text)).toBe(substance);
});
