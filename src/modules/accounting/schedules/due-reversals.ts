import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { planReversal, reversalDescription } from '../journal/plan-reversal.js';
import type { PlannedEntry, PostingRights } from '../journal/planned-entry.js';
import type { PostingFacts } from '../journal/posting-facts.js';
import type { DueReversal } from './scheduled-reversals.repository.js';

/** What is to be done about a reversal whose date has come. */
export type ReversalDecision =
  | { status: 'posted'; entry: PlannedEntry }
  | { status: 'settled'; reversalId: string }
  | { status: 'refused'; errors: ProblemError[] };

/** Decides it; pure. Where somebody has reversed the entry already, there is nothing left to do. */
export function decideReversal(
  due: DueReversal,
  original: JournalEntryView,
  facts: PostingFacts,
  rights: PostingRights,
): ReversalDecision {
  if (original.reversedBy !== null) return { status: 'settled', reversalId: original.reversedBy };
  const request = {
    entryDate: due.dueOn as CalendarDate,
    adjustment: false,
    description: reversalDescription(original),
  };
  const { entry, errors } = planReversal(original, request, newId(), facts, rights);
  return entry ? { status: 'posted', entry } : { status: 'refused', errors };
}

/** What the reversal of an entry on a date needs to know of the books. */
export const namedByReversal = ({ legalEntityId, journalCode, lines }: JournalEntryView, dueOn: string) => ({
  legalEntityId,
  journalCode,
  entryDate: dueOn as CalendarDate,
  lines: lines.map(({ accountId }) => ({ accountId })),
});
