import { codeRule } from '../http/fields/text-rules.js';

/** The type of an event. */
export const eventTypeRule = codeRule({
  max: 200,
  pattern: String.raw`^[a-z_]+(?:\.[a-z_]+){2}\.v[1-9][0-9]{0,2}$`,
  words: 'a type of GET /v1/event-types, such as accounting.journal_entry.posted.v1',
});

/** One type, all whose names begin alike (`accounting.*`), or all. */
export const eventTypePatternRule = codeRule({
  max: 200,
  pattern: String.raw`^(?:\*|[a-z_]+(?:\.[a-z_]+){0,2}\.\*|[a-z_]+(?:\.[a-z_]+){2}\.v[1-9][0-9]{0,2})$`,
  words: 'a type of GET /v1/event-types, the beginning of some with .* behind it, or * alone',
});
