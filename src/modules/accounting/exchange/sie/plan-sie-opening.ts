import { Decimal, sum } from '#kernel/decimal.js';
import { completeOpenings, explainCompletion } from './complete-sie-opening.js';
import { yearOf } from './plan-sie-year.js';
import {
  maxEntryLines,
  type OpeningCompletion,
  type OpeningPlan,
  type PlannedLine,
  type SiePlanning,
} from './sie-import-plan.js';
import { type BalancePart, balanceLines } from './sie-opening-lines.js';
import { requireSeparateObjects } from './verify-sie-objects.js';
import { verifyOpening } from './verify-sie-opening.js';

/**
 * Decides what becomes of #IB 0, by object where #OIB 0 says so, and completed to sum to zero: books without entries start with it, books that have the year
 * before are compared with it.
 */
export function planOpening(planning: SiePlanning): OpeningPlan {
  const { figures, books, file, findings } = planning;
  const difference = sum([...figures.openings.values()].map(({ amount }) => amount));
  const completion = completeOpenings(difference, planning);
  const year = yearOf(file);
  const hasYearBefore = books.postedBetween !== undefined && books.postedBetween.endsOn < year.startsOn;
  const plan = hasYearBefore
    ? verifyOpening(difference, completion, planning)
    : postOpening(difference, completion, planning);
  const length = plan.entry?.lines.length ?? 0;
  if (length > maxEntryLines) {
    const message = `The opening entry would have ${length} lines; an entry has at most ${maxEntryLines}.`;
    findings.fault(year.line, 'opening_too_long', message);
  }
  return plan;
}

function postOpening(
  difference: Decimal,
  completion: OpeningCompletion | undefined,
  planning: SiePlanning,
): OpeningPlan {
  requireSeparateObjects(planning);
  const lines = openingLines(completion, planning);
  if (lines.length === 0) {
    const explanation = 'The file has no opening balances.';
    return { opening: { treatment: 'none', difference, carriedResult: [], explanation } };
  }
  const explanation = `#IB 0 is the opening entry. ${explainCompletion(difference, completion, planning.file.currency)}`;
  return {
    opening: { treatment: 'posted', difference, completion, carriedResult: [], explanation },
    entry: { purpose: 'opening_balances', date: yearOf(planning.file).startsOn, text: 'Opening balances', lines },
  };
}

function openingLines(completion: OpeningCompletion | undefined, { file, figures }: SiePlanning): PlannedLine[] {
  const lines: PlannedLine[] = [];
  const parts = new Map<string, BalancePart[]>(Array.from(figures.openings.keys(), (code) => [code, []]));
  for (const { account, ...part } of figures.objectOpenings) {
    parts.set(account, [...(parts.get(account) ?? []), part]);
  }
  for (const [code, partsOfAccount] of parts) {
    const opening = figures.openings.get(code);
    const line = opening?.line ?? partsOfAccount[0]!.line;
    lines.push(...balanceLines(code, opening?.amount ?? new Decimal(0), partsOfAccount, line));
  }
  if (completion) {
    const { accountCode, amount, reason } = completion;
    const text = reason === 'previous_result' ? 'Result of the previous year' : 'Opening difference';
    lines.push({ accountCode, amount, text, objects: [], lineNumber: yearOf(file).line });
  }
  return lines;
}
