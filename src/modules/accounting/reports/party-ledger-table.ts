import type { Chart } from '#platform/exports/chart.js';
import type { Column, TableForm } from '#platform/exports/table.js';
import type {
  LineDocumentView,
  PartyLedgerLineView,
  PartyLedgerSectionView,
  PartyLedgerView,
  PartyOpenItemView,
} from './party-ledger.dto.js';
import { chartOf } from './report-charts.js';
import { periodText, sideText } from './report-title.js';

/** What a currency opens with, its lines, what it closes with, and after it what is open of it. */
interface PartyLedgerRow {
  row: 'opening' | 'line' | 'closing' | 'open';
  currency: string;
  to: string;
  balance: string | null;
  functionalBalance: string | null;
  line?: PartyLedgerLineView;
  item?: PartyOpenItemView;
}

const ofLine = (cell: (line: PartyLedgerLineView) => string | null) => (row: PartyLedgerRow) =>
  row.line ? cell(row.line) : null;

const ofBoth = (cell: (of: PartyLedgerLineView | PartyOpenItemView) => string | null) => (row: PartyLedgerRow) => {
  const of = row.line ?? row.item;
  return of ? cell(of) : null;
};

function textOnPaper({ row, line, item }: PartyLedgerRow): string | null {
  const of = line ?? item;
  if (!of) return row === 'opening' ? 'Opening balance' : 'Closing balance';
  return of.reference === null ? of.description : `${of.description} (${of.reference})`;
}

const documentText = (document: LineDocumentView | null) => document?.number ?? null;

const onSide = (side: 'debit' | 'credit', heading: string): Column<PartyLedgerRow> => {
  const paper = { heading, share: 1.2, cell: ofLine((line) => sideText(line[side])) };
  return { name: side, kind: 'amount', cell: ofLine((line) => line[side]), paper };
};

export const partyLedgerForm: TableForm<PartyLedgerRow> = {
  emphasis: ({ row }) => (row === 'closing' ? 'total' : undefined),
  group: ({ row, currency, to }) => (row === 'open' ? `${currency}, open at the end of ${to}` : currency),
  columns: [
    { name: 'row', cell: ({ row }) => row },
    { name: 'currency', cell: ({ currency }) => currency },
    { name: 'entryDate', kind: 'date', cell: ofBoth((of) => of.entryDate), paper: { heading: 'Date', share: 1 } },
    { name: 'documentType', cell: ofBoth(({ document }) => document?.type ?? null) },
    {
      name: 'documentNumber',
      cell: ofBoth(({ document }) => documentText(document)),
      paper: { heading: 'Document', share: 1.6 },
    },
    { name: 'journalCode', cell: ofLine((line) => line.journalCode) },
    { name: 'number', kind: 'count', cell: ofLine((line) => String(line.number)) },
    { name: 'lineNumber', kind: 'count', cell: ofLine((line) => String(line.lineNumber)) },
    { name: 'entryId', cell: ofBoth((of) => of.entryId) },
    { name: 'accountCode', cell: ofLine((line) => line.accountCode) },
    { name: 'reference', cell: ofBoth((of) => of.reference) },
    {
      name: 'description',
      cell: ofBoth((of) => of.description),
      paper: { heading: 'Text', share: 2.6, cell: textOnPaper },
    },
    { name: 'dueOn', kind: 'date', cell: ofBoth((of) => of.dueOn), paper: { heading: 'Due', share: 1 } },
    onSide('debit', 'Debit'),
    onSide('credit', 'Credit'),
    {
      name: 'balance',
      kind: 'amount',
      cell: ({ balance }) => balance,
      paper: { heading: 'Balance', share: 1.3, cell: ({ balance, item }) => item?.openAmount ?? balance },
    },
    { name: 'functionalDebit', kind: 'amount', cell: ofLine((line) => line.functionalDebit) },
    { name: 'functionalCredit', kind: 'amount', cell: ofLine((line) => line.functionalCredit) },
    { name: 'functionalBalance', kind: 'amount', cell: ({ functionalBalance }) => functionalBalance },
    { name: 'openAmount', kind: 'amount', cell: ({ item }) => item?.openAmount ?? null },
    { name: 'functionalOpenAmount', kind: 'amount', cell: ({ item }) => item?.functionalOpenAmount ?? null },
  ],
};

export const partyLedgerRows = ({ sections, to }: PartyLedgerView): PartyLedgerRow[] =>
  sections.flatMap((section) => rowsOf(section, to));

function rowsOf(section: PartyLedgerSectionView, to: string): PartyLedgerRow[] {
  const { currency, opening, closing, functionalOpening, functionalClosing, lines, openItems } = section;
  const of = { currency, to };
  return [
    { ...of, row: 'opening', balance: opening, functionalBalance: functionalOpening },
    ...lines.map((line): PartyLedgerRow => {
      return { ...of, row: 'line', line, balance: line.balance, functionalBalance: line.functionalBalance };
    }),
    { ...of, row: 'closing', balance: closing, functionalBalance: functionalClosing },
    ...openItems.map((item): PartyLedgerRow => ({ ...of, row: 'open', item, balance: null, functionalBalance: null })),
  ];
}

/** What was owed at the end of every day on which it moved, in the functional currency. */
export function partyLedgerChart(view: PartyLedgerView, balances: ReadonlyMap<string, string>): Chart {
  const { partyNumber, partyName, from, to, opening, closing } = view;
  const days = new Map([[from, opening], ...balances, [to, closing]]);
  const series = { name: 'Balance', values: [...days.values()], form: 'step' } as const;
  const title = `Balance of ${partyNumber} ${partyName}`;
  return { ...chartOf(view, title, periodText(from, to), [...days.keys()], [series]), isOverTime: true };
}
