import { finding, type ValueRule } from '#platform/http/fields/rule.js';

/** Some 200,000 lines. What is longer than a job takes is split by its sender. */
const MOST_FILE_CHARACTERS = 12 * 1024 * 1024;

/** The content of a text file as one string; what is in it, its reader judges. */
export const fileTextRule: ValueRule = {
  schema: { type: 'string', minLength: 1, maxLength: MOST_FILE_CHARACTERS },
  check(value) {
    if (typeof value !== 'string') return finding('invalid_text', 'Must be text.');
    if (value === '') return finding('too_short', 'Must not be empty.');
    if (value.length <= MOST_FILE_CHARACTERS) return undefined;
    return finding('too_long', `Must have at most ${MOST_FILE_CHARACTERS} characters.`);
  },
};
