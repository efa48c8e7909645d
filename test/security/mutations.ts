import * as fc from 'fast-check';
import { badValues, unknownFields } from '../platform/bad-values.js';
import { levelsOf, slotsOf, textWith, textWithin } from '../platform/body-slots.js';
import type { Operations, Schema } from '../platform/operations.js';

/** JSON text of a body with one thing changed, and where. */
export interface Mutated {
  text: string;
  pointer: string;
}

/** Changes one thing of a body; undefined where the body does not have the place. */
export type Mutation = (body: unknown) => Mutated | undefined;

/** One thing wrong, or at least odd: a value in the place of a field's, a field that there is not. */
export function mutationsOf(operations: Operations, schema: Schema): fc.Arbitrary<Mutation> {
  const values = slotsOf(operations, schema).map(({ pointer, schema: inner }) => ({
    pointer,
    texts: badValues(inner),
  }));
  const levels = levelsOf(operations, schema).map(({ pointer, schema: inner }) => ({
    pointer,
    fields: unknownFields.filter(([name]) => !(name in inner.properties!)),
  }));
  const replaced = fc
    .tuple(fc.constantFrom(...(values.length === 0 ? [{ pointer: '/none', texts: ['0'] }] : values)), fc.nat())
    .map(([{ pointer, texts }, drawn]): Mutation => {
      const json = texts[drawn % texts.length]!;
      return (body) => {
        if (!has(body, pointer) || isBeside(body, pointer, json)) return undefined;
        return { pointer, text: textWith(body, pointer, json) };
      };
    });
  const added = fc.tuple(fc.constantFrom(...levels), fc.nat()).map(([{ pointer, fields }, drawn]): Mutation => {
    const [name, json] = fields[drawn % fields.length]!;
    return (body) => {
      if (!has(body, pointer)) return undefined;
      return { pointer: `${pointer}/${name}`, text: textWithin(body, pointer, json) };
    };
  });
  return fc.oneof({ weight: 5, arbitrary: replaced }, { weight: 1, arbitrary: added });
}

/** Whether the body has a value at the place. */
const has = (body: unknown, pointer: string): boolean => {
  const value = valueAt(body, pointer);
  return value !== undefined && value !== null;
};

/** Whether the list of the place has the value already: of two that are alike, it is the later one that is wrong. */
function isBeside(body: unknown, pointer: string, json: string): boolean {
  const list = valueAt(body, pointer.slice(0, pointer.lastIndexOf('/')));
  return Array.isArray(list) && list.some((one) => JSON.stringify(one) === json);
}

function valueAt(body: unknown, pointer: string): unknown {
  let value = body;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
