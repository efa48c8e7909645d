import type { LegalEntityFact } from '#modules/administration/contract/legal-entities.js';
import type { TableForm, TableHead } from '#platform/exports/table.js';
import { countFact, figuresHeading, periodText } from '../../chart/figures-heading.js';
import type { DeclaredBoxView, TaxReturnBoxesView, TaxReturnRow } from './tax-returns.dto.js';

/** What a return declares, and of what it is a return. */
export interface ReadBoxes {
  view: TaxReturnBoxesView;
  found: TaxReturnRow;
  entity: LegalEntityFact;
  madeAt: Date;
}

export const boxesForm: TableForm<DeclaredBoxView> = {
  columns: [
    { name: 'code', cell: ({ code }) => code, paper: { heading: 'Box', share: 0.8 } },
    { name: 'name', cell: ({ name }) => name, paper: { heading: 'Name', share: 4 } },
    { name: 'kind', cell: ({ kind }) => kind },
    { name: 'amount', kind: 'amount', cell: ({ amount }) => amount, paper: { heading: 'Amount', share: 1.4 } },
    {
      name: 'difference',
      kind: 'amount',
      cell: ({ difference }) => difference,
      paper: { heading: 'Difference', share: 1.4 },
    },
    {
      name: 'lineCount',
      kind: 'count',
      cell: ({ lineCount }) => String(lineCount),
      paper: { heading: 'Lines', share: 0.8 },
    },
  ],
};

/** What was filed when, and what is not declared: nobody who sees only the file misses it. */
export function boxesHead({ view, found, entity, madeAt }: ReadBoxes): TableHead {
  const { formCode, startsOn, endsOn, revision, filedOn, reference } = found;
  const title = { title: `Tax return ${formCode}`, period: periodText(startsOn, endsOn), madeAt };
  return figuresHeading(
    entity,
    title,
    ['Form version', String(view.formVersion)],
    ...countFact('Amendment', revision),
    ['Status', view.status],
    ...(filedOn === null ? [] : [['Filed on', filedOn] as const]),
    ...(reference === null ? [] : [['Reference', reference] as const]),
    ['Tax lines', String(view.lineCount)],
    ...countFact('Of earlier periods', view.lateLineCount),
    ...countFact('In no box', view.lineCountOfNoBox),
    ...countFact('On no form', view.lineCountOfNoForm),
    ...countFact('Before the first period', view.lineCountBeforeFirst),
    ...countFact('Recorded later', view.laterLineCount),
    ['Digest', view.digest],
  );
}
