import { Code, Count, Ref } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import {
  AuditChainCheckView,
  type AuditChainFindingView,
  type auditChainStatuses,
  MOST_SEALS,
  root,
} from './audit-chain.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const exampleRoot = '6f1ed002ab5595859014ebf0951522d98c1f2f5a1d9a7bb3a1f7a6a1b7f1d0c3';

export class RunAuditVerification {
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

/** A row as the database gives it. */
export interface AuditVerificationRow {
  id: string;
  status: (typeof auditChainStatuses)[number];
  keptSequence: string | null;
  keptRootHash: string | null;
  sealCount: string;
  sealedCount: string;
  waitingCount: number;
  findingCount: number;
  findings: AuditChainFindingView[];
  actorId: string;
  requestId: string;
  checkedAt: Date;
}

export class AuditVerificationView extends AuditChainCheckView {
  @Ref({ example: exampleId })
  id: string;

  @Count(1, MOST_SEALS, { nullable: true, example: 172, description: 'Seal whose root the chain was held against.' })
  keptSequence: number | null;

  @Code(64, { ...root, nullable: true, example: exampleRoot, description: 'That root.' })
  keptRootHash: string | null;

  @Ref({ example: exampleId, description: 'Who asked for it; zeros for that of each night.' })
  actorId: string;

  @Ref({ example: exampleId, description: 'The request that asked for it.' })
  requestId: string;

  static from(row: AuditVerificationRow): AuditVerificationView {
    const { id, status, keptRootHash, waitingCount, findingCount, findings, actorId, requestId } = row;
    return {
      id,
      status,
      keptSequence: row.keptSequence === null ? null : Number(row.keptSequence),
      keptRootHash,
      sealCount: Number(row.sealCount),
      sealedCount: Number(row.sealedCount),
      waitingCount,
      findingCount,
      findings,
      actorId,
      requestId,
      checkedAt: row.checkedAt.toISOString(),
    };
  }
}

export class AuditVerificationList extends ListOf(AuditVerificationView) {}
