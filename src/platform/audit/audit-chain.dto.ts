import { AtInstant, Choice, Code, Count, List, Ref, Text } from '#platform/http/fields/fields.js';

const exampleRoot = '6f1ed002ab5595859014ebf0951522d98c1f2f5a1d9a7bb3a1f7a6a1b7f1d0c3';
export const root = { pattern: '^[0-9a-f]{64}$', words: '64 hexadecimal digits in lower case' };
const exampleInstant = '2026-01-31T08:30:00.000Z';
export const MOST_SEALS = Number.MAX_SAFE_INTEGER;

export const MOST_FINDINGS = 100;

export class AuditChainView {
  @Count(0, MOST_SEALS, { example: 172, description: 'Number of the last seal; 0 before the first.' })
  sequence: number;

  @Code(64, {
    ...root,
    nullable: true,
    example: exampleRoot,
    description:
      'SHA-256 of the last seal, hexadecimal; it covers all seals before it. Kept elsewhere, it proves later that nothing up to here was changed. Null before the first.',
  })
  rootHash: string | null;

  @AtInstant({ nullable: true, example: exampleInstant })
  sealedAt: string | null;

  @Count(0, 2_147_483_647, {
    example: 3,
    description: 'Audit entries that wait for the next seal, some minutes at most.',
  })
  waitingCount: number;
}

export class CheckAuditChainQuery {
  @Count(1, MOST_SEALS, {
    optional: true,
    example: 172,
    description: 'Number of a seal whose root was kept; goes with `rootHash`.',
  })
  sequence?: number;

  @Code(64, {
    ...root,
    optional: true,
    example: exampleRoot,
    description: 'The root that was kept; the chain must have it at `sequence`.',
  })
  rootHash?: string;
}

export const auditFaults = [
  'row_added',
  'row_changed',
  'row_dropped',
  'seal_changed',
  'seal_dropped',
  'personal_value_changed',
  'personal_value_dropped',
  'root_differs',
] as const;
export type AuditFault = (typeof auditFaults)[number];

export class AuditChainFindingView {
  @Choice(auditFaults, { name: 'AuditFault', example: 'row_changed' })
  fault: AuditFault;

  @Count(1, MOST_SEALS, {
    nullable: true,
    example: 171,
    description: 'The seal that it was found by, where it was one.',
  })
  sequence: number | null;

  @Text(100, { nullable: true, example: 'platform.audit_entry', description: 'Type of the sealed record.' })
  recordType: string | null;

  @Text(100, {
    nullable: true,
    example: '4711',
    description:
      'Which one: the `id` of an audit entry, or the number of a journal entry after the ids of its journal and fiscal year.',
  })
  place: string | null;

  @Ref({
    nullable: true,
    example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    description: 'The record that the audit entry is about, or the journal entry; null where it is gone.',
  })
  recordId: string | null;

  @Text(500, { example: 'It is not what was sealed.' })
  message: string;
}

export const auditChainStatuses = ['intact', 'broken'] as const;

export class AuditChainCheckView {
  @Choice(auditChainStatuses, { name: 'AuditChainStatus', example: 'intact' })
  status: (typeof auditChainStatuses)[number];

  @AtInstant({ example: exampleInstant, description: 'The state at this time was checked.' })
  checkedAt: string;

  @Count(0, MOST_SEALS, { example: 172 })
  sealCount: number;

  @Count(0, MOST_SEALS, { example: 8320, description: 'Audit entries and journal entries under these seals.' })
  sealedCount: number;

  @Count(0, 2_147_483_647, { example: 3, description: 'Audit entries that no seal covers yet.' })
  waitingCount: number;

  @Count(0, MOST_SEALS, { example: 0 })
  findingCount: number;

  @List(() => AuditChainFindingView, { max: MOST_FINDINGS, description: 'The first hundred findings.' })
  findings: AuditChainFindingView[];
}
