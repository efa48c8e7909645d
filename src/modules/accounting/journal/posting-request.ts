import type { CalendarDate } from '#kernel/calendar-date.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import type { JournalEntryFields } from './journal-entries.dto.js';

/** What was sent as an entry, in the words of the posting contract. */
export function requestOfBody(body: JournalEntryFields, legalEntityId: string): PostingRequest {
  const lines = body.lines.map((line) => ({
    ...line,
    accountId: line.accountId?.toLowerCase(),
    partyId: line.partyId?.toLowerCase(),
    dueOn: line.dueOn as CalendarDate | undefined,
  }));
  const dates = {
    entryDate: body.entryDate as CalendarDate,
    reversesOn: body.reversesOn as CalendarDate | undefined,
    taxPointOn: body.taxPointOn as CalendarDate | undefined,
  };
  return { ...body, ...dates, legalEntityId, lines };
}
