import { ApiExtraModels, ApiQuery, type ApiQueryOptions, getSchemaPath } from '@nestjs/swagger';
import { Value } from '#platform/http/fields/fields.js';
import { type ListDefinition, MOST_ROWS, MOST_SORT_KEYS, STANDARD_ROWS } from './define-list.js';
import type { Filter, Operator, SqlType } from './filter.js';

/** The query parameters of a list, as decorators for the document. */
export function listParameters(list: ListDefinition): (MethodDecorator & ClassDecorator)[] {
  const filters = Object.entries(list.filters).flatMap(([name, filter]) => filterParameters(name, filter));
  return [...filters, ...pagingParameters(list)];
}

function filterParameters(name: string, filter: Filter): (MethodDecorator & ClassDecorator)[] {
  if (filter.ordered) return rangeParameter(name, filter);
  return filter.operators.map((operator) => ApiQuery(listParameter(name, filter, operator)));
}

const meaning: Readonly<Partial<Record<Operator, string>>> = {
  ne: 'All but these: ',
  prefix: 'Beginning with this: ',
};

/** `status=posted,paid`, `status[ne]=draft`, `code[prefix]=19`. */
function listParameter(name: string, filter: Filter, operator: Operator): ApiQueryOptions {
  const { rule, example } = filter;
  const single = operator === 'prefix' || filter.type === 'boolean';
  const described = {
    name: operator === 'eq' ? name : `${name}[${operator}]`,
    required: false,
    description: `${meaning[operator] ?? ''}${filter.description}${single ? '' : ' Several values are separated by commas.'}`,
    ...(single ? {} : { style: 'form' as const, explode: false }),
  };
  if (operator === 'prefix') return { ...described, schema: { type: 'string', minLength: 1, maxLength: 200, example } };
  if (single) return { ...described, schema: { ...rule.schema, example: rule.fromText?.(example) ?? example } };
  if (!rule.choices) return { ...described, schema: { type: 'array', items: { ...rule.schema }, example: [example] } };
  const { name: enumName, values } = rule.choices;
  return { ...described, isArray: true, enum: [...values], enumName, example: [example] };
}

/** One object of operators, so that a typed client writes `entryDate: { gte: '2026-01-01' }`. */
function rangeParameter(name: string, filter: Filter): (MethodDecorator & ClassDecorator)[] {
  const range = rangeOf(filter);
  const options: ApiQueryOptions = {
    name,
    required: false,
    style: 'deepObject',
    explode: true,
    description: `${filter.description} Written as \`${name}[gte]=${filter.example}\`; a bare \`${name}=\` means \`${name}[eq]=\`.`,
    schema: { $ref: getSchemaPath(range) },
  };
  return [ApiExtraModels(range), ApiQuery(options)];
}

const rangeNames: Readonly<Partial<Record<SqlType, string>>> = {
  bigint: 'IntegerFilter',
  numeric: 'DecimalFilter',
  date: 'DateFilter',
  timestamptz: 'InstantFilter',
};

const ranges = new Map<SqlType, new () => object>();

/** The schema component of the operators of a type; the same for all lists. */
function rangeOf({ type, rule, operators, example }: Filter): new () => object {
  const known = ranges.get(type);
  if (known) return known;
  class Range implements Partial<Record<Operator, unknown>> {
    eq?: unknown;
    ne?: unknown;
    gt?: unknown;
    gte?: unknown;
    lt?: unknown;
    lte?: unknown;
  }
  Object.defineProperty(Range, 'name', { value: rangeNames[type] });
  for (const operator of operators) {
    Value(rule, { optional: true, example: rule.fromText?.(example) ?? example })(Range.prototype, operator);
  }
  ranges.set(type, Range);
  return Range;
}

function pagingParameters({ sorts, defaultSort }: ListDefinition): (MethodDecorator & ClassDecorator)[] {
  const key = `-?(?:${Object.keys(sorts).join('|')})`;
  return [
    ApiQuery({
      name: 'sort',
      required: false,
      description: `Up to ${MOST_SORT_KEYS} keys, separated by commas, each descending with a - before it: ${Object.keys(sorts).join(', ')}.`,
      schema: {
        type: 'string',
        pattern: `^${key}(?:,${key}){0,${MOST_SORT_KEYS - 1}}$`,
        default: defaultSort,
        example: defaultSort,
      },
    }),
    ApiQuery({
      name: 'limit',
      required: false,
      description: 'Most records on the page.',
      schema: { type: 'integer', minimum: 1, maximum: MOST_ROWS, default: STANDARD_ROWS, example: STANDARD_ROWS },
    }),
    ApiQuery({
      name: 'after',
      required: false,
      description: 'Cursor of the page before, its `page.next`. It holds for the same filters and sort only.',
      schema: { type: 'string', maxLength: 4000, example: 'kD8_2rQx0pWm1v7T5hYb3lsiMjAyNi0wMS0zMSIsIjE3Il0' },
    }),
  ];
}
