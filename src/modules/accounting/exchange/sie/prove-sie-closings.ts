import { Decimal } from '#kernel/decimal.js';
import { type AccountType, isBalanceSheetType } from '../../chart/account-type.js';
import { yearOf } from './plan-sie-year.js';
import { amountText } from './sie-findings.js';
import type { ClosingProof, OpeningCompletion, SiePlanning } from './sie-import-plan.js';
import type { SieYearFigures } from './sie-year-figures.js';

const zero = new Decimal(0);

/**
 * Proves that the file's closings follow from its openings and vouchers: #UB 0 is #IB 0 and the movement, #RES 0 is the
 * movement. SIE may leave out balances of zero (specification 5.17), so an account without the label closes with zero. A
 * difference is a fault on the line of the closing balance, else where the account first appears.
 *
 * An account whose type contradicts the file, which is a fault of its own, is proved by the label that it has.
 *
 * What completes the openings stays on its account all year without the file knowing it: it is added to what the trial
 * balance has to show.
 */
export function proveClosings(planning: SiePlanning, completion: OpeningCompletion | undefined): ClosingProof[] {
  const { openings, closings, results, movements } = planning.figures;
  const codes = new Set([openings, closings, results, movements].flatMap((figures) => [...figures.keys()]));
  if (completion) codes.add(completion.accountCode);
  return [...codes].sort().map((code) => proveClosing(code, planning, completion));
}

function proveClosing(
  accountCode: string,
  { accounts, figures, file, findings }: SiePlanning,
  completed: OpeningCompletion | undefined,
): ClosingProof {
  const isCarried = isProvedByClosing(accountCode, figures, accounts.get(accountCode)?.type);
  const label = isCarried ? '#UB' : '#RES';
  const closing = (isCarried ? figures.closings : figures.results).get(accountCode);
  const opening = figures.openings.get(accountCode);
  const movement = figures.movements.get(accountCode);
  const inFile = closing?.amount ?? zero;
  const follows = (opening?.amount ?? zero).plus(movement?.amount ?? zero);
  if (!inFile.equals(follows)) {
    const line = closing?.line ?? movement?.line ?? opening?.line ?? yearOf(file).line;
    const origin = isCarried ? '#IB 0 and the vouchers give' : 'the vouchers give';
    const text = (one: Decimal) => amountText(one, file.currency);
    const message = `Account ${accountCode} closes with ${text(inFile)} by ${label} 0, but ${origin} ${text(follows)}.`;
    findings.fault(line, 'closing_differs', message);
  }
  const completion = completed?.accountCode === accountCode ? completed.amount : zero;
  const expected = inFile.plus(completion);
  return { accountCode, label, inFile, completion, expected, computed: follows.plus(completion) };
}

/** Whether #UB proves the account, and not #RES. */
function isProvedByClosing(
  code: string,
  { closings, results }: SieYearFigures,
  type: AccountType | undefined,
): boolean {
  const [hasClosing, hasResult] = [closings, results].map((figures) => figures.get(code)?.amount.isZero() === false);
  if (hasClosing !== hasResult) return hasClosing === true;
  return type === undefined ? !results.has(code) : isBalanceSheetType(type);
}
