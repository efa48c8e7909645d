import { nameIn, type Parameter, type Schema } from './described-api.js';

const rangeMeanings: Readonly<Record<string, string>> = {
  ne: 'Anything but this.',
  gt: 'Above this.',
  gte: 'From this on.',
  lt: 'Below this.',
  lte: 'Up to this.',
};

/**
 * A parameter as fields of a form that start empty. A required query parameter keeps its example; ids and versions, which
 * are required too, are those of records that only the reader knows. An object of operators becomes a field for each.
 */
export function tryOutParameters(parameter: Parameter, schemas: Readonly<Record<string, Schema>>): Parameter[] {
  if (parameter.style === 'deepObject') return operatorsOf(parameter, schemas).map(startEmpty);
  if (parameter.in === 'query' && parameter.required) return [parameter];
  return [startEmpty(parameter)];
}

/** `entryDate[gte]` and the like are what the object is sent as. */
function operatorsOf(parameter: Parameter, schemas: Readonly<Record<string, Schema>>): Parameter[] {
  const { name = '', schema = {}, style: _style, explode: _explode, ...rest } = parameter;
  const { properties = {} } = schemas[nameIn(schema.$ref)] ?? schema;
  return Object.entries(properties).map(([operator, { example: _example, ...operand }]) => {
    // Its description shows how the others are written.
    const isEqual = operator === 'eq';
    const description = isEqual ? rest.description : rangeMeanings[operator];
    return { ...rest, name: isEqual ? name : `${name}[${operator}]`, description, schema: operand };
  });
}

function startEmpty(parameter: Parameter): Parameter {
  const { example: own, schema: { example: inner, ...schema } = {}, description = '', ...rest } = parameter;
  const example = schema.default === undefined ? exampleText(own ?? inner) : undefined;
  const isKey = parameter.in === 'header' && parameter.name === 'Idempotency-Key';
  const hint = isKey ? 'Left empty, every Execute sends a new one.' : example && `Example: \`${example}\`.`;
  return {
    ...rest,
    description: [description, hint].filter(Boolean).join(' '),
    ...(isKey ? { required: false } : {}),
    ...(isList(schema) ? { schema: { type: 'string' } } : { schema }),
  };
}

/** Values separated by commas are typed more quickly as they are sent than one field at a time; words are chosen. */
const isList = ({ type, items }: Schema) => type === 'array' && !items?.$ref && !items?.enum;

/** Ids, cursors and hashes are longer: nobody learns anything from one that is not theirs. */
const longestExample = 30;

function exampleText(example: unknown): string | undefined {
  const text = [example].flat().join(',');
  return typeof example === 'boolean' || text === '' || text.length > longestExample ? undefined : text;
}
