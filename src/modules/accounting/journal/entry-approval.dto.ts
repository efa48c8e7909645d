import { List, Ref } from '#platform/http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class EntryApproverView {
  @Ref({ example: exampleId, description: 'The person who approved.' })
  personId: string;

  @Ref({ nullable: true, example: exampleId, description: 'The approver in whose place they did.' })
  onBehalfOf: string | null;
}

export class EntryApprovalView {
  @Ref({ example: exampleId, description: 'The approval request, with its steps and decisions.' })
  requestId: string;

  @Ref({ example: exampleId, description: 'The person who submitted the entry.' })
  makerId: string;

  @List(() => EntryApproverView, { max: 1000, description: 'In the order of their decisions.' })
  approvers: EntryApproverView[];
}
