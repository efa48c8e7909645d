/** The journal of entries that name none. */
export const GENERAL_JOURNAL = 'GENERAL';
/** The journal of opening balances. */
export const OPENING_JOURNAL = 'OPENING';
/** The journal of what customers pay and are paid back. */
export const RECEIPTS_JOURNAL = 'RECEIPTS';

/** Journals that all books have from the start; they stay active, because posting and imports rely on them. */
export const standardJournals = [
  { code: GENERAL_JOURNAL, name: 'General journal' },
  { code: OPENING_JOURNAL, name: 'Opening balances' },
  { code: RECEIPTS_JOURNAL, name: 'Receipts' },
] as const;

export const isStandardJournal = (code: string): boolean => standardJournals.some((journal) => journal.code === code);

/** Journals of documents and of what follows from them, by the type of what entries are posted for: nothing else is posted there. */
export const documentJournals = {
  invoice: 'SALES-INVOICES',
  credit_note: 'SALES-CREDITS',
  deferral: 'DEFERRED-REVENUE',
} as const;
