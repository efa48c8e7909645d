import fc from 'fast-check';
import { jsonFaultAt } from './json-fault.js';

describe('broken JSON is broken at', () => {
  it.each([
    ['', 0],
    ['  ', 2],
    ['nope', 0],
    ['{', 1],
    ['{"a"', 4],
    ['{"a":', 5],
    ['{"a":1', 6],
    ['{"a":}', 5],
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ['{a:1}', 1],
    ["{'a':1}", 1],
    ['{"a":NaN}', 5],
    ['{"a":01}', 6],
    ['{"a":1.}', 6],
    ['{"a":"b', 5],
    ['{"a":"b\nc"}', 5],
    ['{"a":"\\x41"}', 5],
    ['{"a":1}\n{}', 8],
    ['{"a":1]', 6],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['[,1]', 1],
    ['{"a":[1}', 7],
    ['{"a":1 /* one */}', 7],
    ['\ufeff{}', 0],
    ['tru', 0],
    ['{,}', 1],
    ['{:1}', 1],
    ['1,2', 1],
    ['"a":1', 3],
  ])('%j: %i', (text, position) => expect(jsonFaultAt(text)).toBe(position));
});

it('is found at the end of what begins well, and not after what the engine accepts', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, length) => {
      expect(jsonFaultAt(json)).toBe(json.length);
      const beginning = json.slice(0, length % json.length);
      expect(jsonFaultAt(beginning)).toBeLessThanOrEqual(beginning.length);
    }),
  );
});

it('agrees with the engine on what is JSON', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '1',
    '-',
    '0',
    '.5',
    'e3',
    'true',
    'null',
    ' ',
    '"',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (chosen) => {
      const text = chosen.join('');
      expect(jsonFaultAt(text) === text.length && isComplete(text)).toBe(parses(text));
    }),
    { numRuns: 2000 },
  );
});

const parses = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** The text is one whole value when nothing may follow it, and it may stand where a value belongs. */
const isComplete = (text: string) =>
  [',', '}', ']'].every((more) => jsonFaultAt(`${text}${more}`) === text.length) &&
  jsonFaultAt(`{"a":${text}}`) === text.length + 6;
