import fc from 'fast-check';
import { textRule } from '#platform/http/fields/text-rules.js';
import { oneLine } from './one-line.js';

it.each([
  ['Rent', 10, 'Rent'],
  ['  Rent\tJanuary  2026\u00a0', 20, 'Rent January 2026'],
  ['Rent January', 5, 'Rent'],
  [' \t ', 10, ''],
  ['Rent\u0001\u0007 January', 20, 'Rent January'],
])('%j in %i characters is %j', (text, most, line) => {
  expect(oneLine(text, most)).toBe(line);
});

it('is what the fields of texts accept, or nothing', () => {
  const rule = textRule({ max: 20 });
  const character = fc.constantFrom(...' \t\u00a0åÄ"#-1a\u0001\u007f\u0085\u202e\u2066');
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 60 }), (text) => {
      const line = oneLine(text, 20);
      return line === '' || rule.check(line) === undefined;
    }),
  );
});
