import { platformProblems } from './platform.problems.js';

/** What the shape of a JSON body may cost. */
export interface JsonLimits {
  /** Levels of objects and lists, the body itself being the first. */
  depth: number;
  /** Names in all objects together. */
  keys: number;
  /** Elements in one list. */
  elements: number;
}

interface Level {
  isObject: boolean;
  /** Position in a list. */
  index: number;
  /** Name whose value is being read, in an object. */
  key: string;
  readonly keys: Set<string>;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * One pass over JSON text, before anything is built of it, for what a parser takes without a word: depth and width that
 * stall later stages, names given twice (the last would win), U+0000 and half surrogate pairs (no database text), and
 * numbers that a double cannot hold. Grammar is left to `JSON.parse`, which has to run after it. Linear in the text.
 *
 * @throws Problem `malformed_request` with the pointer to the place.
 */
export function scanJson(text: string, limits: JsonLimits): void {
  new JsonScan(text, limits).run();
}

class JsonScan {
  /** Every level that was ever entered; the first `depth` are open. They are reused, sets of names and all. */
  private readonly levels: Level[] = [];
  private depth = 0;
  private keys = 0;
  private readonly plain: boolean;

  constructor(
    private readonly text: string,
    private readonly limits: JsonLimits,
  ) {
    this.plain = !text.includes('\\');
  }

  run(): void {
    const { text } = this;
    let expectsKey = false;
    for (let at = 0; at < text.length; at += 1) {
      switch (text[at]) {
        case '"': {
          const end = this.endOfString(at);
          if (expectsKey) this.readKey(at, end);
          expectsKey = false;
          at = end;
          break;
        }
        case ',':
          expectsKey = this.next();
          break;
        case '{':
          this.open(true);
          expectsKey = true;
          break;
        case '[':
          this.open(false);
          break;
        case '}':
        case ']':
          this.depth = Math.max(0, this.depth - 1);
          expectsKey = false;
          break;
        default:
          if (isDigit(text.charCodeAt(at))) at = this.endOfNumber(at);
      }
    }
  }

  private open(isObject: boolean): void {
    if (this.depth === this.limits.depth)
      this.refuse('too_deep', `Must not nest deeper than ${this.limits.depth} levels.`);
    const level = this.levels[this.depth];
    if (level) {
      level.isObject = isObject;
      level.index = 0;
      level.key = '';
      if (level.keys.size > 0) level.keys.clear();
    } else {
      this.levels.push({ isObject, index: 0, key: '', keys: new Set() });
    }
    this.depth += 1;
  }

  /** After a comma; whether a name follows. */
  private next(): boolean {
    const level = this.levels[this.depth - 1];
    if (!level) return false;
    if (level.isObject) return true;
    level.index += 1;
    if (level.index >= this.limits.elements) {
      this.depth -= 1;
      this.refuse('too_many', `Must have at most ${this.limits.elements} elements.`);
    }
    return false;
  }

  private readKey(start: number, end: number): void {
    const level = this.levels[this.depth - 1];
    if (!level) return;
    const raw = this.text.slice(start + 1, end);
    const key = this.plain || !raw.includes('\\') ? raw : decode(raw);
    level.key = key;
    if (poisonous.has(key)) this.refuse('forbidden_name', 'Must not be the name of a field.');
    if (level.keys.has(key)) this.refuse('duplicate_name', 'Is given twice in the same object.');
    level.keys.add(key);
    this.keys += 1;
    if (this.keys > this.limits.keys) {
      this.refuse(
        'too_many_names',
        `The body must have at most ${this.limits.keys} names in all its objects together.`,
      );
    }
  }

  /** Index of the closing quote. */
  private endOfString(start: number): number {
    const { text } = this;
    if (this.plain) {
      const end = text.indexOf('"', start + 1);
      return end < 0 ? text.length : end;
    }
    for (let at = start + 1; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === QUOTE) return at;
      if (unit === BACKSLASH) at = this.endOfEscape(at);
    }
    return text.length;
  }

  /** Index of the last character of the escape, or of the surrogate pair that it begins. */
  private endOfEscape(backslash: number): number {
    if (this.text[backslash + 1] !== 'u') return backslash + 1;
    const unit = this.escapedUnit(backslash);
    if (unit === 0) this.refuse('null_character', 'Must not contain the character U+0000.');
    if (!(unit >= 0xd800 && unit <= 0xdfff)) return backslash + 5;
    const low = unit < 0xdc00 && this.text.startsWith('\\u', backslash + 6) ? this.escapedUnit(backslash + 6) : 0;
    if (!(low >= 0xdc00 && low <= 0xdfff)) this.refuse('lone_surrogate', 'Must not contain half of a surrogate pair.');
    return backslash + 11;
  }

  private escapedUnit(backslash: number): number {
    return Number(`0x${this.text.slice(backslash + 2, backslash + 6)}`);
  }

  /** Index of the last character of the number; its sign is no matter. */
  private endOfNumber(start: number): number {
    const { text } = this;
    let end = start + 1;
    while (isNumberUnit(text.charCodeAt(end))) end += 1;
    if (end - start > 2 && Number(text.slice(start, end)) > Number.MAX_SAFE_INTEGER) {
      this.refuse('number_too_large', 'Must be a number between -(2^53 - 1) and 2^53 - 1.');
    }
    return end - 1;
  }

  private refuse(code: string, message: string): never {
    const steps = this.levels.slice(0, this.depth).map(({ isObject, index, key }) => {
      return isObject ? `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/${index}`;
    });
    const pointer = steps.join('');
    throw platformProblems.malformed_request(`The body cannot be accepted: ${message}`, [{ pointer, code, message }]);
  }
}

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
/** Digits, point, signs and the E of an exponent. */
const isNumberUnit = (unit: number) =>
  isDigit(unit) || unit === 0x2e || unit === 0x45 || unit === 0x65 || unit === 0x2b || unit === 0x2d;

function decode(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
