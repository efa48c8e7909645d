import { tagNameKey } from './tag-name-key.js';

it.each([
  ['Audit', 'AUDIT'],
  ['Ärende', 'äRENDE'],
  ['Ärende', 'A\u0308rende'],
  ['Straße', 'STRASSE'],
  ['ΟΔΟΣ', 'οδος'],
  ['Ⅳ quarter', 'iv quarter'],
])('%s and %s are one name', (one, other) => {
  expect(tagNameKey(one)).toBe(tagNameKey(other));
});

it.each([
  ['Audit', 'Audit 2'],
  ['Ärende', 'Arende'],
  ['to check', 'tocheck'],
])('%s and %s are two', (one, other) => {
  expect(tagNameKey(one)).not.toBe(tagNameKey(other));
});
