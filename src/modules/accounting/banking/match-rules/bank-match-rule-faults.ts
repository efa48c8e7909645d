import { requireCurrency } from '#kernel/currency.js';
import { Decimal, scaleOf, sum } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { RuleConditions } from './bank-match-rule.js';
import type { BankRuleActionFields, BankRulePosting } from './bank-match-rules.dto.js';
import type { RuleAccount } from './bank-match-rules.repository.js';

/** What is wrong with what a line has to be; pure. */
export function conditionFaults(conditions: RuleConditions, currency?: string): ProblemError[] {
  const { side: _side, ...others } = conditions;
  const fault = (field: string, code: string, message: string) => ({ pointer: `/conditions${field}`, code, message });
  if (Object.values(others).every((one) => one === undefined)) {
    return [fault('', 'rule_of_nothing', 'Say of lines what they have in common, not only which way the money goes.')];
  }
  const { amount, amountFrom, amountTo } = others;
  const errors: ProblemError[] = [];
  if (amount !== undefined && (amountFrom !== undefined || amountTo !== undefined)) {
    errors.push(fault('/amount', 'amount_and_range', 'Give one amount, or a range of amounts.'));
  }
  if (amountFrom !== undefined && amountTo !== undefined && new Decimal(amountFrom).greaterThan(amountTo)) {
    errors.push(fault('/amountTo', 'range_reversed', 'The range ends below where it begins.'));
  }
  if (currency === undefined) return errors;
  const { minorUnits } = requireCurrency(currency);
  for (const [field, value] of Object.entries({ amount, amountFrom, amountTo })) {
    if (value === undefined || scaleOf(new Decimal(value)) <= minorUnits) continue;
    errors.push(fault(`/${field}`, 'amount_scale', `${currency} has ${minorUnits} decimals; the amount has more.`));
  }
  return errors;
}

const partsOfAction = { post: 'postings', settle: 'partyId', exclude: 'reason' } as const;

/** What is wrong with what a rule does, apart from accounts and parties; pure. */
export function actionFaults(action: BankRuleActionFields): ProblemError[] {
  const { kind } = action;
  const errors = Object.entries(partsOfAction).flatMap(([other, field]): ProblemError[] => {
    const pointer = `/action/${field}`;
    const isGiven = action[field] !== undefined;
    if (other === kind && !isGiven) {
      return [{ pointer, code: 'action_incomplete', message: `A rule that does ${kind} needs ${field}.` }];
    }
    if (other === kind || !isGiven) return [];
    return [{ pointer, code: 'other_action', message: `A rule that does ${kind} takes no ${field}.` }];
  });
  if (errors.length > 0 || kind !== 'post') return errors;
  const total = sum(action.postings!.map(({ percentage }) => new Decimal(percentage)));
  if (total.equals(100)) return [];
  const message = `The shares sum to ${total.toFixed()} percent, and have to sum to 100.`;
  return [{ pointer: '/action/postings', code: 'shares_differ', message }];
}

/** Which accounts cannot be posted to by a rule; pure. */
export function postingFaults(
  postings: readonly BankRulePosting[],
  accounts: ReadonlyMap<string, RuleAccount>,
): ProblemError[] {
  return postings.flatMap(({ accountCode }, index): ProblemError[] => {
    const account = accounts.get(accountCode);
    if (account && !account.isGroup && account.isActive && !['receivable', 'payable'].includes(account.control)) {
      return [];
    }
    const message = `The legal entity has no active account ${accountCode} that takes entries without a party.`;
    return [{ pointer: `/action/postings/${index}/accountCode`, code: 'unknown_account', message }];
  });
}
