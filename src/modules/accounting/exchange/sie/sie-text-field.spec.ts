import fc from 'fast-check';
import { encodeCodePage437 } from './code-page-437.js';
import { SieFindings } from './sie-findings.js';
import { readSieRecords } from './sie-records.js';
import { quotedField, unwritableCharacter, writableText } from './sie-text-field.js';

it.each([
  ['Försäljning ß µ', 'Försäljning ß µ', undefined],
  ['Zażółć', 'Zazólc', 'ż'],
  ['50 € – “x”…', '50 EUR - "x"...', '€'],
  ['Łódź Øst', 'Lódz Ost', 'Ł'],
  ['漢字', '??', '漢'],
  ['🙂', '?', '🙂'],
  ['C:\\BOOKS\\', 'C:\\BOOKS/', '\\'],
])('%s', (text, written, unwritable) => {
  expect(writableText(text)).toBe(written);
  expect(unwritableCharacter(text)).toBe(unwritable);
});

it('writes any text as a field that is read as it was written, and changes none that is writable', () => {
  const unit = fc.oneof(fc.constantFrom(...'"\\{} #aåß€'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
      const written = writableText(text);
      expect(() => encodeCodePage437(written)).not.toThrow();
      expect(unwritableCharacter(written)).toBeUndefined();
      expect(written === text || unwritableCharacter(text) !== undefined).toBe(true);
      const [record] = readSieRecords(`#A ${quotedField(text)} "next"`, new SieFindings());
      expect(record!.fields).toEqual([written, 'next']);
    }),
  );
});
