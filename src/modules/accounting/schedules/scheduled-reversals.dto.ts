import { AtInstant, Choice, Count, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const scheduledReversalStatuses = ['scheduled', 'done', 'cancelled'] as const;
export type ScheduledReversalStatus = (typeof scheduledReversalStatuses)[number];

export class UpdateScheduledReversal {
  @OnDate({ example: '2026-03-01', description: 'After the date of the entry. What was refused is tried again then.' })
  reversesOn: string;
}

/** A row as the database gives it. */
export interface ScheduledReversalRow {
  id: string;
  legalEntityId: string;
  entryId: string;
  reversesOn: string;
  status: ScheduledReversalStatus;
  reversalId: string | null;
  refusalCode: string | null;
  refusal: string | null;
  refusedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class ScheduledReversalView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId, description: 'The entry that is to be reversed.' })
  entryId: string;

  @OnDate({ example: '2026-02-01', description: 'Date of the reversal; it is carried out once this day has come.' })
  reversesOn: string;

  @Choice(scheduledReversalStatuses, {
    name: 'ScheduledReversalStatus',
    example: 'scheduled',
    description: '`done` also where somebody else reversed the entry first.',
  })
  status: ScheduledReversalStatus;

  @Ref({ nullable: true, example: exampleId, description: 'The entry that reverses it.' })
  reversalId: string | null;

  @Text(100, { nullable: true, example: 'period_closed', description: 'Why the last attempt was refused.' })
  refusalCode: string | null;

  @Text(1000, { nullable: true, example: 'The fiscal period 2026-02-01 to 2026-02-28 is locked for good.' })
  refusal: string | null;

  @AtInstant({
    nullable: true,
    example: '2026-02-01T08:30:00.000Z',
    description: 'Since when it is refused for this reason. It is tried again at every run.',
  })
  refusedAt: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: ScheduledReversalRow): ScheduledReversalView {
    const { id, legalEntityId, entryId, reversesOn, status, reversalId, refusalCode, refusal, version } = row;
    const refusedAt = row.refusedAt?.toISOString() ?? null;
    const [createdAt, updatedAt] = [row.createdAt.toISOString(), row.updatedAt.toISOString()];
    const state = { status, reversalId, refusalCode, refusal, refusedAt };
    return { id, legalEntityId, entryId, reversesOn, ...state, version, createdAt, updatedAt };
  }
}

export class ScheduledReversalList extends ListOf(ScheduledReversalView) {}
