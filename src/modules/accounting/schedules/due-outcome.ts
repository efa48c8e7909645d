import type { CalendarDate } from '#kernel/calendar-date.js';
import type { PlannedEntry } from '../journal/planned-entry.js';
import type { DraftContent } from '../drafts/journal-entry-drafts.repository.js';
import type { RecurringEntryRow } from './recurring-entries.dto.js';
import type { DueResultView } from './due-run.dto.js';
import type { DueReversal } from './scheduled-reversals.repository.js';

/** What a run looks at. */
export interface DueScope {
  through: CalendarDate;
  legalEntityId?: string;
}

/** One thing that was due, and what comes of it. */
export interface DueOutcome {
  result: DueResultView;
  /** The entry to post, where it comes to one; its number is still to be drawn. */
  entry?: PlannedEntry;
  /** The draft to make, where it comes to one. */
  draft?: { id: string; content: DraftContent };
  /** Where it is a scheduled reversal. */
  reversal?: DueReversal;
  /** Where it is a date of a recurring entry. */
  recurring?: RecurringEntryRow;
}
