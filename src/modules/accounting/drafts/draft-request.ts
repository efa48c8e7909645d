import type { CalendarDate } from '#kernel/calendar-date.js';
import type { ProblemError } from '#kernel/problem.js';
import type { PostingLine, PostingRequest } from '../contract/ledger-posting.js';
import { finding } from '../journal/planned-entry.js';
import type { DraftLineView, JournalEntryDraftView } from './journal-entry-drafts.dto.js';
import type { DraftContent } from './journal-entry-drafts.repository.js';

/** What a draft asks to be posted. `request` is absent where nothing can be looked up without a date. */
export interface DraftRequest {
  request?: PostingRequest;
  /** What the draft still lacks; the rest of the rules are the ledger's to check. */
  lacking: ProblemError[];
}

/** Reads a draft as a request to post; pure. Pointers are those of the draft as it is answered. */
export const requestOfDraft = (draft: JournalEntryDraftView): DraftRequest =>
  requestOfContent(draft.legalEntityId, draft);

/** The same of what may become a draft. */
export function requestOfContent(legalEntityId: string, draft: DraftContent): DraftRequest {
  const lacking = [
    ...(draft.entryDate === null ? [missing('entryDate')] : []),
    ...(draft.description === null ? [missing('description')] : []),
    ...(draft.lines.length < 2 ? [finding('', 'lines', 'too_few', 'An entry has at least two lines.')] : []),
  ];
  if (draft.entryDate === null) return { lacking };
  const { lines } = draft;
  const request = {
    legalEntityId,
    entryDate: draft.entryDate as CalendarDate,
    description: draft.description ?? '',
    lines: lines.map(requestOfLine),
    ...given({
      journalCode: draft.journalCode,
      adjustment: draft.adjustment,
      kind: draft.kind,
      reference: draft.reference,
      externalSource: draft.externalSource,
      externalId: draft.externalId,
      currency: draft.currency,
      exchangeRate: draft.exchangeRate,
      exchangeRateSource: draft.exchangeRateSource,
      exchangeRateType: draft.exchangeRateType,
      softCloseReason: draft.softCloseReason,
      reversesOn: draft.reversesOn as CalendarDate | null,
      taxPointOn: draft.taxPointOn as CalendarDate | null,
    }),
  };
  return { request, lacking };
}

const requestOfLine = (line: DraftLineView): PostingLine =>
  given({ ...line, partyId: line.partyId?.toLowerCase() ?? null, dueOn: line.dueOn as CalendarDate | null });

const missing = (field: string): ProblemError => finding('', field, 'required', 'Is missing.');

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], null> };

/** Without what is null: where a draft says nothing, a request leaves the field out. */
function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Given<T>;
}
