import type { OpenAPIObject } from '@nestjs/swagger';

type Node = Readonly<Record<string, unknown>>;
type Named = Readonly<Record<string, Node>>;

/**
 * What a client that was written against the document before would stumble over, in words; empty when all changes are
 * additive. New operations, optional parameters, optional request fields, answered fields and enum values are additive.
 */
export function breakingChanges(before: OpenAPIObject, after: OpenAPIObject): string[] {
  const [old, now] = [operationsOf(before), operationsOf(after)];
  const [asked, answered] = [namesUsedIn(before, 'requestBody'), namesUsedIn(before, 'responses')];
  const [oldSchemas, newSchemas] = [schemasOf(before), schemasOf(after)];
  return [
    ...Object.keys(old).flatMap((name) => (now[name] ? operationChanges(name, old[name]!, now[name]) : [`${name} is gone`])),
    ...Object.keys(oldSchemas).flatMap((name) => {
      const schema = newSchemas[name];
      if (!schema) return [`schema ${name} is gone`];
      const use = { asked: asked.has(name), answered: answered.has(name) };
      return schemaChanges(`schema ${name}`, oldSchemas[name]!, schema, use);
    }),
  ];
}

function operationChanges(name: string, old: Node, now: Node): string[] {
  const [given, taken] = [parametersOf(old), parametersOf(now)];
  const body = (operation: Node) => named(named(operation.requestBody).content);
  const answers = (operation: Node) => Object.keys(named(operation.responses)).filter((status) => status < '400');
  const content = (operation: Node, status: string) => Object.keys(named(named(named(operation.responses)[status]).content));
  return [
    ...(old.operationId === now.operationId ? [] : [`${name} is no longer called ${text(old.operationId)}`]),
    ...(isPublic(old) && !isPublic(now) ? [`${name} asks for a sign-in now`] : []),
    ...Object.keys(given).flatMap((parameter) => {
      const [one, other] = [given[parameter]!, taken[parameter]];
      if (!other) return [`${name} no longer takes ${parameter}`];
      const use = { asked: true, answered: false };
      return schemaChanges(`${name} ${parameter}`, named(one.schema), named(other.schema), use);
    }),
    ...Object.keys(taken)
      .filter((parameter) => taken[parameter]!.required === true && given[parameter]?.required !== true)
      .map((parameter) => `${name} requires ${parameter} now`),
    ...missing(Object.keys(body(old)), Object.keys(body(now))).map((type) => `${name} no longer reads ${type}`),
    ...(named(now.requestBody).required === true && named(old.requestBody).required !== true
      ? [`${name} requires a body now`]
      : []),
    ...missing(answers(old), answers(now)).map((status) => `${name} no longer answers ${status}`),
    ...answers(old).flatMap((status) =>
      missing(content(old, status), content(now, status)).map((type) => `${name} no longer answers ${status} as ${type}`),
    ),
  ];
}

interface Use {
  asked: boolean;
  answered: boolean;
}

function schemaChanges(name: string, old: Node, now: Node, { asked, answered }: Use): string[] {
  const [properties, kept] = [named(old.properties) as Named, named(now.properties) as Named];
  const [required, needed] = [list(old.required), list(now.required)];
  const closed = missing(list(old.enum), list(now.enum));
  return [
    ...(kindOf(old) === kindOf(now) ? [] : [`${name} was ${kindOf(old)} and is ${kindOf(now)}`]),
    ...(asked || !answered ? closed.map((value) => `${name} no longer knows ${value}`) : []),
    ...missing(Object.keys(properties), Object.keys(kept)).map((property) => `${name}.${property} is gone`),
    ...(asked ? missing(needed, required).map((property) => `${name}.${property} is required now`) : []),
    ...(answered
      ? missing(required, needed)
          .filter((property) => property in kept)
          .map((property) => `${name}.${property} may be missing now`)
      : []),
    ...Object.keys(properties)
      .filter((property) => property in kept)
      .flatMap((property) => {
        const [one, other] = [properties[property]!, kept[property]!];
        return schemaChanges(`${name}.${property}`, one, other, { asked, answered });
      }),
  ];
}

/** What a value is, as far as a client's types go: type, nullability, format and the schema that is referred to. */
function kindOf(schema: Node): string {
  const { type, format, items, $ref, allOf, anyOf, oneOf } = schema;
  const alternatives = [allOf, anyOf, oneOf].flatMap((some) => (some ? (some as Node[]).map(kindOf) : []));
  const own = [$ref, type ? [type].flat().sort().join(' or ') : undefined, format && `(${text(format)})`];
  const elements = items ? [`of ${kindOf(named(items))}`] : [];
  const words = [...own, ...alternatives, ...elements].filter((word) => word !== undefined);
  return words.length > 0 ? words.join(' ') : 'anything';
}

function operationsOf({ paths }: OpenAPIObject): Record<string, Node> {
  const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, item]) =>
      methods.filter((method) => item[method]).map((method) => [`${method.toUpperCase()} ${path}`, named(item[method])]),
    ),
  );
}

function parametersOf(operation: Node): Record<string, Node> {
  const parameters = (operation.parameters ?? []) as Node[];
  return Object.fromEntries(parameters.map((one) => [text(one.$ref ?? [one.in, one.name].join(' ')), one]));
}

/** Names of the schemas that requests or answers are made of, however deep. */
function namesUsedIn(document: OpenAPIObject, part: 'requestBody' | 'responses'): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    for (const [, name] of (JSON.stringify(node) ?? '').matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (found.has(name!)) continue;
      found.add(name!);
      visit(document.components?.schemas?.[name!]);
    }
  };
  for (const operation of Object.values(operationsOf(document))) {
    visit(operation[part]);
    if (part === 'requestBody') visit(operation.parameters);
  }
  return found;
}

const schemasOf = ({ components }: OpenAPIObject) => named(components?.schemas) as Named;
const isPublic = ({ security }: Node) => Array.isArray(security) && security.length === 0;
const named = (node: unknown) => (node ?? {}) as Record<string, Node>;
const list = (node: unknown) => (node ?? []) as string[];
const text = (node: unknown) => String(node);
const missing = (from: readonly string[], among: readonly string[]) => from.filter((one) => !among.includes(one));
