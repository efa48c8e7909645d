import type { Decimal } from '#kernel/decimal.js';
import { isBalanceSheetType } from '../../chart/account-type.js';
import { yearOf } from './plan-sie-year.js';
import { requireOpenAccount, retainedEarningsAccount } from './retained-earnings-account.js';
import { amountText } from './sie-findings.js';
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
  const { file, figures, options, findings } = planning;
  const { previousResult } = figures;
  const amount = difference.negated();
  const isPreviousResult = !difference.isZero() && previousResult?.equals(amount) === true;
  const { openingDifferenceAccount: named, retainedEarningsAccount: earnings } = options;
  if (named !== undefined && (difference.isZero() || isPreviousResult)) {
    const message = `The openings have no difference that account ${named} would have to take.`;
    findings.remark({ option: 'openingDifferenceAccount' }, 'opening_difference_account_unused', message);
  }
  if (earnings !== undefined && !isPreviousResult) {
    const message = `The openings leave no result of the year before that account ${earnings} would have to take.`;
    findings.remark({ option: 'retainedEarningsAccount' }, 'retained_earnings_account_unused', message);
  }
  if (difference.isZero()) return undefined;
  if (isPreviousResult) {
    const accountCode = retainedEarningsAccount(planning);
    return accountCode === undefined ? undefined : { reason: 'previous_result', accountCode, amount };
  }
  if (named !== undefined) return takeDifference(named, amount, planning);
  const [first] = figures.openings.values();
  const text = (one: Decimal) => amountText(one, file.currency);
  const result = previousResult ? `#RES -1 sums to ${text(previousResult)}` : 'the file has no #RES -1';
  const message = `#IB 0 sums to ${text(difference)} instead of zero, which is not the previous year's result (${result}). An account can be named that takes the difference (openingDifferenceAccount).`;
  findings.fault(first?.line ?? yearOf(file).line, 'opening_unbalanced', message);
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
export function explainCompletion(
  difference: Decimal,
  completion: OpeningCompletion | undefined,
  currency: string,
): string {
  if (!completion) return 'It sums to zero.';
  const { accountCode, reason } = completion;
  const [total, amount] = [difference, completion.amount].map((one) => amountText(one, currency));
  return reason === 'previous_result'
    ? `It sums to ${total}, the previous year's result (#RES -1) with the sign turned, which the file has not carried: account ${accountCode} takes ${amount}.`
    : `It sums to ${total}, which is not the previous year's result: account ${accountCode}, named by the request, takes ${amount}.`;
}
