import type { Column, TableForm } from '#platform/exports/table.js';
import type {
  WithholdingSummaryRowView,
  WithholdingSummaryView,
  WithholdingSumsView,
} from './withholding-summary.dto.js';

/** What was withheld by code, customer and year, or the sum of all. */
interface WithholdingTableRow {
  sums: WithholdingSumsView;
  of?: WithholdingSummaryRowView;
}

const ofRow = (cell: (of: WithholdingSummaryRowView) => string) => (row: WithholdingTableRow) =>
  row.of ? cell(row.of) : null;

const amount = (name: Exclude<keyof WithholdingSumsView, 'count'>, heading?: string): Column<WithholdingTableRow> => ({
  name,
  kind: 'amount',
  cell: ({ sums }) => sums[name],
  ...(heading !== undefined && { paper: { heading, share: 1.2 } }),
});

export const withholdingSummaryForm: TableForm<WithholdingTableRow> = {
  emphasis: ({ of }) => (of ? undefined : 'total'),
  isForReaders: ({ of }) => !of,
  columns: [
    { name: 'code', cell: ofRow(({ code }) => code), paper: { heading: 'Code', share: 0.8 } },
    {
      name: 'yearStartsOn',
      kind: 'date',
      cell: ofRow(({ yearStartsOn }) => yearStartsOn),
      paper: { heading: 'Year from', share: 1 },
    },
    { name: 'partyNumber', cell: ofRow(({ partyNumber }) => partyNumber), paper: { heading: 'Number', share: 0.8 } },
    {
      name: 'partyName',
      cell: ofRow(({ partyName }) => partyName),
      paper: { heading: 'Name', share: 2, cell: ({ of }) => of?.partyName ?? 'Total' },
    },
    { name: 'partyId', cell: ofRow(({ partyId }) => partyId) },
    { name: 'count', kind: 'count', cell: ({ sums }) => String(sums.count) },
    amount('base', 'Base'),
    amount('amount', 'Withheld'),
    amount('certified'),
    amount('uncertified', 'Uncertified'),
    amount('expectedBase'),
    amount('expected', 'Expected'),
    amount('unwithheld', 'Unwithheld'),
  ],
};

export const withholdingSummaryRows = ({ rows, total }: WithholdingSummaryView): WithholdingTableRow[] => [
  ...rows.map((of) => ({ sums: of, of })),
  { sums: total },
];
