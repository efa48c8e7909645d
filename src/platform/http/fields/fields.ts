import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { choiceRule, flagRule } from './choice-rules.js';
import { declareField, type FieldClass } from './field-metadata.js';
import { countRule, decimalRule, type DecimalLimits } from './number-rules.js';
import type { ValueRule } from './rule.js';
import { severalRule } from './several-rule.js';
import {
  type CodeLimits,
  codeRule,
  countryRule,
  currencyRule,
  emailRule,
  refRule,
  secretRule,
  type TextLimits,
  textRule,
  timeZoneRule,
} from './text-rules.js';
import { dateRule, instantRule } from './time-rules.js';

interface Presence {
  /** What the field means: unit, rule, source. It is the field's documentation. */
  description?: string;
  /** The field may be left out. */
  optional?: true;
  /** The field may be `null`: in a patch that clears it, in a view it has no value. */
  nullable?: true;
  /** Given by the server; shown in views only. */
  readOnly?: true;
}

/** One field of a request or a view: the example is shown to readers, tried by tests and kept valid at start-up. */
export interface FieldOptions<Example> extends Presence {
  example: Example;
}

/** A field with a rule of its own; the words below are made of it. */
export function Value<Example>(
  rule: ValueRule,
  { example, optional, ...shown }: FieldOptions<Example>,
): PropertyDecorator {
  const refused = example === null && shown.nullable ? undefined : rule.check(example);
  if (refused) throw new Error(`example ${JSON.stringify(example)} breaks its own field: ${refused.message}`);
  const { choices } = rule;
  const { type, minItems, maxItems, uniqueItems } = rule.schema;
  const several = type === 'array' ? { isArray: true, minItems, maxItems, uniqueItems } : {};
  const schema = choices ? { enum: [...choices.values], enumName: choices.name, ...several } : rule.schema;
  return applyDecorators(
    declareField(rule, { optional, nullable: shown.nullable }),
    ApiProperty({ ...schema, ...shown, example, required: !optional }),
  );
}

/** Text for people of at most `max` characters, in one line. */
export const Text = (max: number, options: FieldOptions<string> & Omit<TextLimits, 'max'>) => {
  const { min, multiline, ...field } = options;
  return Value(textRule({ max, min, multiline }), field);
};

/** A short key that people type, such as an account or journal code. */
export const Code = (max: number, options: FieldOptions<string> & Omit<CodeLimits, 'max'>) => {
  const { pattern, words, ...field } = options;
  return Value(codeRule({ max, pattern, words }), field);
};

type Sign = Pick<DecimalLimits, 'sign'>;

const decimal =
  (limits: Pick<DecimalLimits, 'integerDigits' | 'fractionDigits'>) =>
  ({ sign, ...field }: FieldOptions<string> & Sign) =>
    Value(decimalRule({ ...limits, sign, example: field.example }), field);

/** An amount of money as decimal text: 18 digits before the point, 6 after; the currency's own scale is the rules' part. */
export const Money = decimal({ integerDigits: 18, fractionDigits: 6 });
/** A quantity as decimal text; its unit stands beside it. */
export const Quantity = decimal({ integerDigits: 12, fractionDigits: 6 });
/** A rate or factor as decimal text, never times 100: 25 % is `"0.25"`. */
export const Rate = decimal({ integerDigits: 9, fractionDigits: 12 });
/** A share in percent as decimal text, as people divide things: 25 % is `"25"`. */
export const Percentage = decimal({ integerDigits: 3, fractionDigits: 6 });
/** Units of one currency for one unit of another; fine enough for ten significant digits of the smallest. */
export const ExchangeRate = decimal({ integerDigits: 9, fractionDigits: 20 });
/** An exchange rate that may have been derived from others, with 15 significant digits. */
export const DerivedExchangeRate = decimal({ integerDigits: 12, fractionDigits: 30 });

/** A whole number from `min` to `max`. */
export const Count = (min: number, max: number, options: FieldOptions<number>) => Value(countRule(min, max), options);
export const CurrencyCode = (options: FieldOptions<string>) => Value(currencyRule, options);
/** A country or territory of ISO 3166-1. */
export const CountryCode = (options: FieldOptions<string>) => Value(countryRule, options);
/** A time zone of the IANA database. */
export const TimeZone = (options: FieldOptions<string>) => Value(timeZoneRule, options);
/** The id of a record. */
export const Ref = (options: FieldOptions<string>) => Value(refRule, options);
/** A day on the calendar, without a time zone. */
export const OnDate = (options: FieldOptions<string>) => Value(dateRule, options);
/** A point in time, in UTC. */
export const AtInstant = (options: FieldOptions<string>) => Value(instantRule, options);
export const Flag = (options: FieldOptions<boolean>) => Value(flagRule, options);
export const Email = (options: FieldOptions<string>) => Value(emailRule, options);
/** A password, token or key: never shown in documents as anything but dots. */
export const Secret = (max: number, options: FieldOptions<string>) => Value(secretRule(max), options);
/** A password that is to be: 15 to 128 characters. */
export const NewPassword = (options: FieldOptions<string>) => Value(secretRule(128, 15), options);

/** One word of a closed list: an enum object or its values. `name` is the list's name in the OpenAPI document. */
export function Choice<Word extends string>(
  words: Readonly<Record<string, Word>> | readonly Word[],
  { name, ...options }: FieldOptions<Word> & { name: string },
) {
  return Value(choiceRule(Object.values(words), name), options);
}

/** Values of one query parameter, separated by commas: `Several(refRule, { max: 50, example: ['…'] })`. */
export const Several = <Example>(rule: ValueRule, { max, ...options }: FieldOptions<Example[]> & { max: number }) =>
  Value(severalRule(rule, max), options);

/** An object with fields of its own. */
export function Nested(type: () => FieldClass, { optional, ...shown }: Presence = {}): PropertyDecorator {
  return applyDecorators(
    declareField({ nested: type }, { optional, nullable: shown.nullable }),
    ValidateNested(),
    Type(type),
    // Swagger knows a thunk by its name, which has to be `type`.
    ApiProperty({ ...shown, type: () => type(), required: !optional }),
  );
}

export interface ListOptions extends Presence {
  /** Fewest elements; none unless told otherwise. */
  min?: number;
  max: number;
}

/** A list of objects; class by thunk, bounds in elements. */
export function List(type: () => FieldClass, { optional, min = 0, max, ...shown }: ListOptions): PropertyDecorator {
  return applyDecorators(
    declareField({ item: { nested: type }, min, max }, { optional, nullable: shown.nullable }),
    ValidateNested({ each: true }),
    Type(type),
    ApiProperty({
      ...shown,
      type: () => [type()],
      minItems: min,
      maxItems: max,
      required: !optional,
    }),
  );
}

export interface ValuesOptions<Example> extends ListOptions, FieldOptions<Example[]> {
  /** No value may stand in the list twice. */
  distinct?: true;
}

/** A list of plain values, e.g. `Values(refRule, { max: 50, example: ['…'] })`. */
export function Values<Example>(
  rule: ValueRule,
  { optional, min = 0, max, distinct, example, ...shown }: ValuesOptions<Example>,
): PropertyDecorator {
  if (example.some((one) => rule.check(one))) throw new Error('an example of the list breaks its own rule');
  const { choices } = rule;
  const elements = choices
    ? { enum: [...choices.values], enumName: choices.name, isArray: true }
    : { type: 'array', items: rule.schema };
  return applyDecorators(
    declareField({ item: rule, min, max, distinct }, { optional, nullable: shown.nullable }),
    ApiProperty({
      ...elements,
      ...shown,
      example,
      minItems: min,
      maxItems: max,
      ...(distinct ? { uniqueItems: true } : {}),
      required: !optional,
    } as ApiPropertyOptions),
  );
}
