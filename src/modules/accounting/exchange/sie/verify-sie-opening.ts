import { Decimal, sum } from '#kernel/decimal.js';
import { type AccountType, isBalanceSheetType } from '../../chart/account-type.js';
import { explainCompletion } from './complete-sie-opening.js';
import { yearOf } from './plan-sie-year.js';
import { requireOpenAccount } from './retained-earnings-account.js';
import { amountText } from './sie-findings.js';
import type { OpeningCompletion, OpeningPlan, PlannedLine, SiePlanning } from './sie-import-plan.js';
import { type BalancePart, balanceLines } from './sie-opening-lines.js';
import { verifyObjectOpenings } from './verify-sie-objects.js';

const zero = new Decimal(0);

/** A balance-sheet account whose #IB is not the balance of the books. */
interface Deviation {
  code: string;
  inFile: Decimal;
  inBooks: Decimal;
  amount: Decimal;
}

/**
 * Compares the completed openings with books that have the year before; they are not posted again.
 *
 * Every balance-sheet account has to agree, with one exception. While the books have not closed the previous year, its
 * result P is still on the income and expense accounts, and a program that has closed it shows it in equity: then
 * deviations of equity accounts are accepted when they all have the sign of P (together they are P, since both sides
 * balance). The opening entry then takes the income and expense accounts to zero into these equity accounts, so that they
 * start the year at zero. Openings that leave the result out have been completed by it before and so agree as well.
 */
export function verifyOpening(
  difference: Decimal,
  completion: OpeningCompletion | undefined,
  planning: SiePlanning,
): OpeningPlan {
  const unclosed = unclosedBalances(planning);
  const result = sum(unclosed.map(({ amount }) => amount));
  const deviations = deviationsOf(completion, planning);
  for (const deviation of deviations) requireExplained(deviation, result, planning);
  verifyObjectOpenings(planning);
  const carriedResult = deviations.map(({ code, amount }) => ({ accountCode: code, amount }));
  const comparison = `#IB 0 was compared with the books and not posted again. ${explainCompletion(difference, completion, planning.file.currency)}`;
  const opening = { treatment: 'verified' as const, difference, completion, carriedResult };
  if (unclosed.length === 0) return { opening: { ...opening, explanation: comparison } };
  const { line, startsOn } = yearOf(planning.file);
  const lines: PlannedLine[] = [];
  for (const { accountCode, amount } of [
    ...unclosed.map((balance) => ({ ...balance, amount: balance.amount.negated() })),
    ...carriedResult,
  ]) {
    requireOpenAccount(accountCode, planning, line);
    lines.push(...balanceLines(accountCode, amount, closingParts(accountCode, planning), line));
  }
  const explanation = `${comparison} The books have not closed the year before: its result of ${amountText(result, planning.file.currency)} is carried into equity, so that income and expenses start at zero.`;
  const text = 'Result of the previous year carried';
  return {
    opening: { ...opening, explanation },
    entry: { purpose: 'carried_result', date: startsOn, text, lines },
  };
}

/** Income and expense accounts that the books have not closed. */
function unclosedBalances(planning: SiePlanning): { accountCode: string; amount: Decimal }[] {
  const balances = Array.from(planning.books.balancesBefore, ([accountCode, amount]) => ({ accountCode, amount }));
  return balances.filter(({ accountCode, amount }) => !amount.isZero() && !isCarried(accountCode, planning));
}

/** What takes the objects of an income or expense account to zero; of other accounts nothing. */
function closingParts(code: string, planning: SiePlanning): BalancePart[] {
  const { line } = yearOf(planning.file);
  const results = isCarried(code, planning) ? [] : (planning.books.resultsBefore ?? []);
  return results
    .filter(({ accountCode, amount }) => accountCode === code && !amount.isZero())
    .map(({ objects, amount }) => ({ objects, amount: amount.negated(), line }));
}

function deviationsOf(completion: OpeningCompletion | undefined, planning: SiePlanning): Deviation[] {
  const { figures, books } = planning;
  const codes = new Set([...figures.openings.keys(), ...books.balancesBefore.keys()]);
  if (completion) codes.add(completion.accountCode);
  const deviations: Deviation[] = [];
  for (const code of codes) {
    if (!isCarried(code, planning)) continue;
    const added = completion?.accountCode === code ? completion.amount : zero;
    const inFile = (figures.openings.get(code)?.amount ?? zero).plus(added);
    const inBooks = books.balancesBefore.get(code) ?? zero;
    if (!inFile.equals(inBooks)) deviations.push({ code, inFile, inBooks, amount: inFile.minus(inBooks) });
  }
  return deviations;
}

function requireExplained({ code, inFile, inBooks, amount }: Deviation, result: Decimal, planning: SiePlanning): void {
  const isPartOfResult = !result.isZero() && amount.isNegative() === result.isNegative();
  if (typeOf(code, planning) === 'equity' && isPartOfResult) return;
  const line = planning.figures.openings.get(code)?.line ?? yearOf(planning.file).line;
  const text = (one: Decimal) => amountText(one, planning.file.currency);
  const message = `Account ${code} opens with ${text(inFile)} in the file, but the books close the year before with ${text(inBooks)}.`;
  planning.findings.fault(line, 'opening_differs_from_books', message);
}

function isCarried(code: string, planning: SiePlanning): boolean {
  const type = typeOf(code, planning);
  return type === undefined || isBalanceSheetType(type);
}

function typeOf(code: string, { accounts, books }: SiePlanning): AccountType | undefined {
  return books.accounts.get(code)?.type ?? accounts.get(code)?.type;
}
