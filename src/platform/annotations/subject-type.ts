import { codeRule } from '../http/fields/text-rules.js';

/** The type of a record, such as `journal_entry`, as modules add theirs to the registries of subjects. */
export const subjectTypeRule = codeRule({
  max: 50,
  pattern: '^[a-z][a-z_]*$',
  words: 'small letters and low lines',
});
