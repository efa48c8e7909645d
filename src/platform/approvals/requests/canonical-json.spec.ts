import fc from 'fast-check';
import { canonicalJson, contentHashOf, type JsonValue } from './canonical-json.js';

const shuffled = (value: JsonValue): JsonValue => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one: JsonValue) => shuffled(one));
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([field, one]) => [field, shuffled(one as JsonValue)]),
  );
};

describe('canonical JSON', () => {
  it('has the fields in order and nothing between', () => {
    expect(canonicalJson({ b: [1, null, 'ä"'], a: { d: true, c: '' } })).toBe(
      '{"a":{"c":"","d":true},"b":[1,null,"ä\\""]}',
    );
  });

  it('reads back as the same value, and does not depend on the order of fields', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const json = value as JsonValue;
        expect(JSON.parse(canonicalJson(json))).toEqual(JSON.parse(JSON.stringify(json)));
        expect(contentHashOf(shuffled(json))).toBe(contentHashOf(json));
      }),
    );
  });

  it('has the digest that sha256sum gives', () => {
    // printf '{"a":"1"}' | sha256sum
    expect(contentHashOf({ a: '1' })).toBe('9afeb0f2b203f254312ec8ded441d0318b7c34c57f8695ede42d2215a30c0960');
  });
});
