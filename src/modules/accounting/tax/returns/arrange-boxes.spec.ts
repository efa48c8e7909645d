import { arrangeBoxes } from './arrange-boxes.js';
import { readFormBox } from './read-form-box.js';
import type { TaxReturnBoxFields } from './tax-return-forms.dto.js';

const lines = (code: string, more: Partial<TaxReturnBoxFields> = {}): TaxReturnBoxFields => {
  return { code, name: code, kind: 'lines', amount: 'tax', ...more };
};
const formula = (code: string, ...boxes: string[]): TaxReturnBoxFields => {
  return { code, name: code, kind: 'formula', terms: boxes.map((box) => ({ box })) };
};
const arranged = (...boxes: TaxReturnBoxFields[]) => arrangeBoxes(boxes.map(readFormBox));
const faultsOf = (...boxes: TaxReturnBoxFields[]) =>
  arranged(...boxes).faults.map(({ pointer, code }) => `${pointer} ${code}`);

it('reckons boxes after those that they are of, wherever they stand', () => {
  const { faults, depths } = arranged(
    formula('5', '3', '4'),
    formula('3', '1', '2'),
    lines('1'),
    lines('2'),
    lines('4'),
  );
  expect(faults).toEqual([]);
  expect(Object.fromEntries(depths)).toEqual({ '1': 0, '2': 0, '3': 1, '4': 0, '5': 2 });
});

it.each<[string, TaxReturnBoxFields[], string[]]>([
  ['two boxes of a code', [lines('1'), lines('1')], ['/boxes/1/code code_taken']],
  ['lines of what', [lines('1', { amount: null })], ['/boxes/0/amount amount_required']],
  ['terms of lines', [lines('1'), lines('2', { terms: [{ box: '1' }] })], ['/boxes/1/terms terms_of_lines']],
  ['a formula of nothing', [formula('1')], ['/boxes/0/terms terms_required']],
  ['an unknown box', [formula('1', '2')], ['/boxes/0/terms/0/box unknown_box']],
  ['a box twice', [lines('1'), formula('2', '1', '1')], ['/boxes/1/terms/1/box box_named_twice']],
  [
    'lines of a formula',
    [lines('1'), { ...formula('2', '1'), side: 'output', isNegated: true }],
    ['/boxes/1/side lines_of_formula', '/boxes/1/isNegated lines_of_formula'],
  ],
  ['a box of itself', [formula('1', '1')], ['/boxes/0/terms circular_formula']],
  [
    'boxes in a circle, and who is of them',
    [formula('1', '2'), formula('2', '3'), formula('3', '1'), formula('4', '3'), lines('5'), formula('6', '5')],
    [0, 1, 2, 3].map((index) => `/boxes/${index}/terms circular_formula`),
  ],
])('refuses %s', (_name, boxes, faults) => {
  expect(faultsOf(...boxes)).toEqual(faults);
});
