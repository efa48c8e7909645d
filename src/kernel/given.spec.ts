import { given } from './given.js';

it('leaves out what is undefined, and nothing else', () => {
  const members = { a: undefined, b: null, c: '', d: 0, e: false, f: ['x'] };
  expect(Object.keys(given(members))).toEqual(['b', 'c', 'd', 'e', 'f']);
  expect({ a: 'before', ...given(members) }).toEqual({ ...members, a: 'before' });
});
