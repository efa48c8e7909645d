import { AtInstant, Choice, Ref, Text } from '../http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const statuses = ['closed'] as const;

export class CloseOrganization {
  @Text(200, {
    example: 'Example Group',
    description: 'The name of the organization, letter by letter, so that no other one is closed by mistake.',
  })
  confirmName: string;

  @Text(500, { example: 'The business was sold in March', description: 'Why; it is kept in the audit trail.' })
  reason: string;
}

export class ClosedOrganizationView {
  @Ref({ example: exampleId })
  id: string;

  @Text(200, { example: 'Example Group' })
  name: string;

  @Choice(statuses, { name: 'ClosedOrganizationStatus', example: 'closed' })
  status: 'closed';

  @Text(500, { example: 'The business was sold in March' })
  reason: string;

  @Ref({ example: exampleId, description: 'The person who closed it.' })
  closedBy: string;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z' })
  closedAt: string;
}
