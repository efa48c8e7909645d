import { breakingChanges } from './breaking-changes.js';
import { type DescribedApi, type Operation, operationsOf, type Schema } from './described-api.js';

/** What differs between two documents of the API, each list in words and in the order of the later document. */
export interface ApiChanges {
  /** What a client that was written against the earlier document would stumble over. */
  breaking: string[];
  added: string[];
  /** What still works, and will be gone one day. */
  deprecated: string[];
}

export function apiChanges(before: DescribedApi, after: DescribedApi): ApiChanges {
  return {
    breaking: breakingChanges(before, after),
    added: [...operationsAdded(before, after), ...fieldsAdded(before, after)],
    deprecated: deprecatedSince(before, after),
  };
}

/** For the change log, in Markdown. */
export function changesText(changes: ApiChanges): string {
  const sections = [
    ['Breaking', changes.breaking],
    ['Deprecated', changes.deprecated],
    ['Added', changes.added],
  ] as const;
  const texts = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [`### ${title}`, '', ...lines.map((line) => `- ${line}`)].join('\n'));
  return texts.join('\n\n') || 'Nothing of the API has changed.';
}

function operationsAdded(before: DescribedApi, after: DescribedApi): string[] {
  const known = operationsOf(before);
  return Object.entries(operationsOf(after)).flatMap(([name, now]) => {
    const old = known[name];
    if (!old) return [`\`${name}\` (${now.operationId ?? ''})${now.summary ? `: ${now.summary}` : ''}`];
    return [
      ...missing(parametersOf(now), parametersOf(old)).map((one) => `\`${name}\` takes \`${one}\``),
      ...missing(typesOf(now.requestBody), typesOf(old.requestBody)).map((one) => `\`${name}\` reads \`${one}\``),
      ...missing(answersOf(now), answersOf(old)).map((one) => `\`${name}\` answers \`${one}\``),
    ];
  });
}

/** Fields and words of schemas that both documents have: a new schema comes with what uses it. */
function fieldsAdded(before: DescribedApi, after: DescribedApi): string[] {
  return eachKeptSchema(before, after).flatMap(([name, old, now]) => [
    ...missing(namesOf(now), namesOf(old)).map((field) => `\`${name}.${field}\``),
    ...missing(now.enum ?? [], old.enum ?? []).map((word) => `\`${name}\` knows \`${word}\``),
  ]);
}

function deprecatedSince(before: DescribedApi, after: DescribedApi): string[] {
  const known = operationsOf(before);
  const operations = Object.entries(operationsOf(after))
    .filter(([name, { deprecated }]) => deprecated && !known[name]?.deprecated)
    .map(([name, { operationId = '' }]) => `\`${name}\` (${operationId})`);
  const fields = eachKeptSchema(before, after).flatMap(([name, old, now]) =>
    Object.entries(now.properties ?? {})
      .filter(([field, { deprecated }]) => deprecated && !old.properties?.[field]?.deprecated)
      .map(([field]) => `\`${name}.${field}\``),
  );
  return [...operations, ...fields];
}

function eachKeptSchema(before: DescribedApi, after: DescribedApi): [name: string, old: Schema, now: Schema][] {
  const known = before.components?.schemas ?? {};
  return Object.entries(after.components?.schemas ?? {}).flatMap(([name, now]) => {
    const old = known[name];
    return old ? [[name, old, now] as [string, Schema, Schema]] : [];
  });
}

const missing = (now: readonly string[], old: readonly string[]): string[] => now.filter((one) => !old.includes(one));

const namesOf = ({ properties = {} }: Schema) => Object.keys(properties);

const typesOf = (body: Operation['requestBody']) => Object.keys(body?.content ?? {});

const parametersOf = ({ parameters = [] }: Operation) =>
  parameters.map((one) => (one.in === 'query' ? `?${one.name}` : (one.name ?? one.$ref ?? '')));

/** Media types of successes; problems are the same for all operations. */
const answersOf = ({ responses }: Operation) =>
  Object.entries(responses)
    .filter(([status]) => status < '400')
    .flatMap(([status, { content = {} }]) => Object.keys(content).map((type) => `${status} ${type}`));
