import type { Column, TableForm } from '#platform/exports/table.js';
import { sideText } from './report-title.js';
import type { LedgerAccountView, LedgerLineView } from './general-ledger.dto.js';

/** A row of a ledger as a table: what an account opens with, its lines, what it closes with. */
export interface LedgerRow {
  row: 'opening' | 'line' | 'closing';
  account: LedgerAccountView;
  line?: LedgerLineView;
  balance: string;
}

const ofLine = (cell: (line: LedgerLineView) => string | null) => (row: LedgerRow) =>
  row.line ? cell(row.line) : null;

function textOnPaper({ row, line }: LedgerRow): string | null {
  if (!line) return row === 'opening' ? 'Opening balance' : 'Closing balance';
  return line.reference === null ? line.description : `${line.description} (${line.reference})`;
}

const columns: readonly Column<LedgerRow>[] = [
  { name: 'row', cell: ({ row }) => row },
  { name: 'accountCode', cell: ({ account }) => account.accountCode },
  { name: 'accountName', cell: ({ account }) => account.accountName },
  { name: 'entryDate', kind: 'date', cell: ofLine((line) => line.entryDate), paper: { heading: 'Date', share: 1 } },
  { name: 'journalCode', cell: ofLine((line) => line.journalCode) },
  {
    name: 'number',
    kind: 'count',
    cell: ofLine((line) => String(line.number)),
  },
  { name: 'lineNumber', kind: 'count', cell: ofLine((line) => String(line.lineNumber)) },
  {
    name: 'entryId',
    cell: ofLine((line) => line.entryId),
    paper: { heading: 'Entry', share: 1.3, cell: ofLine((line) => `${line.journalCode} ${line.number}`) },
  },
  { name: 'kind', cell: ofLine((line) => line.kind) },
  { name: 'reference', cell: ofLine((line) => line.reference) },
  {
    name: 'description',
    cell: ofLine((line) => line.description),
    paper: { heading: 'Text', share: 3.2, cell: textOnPaper },
  },
  {
    name: 'counterAccounts',
    cell: ofLine((line) => (line.counterAccountCodes ?? []).join(' ')),
    paper: { heading: 'Other side', share: 1.1 },
  },
  {
    name: 'debit',
    kind: 'amount',
    cell: ofLine((line) => line.debit),
    paper: { heading: 'Debit', share: 1.2, cell: ofLine((line) => sideText(line.debit)) },
  },
  {
    name: 'credit',
    kind: 'amount',
    cell: ofLine((line) => line.credit),
    paper: { heading: 'Credit', share: 1.2, cell: ofLine((line) => sideText(line.credit)) },
  },
  { name: 'balance', kind: 'amount', cell: ({ balance }) => balance, paper: { heading: 'Balance', share: 1.3 } },
  { name: 'currency', cell: ofLine((line) => line.transactionCurrency) },
  { name: 'transactionAmount', kind: 'amount', cell: ofLine((line) => line.transactionAmount) },
];

export const ledgerForm: TableForm<LedgerRow> = {
  columns,
  emphasis: ({ row }) => (row === 'closing' ? 'total' : undefined),
  group: ({ account }) => `${account.accountCode} ${account.accountName}`,
};
