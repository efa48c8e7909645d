import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { oneLine } from './one-line.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { nameOf } from '../calendar/period-transitions.js';
import { planReversal } from '../journal/plan-reversal.js';
import type { PlannedEntry } from '../journal/planned-entry.js';
import type { PeriodFact, PostingFacts } from '../journal/posting-facts.js';
import { moduleRights } from '../journal/posting-rights.js';

export type UndoPlan =
  { entries: PlannedEntry[]; errors?: undefined } | { entries?: undefined; errors: ProblemError[] };

/**
 * The mirror of every entry, on its own date. All that stands in the way is told at once: each period that is not open,
 * each account and journal that is inactive.
 */
export function planImportUndo(originals: readonly JournalEntryView[], facts: PostingFacts): UndoPlan {
  const closed = closedPeriods(originals, facts).map(periodError);
  if (closed.length > 0) return { errors: closed };
  const entries: PlannedEntry[] = [];
  const errors = new Map<string, ProblemError>();
  for (const original of originals) {
    const description = oneLine(`Import undone: ${original.description}`, 500);
    const { adjustment } = original;
    const request = { entryDate: original.entryDate as CalendarDate, adjustment, description };
    const plan = planReversal(original, request, newId(), facts, moduleRights);
    if (plan.entry) entries.push(plan.entry);
    for (const error of plan.errors ?? []) errors.set(error.message, { ...error, pointer: '' });
  }
  return errors.size > 0 ? { errors: [...errors.values()] } : { entries };
}

function closedPeriods(originals: readonly JournalEntryView[], facts: PostingFacts): PeriodFact[] {
  const periods = originals.flatMap(
    ({ legalEntityId, entryDate, adjustment }) =>
      facts.period(legalEntityId, entryDate as CalendarDate, adjustment) ?? [],
  );
  const closed = periods.filter(({ status, fiscalYearStatus }) => status !== 'open' || fiscalYearStatus === 'closed');
  return [...new Set(closed)].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
}

function periodError(period: PeriodFact): ProblemError {
  const { status, fiscalYearStatus } = period;
  const name = nameOf(period);
  if (fiscalYearStatus === 'closed') {
    const message = `${name} belongs to a closed fiscal year; reopen the year first.`;
    return { pointer: '', code: 'fiscal_year_closed', message };
  }
  const message = status === 'locked' ? `${name} is locked for good.` : `${name} is closed; reopen it first.`;
  return { pointer: '', code: 'period_closed', message };
}
