import fc from 'fast-check';
import { accountLabel, dimensionTag, entryCode, headline, tagValue, textOfTagValue } from './journal-text.js';

const odd = fc.string({ unit: fc.constantFrom(...' ;:,%[]()|*!=@"\t\n\r\u00a0\u2028éa1-') });

it('a value of a tag is one line that holds nothing with a meaning, and gives its text back', () => {
  fc.assert(
    fc.property(fc.oneof(odd, fc.string({ unit: 'grapheme' })), (text) => {
      const value = tagValue(text);
      expect(value).not.toMatch(/[,;[\]\n\r\t\u2028]|^ | $/);
      expect(textOfTagValue(value)).toBe(text);
    }),
  );
});

it('what is no value of its making is left as it is', () => {
  expect(textOfTagValue('100 %')).toBe('100 %');
  expect(textOfTagValue('plain')).toBe('plain');
});

it('a headline begins no comment, ends no name and is never empty', () => {
  fc.assert(
    fc.property(odd, (text) => {
      for (const shown of [headline(text), accountLabel(text)])
        expect(shown).toMatch(/^(?! )(?!.*[;\t\n\r]|.* {2}).+(?<! )$/);
      expect(accountLabel(text)).not.toContain(':');
    }),
  );
});

it.each([
  [headline('Rent; paid  late\n'), 'Rent, paid late'],
  [headline(' \t'), '-'],
  [accountLabel('Bank: EUR'), 'Bank. EUR'],
  [entryCode('A)(B', 7), 'A..B 7'],
  [dimensionTag('COST-CENTRE'), 'dim-COST-CENTRE'],
  [dimensionTag('a:b ö'), 'dim-a%3Ab%20%C3%B6'],
])('%s', (written, expected) => expect(written).toBe(expected));
