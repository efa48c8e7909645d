import { compositeArray } from './composite-array.js';

const text = (...values: (string | number | null)[]) =>
  compositeArray(
    ['value'],
    values.map((value) => ({ value })),
  );

describe('compositeArray', () => {
  it('writes the columns in the order of the type, whatever the order of the row', () => {
    expect(compositeArray(['a', 'b'], [{ b: 2, a: 1 }])).toBe('{"(1,2)"}');
  });

  it.each([
    ['no row', [], '{}'],
    ['null as nothing', [null], '{"()"}'],
    ['an empty text as one', [''], String.raw`{"(\"\")"}`],
    ['the word null as a text', ['null'], '{"(null)"}'],
    ['a decimal', ['-120.50'], '{"(-120.50)"}'],
    ['a comma', ['a,b'], String.raw`{"(\"a,b\")"}`],
    ['a quote', ['a"b'], String.raw`{"(\"a\\\"b\")"}`],
    ['a backslash', [String.raw`a\b`], String.raw`{"(\"a\\\\b\")"}`],
    ['brackets and spaces', [' ({}) '], String.raw`{"(\" ({}) \")"}`],
    ['several rows', ['a', 'b'], '{"(a)","(b)"}'],
  ])('writes %s', (_, values, expected) => {
    expect(text(...values)).toBe(expected);
  });
});
