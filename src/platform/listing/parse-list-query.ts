import type { ProblemError } from '#kernel/problem.js';
import { countRule } from '#platform/http/fields/number-rules.js';
import { type Finding, finding } from '#platform/http/fields/rule.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import {
  type ListDefinition,
  MOST_ROWS,
  MOST_SORT_KEYS,
  parseSort,
  type SortKey,
  STANDARD_ROWS,
} from './define-list.js';
import type { Filter, Operator } from './filter.js';

/** One filter of a request: the row's column is compared with the values. Several values: one of them, or none of them. */
export interface Condition {
  readonly name: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

export interface ParsedListQuery {
  readonly conditions: readonly Condition[];
  readonly sort: readonly SortKey[];
  readonly limit: number;
  /** The cursor as it was sent; nothing has been proved of it yet. */
  readonly after?: string;
}

const MOST_VALUES = 100;
const MOST_CURSOR_LENGTH = 4000;
const limitRule = countRule(1, MOST_ROWS);
const parameter = /^([A-Za-z][A-Za-z0-9]*)(?:\[([a-z]+)\])?$/;

/**
 * Reads the flat parameters of a query string (`entryDate[gte]`).
 *
 * @throws Problem 400 `unknown_parameter` or `invalid_parameter` with every finding, pointers being `?name`.
 */
export function parseListQuery(list: ListDefinition, query: Readonly<Record<string, unknown>>): ParsedListQuery {
  const findings: ProblemError[] = [];
  const refuse = (key: string, refused: Finding): undefined => {
    findings.push({ pointer: `?${key}`, ...refused });
  };
  const parsed = { conditions: [] as Condition[], limit: STANDARD_ROWS, after: undefined as string | undefined };
  let sort = parseSort(list, list.defaultSort);

  for (const [key, text] of Object.entries(query)) {
    if (typeof text !== 'string') {
      refuse(key, finding('repeated_parameter', 'Must be given once; separate several values by commas.'));
    } else if (key === 'sort') {
      sort = parseSort(list, text);
      if (!sort) refuse(key, sortRefusal(list));
    } else if (key === 'limit') {
      const limit = limitRule.fromText!(text);
      const refused = limitRule.check(limit);
      if (refused) refuse(key, refused);
      else parsed.limit = limit as number;
    } else if (key === 'after') {
      if (text.length <= MOST_CURSOR_LENGTH) parsed.after = text;
      else refuse(key, finding('invalid_cursor', 'Must be a cursor as an earlier page answered it.'));
    } else {
      const condition = parseCondition(list, key, text, refuse);
      if (condition && parsed.conditions.some((other) => sameTarget(other, condition))) {
        refuse(key, finding('repeated_parameter', 'Must be given once, with or without [eq].'));
      } else if (condition) parsed.conditions.push(condition);
    }
  }
  if (findings.length > 0) throw refusal(findings);
  return { ...parsed, sort: sort! };
}

const sameTarget = (one: Condition, other: Condition) => one.name === other.name && one.operator === other.operator;

function parseCondition(
  list: ListDefinition,
  key: string,
  text: string,
  refuse: (key: string, refused: Finding) => undefined,
): Condition | undefined {
  const [, name = '', operator = 'eq'] = parameter.exec(key) ?? [];
  const filter = Object.hasOwn(list.filters, name) ? list.filters[name] : undefined;
  if (!filter) {
    const known = [...Object.keys(list.filters), 'sort', 'limit', 'after'].join(', ');
    return refuse(key, finding('unknown_parameter', `Is not a parameter here. Known: ${known}.`));
  }
  if (!isOperator(filter, operator)) {
    const known = filter.operators.map((one) => (one === 'eq' ? name : `${name}[${one}]`)).join(', ');
    return refuse(key, finding('unknown_parameter', `Is not a parameter here. Known: ${known}.`));
  }
  const values = takesSeveral(filter, operator) ? text.split(',') : [text];
  if (values.length > MOST_VALUES) {
    return refuse(key, finding('too_many', `Must have at most ${MOST_VALUES} values.`));
  }
  const refused = values.map((value) => checkValue(filter, operator, value)).find(Boolean);
  return refused ? refuse(key, refused) : { name, operator, values };
}

const isOperator = (filter: Filter, operator: string): operator is Operator =>
  (filter.operators as readonly string[]).includes(operator);

const takesSeveral = (filter: Filter, operator: Operator) =>
  !filter.ordered && filter.type !== 'boolean' && (operator === 'eq' || operator === 'ne');

function checkValue({ rule }: Filter, operator: Operator, text: string): Finding | undefined {
  const refused = rule.check(rule.fromText ? rule.fromText(text) : text);
  // A beginning may end with a blank: it is part of something longer.
  return operator === 'prefix' && refused?.code === 'blank_edges' ? undefined : refused;
}

function sortRefusal(list: ListDefinition): Finding {
  const known = Object.keys(list.sorts).join(', ');
  return finding(
    'invalid_sort',
    `Must be up to ${MOST_SORT_KEYS} different keys of ${known}, separated by commas, with - before a descending one.`,
  );
}

function refusal(findings: ProblemError[]): Error {
  const detail = findings.length === 1 ? findings[0]!.message : `${findings.length} findings; see errors.`;
  return findings.some(({ code }) => code === 'unknown_parameter')
    ? platformProblems.unknown_parameter(detail, findings)
    : platformProblems.invalid_parameter(detail, findings);
}
