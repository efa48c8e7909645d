import { AtInstant, Count, Flag, Ref, Text } from '../http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class CreateErasure {
  @Ref({
    example: exampleId,
    description: 'The person, a former member of the organization; or an invitation that nobody accepted.',
  })
  subjectId: string;

  @Text(500, {
    example: 'Request of 3 March by the person',
    description: 'Why; it is kept, so write nothing personal here.',
  })
  reason: string;
}

export class ErasureView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  subjectId: string;

  @Text(500, { example: 'Request of 3 March by the person' })
  reason: string;

  @Count(0, 2_147_483_647, { example: 4, description: 'Recorded values of the audit trail that were erased now.' })
  valueCount: number;

  @Flag({
    example: true,
    description:
      'Whether the account has no name, address and password any more. False while the person is active in another organization.',
  })
  accountErased: boolean;

  @Ref({ example: exampleId })
  erasedBy: string;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z' })
  erasedAt: string;
}
