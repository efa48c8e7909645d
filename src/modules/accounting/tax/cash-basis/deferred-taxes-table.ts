import type { TableForm } from '#platform/exports/table.js';
import type { DeferredTaxAccountView, DeferredTaxDocumentView, DeferredTaxesView } from './deferred-taxes.dto.js';

/** A document of which tax waits, what waits in all, or an account that it waits on. */
interface DeferredTaxRow {
  row: 'document' | 'total' | 'account';
  document?: DeferredTaxDocumentView;
  account?: DeferredTaxAccountView;
  tax: string | null;
}

export const deferredTaxesForm: TableForm<DeferredTaxRow> = {
  emphasis: ({ row }) => (row === 'total' ? 'total' : undefined),
  isForReaders: ({ row }) => row === 'total',
  group: ({ row }) => (row === 'account' ? 'Accounts' : 'Documents'),
  columns: [
    { name: 'row', cell: ({ row }) => row },
    {
      name: 'entryDate',
      kind: 'date',
      cell: ({ document }) => document?.entryDate ?? null,
      paper: { heading: 'Date', share: 1 },
    },
    {
      name: 'documentType',
      cell: ({ document }) => document?.documentType ?? null,
      paper: {
        heading: 'Of',
        share: 2.4,
        cell: ({ row, document, account }) => {
          if (row === 'total') return 'Total';
          return account ? `${account.accountCode} ${account.accountName}` : (document?.documentType ?? null);
        },
      },
    },
    { name: 'documentId', cell: ({ document }) => document?.documentId ?? null },
    { name: 'entryId', cell: ({ document }) => document?.entryId ?? null },
    { name: 'partyId', cell: ({ document }) => document?.partyId ?? null },
    {
      name: 'base',
      kind: 'amount',
      cell: ({ document }) => document?.base ?? null,
      paper: { heading: 'Base', share: 1.3 },
    },
    { name: 'tax', kind: 'amount', cell: ({ tax }) => tax, paper: { heading: 'Tax', share: 1.3 } },
    { name: 'accountCode', cell: ({ account }) => account?.accountCode ?? null },
    { name: 'accountName', cell: ({ account }) => account?.accountName ?? null },
    {
      name: 'balance',
      kind: 'amount',
      cell: ({ account }) => account?.balance ?? null,
      paper: { heading: 'Balance', share: 1.3 },
    },
    {
      name: 'withoutTaxLines',
      kind: 'amount',
      cell: ({ account }) => account?.withoutTaxLines ?? null,
      paper: { heading: 'Without tax lines', share: 1.3 },
    },
  ],
};

export const deferredTaxesRows = ({ documents, total, accounts }: DeferredTaxesView): DeferredTaxRow[] => [
  ...documents.map((document): DeferredTaxRow => ({ row: 'document', document, tax: document.tax })),
  { row: 'total', tax: total },
  ...accounts.map((account): DeferredTaxRow => ({ row: 'account', account, tax: account.deferred })),
];
