import { substanceOf } from '#kernel/substance.js';

/** In small letters, the most common first. */
export type PasswordList = ReadonlySet<string>;

const SHORTEST_LISTED = 4;
/** In place of a word that was taken out, so that what stood on both sides of it does not meet. */
const GAP = ' ';
/** What has to be left of a password without one listed word, and without two. */
const LEAST_BESIDE_ONE = 8;
const LEAST_BESIDE_TWO = 4;

let loaded: Promise<PasswordList> | undefined;

/** Some 49,000 passwords that leaks have shown to be common (zxcvbn-ts, MIT), read when the first password is chosen. */
export function commonPasswords(): Promise<PasswordList> {
  loaded ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return loaded;
}

/**
 * Whether a text in small letters is a listed password, repeated or with fewer than eight other characters, or two of them
 * with fewer than four. Of three and more a passphrase is made.
 */
export function isCommon(text: string, list: PasswordList): boolean {
  const longest = LEAST_BESIDE_TWO + Math.max(...lengthsOf(list));
  for (const word of listedIn(text, list)) {
    const rest = text.replaceAll(word, GAP);
    const left = substanceOf(rest);
    if (left < LEAST_BESIDE_ONE) return true;
    // More than a second word could take away.
    if (left >= longest) continue;
    for (const second of listedIn(rest, list)) {
      if (substanceOf(rest.replaceAll(second, GAP)) < LEAST_BESIDE_TWO) return true;
    }
  }
  return false;
}

function listedIn(text: string, list: PasswordList): Set<string> {
  const found = new Set<string>();
  const lengths = lengthsOf(list);
  for (let start = 0; start < text.length; start += 1) {
    for (const length of lengths) {
      const word = text.slice(start, start + length);
      if (word.length === length && list.has(word)) found.add(word);
    }
  }
  return found;
}

const known = new WeakMap<PasswordList, readonly number[]>();

function lengthsOf(list: PasswordList): readonly number[] {
  let lengths = known.get(list);
  if (!lengths) {
    lengths = [...new Set([...list].map(({ length }) => length))].filter((length) => length >= SHORTEST_LISTED);
    known.set(list, lengths);
  }
  return lengths;
}
