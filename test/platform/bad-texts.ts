import { badDates, badDecimals, badIds, otherCase, spaced } from './bad-values.js';
import type { Operations, Parameter, Schema } from './operations.js';

const badInstants = [
  ...spaced('2026-01-31 2026-01-31T09:30Z 2026-01-31T09:30:00 2026-01-31T09:30:00+01:00 2026-02-30T09:30:00Z now'),
  ...spaced('2026-01-31T24:00:00Z 2026-01-31T23:59:60Z 2026-01-31T09:30:00.1234567Z 2026-01-31T09:30:00z'),
  '2026-01-31 09:30:00Z',
];
const badIntegers = [...spaced('x 1.5 1e3 0x1 01 +1 --1 9007199254740993 １ NaN Infinity'), ' 1', '1 '];
const badFlags = [...spaced('TRUE True 1 0 yes no null true,false'), ' true'];
const badTexts = [' x', '\n', 'a\u0000b', '\u001b[31m', '\u009b31m', 'a\u2028b', 'a\u202eb', 'a\tb'];

/** Text that is none of a type, as the value of a parameter. */
function badTextsFor(schema: Schema, name: string): string[] {
  const { type, format, maxLength, enum: choices } = schema;
  const tooLong = maxLength === undefined ? [] : ['a'.repeat(maxLength + 1)];
  if (name === 'after') return ['', 'x', 'AAAA', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '=', '%', ...tooLong];
  if (name === 'sort')
    return ['', '-', 'surprise', '--code', 'code asc', '__proto__', 'constructor', "code;'--", 'code,,code'];
  if (choices) return ['', 'unheard_of', otherCase(choices[0]!), ` ${choices[0]}`];
  if (format === 'uuid') return ['', ...badIds];
  if (format === 'date') return ['', ...badDates];
  if (format === 'date-time') return ['', ...badInstants];
  // Signed amounts may be below zero.
  if (format === 'decimal')
    return ['', ...badDecimals.filter((text) => !new RegExp(schema.pattern ?? '$^', 'u').test(text))];
  if (type === 'integer') return ['', ...badIntegers];
  if (type === 'boolean') return ['', ...badFlags];
  // What begins a text may have any blanks, for the text goes on.
  return name.endsWith('[prefix]') ? ['', ...tooLong] : ['', ...badTexts, ...tooLong];
}

/** Every way of writing a query parameter, with what must not be written in it. */
export function badParameters(operations: Operations, { name, schema }: Parameter): { key: string; texts: string[] }[] {
  const resolved = operations.resolve(schema);
  if (resolved.properties) {
    return Object.entries(resolved.properties).map(([operator, property]) => {
      return { key: `${name}[${operator}]`, texts: badTextsFor(operations.resolve(property), name) };
    });
  }
  const { minimum, maximum } = resolved;
  const outside = [...(minimum === undefined ? [] : [minimum - 1]), ...(maximum === undefined ? [] : [maximum + 1])];
  const single = resolved.items ? operations.resolve(resolved.items) : resolved;
  return [{ key: name, texts: [...badTextsFor(single, name), ...outside.map(String)] }];
}

/** What no operation has for a parameter. */
export const unknownParameters = [
  ...spaced(
    'surprise=1 dryrun=true DRYRUN=true access_token=x organizationId=x fields=id offset=1 page=2 a.b=1 =1 &&=&',
  ),
  ...spaced('__proto__=1 __proto__[isAdmin]=1 constructor=1 constructor[prototype]=1 toString=1 hasOwnProperty=1'),
  ...spaced('[gte]=1 limit[]=1 limit[gte]=1 sort[]=id after[x]=1 updatedAt[]=1 updatedAt[like]=x updatedAt[gte][lt]=1'),
  ...spaced('updatedAt[__proto__]=1 updatedAt%5Blike%5D=1 UPDATEDAT=x $where=1 %24ne=1'),
  Array.from({ length: 1000 }, (_, at) => `p${at}=1`).join('&'),
];

/** Query strings and parts of paths that are no text. */
export const brokenEscapes = ['%', '%z', '%zz', '%ff', '%c3%28', '%ed%a0%80', '%f8%88%80%80%80', '%00', 'a%00b'];
