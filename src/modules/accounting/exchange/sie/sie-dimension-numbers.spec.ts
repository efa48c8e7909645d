import { dimensionNumbers } from './sie-dimension-numbers.js';

const numbersOf = (...dimensions: [string, 'cost_centre' | 'project' | 'custom'][]) =>
  Object.fromEntries(dimensionNumbers(dimensions.map(([code, kind]) => ({ code, kind }))));

it('keeps numbers, gives cost centre and project theirs, and counts on from 20', () => {
  expect(
    numbersOf(
      ['KST', 'cost_centre'],
      ['20', 'custom'],
      ['P', 'project'],
      ['REGION', 'custom'],
      ['KST2', 'cost_centre'],
    ),
  ).toEqual({ KST: '1', '20': '20', P: '6', REGION: '21', KST2: '22' });
});

it('takes no number that a code is', () => {
  expect(numbersOf(['KST', 'cost_centre'], ['1', 'custom'], ['01', 'custom'])).toEqual({
    KST: '20',
    '1': '1',
    '01': '21',
  });
});
