import { choiceRule } from './choice-rules.js';
import { countRule } from './number-rules.js';
import { severalRule } from './several-rule.js';
import { codeRule } from './text-rules.js';

const codes = severalRule(codeRule({ max: 4 }), 3);
const counts = severalRule(countRule(1, 9), 2);

it.each([
  [codes, '1910', undefined],
  [codes, '1910,1930,20', undefined],
  [codes, '', 'invalid_code'],
  [codes, '1910,', 'invalid_code'],
  [codes, '1910, 1930', 'too_long'],
  [codes, '1910, 20', 'invalid_code'],
  [codes, '1910,19300', 'too_long'],
  [codes, '1910,1930,1910', 'repeated_value'],
  [codes, '1,2,3,4', 'too_many'],
  [counts, '1,9', undefined],
  [counts, '1,10', 'too_large'],
  [counts, '1,x', 'invalid_integer'],
])('reads values that are separated by commas: %#', (rule, text, code) => {
  expect(rule.check(rule.fromText!(text))?.code).toBe(code);
});

it('knows the words of a closed list', () => {
  const { schema, choices } = severalRule(choiceRule(['draft', 'posted'], 'State'), 2);
  expect(schema).toMatchObject({ type: 'array', maxItems: 2, uniqueItems: true });
  expect(choices).toEqual({ name: 'State', values: ['draft', 'posted'] });
});

it('gives the values as their own rule reads them', () => expect(counts.fromText!('1,9')).toEqual([1, 9]));

it('takes a list only', () => expect(codes.check('1910')?.code).toBe('invalid_list'));
