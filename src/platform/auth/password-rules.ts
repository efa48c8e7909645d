import type { ProblemError } from '#kernel/problem.js';
import { commonPasswords, isCommon } from './listed-passwords.js';
import { authProblems } from './auth.problems.js';
import { substanceOf } from '#kernel/substance.js';
import { preparePassword } from './prepared-password.js';

/** Whose password it is to be; `current` where there is one. */
export interface PasswordOwner {
  email: string;
  name: string;
  current?: string;
  /** Names of the organizations that the person belongs to, as far as they are known here. */
  organizations: readonly string[];
}

const FEWEST_CHARACTERS = 15;
const FEWEST_DIFFERENT = 6;
const LEAST_SUBSTANCE = 8;
const SHORTEST_WORD = 4;
const PRODUCT = 'bureau';

/** The rules as fields of the API tell them. */
export const newPasswordWords =
  '15 to 128 characters of any kind, blanks included. Not made of the names of the person, the organization or Bureau, of one or two commonly used passwords, or of what repeats itself or counts on.';

type Finding = readonly [code: string, message: string];

/**
 * What guessers try first is refused, beside what is too short: NIST SP 800-63B-4, 3.1.1.2 (values that are commonly used,
 * expected, or follow from the context). There are no rules about kinds of characters, as that section asks.
 */
export async function passwordFaults(password: string, owner: PasswordOwner, pointer: string): Promise<ProblemError[]> {
  const prepared = preparePassword(password);
  const lower = prepared.toLowerCase();
  const common = isCommon(lower, await commonPasswords());
  const findings: (Finding | undefined)[] = [
    [...prepared].length < FEWEST_CHARACTERS
      ? ['too_short', `Must have at least ${FEWEST_CHARACTERS} characters in the Unicode form NFKC.`]
      : undefined,
    owner.current !== undefined && prepared === preparePassword(owner.current)
      ? ['password_unchanged', 'Must be another one than before.']
      : undefined,
    regularity(lower),
    contextFault(lower, owner),
    common
      ? ['password_common', 'Must not be made of one or two commonly used passwords; use more words, or other ones.']
      : undefined,
  ];
  return findings.flatMap((finding) => (finding ? [{ pointer, code: finding[0], message: finding[1] }] : []));
}

/** @throws Problem password_refused with all that is wrong */
export async function refuseWeak(password: string, owner: PasswordOwner, pointer: string): Promise<void> {
  const faults = await passwordFaults(password, owner, pointer);
  if (faults.length > 0) throw authProblems.password_refused(faults[0]!.message, faults);
}

function regularity(lower: string): Finding | undefined {
  if (new Set(lower).size < FEWEST_DIFFERENT) {
    return ['password_repetitive', `Must have at least ${FEWEST_DIFFERENT} different characters.`];
  }
  if (substanceOf(lower) >= LEAST_SUBSTANCE) return undefined;
  const message = `Must have at least ${LEAST_SUBSTANCE} characters that do not only repeat or continue those before, as in "abcabc", "12345" or "qwerty".`;
  return ['password_repetitive', message];
}

/** What somebody who knows the person, the organization or the program would try. */
function contextFault(lower: string, { email, name, organizations }: PasswordOwner): Finding | undefined {
  const own = wordsOf([email, ...email.split('@').slice(0, 1), name]);
  if (isMadeOf(lower, own)) return ['password_personal', 'Must not be made of the own name or e-mail address.'];
  const around = wordsOf([PRODUCT, ...email.split('@').slice(1), ...organizations]);
  if (isMadeOf(lower, [...own, ...around])) {
    return ['password_expected', 'Must not be made of the names of the organization, its domain or Bureau.'];
  }
  return undefined;
}

/** The names as they are, without blanks, and the words in them. */
function wordsOf(names: readonly string[]): string[] {
  const forms = names
    .map((name) => preparePassword(name).toLowerCase())
    .flatMap((name) => [name, name.replaceAll(/\s/gu, ''), ...name.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(forms)].filter((word) => [...word].length >= SHORTEST_WORD);
}

function isMadeOf(lower: string, words: readonly string[]): boolean {
  let rest = lower;
  // The longest first: a name within an address leaves the rest of the address otherwise.
  for (const word of words.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(word, ' ');
  return rest !== lower && substanceOf(rest) < LEAST_SUBSTANCE;
}
