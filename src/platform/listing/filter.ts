import { choiceRule, flagRule } from '#platform/http/fields/choice-rules.js';
import { countRule, decimalRule } from '#platform/http/fields/number-rules.js';
import type { ValueRule } from '#platform/http/fields/rule.js';
import { refRule, textRule } from '#platform/http/fields/text-rules.js';
import { dateRule, instantRule } from '#platform/http/fields/time-rules.js';

/** Types of PostgreSQL that lists filter and sort by. */
export type SqlType = 'text' | 'uuid' | 'bigint' | 'numeric' | 'date' | 'timestamptz' | 'boolean';

export type Operator = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte' | 'prefix';

/** A column, or an expression of columns, of the list's query. Written in code only; nothing of a request gets in. */
export interface Column {
  readonly column: string;
  readonly type: SqlType;
}

/** One parameter of a list and the column that it narrows. */
export interface Filter extends Column {
  readonly rule: ValueRule;
  readonly operators: readonly Operator[];
  /** Ordered values are documented as one object of operators (`entryDate: { gte }`), the others as lists of values. */
  readonly ordered: boolean;
  readonly description: string;
  /** One value, as it is written in the query string. */
  readonly example: string;
  /** Where a row has many values in another table: the text before and after the comparison with `column`. */
  readonly amongMany?: readonly [before: string, after: string];
}

interface Documentation {
  /** What the parameter selects. */
  description: string;
  /** One value, as it is written in the query string. */
  example: string;
}

const equality = ['eq', 'ne'] as const;
const order = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte'] as const;

function define(filter: Filter): Filter {
  const { rule, example } = filter;
  const refused = rule.check(rule.fromText ? rule.fromText(example) : example);
  if (refused) throw new Error(`example ${example} of ${filter.column} breaks its own rule: ${refused.message}`);
  return Object.freeze(filter);
}

const ordered = (type: SqlType, rule: ValueRule) => (column: string, documentation: Documentation) =>
  define({ column, type, rule, operators: order, ordered: true, ...documentation });

const anyText = textRule({ max: 200 });
const anyInteger = countRule(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
const anyDecimal = decimalRule({ integerDigits: 18, fractionDigits: 12, example: '1250.00' });

/** The kinds of filters. `=` and `[ne]` take several values, separated by commas, where values have no order. */
export const filter = {
  /**
   * Text, compared exactly; with `prefix` also by how it begins. An index serves the prefix when it is over the column
   * `COLLATE "C"`.
   */
  text: (column: string, { prefix, ...documentation }: Documentation & { prefix?: true }) =>
    define({
      column,
      type: 'text',
      rule: anyText,
      operators: prefix ? [...equality, 'prefix'] : equality,
      ordered: false,
      ...documentation,
    }),

  /** A word of a closed list: an enum object or its values; `name` is the list's name in the OpenAPI document. */
  choice: (
    column: string,
    words: Readonly<Record<string, string>> | readonly string[],
    { name, ...documentation }: Documentation & { name: string },
  ) => {
    const rule = choiceRule(Object.values(words), name);
    return define({ column, type: 'text', rule, operators: equality, ordered: false, ...documentation });
  },

  /** The id of another record. */
  ref: (column: string, documentation: Documentation) =>
    define({ column, type: 'uuid', rule: refRule, operators: equality, ordered: false, ...documentation }),

  /**
   * The id of one of the many that a row has in another table.
   *
   * @param amongMany e.g. `['EXISTS (SELECT FROM accounting.tag t WHERE t.entry_id = entry.id AND', ')']`
   */
  refAmong: (column: string, amongMany: readonly [before: string, after: string], documentation: Documentation) =>
    define({ column, type: 'uuid', rule: refRule, operators: equality, ordered: false, amongMany, ...documentation }),

  /** Text of one of the many rows that a row has in another table, compared exactly. */
  textAmong: (column: string, amongMany: readonly [before: string, after: string], documentation: Documentation) =>
    define({ column, type: 'text', rule: anyText, operators: equality, ordered: false, amongMany, ...documentation }),

  flag: (column: string, documentation: Documentation) =>
    define({ column, type: 'boolean', rule: flagRule, operators: ['eq'], ordered: false, ...documentation }),

  integer: ordered('bigint', anyInteger),
  decimal: ordered('numeric', anyDecimal),
  date: ordered('date', dateRule),
  instant: ordered('timestamptz', instantRule),
};
