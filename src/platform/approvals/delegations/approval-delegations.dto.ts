import { AtInstant, Count, OnDate, Ref, Text } from '../../http/fields/fields.js';
import { ListOf } from '../../listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const anotherId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12';

class DelegationFields {
  @Ref({
    example: anotherId,
    description: 'Who decides in the place of the other: the id of a person who is a member.',
  })
  delegateId: string;

  @OnDate({ example: '2026-07-01', description: 'The first day, by the calendar of the organization.' })
  startsOn: string;

  @OnDate({ example: '2026-07-21', description: 'The last day.' })
  endsOn: string;
}

export class CreateApprovalDelegation extends DelegationFields {
  @Ref({
    optional: true,
    example: exampleId,
    description:
      'Whose decisions: the caller where left out. For others it takes the permission to manage delegations.',
  })
  delegatorId?: string;

  @Text(50, {
    optional: true,
    nullable: true,
    example: 'journal_entry',
    description: 'Only decisions about this kind of things; all where null.',
  })
  subjectKind?: string | null;

  @Text(500, { optional: true, nullable: true, example: 'Summer holidays' })
  reason?: string | null;
}

export class ApprovalDelegationView extends DelegationFields {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId, description: 'The person whose decisions the delegate takes.' })
  delegatorId: string;

  @Text(50, { nullable: true, example: 'journal_entry' })
  subjectKind: string | null;

  @Text(500, { nullable: true, example: 'Summer holidays' })
  reason: string | null;

  @Ref({ example: exampleId })
  createdBy: string;

  @AtInstant({ nullable: true, example: '2026-07-10T08:30:00.000Z', description: 'When it was taken back.' })
  revokedAt: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'Who took it back.' })
  revokedBy: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-06-15T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-06-15T08:30:00.000Z' })
  updatedAt: string;
}

export class ApprovalDelegationList extends ListOf(ApprovalDelegationView) {}
