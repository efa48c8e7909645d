import { AtInstant, Choice, Count, List, Ref, Text } from '#platform/http/fields/fields.js';

export const MOST_FINDINGS = 100;

const checkStatuses = ['passed', 'failed'] as const;
type CheckStatus = (typeof checkStatuses)[number];

export class IntegrityChecksQuery {
  @Ref({
    optional: true,
    example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    description: 'Only the books of this legal entity; all of the organization where left out.',
  })
  legalEntityId?: string;
}

export class IntegrityFindingView {
  @Text(200, { example: 'GENERAL 17', description: 'The entry, account or series that it is about.' })
  subject: string;

  @Text(500, { example: 'The lines sum to 100.00 debit and 90.00 credit.' })
  message: string;
}

export class IntegrityCheckView {
  @Text(100, { example: 'entries_balance' })
  name: string;

  @Text(500, { example: 'Debits equal credits in every entry, and both equal the total of its header.' })
  description: string;

  @Choice(checkStatuses, { name: 'IntegrityCheckStatus', example: 'passed' })
  status: CheckStatus;

  @Count(0, 2_147_483_647, { example: 0 })
  findingCount: number;

  @List(() => IntegrityFindingView, { max: MOST_FINDINGS, description: 'The first hundred findings.' })
  findings: IntegrityFindingView[];
}

export class IntegrityChecksView {
  @Choice(checkStatuses, {
    name: 'IntegrityCheckStatus',
    example: 'passed',
    description: '`passed` when every check did.',
  })
  status: CheckStatus;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z', description: 'The state of the books at this time was checked.' })
  checkedAt: string;

  @List(() => IntegrityCheckView, { max: 100 })
  checks: IntegrityCheckView[];
}
