import fc from 'fast-check';
import { beyondOwn, concernsOwners } from './grant-rules.js';

it.each<[string[], string[], string[]]>([
  [[], [], []],
  [['a'], ['a', 'b'], []],
  [['a', 'b'], ['a'], ['b']],
  [['c', 'b'], [], ['b', 'c']],
])('of %j, whoever holds %j cannot give %j', (given, held, beyond) => {
  expect(beyondOwn(given, new Set(held))).toEqual(beyond);
});

it('nothing is beyond what is held, and nothing that is beyond is', () => {
  const words = fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd'));
  fc.assert(
    fc.property(words, words, (given, held) => {
      const beyond = beyondOwn(new Set(given), new Set(held));
      expect(new Set([...beyond, ...given.filter((one) => held.includes(one))])).toEqual(new Set(given));
      expect(beyond.some((one) => held.includes(one))).toBe(false);
    }),
  );
});

it.each<[string[], string[], boolean]>([
  [['owner'], ['owner'], false],
  [['owner'], ['owner', 'auditor'], false],
  [['owner'], ['administrator'], true],
  [['auditor'], ['owner'], true],
  [[], ['owner'], true],
  [['owner'], [], true],
  [['auditor'], ['accountant'], false],
])('from %j to %j concerns owners: %j', (before, after, concerns) => {
  expect(concernsOwners(before, after)).toBe(concerns);
});
