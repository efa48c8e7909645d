import type { Decimal } from '#kernel/decimal.js';
import { isBalanceSheetType } from './bas-account-type.js';
import { yearOf } from './plan-sie-year.js';
import { requireOpenAccount, retainedEarningsAccount } from './retained-earnings-account.js';
import type { OpeningCompletion, SiePlanning } from './sie-import-plan.js';

/**
 * The line that completes openings which do not sum to zero.
 *
 * When their sum is the result of the year before with the sign turned (#RES -1), the file has not carried that result
 * into equity, and it goes to the retained-earnings account. Any other difference is a fault, unless the request names an
 * account that takes it.
 *
 * @param difference Sum of #IB 0.
 */
export function completeOpenings(difference: Decimal, planning: SiePlanning): OpeningCompletion | undefined {
  const { figures, options, findings } = planning;
  const { previousResult } = figures;
  const amount = difference.negated();
  const isPreviousResult = previousResult !== undefined && amount.equals(previousResult);
  const named = options.openingDifferenceAccount;
  if (named !== undefined && (difference.isZero() || isPreviousResult)) {
    const message = `The openings have no difference that account ${named} would have to take.`;
    findings.remark({ option: 'openingDifferenceAccount' }, 'opening_difference_account_unused', message);
  }
  if (difference.isZero()) return undefined;
  if (isPreviousResult) {
    const accountCode = retainedEarningsAccount(planning);
    return accountCode === undefined ? undefined : { reason: 'previous_result', accountCode, amount };
  }
  if (named !== undefined) return takeDifference(named, amount, planning);
  const [first] = figures.openings.values();
  const result = previousResult ? `#RES -1 sums to ${previousResult.toFixed()}` : 'the file has no #RES -1';
  const message = `#IB 0 sums to ${difference.toFixed()} instead of zero, which is not the previous year's result (${result}). An account can be named that takes the difference (openingDifferenceAccount).`;
  findings.fault(first?.line ?? yearOf(planning.file).line, 'opening_unbalanced', message);
  return undefined;
}

function takeDifference(code: string, amount: Decimal, planning: SiePlanning): OpeningCompletion | undefined {
  const place = { option: 'openingDifferenceAccount' };
  const account = requireOpenAccount(code, planning, place);
  if (!account) return undefined;
  if (isBalanceSheetType(account.type)) return { reason: 'opening_difference', accountCode: code, amount };
  const message = `Account ${code} is ${account.type}; an opening difference goes to a balance-sheet account.`;
  planning.findings.fault(place, 'account_not_balance_sheet', message);
  return undefined;
}

/** Says what the openings sum to and which account completes them. */
export function explainCompletion(difference: Decimal, completion: OpeningCompletion | undefined): string {
  if (!completion) return 'It sums to zero.';
  const { accountCode, reason } = completion;
  const [total, amount] = [difference.toFixed(), completion.amount.toFixed()];
  return reason === 'previous_result'
    ? `It sums to ${total}, the previous year's result (#RES -1) with the sign turned, which the file has not carried: account ${accountCode} takes ${amount}.`
    : `It sums to ${total}, which is not the previous year's result: account ${accountCode}, named by the request, takes ${amount}.`;
}
