import { finding, type ValueRule } from '#platform/http/fields/rule.js';
import { type AccountType, accountTypes } from '../chart/account-type.js';

const MOST_CHARACTERS = 8000;
const pair = `[0-9]{1,12}:(?:${accountTypes.join('|')})`;
const pattern = `^${pair}(?:,${pair})*$`;
const accepted = new RegExp(pattern);

/** Account types by account number, as one query parameter has them: `1910:asset,2081:equity`. */
export const accountTypeOverridesRule: ValueRule = {
  schema: { type: 'string', pattern, maxLength: MOST_CHARACTERS },
  check(value) {
    if (typeof value !== 'string' || value.length > MOST_CHARACTERS || !accepted.test(value)) {
      const form = `numbers and types such as 1910:asset,2081:equity; the types are ${accountTypes.join(', ')}`;
      return finding('invalid_overrides', `Must consist of ${form}.`);
    }
    const numbers = pairsOf(value).map(([number]) => number);
    const twice = numbers.find((number, index) => numbers.indexOf(number) < index);
    return twice === undefined ? undefined : finding('duplicate_override', `Names account ${twice} twice.`);
  },
};

/** The types by account number, of text that the rule accepts. */
export function readAccountTypeOverrides(text: string): Record<string, AccountType> {
  return Object.fromEntries(pairsOf(text));
}

function pairsOf(text: string): [string, AccountType][] {
  return text.split(',').map((one) => one.split(':') as [string, AccountType]);
}
