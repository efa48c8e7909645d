import type { Column, TableForm, TableHead } from '#platform/exports/table.js';
import type { NumberGapView, NumberSeriesQuery, NumberSeriesView } from './number-series.dto.js';

type Series = Pick<
  NumberSeriesView,
  'legalEntityId' | 'journalId' | 'journalCode' | 'fiscalYearId' | 'startsOn' | 'endsOn'
>;

const keyColumns: Column<Series>[] = [
  { name: 'legalEntityId', cell: ({ legalEntityId }) => legalEntityId },
  { name: 'journalId', cell: ({ journalId }) => journalId },
  { name: 'fiscalYearId', cell: ({ fiscalYearId }) => fiscalYearId },
  { name: 'startsOn', kind: 'date', cell: ({ startsOn }) => startsOn, paper: { heading: 'From', share: 1 } },
  { name: 'endsOn', kind: 'date', cell: ({ endsOn }) => endsOn, paper: { heading: 'To', share: 1 } },
  { name: 'journalCode', cell: ({ journalCode }) => journalCode, paper: { heading: 'Journal', share: 1.2 } },
];

const numberText = (number: number | null) => (number === null ? null : String(number));

export const seriesForm: TableForm<NumberSeriesView> = {
  columns: [
    ...keyColumns,
    { name: 'journalName', cell: ({ journalName }) => journalName, paper: { heading: 'Name', share: 2 } },
    {
      name: 'firstNumber',
      kind: 'count',
      cell: ({ firstNumber }) => numberText(firstNumber),
      paper: { heading: 'First', share: 0.8 },
    },
    {
      name: 'lastNumber',
      kind: 'count',
      cell: ({ lastNumber }) => numberText(lastNumber),
      paper: { heading: 'Last', share: 0.8 },
    },
    {
      name: 'nextNumber',
      kind: 'count',
      cell: ({ nextNumber }) => numberText(nextNumber),
      paper: { heading: 'Next', share: 0.8 },
    },
    {
      name: 'entryCount',
      kind: 'count',
      cell: ({ entryCount }) => numberText(entryCount),
      paper: { heading: 'Entries', share: 0.8 },
    },
    { name: 'counter', kind: 'count', cell: ({ counter }) => numberText(counter) },
    { name: 'isOpen', kind: 'flag', cell: ({ isOpen }) => String(isOpen), paper: { heading: 'Open', share: 0.7 } },
    {
      name: 'isContiguous',
      kind: 'flag',
      cell: ({ isContiguous }) => String(isContiguous),
      paper: { heading: 'Gapless', share: 0.8 },
    },
  ],
};

export const gapForm: TableForm<NumberGapView> = {
  columns: [
    ...keyColumns,
    {
      name: 'fromNumber',
      kind: 'count',
      cell: ({ fromNumber }) => numberText(fromNumber),
      paper: { heading: 'First missing', share: 1.2 },
    },
    {
      name: 'toNumber',
      kind: 'count',
      cell: ({ toNumber }) => numberText(toNumber),
      paper: { heading: 'Last missing', share: 1.2 },
    },
  ],
};

/** What was looked at stands above the rows, as a register without rows says nothing else. */
export function headOfNumbers(
  title: string,
  { legalEntityId, fiscalYearId, journalCode }: NumberSeriesQuery,
  madeAt: string,
  ...more: [string, string][]
): TableHead {
  const asked = [
    ['Legal entity', legalEntityId],
    ['Fiscal year', fiscalYearId],
    ['Journal', journalCode],
  ] as const;
  return {
    title,
    owner: '',
    ownerDetails: [],
    facts: [...more, ...asked.map(([name, value]) => [name, value ?? 'All'] as const), ['Made at', madeAt]],
  };
}
