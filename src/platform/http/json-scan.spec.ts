import fc from 'fast-check';
import { Problem } from '#kernel/problem.js';
import { readJsonBody } from './json-body.js';
import { type JsonLimits, scanJson } from './json-scan.js';

const limits: JsonLimits = { depth: 4, keys: 6, elements: 3 };
const wide: JsonLimits = { depth: 32, keys: 1e9, elements: 1e9 };

function refusal(act: () => void): Problem | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

describe('scanJson', () => {
  it.each([
    '{"a":{"b":{"c":{}}}}',
    '{"a":[1,2,3],"b":[[1,2,3],[4,5,6],[7]]}',
    '{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1}',
    '{"a":{"a":{"a":1}},"b":{"a":1}}',
    '{"a":"[[[[[[ {\\"a\\":1,\\"a\\":2} ,,,,"}',
    '{"a":"\\\\u0000"}',
    '{"a":"\\ud83d\\ude00 😀 \\u00e5"}',
    '{"a":9007199254740991,"b":-9007199254740991,"c":0.1,"d":1e15,"e":-0.0000001}',
    '{"constructors":1,"proto":1}',
    ' {\n"a" : [ ] , "b" : { } }\t',
    '',
  ])('lets pass %s', (text) => expect(refusal(() => scanJson(text, limits))).toBeUndefined());

  it.each([
    ['{"a":[{"b":[1,{"c":[[]]}]}]}', '/a/0/b/1', 'too_deep'],
    ['{"a":{"b":[1,2,3,4]}}', '/a/b', 'too_many'],
    ['{"a":[[],[{"b":1,"c":2},{"d":3,"e":4,"f":5,"g":6}]]}', '/a/1/1/g', 'too_many_names'],
    ['{"a":1,"b":{"x":1,"x":2}}', '/b/x', 'duplicate_name'],
    ['{"a":1,"\\u0061":2}', '/a', 'duplicate_name'],
    ['{"a/b~":{"x":1,"x":2}}', '/a~1b~0/x', 'duplicate_name'],
    ['{"a":{"__proto__":{}}}', '/a/__proto__', 'forbidden_name'],
    ['{"\\u005f_proto__":{}}', '/__proto__', 'forbidden_name'],
    ['{"constructor":1}', '/constructor', 'forbidden_name'],
    ['{"a":["x","\\u0000"]}', '/a/1', 'null_character'],
    ['{"a":1,"\\u0000":1}', '/a', 'null_character'],
    ['{"a":"\\ud83d"}', '/a', 'lone_surrogate'],
    ['{"a":"\\ud83dx"}', '/a', 'lone_surrogate'],
    ['{"a":"\\ud83d\\u0041"}', '/a', 'lone_surrogate'],
    ['{"a":"\\ude00\\ud83d"}', '/a', 'lone_surrogate'],
    ['{"a":"\\uDE00"}', '/a', 'lone_surrogate'],
    ['{"a":9007199254740993}', '/a', 'number_too_large'],
    ['{"a":-9007199254740992}', '/a', 'number_too_large'],
    ['{"a":[1,1e400]}', '/a/1', 'number_too_large'],
    ['{"a":1E99}', '/a', 'number_too_large'],
  ])('refuses %s', (text, pointer, code) => {
    expect(refusal(() => scanJson(text, limits))).toMatchObject({ status: 400, errors: [{ pointer, code }] });
  });

  const value = fc.jsonValue({ maxDepth: 6 });

  it('lets every JSON value pass that is within the limits', () => {
    const clean = value.filter((one) => !/__proto__|constructor|prototype|\\u0000/.test(JSON.stringify(one)));
    fc.assert(
      fc.property(clean, fc.constantFrom(0, 1), (one, indent) => {
        const numbers = (JSON.stringify(one).match(/\d[\d.e+-]*/g) ?? []).some(
          (number) => Number(number) > 2 ** 53 - 1,
        );
        fc.pre(!numbers);
        scanJson(JSON.stringify(one, null, indent), wide);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a name that is given twice, wherever it stands', () => {
    fc.assert(
      fc.property(value, fc.array(fc.constantFrom('[0,', '{"a":'), { maxLength: 20 }), (one, around) => {
        const twice = `{"x":${JSON.stringify(one)},"x":0}`;
        const close = around.map((open) => (open === '[0,' ? ']' : '}')).reverse();
        const text = [...around, twice, ...close].join('');
        expect(refusal(() => scanJson(text, wide))).toBeDefined();
      }),
    );
  });

  it('never fails otherwise, whatever the text is', () => {
    const rubbish = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', 'u', '0', ',', ':', '-', 'e', 'd8'),
    });
    fc.assert(
      fc.property(rubbish, (text) => void refusal(() => scanJson(text, limits))),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['lists', '['.repeat(1 << 20), 'malformed_request'],
    ['commas', `[${','.repeat(1 << 20)}`, undefined],
    ['names', `{${Array.from({ length: 60_000 }, (_, at) => `"\\u006b${at}":1`).join(',')}}`, undefined],
    ['quotes', '"'.repeat(1 << 20), undefined],
    ['escapes', `{"a":"${'\\"'.repeat(1 << 19)}`, undefined],
    ['digits', `[${'9'.repeat(1 << 20)}]`, 'malformed_request'],
    ['numbers', `[${'1,'.repeat(1 << 19)}`, undefined],
    ['signs', '-'.repeat(1 << 20), undefined],
    ['objects', `[${'{},'.repeat(350_000)}`, undefined],
  ])('reads a megabyte of %s without a stall, limits lifted', (_, text, code) => {
    // Some 10 ms; a second pass over the text per token would take minutes, which the test runner does not wait for.
    expect(refusal(() => scanJson(text, wide))?.code).toBe(code);
  });
});

describe('readJsonBody', () => {
  const read = (text: string | Buffer) => readJsonBody(Buffer.from(text as string), limits);

  it('reads an object and takes an empty body for none', () => {
    expect(read('{"å":"😀"}')).toEqual({ å: '😀' });
    expect(read('')).toBeUndefined();
  });

  it.each([
    ['[]', 'must be a JSON object'],
    ['1', 'must be a JSON object'],
    ['null', 'must be a JSON object'],
    ['{"a":1', 'is not valid JSON'],
    ['{"a":01}', 'is not valid JSON'],
    ['{"a":1,}', 'is not valid JSON'],
    ['{"a":"\n"}', 'is not valid JSON'],
    ['{"a":NaN}', 'is not valid JSON'],
    ["{'a':1}", 'is not valid JSON'],
    ['\ufeff{}', 'is not valid JSON'],
    [']]]}}}', 'is not valid JSON'],
    ['{"a":"\\ud83d\\u12"}', 'half of a surrogate pair'],
    ['{"a":"\\u00"}', 'is not valid JSON'],
  ])('refuses %j', (text, detail) => {
    expect(refusal(() => read(text))).toMatchObject({
      code: 'malformed_request',
      detail: expect.stringContaining(detail),
    });
  });

  it.each([[[0x7b, 0xc3, 0x7d]], [[0xed, 0xa0, 0x80]], [[0xff, 0xfe, 0x7b, 0x00]]])(
    'refuses bytes that are not UTF-8',
    (bytes) => {
      expect(refusal(() => read(Buffer.from(bytes)))?.detail).toContain('not UTF-8');
    },
  );
});
