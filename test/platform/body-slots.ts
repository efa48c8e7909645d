import type { Operations, Schema } from './operations.js';

/** One field of a body and what it may hold. */
export interface Slot {
  /** JSON pointer. */
  pointer: string;
  schema: Schema;
  required: boolean;
}

/** One object in a body, the body itself included. */
export interface Level {
  pointer: string;
  schema: Schema;
}

/** The fields of a body, in every object of it; of lists the first element. */
export function slotsOf(operations: Operations, schema: Schema, pointer = ''): Slot[] {
  const { properties = {}, required = [] } = operations.resolve(schema);
  return Object.entries(properties).flatMap(([name, property]) => {
    const slot = {
      pointer: `${pointer}/${name}`,
      schema: operations.resolve(property),
      required: required.includes(name),
    };
    const { items } = slot.schema;
    const element = items && operations.resolve(items);
    const first =
      element && !element.properties ? [{ pointer: `${slot.pointer}/0`, schema: element, required: true }] : [];
    return [slot, ...first, ...slotsOf(operations, items ?? property, items ? `${slot.pointer}/0` : slot.pointer)];
  });
}

export function levelsOf(operations: Operations, schema: Schema): Level[] {
  const nested = slotsOf(operations, schema).map(({ pointer, schema: inner }) => {
    return inner.items
      ? { pointer: `${pointer}/0`, schema: operations.resolve(inner.items) }
      : { pointer, schema: inner };
  });
  const below = nested.filter((level) => level.schema.properties);
  return [{ pointer: '', schema: operations.resolve(schema) }, ...below];
}

/** JSON text of the body with other text in the place of one value: text, because not all that is bad is a value. */
export function textWith(body: unknown, pointer: string, json: string): string {
  const marked = changed(body, pointer, () => MARK);
  return JSON.stringify(marked).replace(JSON.stringify(MARK), () => json);
}

/** JSON text of the body with text added behind the opening brace of one object. */
export function textWithin(body: unknown, pointer: string, json: string): string {
  const marked = changed(body, pointer, (value) => ({ [MARK]: 0, ...(value as object) }));
  return JSON.stringify(marked).replace(`${JSON.stringify(MARK)}:0`, () => json);
}

export function textWithout(body: unknown, pointer: string): string {
  return JSON.stringify(changed(body, pointer, () => undefined));
}

const MARK = '\u2603 here \u2603';

function changed(body: unknown, pointer: string, change: (value: unknown) => unknown): unknown {
  if (pointer === '') return change(body);
  const [, name = '', rest = ''] = /^\/([^/]+)(.*)$/.exec(pointer)!;
  if (Array.isArray(body)) return body.map((one, at) => (String(at) === name ? changed(one, rest, change) : one));
  const fields = body as Record<string, unknown>;
  return { ...fields, [name]: changed(fields[name], rest, change) };
}
