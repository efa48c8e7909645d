import { Ajv2020 } from 'ajv/dist/2020.js';
import { type ApiDocument, type DocumentedSchema, type DocumentRule, faultsOf } from './openapi-document.js';

interface Place {
  /** JSON pointer into the document. */
  pointer: string;
  schema: DocumentedSchema;
  /** A schema under its own name in the components. */
  isNamed: boolean;
  /** Name of the property or parameter whose value it is. */
  of?: string;
}

type Tree = Readonly<Record<string, unknown>>;
const isTree = (node: unknown): node is Tree => typeof node === 'object' && node !== null;
const step = (pointer: string, key: string) => `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** Every schema of the document, however deep. */
function placesOf(document: ApiDocument): Place[] {
  const places: Place[] = [];
  const visitSchema = (schema: unknown, pointer: string, of?: string): void => {
    if (!isTree(schema)) return;
    const isNamed = /^\/components\/schemas\/[^/]+$/.test(pointer);
    places.push({ pointer, schema, isNamed, of });
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      visitSchema(property, step(step(pointer, 'properties'), name), name);
    }
    for (const word of ['items', 'additionalProperties', 'not']) visitSchema(schema[word], step(pointer, word));
    for (const word of ['allOf', 'anyOf', 'oneOf']) {
      const alternatives = (schema[word] ?? []) as unknown[];
      for (const [at, one] of alternatives.entries()) visitSchema(one, step(step(pointer, word), String(at)));
    }
  };
  const visit = (node: unknown, pointer: string): void => {
    if (!isTree(node)) return;
    const name = typeof node.name === 'string' ? node.name : undefined;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'schema') visitSchema(value, step(pointer, key), name);
      else if (pointer === '/components' && key === 'schemas') {
        for (const [title, schema] of Object.entries(value as Tree))
          visitSchema(schema, step(step(pointer, key), title));
      } else visit(value, step(pointer, key));
    }
  };
  visit(document, '');
  return places;
}

const onEach =
  (faults: (place: Place, document: ApiDocument) => string[]): DocumentRule =>
  (document) =>
    placesOf(document).flatMap((place) => faults(place, document).map((fault) => `${place.pointer}: ${fault}`));

const formats = {
  binary: true,
  password: true,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/,
  email: /^[^@\s]+@[^@\s]+$/,
  decimal: /^-?\d+(?:\.\d+)?$/,
} as const;

/** Every example keeps the rule that it stands beside. */
const examples: DocumentRule = (document) => {
  const ajv = new Ajv2020({ strict: false, formats });
  ajv.addSchema(document, 'openapi');
  return placesOf(document)
    .filter(({ schema }) => 'example' in schema)
    .flatMap(({ pointer, schema }) => {
      const $ref = `openapi#${pointer.split('/').map(encodeURIComponent).join('/')}`;
      return ajv.validate({ $ref }, schema.example) ? [] : [`${pointer}: the example ${ajv.errorsText()}`];
    });
};

const typesOf = ({ type = [] }: DocumentedSchema) => [type].flat();
const isObject = (schema: DocumentedSchema) => typesOf(schema).includes('object') || schema.properties !== undefined;

/** Readers see an example of every value; a schema with a name of its own shows what is in it. */
const exampleGiven = onEach(({ schema, of }) =>
  of === undefined || 'example' in schema || JSON.stringify(schema).includes('"$ref"') ? [] : ['no example'],
);

const namedObjects = onEach(({ schema, isNamed }) =>
  faultsOf({
    'an object without a name of its own': isObject(schema) && !isNamed,
    'an object without properties':
      isObject(schema) && !schema.additionalProperties && Object.keys(schema.properties ?? {}).length === 0,
  }),
);

const namedEnums = onEach(({ schema, isNamed }) =>
  faultsOf({
    'a list of words without a name of its own': schema.enum !== undefined && !isNamed,
    'words that are not lower_snake': (schema.enum ?? []).some(
      (word) => !isAcronym(word) && !/^[a-z0-9_]+$/.test(word),
    ),
  }),
);

/** Words that stand for names of others: the scheme of RFC 6750, the labels of a file format, the codes of UNCL5305. */
const isAcronym = (word: string) => word === 'Bearer' || word.startsWith('#') || /^[A-Z]{1,2}$/.test(word);

const moneyWord = /^(?:amount|balance|closing|cost|credit|debit|opening|price|rate|total)$/;
const decimalTypes = new Set(['string', 'null']);

const decimals = onEach(({ schema, of = '' }) => {
  const words = of.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
  const isMoney = moneyWord.test(words.at(-1)!) && typesOf(schema).length > 0 && !typesOf(schema).includes('array');
  const isDecimal = schema.format === 'decimal' && typesOf(schema).every((type) => decimalTypes.has(type));
  return faultsOf({
    'a floating-point number': typesOf(schema).includes('number'),
    [`${of} is no decimal string`]: isMoney && !isDecimal,
    'a decimal without a pattern': schema.format === 'decimal' && !schema.pattern,
  });
});

const formatByEnding: Readonly<Record<string, string>> = { At: 'date-time', On: 'date', Id: 'uuid' };
/** Ids that others give. */
const foreignIds = new Set(['externalId', 'requestId']);

const fieldNames = onEach(({ schema, of }) => {
  const ending = /[a-z](At|On|Id)$/.exec(of ?? '')?.[1];
  if (of === undefined || ending === undefined || foreignIds.has(of) || schema.$ref) return [];
  const format = (schema.items as DocumentedSchema | undefined)?.format ?? schema.format;
  return format === formatByEnding[ending] ? [] : [`${of} is no ${formatByEnding[ending]}`];
});

const references: DocumentRule = (document) => {
  const targets = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1]!);
  return [...new Set(targets)]
    .filter((target) => {
      const found = target.split('/').reduce<unknown>((node, key) => (isTree(node) ? node[key] : undefined), document);
      return found === undefined;
    })
    .map((target) => `#/${target} leads nowhere`);
};

/** What integrators may expect of every schema, by the name of the rule. */
export const schemaRules = { references, examples, exampleGiven, namedObjects, namedEnums, decimals, fieldNames };
