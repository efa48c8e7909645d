import { given } from '#kernel/given.js';
import type { CreateJournalEntryDraft, DraftLineView, UpdateJournalEntryDraft } from './journal-entry-drafts.dto.js';
import type { DraftContent } from './journal-entry-drafts.repository.js';

export const emptyLine: DraftLineView = {
  accountCode: null,
  debit: null,
  credit: null,
  currency: null,
  exchangeRate: null,
  exchangeRateSource: null,
  exchangeRateType: null,
  description: null,
  dimensions: null,
  partyId: null,
  dueOn: null,
  taxes: null,
};

/** A draft of which nothing is known yet. */
export const emptyContent: DraftContent = {
  journalCode: null,
  entryDate: null,
  adjustment: null,
  kind: null,
  description: null,
  reference: null,
  externalSource: null,
  externalId: null,
  currency: null,
  exchangeRate: null,
  exchangeRateSource: null,
  exchangeRateType: null,
  softCloseReason: null,
  reversesOn: null,
  taxPointOn: null,
  lines: [],
};

/** The content after a change: what is left out stays, null clears, lines replace all that were there (RFC 7396). */
export function contentWith(
  content: DraftContent,
  change: Omit<CreateJournalEntryDraft, 'legalEntityId'> | UpdateJournalEntryDraft,
): DraftContent {
  const { lines, ...header } = change;
  const kept = Object.fromEntries(
    Object.keys(emptyContent).map((name) => [name, content[name as keyof DraftContent]]),
  ) as unknown as DraftContent;
  return {
    ...kept,
    ...given(header),
    lines: lines?.map((line) => ({ ...emptyLine, ...given(line) })) ?? content.lines,
  };
}
