import { Decimal } from '#kernel/decimal.js';
import { isBalanceSheetType } from './bas-account-type.js';
import { yearOf } from './plan-sie-year.js';
import type { ClosingProof, OpeningCompletion, SiePlanning } from './sie-import-plan.js';

const zero = new Decimal(0);

/**
 * Proves that the file's closings follow from its openings and vouchers: #UB 0 is #IB 0 and the movement, #RES 0 is the
 * movement. SIE may leave out balances of zero (specification 5.17), so an account without the label closes with zero. A
 * difference is a fault on the line of the closing balance, else where the account first appears.
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
  const type = accounts.get(accountCode)?.type;
  const isCarried = type === undefined ? !figures.results.has(accountCode) : isBalanceSheetType(type);
  const label = isCarried ? '#UB' : '#RES';
  const closing = (isCarried ? figures.closings : figures.results).get(accountCode);
  const opening = figures.openings.get(accountCode);
  const movement = figures.movements.get(accountCode);
  const inFile = closing?.amount ?? zero;
  const follows = (opening?.amount ?? zero).plus(movement?.amount ?? zero);
  if (!inFile.equals(follows)) {
    const line = closing?.line ?? movement?.line ?? opening?.line ?? yearOf(file).line;
    const origin = isCarried ? '#IB 0 and the vouchers give' : 'the vouchers give';
    const message = `Account ${accountCode} closes with ${inFile.toFixed()} by ${label} 0, but ${origin} ${follows.toFixed()}.`;
    findings.fault(line, 'closing_differs', message);
  }
  const completion = completed?.accountCode === accountCode ? completed.amount : zero;
  const expected = inFile.plus(completion);
  return { accountCode, label, inFile, completion, expected, computed: follows.plus(completion) };
}
