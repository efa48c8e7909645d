import type { Schema } from './operations.js';

const text = (value: unknown) => JSON.stringify(value);

/** JSON text that is of the wrong type, or no value that anybody means, for one type or another. */
const ofAnyType = [
  'null',
  'true',
  'false',
  '0',
  '-0',
  '1',
  '-1',
  '1.5',
  '1e308',
  '-1e308',
  '5e-324',
  '9007199254740991',
  '9007199254740993',
  '-9007199254740993',
  '100000000000000000000000',
  '""',
  '" "',
  '"true"',
  '"null"',
  '"0"',
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '[{}]',
  '{"$gt":""}',
  '{"length":1}',
  '{"toString":null}',
];

const ofText = [
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"a\\udfffb"',
  '"\\udc00\\ud800"',
  '"\\u202egnirts"',
  '"\\u2066hidden\\u2069"',
  '"\\u009b31mred"',
  '"next\\u0085line"',
  '"line\\u2028separator"',
  '"\\ufeffname"',
  '"line\\nbreak"',
  '"tab\\tstop"',
  '"\\u001b[31mred"',
  '"\\u007f"',
  '" blank"',
  '"blank "',
  text("' OR 1=1 --"),
  text('"; DROP TABLE accounting.account; --'),
  text('${7*7}{{7*7}}'),
  text('../../../etc/passwd'),
  text('=HYPERLINK("http://localhost")'),
  text('<script>alert(1)</script>'),
  text('a'.repeat(5000)),
  text('💶'.repeat(2500)),
];

/** The texts of a list that is separated by blanks. */
export const spaced = (list: string) => list.split(' ');

export const badDecimals = [
  ...spaced('1e5 1E5 1,000.00 1.000,00 1_000 +1 -1 -0 --1 .5 5. 007 0x10 0b1 1n NaN Infinity -Infinity １２ ١'),
  '1 000',
  '1\n',
  '1.0000000000001',
  '9'.repeat(19),
  '9'.repeat(400),
];

export const badDates = [
  ...spaced('2026-02-30 2025-02-29 2026-13-01 2026-00-10 2026-01-00 2026-01-32 0001-01-01 1899-12-31 2200-01-01'),
  ...spaced('9999-12-31 10000-01-01 2026-1-1 20260101 01/02/2026 2026-01-01T00:00:00Z 2026-W01-1 ２０２６-01-01'),
  ...spaced('today now infinity -infinity epoch'),
];

const id = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const badIds = [
  'not-an-id',
  id.toUpperCase(),
  id.replaceAll('-', ''),
  id.slice(1),
  `{${id}}`,
  `${id} `,
  `urn:uuid:${id}`,
  `../${id}`,
  // Of a version and of a variant that RFC 9562 does not know.
  ...spaced('0199d1a0-7c1e-fb3a-9c55-3f2b8f0e4a11 0199d1a0-7c1e-7b3a-1c55-3f2b8f0e4a11'),
];

const ofCurrency = ['eur', 'EU', 'EURO', 'ZZZ', 'XXX', 'XAU', 'DEM', 'E\u0130R', '978'].map(text);

const byFormat: Readonly<Record<string, readonly string[]>> = {
  decimal: badDecimals.map(text),
  date: badDates.map(text),
  uuid: badIds.map(text),
};

/** A word as it is not written; codes are in capital letters. */
export const otherCase = (word: string) => (word === word.toUpperCase() ? word.toLowerCase() : word.toUpperCase());

/** JSON text to try in the place of a value; some of it may be what the schema accepts. */
export function badValues({ type, format, pattern, maxLength, maxItems, enum: words }: Schema): string[] {
  const types = [type].flat();
  const values = [...ofAnyType];
  if (types.includes('string')) values.push(...ofText, ...(byFormat[format ?? ''] ?? []));
  if (pattern === '^[A-Z]{3}$') values.push(...ofCurrency);
  if (maxLength !== undefined) values.push(text('a'.repeat(maxLength + 1)), text('é'.repeat(maxLength + 1)));
  if (words) values.push(...['unheard_of', otherCase(words[0]!), ` ${words[0]}`, `${words[0]},${words[0]}`].map(text));
  if (types.includes('array'))
    values.push(text(Array.from({ length: (maxItems ?? 0) + 1 }, () => 0)), '{"0":{}}', '[1,2]');
  return [...new Set(values)];
}

/** Fields that no request has, as JSON text; the name is what the refusal has to point at. */
export const unknownFields: readonly (readonly [name: string, json: string])[] = [
  ['surprise', '"surprise":1'],
  ['id', '"id":"0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11"'],
  ['organizationId', '"organizationId":"${id}"'],
  ['organization_id', '"organization_id":"0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11"'],
  ['version', '"version":7'],
  ['number', '"number":1'],
  ['createdAt', '"createdAt":"2026-01-31T09:30:00Z"'],
  ['updatedAt', '"updatedAt":"2026-01-31T09:30:00Z"'],
  ['createdBy', '"createdBy":"0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11"'],
  ['roles', '"roles":["owner"]'],
  ['', '"":1'],
  ['a~1b~0c', '"a/b~c":1'],
  ['name ', '"name ":1'],
  ['line\nbreak', '"line\\nbreak":1'],
  ['\u202etfel', '"\\u202etfel":1'],
  ['__proto__', '"__proto__":{"isAdmin":true}'],
  ['__proto__', '"\\u005f_proto__":{"isAdmin":true}'],
  ['constructor', '"constructor":{"prototype":{"isAdmin":true}}'],
  ['prototype', '"prototype":null'],
  ['hasOwnProperty', '"hasOwnProperty":1'],
  ['toString', '"toString":1'],
  ['toJSON', '"toJSON":1'],
  ['then', '"then":{}'],
];
