/** Where one character follows from the one before: alphabet, digits, and the rows and columns of a keyboard. */
const SEQUENCES = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz',
  '2wsx',
  '3edc',
  '4rfv',
  '5tgb',
  '6yhn',
  '7ujm',
];
const SHORTEST_RUN = 3;

const following = new Set(
  SEQUENCES.flatMap((sequence) => [...sequence].slice(1).map((character, at) => sequence[at]! + character)),
);

type Step = 'none' | 'same' | 'up' | 'down';

function stepOf(before: string, after: string): Step {
  if (before === after) return 'same';
  if (following.has(before + after)) return 'up';
  return following.has(after + before) ? 'down' : 'none';
}

/**
 * How many characters of a text in small letters somebody had to think of: blanks and what merely repeats or continues the
 * characters before do not count. `aaaa`, `abcd`, `4321` and `qwerty` are one each, `abcxabcxabcx` is two.
 */
export function substanceOf(text: string): number {
  const characters = unitOf([...text].filter((character) => character.trim() !== ''));
  let count = 0;
  for (let at = 0; at < characters.length; count += 1) at += runFrom(characters, at);
  return count;
}

/** The length of the run that starts here; 1 where none does. */
function runFrom(characters: readonly string[], start: number): number {
  const stepAt = (at: number) => (at < characters.length ? stepOf(characters[at - 1]!, characters[at]!) : 'none');
  const step = stepAt(start + 1);
  if (step === 'none') return 1;
  let end = start + 2;
  while (stepAt(end) === step) end += 1;
  return end - start >= SHORTEST_RUN ? end - start : 1;
}

/** What a text repeats from its beginning to its end, at least twice, the last time perhaps in part; all of it otherwise. */
function unitOf(characters: readonly string[]): readonly string[] {
  for (let length = 1; length <= characters.length / 2; length += 1) {
    if (characters.every((character, at) => at < length || character === characters[at - length])) {
      return characters.slice(0, length);
    }
  }
  return characters;
}
