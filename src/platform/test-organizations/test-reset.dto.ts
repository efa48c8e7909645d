import { AtInstant, Count, Ref, Text } from '../http/fields/fields.js';

export class ResetTestOrganization {
  @Text(200, {
    example: 'Example Group (test)',
    description: 'The name of the organization, letter by letter, so that no other one is emptied by mistake.',
  })
  confirmName: string;

  @Text(500, {
    optional: true,
    example: 'Before the next run of the acceptance tests',
    description: 'Why; it is kept with the fact that it was emptied.',
  })
  reason?: string;
}

export class TestResetView {
  @Ref({ example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11', description: 'The organization.' })
  organizationId: string;

  @Count(0, Number.MAX_SAFE_INTEGER, { example: 1204, description: 'So many rows were deleted, in all tables.' })
  removedRowCount: number;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z', description: 'The real time, which its clock shows again.' })
  resetAt: string;
}
