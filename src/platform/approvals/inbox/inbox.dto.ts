import { Count, Flag, List, Nested, Ref, Text } from '../../http/fields/fields.js';
import { ApprovalRequestView } from '../requests/approval-requests.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_ITEMS = 200;
export const STANDARD_ITEMS = 50;

export class InboxQuery {
  @Count(1, MOST_ITEMS, {
    optional: true,
    example: 50,
    description: `Most items of the answer, ${STANDARD_ITEMS} unless told. The counts are of all.`,
  })
  limit?: number;
}

export class InboxCountView {
  @Text(50, { example: 'journal_entry' })
  subjectKind: string;

  @Count(0, 2_147_483_647, { example: 3 })
  count: number;

  @Count(0, 2_147_483_647, { example: 1, description: 'Those of them that wait for somebody who delegated to you.' })
  delegated: number;
}

export class InboxItemView {
  @Nested(() => ApprovalRequestView)
  request: ApprovalRequestView;

  @Ref({
    nullable: true,
    example: exampleId,
    description: 'The approver in whose place you would decide; null for yourself.',
  })
  onBehalfOf: string | null;

  @Text(500, { example: `/v1/approval-requests/${exampleId}/approve`, description: 'Path to approve it by POST.' })
  approveHref: string;

  @Text(500, { example: `/v1/approval-requests/${exampleId}/reject`, description: 'Path to reject it by POST.' })
  rejectHref: string;
}

export class InboxView {
  @Count(0, 2_147_483_647, { example: 3, description: 'How much waits for you.' })
  waiting: number;

  @List(() => InboxCountView, { max: 100, description: 'How much of which kind.' })
  counts: InboxCountView[];

  @List(() => InboxItemView, { max: MOST_ITEMS, description: 'What has waited longest comes first.' })
  items: InboxItemView[];

  @Flag({ example: false, description: 'Whether more waits than the answer has.' })
  hasMore: boolean;
}
