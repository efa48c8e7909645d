import { type Finding, finding, type ValueRule } from './rule.js';

export interface DecimalLimits {
  integerDigits: number;
  fractionDigits: number;
  /** Which side of zero is accepted; `any` unless told otherwise. */
  sign?: 'any' | 'not_negative' | 'positive';
  /** A value of this kind, shown in the refusals. */
  example: string;
}

const shape = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;
const nonZero = /[1-9]/;

/** A decimal number as text with bounded digits on both sides of the point. A JSON number is refused: it is binary. */
export function decimalRule({ integerDigits, fractionDigits, sign = 'any', example }: DecimalLimits): ValueRule {
  const digits = `(?:0|[1-9][0-9]{0,${integerDigits - 1}})(?:\\.[0-9]{1,${fractionDigits}})?$`;
  const start = { any: '^-?', not_negative: '^', positive: '^(?=.*[1-9])' }[sign];
  const pattern = start + digits;
  const accepted = new RegExp(pattern);
  const longest = integerDigits + fractionDigits + 2;

  function explain(value: unknown): Finding {
    if (typeof value === 'number') {
      return finding('number_not_allowed', `Send a decimal string such as "${example}"; a JSON number loses digits.`);
    }
    const parts = typeof value === 'string' && value.length <= 2 * longest ? shape.exec(value) : null;
    if (!parts) return finding('invalid_decimal', `Must be a plain decimal string such as "${example}".`);
    const [, minus, integer = '', fraction = ''] = parts;
    if (fraction.length > fractionDigits) {
      return finding('too_many_decimals', `Must have at most ${fractionDigits} decimals.`);
    }
    if (integer.length > integerDigits) {
      return finding('too_large', `Must have at most ${integerDigits} digits before the decimal point.`);
    }
    if (sign === 'positive' && !nonZero.test(integer + fraction)) {
      return finding('not_positive', 'Must be greater than zero.');
    }
    if (minus && sign !== 'any') return finding('negative_not_allowed', 'Must not be negative.');
    return finding('invalid_decimal', `Must be a plain decimal string such as "${example}".`);
  }

  return {
    schema: { type: 'string', format: 'decimal', pattern },
    check: (value) => (typeof value === 'string' && accepted.test(value) ? undefined : explain(value)),
  };
}

/** A whole number, in JSON as a number. Both bounds belong to the range. */
export function countRule(min: number, max: number): ValueRule {
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || min > max) {
    throw new RangeError('a count needs two safe integers as bounds, the lower one first');
  }
  return {
    schema: { type: 'integer', minimum: min, maximum: max },
    check(value) {
      if (typeof value !== 'number' || !Number.isInteger(value)) {
        return finding('invalid_integer', `Must be a whole number from ${min} to ${max}.`);
      }
      if (value < min) return finding('too_small', `Must be at least ${min}.`);
      if (value > max) return finding('too_large', `Must be at most ${max}.`);
      return undefined;
    },
    fromText: (text) => (/^-?(?:0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : text),
  };
}
