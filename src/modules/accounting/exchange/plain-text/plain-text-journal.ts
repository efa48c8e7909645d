import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';

/** A quantity of something: a currency, or anything else that a journal counts. */
export interface JournalAmount {
  quantity: Decimal;
  /** As it is written; empty where nothing is. */
  commodity: string;
}

export type Tags = ReadonlyMap<string, string>;

export interface JournalPosting {
  line: number;
  account: string;
  /** `undefined` where it is what the others leave. */
  amount?: JournalAmount;
  /** Of one (`@`), or of all (`@@`). */
  cost?: JournalAmount & { isTotal: boolean };
  assertion?: JournalAmount & { isSole: boolean; isInclusive: boolean };
  tags: Tags;
}

export interface JournalTransaction {
  line: number;
  date: CalendarDate;
  code: string;
  description: string;
  tags: Tags;
  postings: readonly JournalPosting[];
}

/** What a plain-text journal says. Nothing is judged yet. */
export interface PlainTextJournal {
  transactions: readonly JournalTransaction[];
  /** Tags of declared accounts, by name. */
  accounts: ReadonlyMap<string, Tags>;
}

/** Something wrong with a journal or worth knowing about it, and the line of it. */
export interface JournalFinding {
  line: number;
  code: string;
  message: string;
}

export interface JournalFindings {
  faults: JournalFinding[];
  remarks: JournalFinding[];
}

/** Text of a file as a message shows it. */
export const shownText = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
