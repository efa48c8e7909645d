import type { TableForm } from '#platform/exports/table.js';
import { sideText } from './report-title.js';
import type { JournalReportEntryView, JournalReportLineView } from './journal-report.dto.js';

/** A line with the entry that it is of. */
export interface JournalRowOfFile {
  entry: JournalReportEntryView;
  line: JournalReportLineView;
}

function entryOnPaper({ entry }: JournalRowOfFile): string {
  const reference = entry.reference === null ? '' : ` (${entry.reference})`;
  return `${entry.journalCode} ${entry.number}   ${entry.entryDate}   ${entry.description}${reference}`;
}

export const journalForm: TableForm<JournalRowOfFile> = {
  group: entryOnPaper,
  columns: [
    { name: 'journalCode', cell: ({ entry }) => entry.journalCode },
    { name: 'number', kind: 'count', cell: ({ entry }) => String(entry.number) },
    { name: 'entryDate', kind: 'date', cell: ({ entry }) => entry.entryDate },
    { name: 'entryId', cell: ({ entry }) => entry.entryId },
    { name: 'kind', cell: ({ entry }) => entry.kind },
    { name: 'reference', cell: ({ entry }) => entry.reference },
    { name: 'entryDescription', cell: ({ entry }) => entry.description },
    { name: 'lineNumber', kind: 'count', cell: ({ line }) => String(line.lineNumber) },
    { name: 'accountCode', cell: ({ line }) => line.accountCode, paper: { heading: 'Account', share: 0.9 } },
    { name: 'accountName', cell: ({ line }) => line.accountName, paper: { heading: 'Name', share: 2.4 } },
    { name: 'lineDescription', cell: ({ line }) => line.description, paper: { heading: 'Text', share: 2.4 } },
    {
      name: 'debit',
      kind: 'amount',
      cell: ({ line }) => line.debit,
      paper: { heading: 'Debit', share: 1.2, cell: ({ line }) => sideText(line.debit) },
    },
    {
      name: 'credit',
      kind: 'amount',
      cell: ({ line }) => line.credit,
      paper: { heading: 'Credit', share: 1.2, cell: ({ line }) => sideText(line.credit) },
    },
  ],
};
