import { sum, type Decimal } from '#kernel/decimal.js';
import { completeOpenings, explainCompletion } from './complete-sie-opening.js';
import { yearOf } from './plan-sie-year.js';
import {
  maxEntryLines,
  type OpeningCompletion,
  type OpeningPlan,
  type PlannedLine,
  type SiePlanning,
} from './sie-import-plan.js';
import { verifyOpening } from './verify-sie-opening.js';

/**
 * Decides what becomes of #IB 0, completed to sum to zero: books without entries start with it, books that have the year
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
  for (const [accountCode, { amount, line }] of figures.openings) {
    if (!amount.isZero()) lines.push({ accountCode, amount, text: '', objects: [], lineNumber: line });
  }
  if (completion) {
    const { accountCode, amount, reason } = completion;
    const text = reason === 'previous_result' ? 'Result of the previous year' : 'Opening difference';
    lines.push({ accountCode, amount, text, objects: [], lineNumber: yearOf(file).line });
  }
  return lines;
}
