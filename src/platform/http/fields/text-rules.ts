import { countryCodes } from '#kernel/country.js';
import { findCurrency } from '#kernel/currency.js';
import { isId } from '#kernel/id.js';
import { isTimeZone } from '#kernel/time-zone.js';
import { type Finding, finding, type ValueRule } from './rule.js';

export interface TextLimits {
  /** Most characters (Unicode code points, as PostgreSQL counts them). */
  max: number;
  /** Fewest characters; 1 unless told otherwise. */
  min?: number;
  /** Whether line breaks and tabs may occur. */
  multiline?: boolean;
}

/**
 * DEL and C1; the separators of lines and paragraphs; what embeds, overrides or isolates a direction (Unicode Standard
 * Annex #9, section 2). The marks U+061C, U+200E and U+200F stay: they order only what stands beside them.
 */
const disordering = '\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069';
const inLine = `\\u0000-\\u001f${disordering}`;
/** Without the tab and the two characters that make the line breaks of all systems. */
const inLines = `\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f${disordering}`;

const refusedInLine = new RegExp(`[${inLine}]`, 'gu');

/** Text that quotes what somebody sent, fit for a field of text: what such a field refuses shows as U+FFFD. */
export const legible = (text: string): string => text.replaceAll(refusedInLine, '\ufffd');

/**
 * Text for people. Leading and trailing blanks are refused rather than trimmed, so that what was sent is what is stored
 * and two names never differ by what nobody can see; control characters are refused because they break out of the lines
 * of logs, exports and printed documents, and turns of direction because a text then reads as another one than it is.
 */
export function textRule({ max, min = 1, multiline = false }: TextLimits): ValueRule {
  const refused = multiline ? inLines : inLine;
  const text = `[^\\s${refused}](?:[^${refused}]*[^\\s${refused}])?`;
  const source = min === 0 ? `^(?:${text})?$` : `^${text}$`;
  const accepted = new RegExp(source, 'u');
  const disorder = new RegExp(`[${refused}]`, 'u');
  const kinds = `control characters${multiline ? '' : ', line breaks'} or characters that turn the direction of text`;
  return {
    schema: { type: 'string', minLength: min, maxLength: max, pattern: source },
    check(value) {
      if (typeof value !== 'string') return finding('invalid_text', 'Must be text.');
      const wrongLength = checkLength(value, min, max);
      if (wrongLength) return wrongLength;
      if (accepted.test(value)) return undefined;
      return disorder.test(value)
        ? finding('control_characters', `Must not contain ${kinds}.`)
        : finding('blank_edges', 'Must not start or end with blanks.');
    },
  };
}

function checkLength(text: string, min: number, max: number): Finding | undefined {
  // UTF-16 units are never fewer than code points, so the exact count is only needed at the edge.
  if (text.length > max && codePoints(text, max) > max)
    return finding('too_long', `Must have at most ${max} characters.`);
  if (text.length < 2 * min && codePoints(text, min) < min) {
    return min === 1
      ? finding('too_short', 'Must not be empty; leave the field out where there is nothing to say.')
      : finding('too_short', `Must have at least ${min} characters.`);
  }
  return undefined;
}

/** Counts code points, stopping soon after `enough`. */
function codePoints(text: string, enough: number): number {
  let count = 0;
  for (let at = 0; at < text.length && count <= enough; count += 1) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return count;
}

export interface CodeLimits {
  max: number;
  /** Which characters make a code, as the source of a regular expression of the whole text. */
  pattern?: string;
  /** Says the pattern in words, e.g. `letters and digits`. */
  words?: string;
}

/** A short key that people type, such as an account or journal code. Case counts. */
export function codeRule({ max, pattern, words = 'letters, digits and . _ / -' }: CodeLimits): ValueRule {
  const source = pattern ?? '^[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?$';
  const accepted = new RegExp(source, 'u');
  return {
    schema: { type: 'string', minLength: 1, maxLength: max, pattern: source },
    check(value) {
      if (typeof value !== 'string') return finding('invalid_code', `Must be text of ${words}.`);
      if (value.length > max) return finding('too_long', `Must have at most ${max} characters.`);
      return accepted.test(value) ? undefined : finding('invalid_code', `Must consist of ${words}.`);
    },
  };
}

const idPattern = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const lowerCase = new RegExp(idPattern);

/** The id of a record. Only lower case, as ids are given out, so that equal ids are equal as text everywhere. */
export const refRule: ValueRule = {
  schema: { type: 'string', format: 'uuid', pattern: idPattern },
  check: (value) =>
    typeof value === 'string' && lowerCase.test(value) && isId(value)
      ? undefined
      : finding('invalid_id', 'Must be an id: a UUID in lower case, such as "0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64".'),
};

/** A currency of ISO 4217 with a minor unit, upper case. */
export const currencyRule: ValueRule = {
  schema: { type: 'string', pattern: '^[A-Z]{3}$' },
  check: (value) =>
    typeof value === 'string' && findCurrency(value)
      ? undefined
      : finding('unknown_currency', 'Must be a current currency code of ISO 4217 in upper case, such as "EUR".'),
};

/** A country or territory of ISO 3166-1, upper case. */
export const countryRule: ValueRule = {
  schema: { type: 'string', pattern: '^[A-Z]{2}$' },
  check: (value) =>
    typeof value === 'string' && countryCodes.has(value)
      ? undefined
      : finding('unknown_country', 'Must be a country code of ISO 3166-1 in upper case, such as "SE".'),
};

/** A time zone of the IANA database. */
export const timeZoneRule: ValueRule = {
  schema: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}$', maxLength: 60 },
  check: (value) =>
    typeof value === 'string' && value.length <= 60 && isTimeZone(value)
      ? undefined
      : finding('unknown_time_zone', 'Must be a time zone of the IANA database, such as "Europe/Stockholm".'),
};

const emailPattern = `^[^\\s@${inLine}]{1,64}@[^\\s@${inLine}]{1,189}$`;
const email = new RegExp(emailPattern, 'u');

/** An e-mail address as far as its form can tell; only a message to it proves more. */
export const emailRule: ValueRule = {
  schema: { type: 'string', pattern: emailPattern, maxLength: 254 },
  check: (value) =>
    typeof value === 'string' && email.test(value)
      ? undefined
      : finding('invalid_email', 'Must be an e-mail address, such as "anna.berg@example.com".'),
};

/** A password, token or key: taken exactly as sent, blanks included. */
export function secretRule(max: number, min = 1): ValueRule {
  return {
    schema: { type: 'string', format: 'password', minLength: min, maxLength: max },
    check: (value) =>
      typeof value === 'string' ? checkLength(value, min, max) : finding('invalid_text', 'Must be text.'),
  };
}
