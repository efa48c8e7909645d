import fc from 'fast-check';
import { hasQuorum, lacking, type StepStanding } from './quorum.js';

describe('the quorum of a step', () => {
  it.each<[string, StepStanding, boolean]>([
    ['one: nobody yet', { rule: 'one', required: 1, approvers: ['a', 'b'], approvedBy: [] }, false],
    ['one', { rule: 'one', required: 1, approvers: ['a', 'b'], approvedBy: ['b'] }, true],
    ['two of three: one', { rule: 'count', required: 2, approvers: ['a', 'b', 'c'], approvedBy: ['a'] }, false],
    ['two of three', { rule: 'count', required: 2, approvers: ['a', 'b', 'c'], approvedBy: ['c', 'a'] }, true],
    [
      'two, one of whom is no approver any more',
      { rule: 'count', required: 2, approvers: ['a'], approvedBy: ['c', 'a'] },
      true,
    ],
    ['all: one is missing', { rule: 'all', required: 1, approvers: ['a', 'b'], approvedBy: ['a'] }, false],
    ['all', { rule: 'all', required: 1, approvers: ['a', 'b'], approvedBy: ['b', 'a'] }, true],
    [
      'all, one of whom is no approver any more',
      { rule: 'all', required: 1, approvers: ['a'], approvedBy: ['a', 'b'] },
      true,
    ],
    ['all of nobody', { rule: 'all', required: 1, approvers: [], approvedBy: [] }, false],
  ])('%s', (_, standing, expected) => {
    expect(hasQuorum(standing)).toBe(expected);
  });

  it('is there when nothing is lacking, and only then', () => {
    const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    const standing = fc.record({
      rule: fc.constantFrom('one' as const, 'all' as const, 'count' as const),
      required: fc.integer({ min: 1, max: 4 }),
      approvers: people,
      approvedBy: people,
    });
    fc.assert(fc.property(standing, (one) => expect(hasQuorum(one)).toBe(lacking(one) === 0)));
  });
});
