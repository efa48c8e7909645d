import * as fc from 'fast-check';
import { newId } from '#kernel/id.js';
import type { Operations, Schema } from '../platform/operations.js';
import { verification } from './verification.js';

/** Gives values of records that there are, by the name of the field that they belong into. */
export type KnownValues = (name: string) => readonly unknown[];

/** Lists that are longer are tried on purpose, with the others of the wrong length. */
const MOST_ELEMENTS = 3;

/** Values that a schema of the document allows, with the bounds and some that are odd among them. */
export class SchemaValues {
  constructor(
    private readonly operations: Operations,
    private readonly known?: KnownValues,
    /** Whether most values are those that the document shows, so that what is drawn is mostly something that can be done. */
    private readonly isNearExamples = false,
  ) {}

  /** @param name of the field: where there are records with such a field, most values are theirs. */
  of(schema: Schema, name = ''): fc.Arbitrary<unknown> {
    const resolved = this.operations.resolve(schema);
    const anew = this.anew(resolved, name);
    const isText = [resolved.type].flat().includes('string') && !resolved.enum;
    const values = this.known && isText ? mostly(() => this.fitting(resolved, name), anew) : anew;
    const { example } = resolved;
    if (this.isNearExamples && example !== undefined && !resolved.properties && !resolved.items) {
      const shown = fc.constant(example).map((one) => (isText && this.fitting(resolved, name)[0]) || one);
      return fc.oneof({ weight: 9, arbitrary: shown }, { weight: 1, arbitrary: values });
    }
    return mayBeNull(schema, resolved) ? fc.option(values, { freq: 6 }) : values;
  }

  /** What is known by the name and is a value of the schema. */
  private fitting(schema: Schema, name: string): readonly unknown[] {
    const fits = within(schema);
    return this.known!(name).filter((value) => typeof value === 'string' && fits(value));
  }

  private anew(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const { properties, required = [], items, uniqueItems, enum: words, minimum, maximum } = schema;
    if (properties) {
      const fields = Object.entries(properties).map(([key, property]) => [key, this.of(property, key)]);
      return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
        requiredKeys: required,
        noNullPrototype: true,
      });
    }
    if (items) {
      const { minItems = 0, maxItems = Infinity } = schema;
      const bounds = { minLength: minItems, maxLength: Math.min(maxItems, Math.max(minItems, MOST_ELEMENTS)) };
      const elements = this.of(items, singular(name));
      return uniqueItems ? fc.uniqueArray(elements, bounds) : fc.array(elements, bounds);
    }
    if (words) return fc.constantFrom(...words);
    const types = [schema.type].flat();
    if (types.includes('boolean')) return fc.boolean();
    if (types.includes('integer')) return wholeNumbers(minimum, maximum);
    return texts(schema);
  }
}

/** Shrinks to what is known. */
function mostly(known: () => readonly unknown[], anew: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(fc.nat({ max: 999 }), anew).map(([drawn, other]) => {
    const values = known();
    return drawn > 600 || values.length === 0 ? other : values[drawn % values.length];
  });
}

const mayBeNull = ({ anyOf = [] }: Schema, { type }: Schema) =>
  [type].flat().includes('null') || anyOf.some((one) => one.type === 'null');

/** `accountIds` is of what `accountId` is. */
const singular = (name: string) => name.replace(/s$/, '');

function wholeNumbers(min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): fc.Arbitrary<number> {
  return fc.oneof(
    fc.integer({ min, max: Math.min(max, min + 20) }),
    fc.integer({ min, max }),
    fc.constantFrom(min, max),
  );
}

function texts(schema: Schema): fc.Arbitrary<string> {
  const { format, pattern = '', example } = schema;
  if (format === 'uuid') return fc.constant(null).map(newId);
  if (format === 'date') return days;
  if (format === 'date-time') return days.map((day) => `${day}T09:30:00Z`);
  if (format === 'decimal') return decimals(pattern);
  const bounded = within(schema);
  const given = [example, ...oddTexts].filter((text): text is string => typeof text === 'string' && bounded(text));
  const drawn = drawnOnce(schema, bounded);
  if (given.length === 0) return fc.constantFrom(...drawn);
  return fc.oneof(fc.constantFrom(...given), fc.constantFrom(...drawn));
}

const drawnTexts = new Map<string, string[]>();

/** Drawing text by a pattern is dear, so that each kind of field has a stock of it. */
function drawnOnce(schema: Schema, bounded: (text: string) => boolean): string[] {
  const { pattern, minLength, maxLength } = schema;
  const key = JSON.stringify([pattern, minLength, maxLength]);
  let stock = drawnTexts.get(key);
  if (!stock) {
    stock = fc.sample(drawnBy(schema).filter(bounded), {
      seed: verification.seed,
      numRuns: verification.isLong ? 500 : 50,
    });
    drawnTexts.set(key, stock);
  }
  return stock;
}

/** Mostly of the year that the books are open for. */
const days = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }) },
    { weight: 1, arbitrary: fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) }) },
    { weight: 1, arbitrary: fc.constantFrom(Date.UTC(1900, 0, 1), Date.UTC(2199, 11, 31), Date.UTC(2028, 1, 29)) },
  )
  .map((time) => new Date(time).toISOString().slice(0, 10));

/** Of as many digits on both sides of the point as the pattern allows. */
function decimals(pattern: string): fc.Arbitrary<string> {
  const fits = new RegExp(pattern, 'u');
  const [, more = '17'] = /\[1-9\]\[0-9\]\{0,(\d+)\}/.exec(pattern) ?? [];
  const [, most = '0'] = /\[0-9\]\{1,(\d+)\}/.exec(pattern) ?? [];
  const [whole, fraction] = [Number(more) + 1, Number(most)];
  const round = ['1', '100.00', '0.01', '0', '-1', '999999999', '1.5', '-0.10'];
  const widest = ['9', '1', '5'].map(
    (digit) => `${digit.repeat(whole)}${fraction ? `.${digit.repeat(fraction)}` : ''}`,
  );
  const fitting = [...round, ...widest, ...widest.map((text) => `-${text}`)].filter((text) => fits.test(text));
  const cents = fc.nat({ max: 99_999_999 }).map((drawn) => (drawn / 100).toFixed(Math.min(2, fraction)));
  return fc.oneof(
    cents.map((text) => (fits.test(text) ? text : fitting[0]!)),
    fc.constantFrom(...fitting),
  );
}

function within({ pattern, minLength = 0, maxLength = Infinity }: Schema) {
  const fits = new RegExp(pattern ?? '', 'u');
  return (text: string) => {
    const { length } = Array.from(text);
    return length >= minLength && length <= maxLength && fits.test(text);
  };
}

/** Texts of the field: classes that leave characters out, and looks ahead, are not drawn from but filtered. */
function drawnBy({ pattern, maxLength = 100, minLength = 0 }: Schema): fc.Arbitrary<string> {
  const longest = Math.min(maxLength, Math.max(minLength, 100));
  // Without what looks ahead, which cannot be drawn by; what does not keep to it is left out afterwards.
  const drawable = pattern?.replaceAll(/\(\?[=!][^()]*\)/g, '');
  if (drawable && !/\[\^|\(\?[=!]/.test(drawable)) {
    return fc.stringMatching(new RegExp(drawable), { maxLength: longest });
  }
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(longest, Math.max(minLength, 40)) });
}

const oddTexts = [
  'EUR',
  'SEK',
  'USD',
  'SE',
  'FR',
  'Europe/Stockholm',
  'anna.berg@example.com',
  'https://shop.example.com/hooks',
  "O'Brien; DROP TABLE x; --",
  '${7*7}{{7*7}}',
  '=HYPERLINK("http://localhost")',
  '%s%n%00../..',
  '\u05d0\u05d1\u200f 12',
  '💶 ﬀ e\u0301 İ ß',
  'null',
  '0',
];
