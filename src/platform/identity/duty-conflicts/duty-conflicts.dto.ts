import { Choice, List, Nested, Ref, Text, Values } from '../../http/fields/fields.js';
import { ListOf } from '../../listing/page.view.js';
import { MOST_ROLES, permissionNameRule, roleCodeRule } from '../roles/role-fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const dutyHolderKinds = ['member', 'engaged_person', 'service_account'] as const;
export type DutyHolderKind = (typeof dutyHolderKinds)[number];

export class DutyView {
  @Text(100, { example: 'Bank details of parties' })
  duty: string;

  @Values(permissionNameRule, {
    min: 1,
    max: 100,
    example: ['accounting.party_bank_account.manage'],
    description: 'Permissions of the duty that the holder has now; each is enough for it.',
  })
  permissions: string[];
}

export class DutyConflictView {
  @Text(60, { example: 'bank_details_and_refunds', description: 'Stays the same; the words beside it may change.' })
  code: string;

  @Text(400, { example: 'Enters an account of their own and pays a refund to it.', description: 'What could be done.' })
  reason: string;

  @Nested(() => DutyView)
  first: DutyView;

  @Nested(() => DutyView)
  second: DutyView;
}

export class DutyHolderView {
  @Ref({ example: exampleId, description: 'The membership, or the service account.' })
  id: string;

  @Choice(dutyHolderKinds, {
    name: 'DutyHolderKind',
    example: 'member',
    description:
      'A `member`, with the roles of the membership; an `engaged_person`, by the engagement that is in force today; or a `service_account`. API keys do no more than whoever made them, who is listed.',
  })
  kind: DutyHolderKind;

  @Ref({ example: exampleId, description: 'The person; of a service account, who answers for it.' })
  userId: string;

  @Text(200, { example: 'Anna Berg' })
  name: string;

  @Values(roleCodeRule, { max: MOST_ROLES, example: ['accountant'], description: 'The roles that are in force.' })
  roles: string[];

  @Values(roleCodeRule, {
    max: 100,
    example: ['bank_details_and_refunds'],
    description: 'Of the conflicts, which as a file are only these.',
  })
  codes: string[];

  @List(() => DutyConflictView, { min: 1, max: 100, description: 'In the order of the documentation.' })
  conflicts: DutyConflictView[];
}

export class DutyHolderList extends ListOf(DutyHolderView) {}
