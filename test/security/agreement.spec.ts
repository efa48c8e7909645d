import * as fc from 'fast-check';
import type { Problem } from '#kernel/problem.js';
import type { FieldClass } from '#platform/http/fields/field-metadata.js';
import { badValues, unknownFields } from '../platform/bad-values.js';
import { levelsOf, type Slot, slotsOf, textWith, textWithin, textWithout } from '../platform/body-slots.js';
import { type ApiDocument, type Operation, Operations } from '../platform/operations.js';
import { committedDocument } from '../architecture/openapi-document.js';
import { BodySchemas, isBeyondValues } from './body-schemas.js';
import { handlerBodies, refusalOfBody } from './handler-bodies.js';
import { mutationsOf } from './mutations.js';
import { SchemaValues } from './schema-values.js';
import { verification } from './verification.js';

// What the document says of a body and what the server reads of it are one: in process, by the pipe that every request
// passes, so that all of it can be tried for each class.

let operations: Operations;
let schemas: BodySchemas;
let classes: Map<string, FieldClass>;
let writes: Operation[];
let tried = 0;

beforeAll(async () => {
  operations = new Operations(committedDocument() as unknown as ApiDocument);
  schemas = new BodySchemas(operations);
  classes = await handlerBodies();
  writes = operations.all.filter(({ body }) => body);
});
afterAll(() => console.log(`${tried} bodies to the classes of ${writes.length} operations`));

function read(operation: Operation, text: string): Problem | undefined {
  tried += 1;
  return refusalOfBody(classes.get(operation.id)!, text);
}

/** What the two sides say of a text that can be read as JSON, where they differ. */
function disagreement(operation: Operation, text: string): string | undefined {
  const refusal = read(operation, text);
  const accepted = schemas.accepts(operation, JSON.parse(text));
  if (accepted === (refusal === undefined)) return undefined;
  if (refusal && (isBeyondValues(refusal.errors) || isUnreadable(text))) return undefined;
  const server = refusal ? `is refused, ${JSON.stringify(refusal.errors)}` : 'is taken';
  return `${operation.id}: what the document ${accepted ? 'allows' : 'does not allow'} ${server}: ${text.slice(0, 400)}`;
}

/** What no JSON body may have, whatever its fields: see `scanJson`. */
const isUnreadable = (text: string) =>
  /\\u0000|\\ud[89a-f]/i.test(text) || /[:[,]-?\d{16,}|__proto__|"constructor"|"prototype"/.test(text);

/** Refused with a finding at the place. */
function refusedElsewhere(operation: Operation, text: string, pointer: string): string | undefined {
  const refusal = read(operation, text);
  const places = refusal?.errors.map((error) => error.pointer) ?? [];
  if (places.some((place) => place === pointer || place.startsWith(`${pointer}/`))) return undefined;
  return `${operation.id}: at ${pointer} expected, but ${refusal ? `at ${places.join()}` : 'taken'}: ${text.slice(0, 400)}`;
}

const examples = new Map<string, unknown>();
function exampleOf(operation: Operation): unknown {
  if (!examples.has(operation.id)) examples.set(operation.id, operations.exampleOf(operation.body!));
  return examples.get(operation.id);
}

/** Of every operation and every field of its body. */
const forSlots = (judge: (operation: Operation, slot: Slot) => (string | undefined)[]) =>
  writes.flatMap((operation) => slotsOf(operations, operation.body!).flatMap((slot) => judge(operation, slot)));

const expectNone = (faults: (string | undefined)[]) =>
  expect(faults.filter((one) => one !== undefined).slice(0, 10)).toEqual([]);

it('knows the class of every operation with a body, and no other', () => {
  const described = operations.all.filter(({ body }) => body).map(({ id }) => id);
  const declared = [...classes].filter(([, type]) => type !== (Buffer as unknown)).map(([id]) => id);
  expect(declared.sort()).toEqual(described.sort());
  expect(writes.length).toBeGreaterThanOrEqual(75);
});

it('takes every example of the document', () => {
  expectNone(writes.map((operation) => disagreement(operation, JSON.stringify(exampleOf(operation)))));
  expect(writes.map((operation) => schemas.accepts(operation, exampleOf(operation)))).not.toContain(false);
});

it('takes and refuses what the document does, for every bad value in every field, and says where', () => {
  const faults = forSlots((operation, { pointer, schema }) =>
    badValues(schema).flatMap((json) => {
      const text = textWith(exampleOf(operation), pointer, json);
      const isAllowed = schemas.accepts(operation, JSON.parse(text));
      return [disagreement(operation, text), isAllowed ? undefined : refusedElsewhere(operation, text, pointer)];
    }),
  );
  expect(faults.length).toBeGreaterThan(20_000);
  expectNone(faults);
});

it('refuses money as a number, however it is written, and says so', () => {
  const numbers = ['1', '0', '-0', '100.00', '1e2', '0.1', '9007199254740991'];
  const faults = forSlots((operation, { pointer, schema }) =>
    (schema.format === 'decimal' ? numbers : []).map((json) => {
      const refusal = read(operation, textWith(exampleOf(operation), pointer, json));
      const found = refusal?.errors.find((error) => error.pointer === pointer);
      return found?.code === 'number_not_allowed' ? undefined : `${operation.id} ${pointer} ${json} ${found?.code}`;
    }),
  );
  expect(faults.length).toBeGreaterThan(50);
  expectNone(faults);
});

it('refuses fields that do not exist and fields that are given twice, at every level', () => {
  const escaped = (name: string) => `"\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}"`;
  expectNone(
    writes.flatMap((operation) =>
      levelsOf(operations, operation.body!).flatMap(({ pointer, schema }) => {
        const unknown = unknownFields.filter(([name]) => !(name in schema.properties!) || name === '__proto__');
        const twice = Object.keys(schema.properties!).flatMap((name) =>
          [JSON.stringify(name), escaped(name)].map((key) => [name, `${key}:null`] as const),
        );
        return [...unknown, ...twice].map(([name, json]) =>
          refusedElsewhere(operation, textWithin(exampleOf(operation), pointer, json), `${pointer}/${name}`),
        );
      }),
    ),
  );
});

it('refuses what is missing', () => {
  const faults = forSlots((operation, { pointer, required }) => {
    if (!required || /\/\d+$/.test(pointer)) return [];
    const text = textWithout(exampleOf(operation), pointer);
    return [disagreement(operation, text), refusedElsewhere(operation, text, pointer)];
  });
  expect(faults.length).toBeGreaterThan(100);
  expectNone(faults);
});

it(`agrees on ${verification.valuesPerBody} drawn bodies of each class, every other one with one thing wrong`, () => {
  const { seed, valuesPerBody } = verification;
  // Each run tries a body and one that is made of it.
  const numRuns = valuesPerBody / 2;
  const values = new SchemaValues(operations);
  const faults = writes.map((operation) => {
    const bodies = values.of(operation.body!);
    const property = fc.property(bodies, mutationsOf(operations, operation.body!), (body, mutate) => {
      if (!schemas.accepts(operation, body)) throw new Error(`${operation.id}: drew what is not allowed`);
      const fault = disagreement(operation, JSON.stringify(body)) ?? faultOfMutation(operation, mutate(body));
      if (fault) throw new Error(fault);
    });
    const { failed, counterexamplePath, errorInstance } = fc.check(property, { seed, numRuns });
    return failed ? `${String(errorInstance)} (VERIFY_SEED=${seed}, path ${counterexamplePath})` : undefined;
  });
  expectNone(faults);
});

function faultOfMutation(operation: Operation, mutated: { text: string; pointer: string } | undefined) {
  if (!mutated) return undefined;
  const { text, pointer } = mutated;
  const isAllowed = schemas.accepts(operation, JSON.parse(text));
  return disagreement(operation, text) ?? (isAllowed ? undefined : refusedElsewhere(operation, text, pointer));
}
