import { finding, type ValueRule } from './rule.js';

/** From one to `max` different values of a rule; in a query they are one text, separated by commas. */
export function severalRule(rule: ValueRule, max: number): ValueRule {
  return {
    choices: rule.choices,
    schema: { type: 'array', items: rule.schema, minItems: 1, maxItems: max, uniqueItems: true },
    check(value) {
      if (!Array.isArray(value)) return finding('invalid_list', 'Must be a list.');
      if (value.length > max) return finding('too_many', `Must have at most ${max} values, separated by commas.`);
      const refused = value.map((one) => rule.check(one)).find(Boolean);
      if (refused) return refused;
      const isTwice = value.some((one, index) => value.indexOf(one) < index);
      return isTwice ? finding('repeated_value', 'Must not name the same value twice.') : undefined;
    },
    fromText: (text) => text.split(',').map((one) => (rule.fromText ? rule.fromText(one) : one)),
  };
}
