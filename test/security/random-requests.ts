import * as fc from 'fast-check';
import { type Operation, type Operations, type Parameter } from '../platform/operations.js';
import { problemIn, type Received } from '../platform/wire.js';
import { type BodySchemas, isBeyondFields } from './body-schemas.js';
import { doerOf, type People } from './every-status.js';
import { type Mutation, mutationsOf } from './mutations.js';
import type { Requests } from './requests.js';
import type { SchemaValues } from './schema-values.js';
import type { Traffic } from './traffic.js';
import { verification } from './verification.js';

interface Drawn {
  row: number;
  query: Record<string, unknown>;
  body: unknown;
  /** What to change in the body; none where it is sent as it was drawn. */
  mutate: Mutation | undefined;
  accept: string | undefined;
}

export interface Scene {
  traffic: Traffic;
  operations: Operations;
  values: SchemaValues;
  /** Of what can mostly be done. */
  likely: SchemaValues;
  schemas: BodySchemas;
  /** What is allowed is done by them. */
  people: People;
  /** What is not allowed is refused here, and nothing changes. */
  untouched: Requests;
}

/**
 * Draws requests of an operation from its schemas and sends them one after another; what is not answered as it must be is
 * shrunk to its least.
 *
 * @throws Error with the least request, and how to draw it again
 */
export async function tryAtRandom(scene: Scene, operation: Operation, numRuns: number): Promise<void> {
  const { seed } = verification;
  const property = fc.asyncProperty(drawn(scene, operation), (one) => sendDrawn(scene, operation, one));
  const details = await fc.check(property, { seed, numRuns, endOnFailure: false });
  if (!details.failed) return;
  const replay = `VERIFY_SEED=${seed}, path ${details.counterexamplePath}, shrunk ${details.numShrinks} times`;
  const { errorInstance } = details;
  throw new Error(`${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}\n  ${replay}`);
}

function drawn({ operations, values, likely }: Scene, { body, parameters }: Operation): fc.Arbitrary<Drawn> {
  const queries = parameters.filter(
    (parameter) => parameter.in === 'query' && !parameter.required && parameter.name !== 'after',
  );
  return fc.record({
    row: fc.nat({ max: 50 }),
    query: queries.length === 0 ? fc.constant({}) : drawnQuery(operations, values, queries),
    body: body ? fc.oneof(values.of(body), likely.of(body)) : fc.constant(undefined),
    mutate: body ? fc.option(mutationsOf(operations, body), { freq: 2, nil: undefined }) : fc.constant(undefined),
    accept: fc.constantFrom(...Array.from({ length: 19 }, () => undefined), 'text/csv'),
  });
}

/** A few of the parameters. */
function drawnQuery(
  operations: Operations,
  values: SchemaValues,
  parameters: Parameter[],
): fc.Arbitrary<Drawn['query']> {
  const written = fc.constantFrom(...parameters).chain(({ name, schema }) => {
    const { properties } = operations.resolve(schema);
    const [operator, inner] = properties ? Object.entries(properties)[0]! : [undefined, schema];
    return values.of(inner, name.replace(/\[.*/, '')).map((value) => ({
      key: operator === undefined ? name : `${name}[${operator}]`,
      text: Array.isArray(value) ? value.filter((one) => !String(one).includes(',')).join(',') : String(value),
    }));
  });
  return fc
    .array(written, { maxLength: 3 })
    .map((all) => Object.fromEntries(all.filter(({ text }) => text !== '').map(({ key, text }) => [key, text])));
}

async function sendDrawn(
  scene: Scene,
  operation: Operation,
  { row, query, body, mutate, accept }: Drawn,
): Promise<void> {
  const { traffic, schemas, people, untouched } = scene;
  const willing = people[doerOf(operation)];
  // As a file a list is whole.
  const { limit: _, ...unpaged } = query;
  const wishes = accept === undefined ? { row, query } : { row, query: unpaged, headers: { Accept: accept } };
  if (body === undefined) return requireShape(operation, await willing.send(operation, wishes));
  const text = JSON.stringify(body);
  const mutated = mutate?.(body);
  if (!mutated || schemas.accepts(operation, JSON.parse(mutated.text))) {
    return requireShape(operation, await willing.send(operation, { ...wishes, body: text }));
  }
  await traffic.expectRefusal(operation, untouched.make(operation, { body: mutated.text }), mutated.pointer);
}

const shapes = [
  'malformed_request',
  'invalid_parameter',
  'unknown_parameter',
  'validation_failed',
  'unsupported_media_type',
];

/** What the document allows is not refused for its shape, except for what a schema cannot say. */
function requireShape({ id }: Operation, received: Received): void {
  const problem = problemIn(received);
  if (!problem || !shapes.includes(problem.code)) return;
  if (isBeyondFields(problem.errors)) return;
  throw new Error(`${id}: what the document allows is refused for its shape\n  ${received.text.slice(0, 600)}`);
}
