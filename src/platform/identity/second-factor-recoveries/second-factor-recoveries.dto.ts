import { AtInstant, Choice, Count, Ref, Text } from '../../http/fields/fields.js';
import { ListOf } from '../../listing/page.view.js';
import type { SecondFactorRecovery } from './second-factor-recovery.entity.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class CreateSecondFactorRecovery {
  @Ref({ example: exampleId, description: 'The person, a member; not oneself.' })
  userId: string;

  @Text(500, {
    example: 'Lost the phone; recognised in person on 3 March',
    description: 'Why, and how the person was recognised. It is kept in the audit trail.',
  })
  reason: string;
}

export const recoveryStatuses = ['requested', 'approved', 'canceled'] as const;

export type RecoveryRow = Omit<SecondFactorRecovery, 'organizationId'>;

export class SecondFactorRecoveryView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId, description: 'Whose second factor is to go.' })
  userId: string;

  @Text(500, { example: 'Lost the phone; recognised in person on 3 March' })
  reason: string;

  @Choice(recoveryStatuses, { name: 'SecondFactorRecoveryStatus', example: 'requested' })
  status: (typeof recoveryStatuses)[number];

  @Ref({ example: exampleId })
  requestedBy: string;

  @Ref({ nullable: true, example: exampleId, description: 'Who approved or canceled it.' })
  decidedBy: string | null;

  @AtInstant({ nullable: true, example: '2026-01-31T09:30:00.000Z' })
  decidedAt: string | null;

  @AtInstant({ example: '2026-02-03T08:30:00.000Z', description: 'Until when it can be approved: three days.' })
  expiresAt: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: RecoveryRow): SecondFactorRecoveryView {
    return {
      id: row.id,
      userId: row.userId,
      reason: row.reason,
      status: row.status,
      requestedBy: row.requestedBy,
      decidedBy: row.decidedBy,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      expiresAt: row.expiresAt.toISOString(),
      version: row.version,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class SecondFactorRecoveryList extends ListOf(SecondFactorRecoveryView) {}
