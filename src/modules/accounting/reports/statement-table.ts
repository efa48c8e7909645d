import type { Column, TableForm } from '#platform/exports/table.js';
import type { StatementSectionView, StatementTotalView } from './financial-statement.dto.js';

/** A row of a statement as a table: a line of a section, its total or one of the whole. */
export interface StatementRow extends StatementTotalView {
  section: string;
  kind: string;
  level: number | null;
  accountCode: string | null;
  name: string | null;
}

export function rowsOf(section: string, { lines, ...total }: StatementSectionView): StatementRow[] {
  return [...lines.map((line) => ({ section, ...line })), totalRow(section, total)];
}

export function totalRow(section: string, { amount, comparisons }: StatementTotalView): StatementRow {
  return { section, kind: 'total', level: null, accountCode: null, name: null, amount, comparisons };
}

/** What the sections and totals are called on paper. */
const titles: Readonly<Record<string, string>> = {
  assets: 'Assets',
  liabilities: 'Liabilities',
  equity: 'Equity',
  liabilities_and_equity: 'Liabilities and equity',
  difference: 'Difference',
  income: 'Income',
  expenses: 'Expenses',
  result: 'Result',
  operating: 'Operating activities',
  investing: 'Investing activities',
  financing: 'Financing activities',
  exchange: 'Effect of exchange rates on cash',
  change: 'Change in cash and cash equivalents',
  opening: 'Cash and cash equivalents at the beginning',
  closing: 'Cash and cash equivalents at the end',
};
const sections = new Set(['assets', 'liabilities', 'equity', 'income', 'expenses']);
/** Those whose total has a name of its own. */
const totals: Readonly<Record<string, string>> = {
  operating: 'Cash flows from operating activities',
  investing: 'Cash flows from investing activities',
  financing: 'Cash flows from financing activities',
};
const headed = new Set([...sections, ...Object.keys(totals), 'exchange', 'opening', 'closing']);

const nameOnPaper = ({ name, kind, section }: StatementRow) =>
  kind === 'total' ? (totals[section] ?? `${sections.has(section) ? 'Total ' : ''}${titles[section]}`) : name;

/** @param labels of the compared columns */
export const statementForm = (labels: readonly string[]): TableForm<StatementRow> => ({
  emphasis: ({ kind }) => (kind === 'group' ? 'subtotal' : kind === 'total' ? 'total' : undefined),
  group: ({ section }) => (headed.has(section) ? titles[section] : undefined),
  level: ({ level }) => level ?? 0,
  columns: [
    { name: 'section', cell: ({ section }) => section },
    { name: 'kind', cell: ({ kind }) => kind },
    { name: 'level', kind: 'count', cell: ({ level }) => (level === null ? null : String(level)) },
    { name: 'accountCode', cell: ({ accountCode }) => accountCode, paper: { heading: 'Account', share: 0.8 } },
    { name: 'name', cell: ({ name }) => name, paper: { heading: 'Name', share: 3, cell: nameOnPaper } },
    { name: 'amount', kind: 'amount', cell: ({ amount }) => amount, paper: { heading: 'Amount', share: 1.2 } },
    ...labels.flatMap((label, at) => comparedColumns(label, at, labels.length)),
  ],
});

/** On paper the differences stand only where there is room for them. */
function comparedColumns(label: string, at: number, count: number): Column<StatementRow>[] {
  const shown = label.replaceAll('_', ' ').replace('/', ' to ');
  return [
    {
      name: `amount ${label}`,
      kind: 'amount',
      cell: ({ comparisons }) => comparisons[at]!.amount,
      paper: { heading: shown, share: 1.2 },
    },
    {
      name: `difference ${label}`,
      kind: 'amount',
      cell: ({ comparisons }) => comparisons[at]!.difference,
      ...(count <= 2 && { paper: { heading: 'Difference', share: 1.2 } }),
    },
  ];
}
