import type { ProblemError } from '#kernel/problem.js';
import { platformProblems } from '../platform.problems.js';
import { type Field, type FieldRule, type Fields, fieldsOf, isObject } from './field-metadata.js';
import { finding, type Finding } from './rule.js';

/** Where the values came from: the JSON body, or text of the query string or the path. */
export type Origin = 'body' | 'query' | 'path';

/** A refusal names at most so many places: enough to mend a request, and a bad file of 50,000 lines stays readable. */
const MOST_FINDINGS = 100;

/**
 * Reads what a caller sent into a new instance of the class, field by field as the decorators of `fields.ts` declare
 * them. No value is converted, except text of a query or path into the numbers and flags that it spells.
 *
 * @throws Problem 400 for a field or parameter that does not exist, or any fault of a query or path; 422 when the body
 * breaks the rule of a field. Each finding carries the pointer to its place.
 */
export function parseFields<T extends object>(type: new () => T, value: unknown, origin: Origin = 'body'): T {
  const fields = fieldsOf(type);
  const findings: ProblemError[] = [];
  if (!isObject(value)) throw platformProblems.malformed_request('The body must be a JSON object.', [notAnObject('')]);
  const parsed = parseObject(fields, value, '', findings, origin);
  if (findings.length > 0) throw refusal(findings, origin);
  return parsed as T;
}

function refusal(findings: ProblemError[], origin: Origin): Error {
  const unknown = findings.some(({ code }) => code === 'unknown_field' || code === 'unknown_parameter');
  const [first] = findings;
  const detail = findings.length === 1 ? first!.message : `${findings.length} findings; see errors.`;
  if (origin === 'query' && unknown) return platformProblems.unknown_parameter(detail, findings);
  if (origin !== 'body') return platformProblems.invalid_parameter(detail, findings);
  return unknown
    ? platformProblems.malformed_request(detail, findings)
    : platformProblems.validation_failed(detail, findings);
}

function parseObject(
  fields: Fields,
  value: Record<string, unknown>,
  pointer: string,
  findings: ProblemError[],
  origin: Origin,
): object {
  const result = new fields.type() as Record<string, unknown>;
  let seen = 0;
  for (const field of fields.list) {
    const given = value[field.name];
    if (given === undefined) {
      if (!field.optional) refuse(findings, place(pointer, field.name, origin), missing);
      continue;
    }
    seen += 1;
    result[field.name] = parseField(field, given, pointer, findings, origin);
    if (findings.length >= MOST_FINDINGS) return result;
  }
  if (Object.keys(value).length > seen) refuseUnknown(fields, value, pointer, findings, origin);
  return result;
}

function parseField(field: Field, given: unknown, pointer: string, findings: ProblemError[], origin: Origin): unknown {
  const { rule, name } = field;
  if (given === null) {
    if (!field.nullable) refuse(findings, place(pointer, name, origin), notNull(field));
    return null;
  }
  if (!('check' in rule)) return parseNested(rule, given, place(pointer, name, origin), findings);
  if (origin !== 'body') return parseText(rule, given, place(pointer, name, origin), findings);
  const refused = rule.check(given);
  if (refused) refuse(findings, place(pointer, name, origin), refused);
  return given;
}

function parseText(
  rule: Extract<FieldRule, { check: unknown }>,
  given: unknown,
  pointer: string,
  findings: ProblemError[],
): unknown {
  if (typeof given !== 'string') return refuse(findings, pointer, repeated);
  const value = rule.fromText ? rule.fromText(given) : given;
  const refused = rule.check(value);
  if (refused) refuse(findings, pointer, refused);
  return value;
}

function parseNested(rule: FieldRule, given: unknown, pointer: string, findings: ProblemError[]): unknown {
  if ('nested' in rule) {
    if (isObject(given)) return parseObject(fieldsOf(rule.nested()), given, pointer, findings, 'body');
    findings.push(notAnObject(pointer));
    return undefined;
  }
  if ('check' in rule) {
    const refused = rule.check(given);
    if (refused) refuse(findings, pointer, refused);
    return given;
  }
  const { item, min, max, distinct } = rule;
  if (!Array.isArray(given)) return refuse(findings, pointer, finding('invalid_list', 'Must be a list.'));
  if (given.length < min) return refuse(findings, pointer, finding('too_few', `Must have at least ${min} elements.`));
  if (given.length > max) return refuse(findings, pointer, finding('too_many', `Must have at most ${max} elements.`));
  const parsed: unknown[] = [];
  for (let at = 0; at < given.length && findings.length < MOST_FINDINGS; at += 1) {
    parsed.push(parseNested(item, given[at], `${pointer}/${at}`, findings));
    if (distinct && given.indexOf(given[at]) < at) refuse(findings, `${pointer}/${at}`, repeatedInList);
  }
  return parsed;
}

const missing = finding('required', 'Is missing.');
const repeatedInList = finding('repeated', 'Is named above already.');
const repeated = finding('repeated_parameter', 'Must be given once.');
const notNull = ({ optional }: Field) =>
  finding('null_not_allowed', optional ? 'Must not be null; leave the field out instead.' : 'Must not be null.');
const notAnObject = (pointer: string): ProblemError => ({
  pointer,
  ...finding('invalid_object', 'Must be an object.'),
});

function refuseUnknown(
  fields: Fields,
  value: Record<string, unknown>,
  pointer: string,
  findings: ProblemError[],
  origin: Origin,
): void {
  const known = [...fields.names].join(', ');
  for (const name of Object.keys(value)) {
    if (fields.names.has(name)) continue;
    const unknown =
      origin === 'query'
        ? finding('unknown_parameter', `Is not a parameter here. Known: ${known}.`)
        : finding('unknown_field', `Is not a field here. Known: ${known}.`);
    refuse(findings, place(pointer, name, origin), unknown);
    if (findings.length >= MOST_FINDINGS) return;
  }
}

function refuse(findings: ProblemError[], pointer: string, { code, message }: Finding): undefined {
  findings.push({ pointer, code, message });
}

/** `/lines/3/amount` in a body (RFC 6901), `?asOf` in a query, `{id}` in a path. */
function place(pointer: string, name: string, origin: Origin): string {
  if (origin === 'query') return `?${name}`;
  if (origin === 'path') return `{${name}}`;
  return `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
