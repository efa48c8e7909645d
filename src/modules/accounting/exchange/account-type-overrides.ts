import { finding, type ValueRule } from '#platform/http/fields/rule.js';
import { type AccountType, accountTypes } from '../chart/account-type.js';
import { quoted } from './sie/sie-findings.js';

const MOST_CHARACTERS = 8000;
const pair = `[0-9]{1,12}:(?:${accountTypes.join('|')})`;
const acceptedPair = new RegExp(`^${pair}$`);
const form = 'pairs of an account number (up to 12 digits) and a type, such as 1910:asset,2081:equity';

/** Account types by account number, as one query parameter has them: `1910:asset,2081:equity`. */
export const accountTypeOverridesRule: ValueRule = {
  schema: { type: 'string', pattern: `^${pair}(?:,${pair})*$`, maxLength: MOST_CHARACTERS },
  check(value) {
    if (typeof value !== 'string') return finding('invalid_overrides', `Must be text of ${form}.`);
    if (value.length > MOST_CHARACTERS) return finding('too_long', `Must have at most ${MOST_CHARACTERS} characters.`);
    const wrong = value.split(',').find((one) => !acceptedPair.test(one));
    if (wrong !== undefined) {
      const types = `the types are ${accountTypes.join(', ')}`;
      return finding('invalid_overrides', `Must consist of ${form}; ${quoted(wrong)} is none; ${types}.`);
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
