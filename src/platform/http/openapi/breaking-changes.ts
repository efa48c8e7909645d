import {
  type DescribedApi,
  type MediaType,
  type Operation,
  operationsOf,
  type Schema,
  schemasBelow,
} from './described-api.js';

/**
 * What a client that was written against the document before would stumble over, in words; empty when every change is
 * additive. Additive are new operations, optional parameters and request fields, answered fields and enum values, and
 * answers of another name that say all that they said before.
 */
export function breakingChanges(before: DescribedApi, after: DescribedApi): string[] {
  const answerChanges = answersOf(before, after);
  return [
    ...eachKept('', operationsOf(before), operationsOf(after), (name, old, now) =>
      operationChanges(name, old, now, answerChanges),
    ),
    ...schemasChanges(before, after),
  ];
}

type Change<T> = (name: string, old: T, now: T) => string[];
type Named<T> = Readonly<Record<string, T>>;

/** Compares what both have by name; what is there no more breaks. */
function eachKept<T>(within: string, old: Named<T>, now: Named<T>, change: Change<T>): string[] {
  return Object.entries(old).flatMap(([key, one]) => {
    const name = within === '' ? key : [within, key].join(' ');
    const other = now[key];
    return other === undefined ? [`${name} is gone`] : change(name, one, other);
  });
}

function operationChanges(name: string, old: Operation, now: Operation, answerChanges: Change<MediaType>): string[] {
  const [given, taken] = [parametersOf(old), parametersOf(now)];
  const newlyRequired = Object.keys(taken).filter((key) => taken[key]?.required && !given[key]?.required);
  return [
    ...(old.operationId === now.operationId ? [] : [`${name} is no longer called ${old.operationId}`]),
    ...(isPublic(old) && !isPublic(now) ? [`${name} needs a sign-in now`] : []),
    ...eachKept(name, given, taken, (parameter, one, other) =>
      schemaChanges(parameter, one.schema ?? {}, other.schema ?? {}, { asked: true, answered: false }),
    ),
    ...newlyRequired.map((parameter) => `${name} ${parameter} is required now`),
    ...(now.requestBody?.required && !old.requestBody?.required ? [`${name} body is required now`] : []),
    ...eachKept(`${name} body`, old.requestBody?.content ?? {}, now.requestBody?.content ?? {}, mediaChanges),
    ...eachKept(name, successesOf(old), successesOf(now), (status, one, other) =>
      eachKept(status, one.content ?? {}, other.content ?? {}, answerChanges),
    ),
  ];
}

const mediaChanges: Change<MediaType> = (name, { schema: old = {} }, { schema: now = {} }) =>
  kindOf(old) === kindOf(now) ? [] : [`${name} was ${kindOf(old)} and is ${kindOf(now)}`];

/** An answer of another name is compared by what it says, as a reader does who knows no names. */
const answersOf =
  (before: DescribedApi, after: DescribedApi): Change<MediaType> =>
  (name, old, now) => {
    const [said, says] = [namedSchema(before, old), namedSchema(after, now)];
    const changes = mediaChanges(name, old, now);
    if (changes.length === 0 || !said || !says) return changes;
    return schemaChanges(name, said, says, { asked: false, answered: true }).length === 0 ? [] : changes;
  };

const namedSchema = ({ components }: DescribedApi, { schema }: MediaType): Schema | undefined =>
  components?.schemas?.[schema?.$ref?.split('/').at(-1) ?? ''];

/** Which way a value travels: what is asked may not narrow, what is answered may not widen. */
interface Use {
  asked: boolean;
  answered: boolean;
}

function schemasChanges(before: DescribedApi, after: DescribedApi): string[] {
  const operations = Object.values(operationsOf(before));
  const asked = schemasBelow(
    before,
    operations.map(({ requestBody, parameters }) => [requestBody, parameters]),
  );
  const answered = schemasBelow(
    before,
    operations.map(({ responses }) => responses),
  );
  const [old, now] = [before.components?.schemas ?? {}, after.components?.schemas ?? {}];
  return Object.keys(old).flatMap((name) =>
    eachKept('schema', { [name]: old[name]! }, now, (label, one, other) =>
      schemaChanges(label, one, other, { asked: asked.has(name), answered: answered.has(name) }),
    ),
  );
}

function schemaChanges(name: string, old: Schema, now: Schema, use: Use): string[] {
  const [properties, kept] = [old.properties ?? {}, now.properties ?? {}];
  const [sure, surely] = [old.required ?? [], now.required ?? []];
  const noLongerSure = sure.filter((property) => !surely.includes(property) && property in kept);
  const newlyRequired = surely.filter((property) => !sure.includes(property));
  const unknown = (old.enum ?? []).filter((word) => !now.enum?.includes(word));
  return [
    ...mediaChanges(name, { schema: old }, { schema: now }),
    ...unknown.map((word) => `${name} no longer knows ${word}`),
    ...(use.asked ? newlyRequired.map((property) => `${name} ${property} is required now`) : []),
    ...(use.answered ? noLongerSure.map((property) => `${name} ${property} may be missing now`) : []),
    ...eachKept(name, properties, kept, (label, one, other) => schemaChanges(label, one, other, use)),
  ];
}

/** What a value is for the types of a client: type, format, nullability and the schema that it refers to. */
function kindOf({ $ref, type, format, items, allOf = [], anyOf = [], oneOf = [] }: Schema): string {
  const types = typeof type === 'string' ? [type] : (type ?? []).toSorted();
  const alternatives = [...allOf, ...anyOf, ...oneOf].map(kindOf).toSorted();
  const words = [$ref, types.join(' or '), format, ...alternatives, items && ['of', kindOf(items)].join(' ')];
  return words.filter(Boolean).join(' ') || 'anything';
}

const parametersOf = ({ parameters = [] }: Operation) =>
  Object.fromEntries(parameters.map((one) => [one.$ref ?? `${one.in} ${one.name}`, one]));

const successesOf = ({ responses }: Operation) =>
  Object.fromEntries(Object.entries(responses).filter(([status]) => status < '400'));

const isPublic = ({ security }: Operation) => security?.length === 0;
