import { Choice, Count, Flag, List, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { BulkErrorView } from '../journal/bulk-posting.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const dueKinds = ['reversal', 'recurring'] as const;
export const dueStatuses = ['posted', 'drafted', 'settled', 'refused'] as const;

/** What one run tells of at most; what is left waits for the next. */
export const MOST_RESULTS = 10_000;

export class RunDuePostings {
  @OnDate({
    optional: true,
    example: '2026-02-01',
    description:
      'Carries out what is due up to this day; up to today, by the clock of the organization, where left out.',
  })
  through?: string;

  @Ref({ optional: true, example: exampleId, description: 'Of this legal entity alone; of all where left out.' })
  legalEntityId?: string;
}

export class DueResultView {
  @Choice(dueKinds, { name: 'DueKind', example: 'reversal' })
  kind: (typeof dueKinds)[number];

  @Ref({ example: exampleId, description: 'The scheduled reversal or recurring entry.' })
  id: string;

  @OnDate({ example: '2026-02-01' })
  dueOn: string;

  @Choice(dueStatuses, {
    name: 'DueStatus',
    example: 'posted',
    description:
      '`settled`: somebody else had reversed the entry already. `refused`: it is tried again at the next run.',
  })
  status: (typeof dueStatuses)[number];

  @Ref({ nullable: true, example: exampleId, description: 'The entry that was posted, or that settles it.' })
  entryId: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The draft that was made.' })
  draftId: string | null;

  @Text(20, { nullable: true, example: 'GENERAL' })
  journalCode: string | null;

  @Count(1, 2_147_483_647, { nullable: true, example: 18 })
  number: number | null;

  @List(() => BulkErrorView, { max: 100_000, description: 'Why it was refused.' })
  errors: BulkErrorView[];
}

export class DueRunView {
  @OnDate({ example: '2026-02-01' })
  through: string;

  @Flag({ example: false, description: 'Whether so much was due that some of it waits for the next run.' })
  hasMore: boolean;

  @List(() => DueResultView, {
    max: MOST_RESULTS,
    description: 'One for each thing that was due, in the order of dates.',
  })
  results: DueResultView[];
}
