import { finding, type ValueRule } from './rule.js';

/** One of a closed list of words; `name` names the list in the published schema. */
export function choiceRule(values: readonly string[], name: string): ValueRule {
  const known: ReadonlySet<unknown> = new Set(values);
  const refusal = `Must be one of: ${values.join(', ')}.`;
  return {
    schema: { type: 'string' },
    choices: { name, values },
    check: (value) => (known.has(value) ? undefined : finding('invalid_choice', refusal)),
  };
}

/** True or false; `"true"` and `1` are neither. */
export const flagRule: ValueRule = {
  schema: { type: 'boolean' },
  check: (value) => (typeof value === 'boolean' ? undefined : finding('invalid_flag', 'Must be true or false.')),
  fromText: (text) => (text === 'true' ? true : text === 'false' ? false : text),
};
