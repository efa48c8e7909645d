import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import type { AuditChainCheckView, AuditChainView, CheckAuditChainQuery } from './audit-chain.dto.js';
import { type KeptRoot, missingOf, proveChain, readHead } from './prove-chain.js';

/** The chain over audit entries and posted facts: where it stands, and whether everything still is what it was. */
@Injectable()
export class AuditChainService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  head(): Promise<AuditChainView> {
    return this.unitOfWork.read(async (transaction) => {
      const { sequence, root, sealed_at: sealedAt, waiting } = await readHead(transaction);
      return {
        sequence: Number(sequence ?? 0),
        rootHash: root,
        sealedAt: sealedAt?.toISOString() ?? null,
        waitingCount: waiting,
      };
    });
  }

  /** Proves all of it on one state of the database, and the root that the caller has kept, if any. */
  check(query: CheckAuditChainQuery): Promise<AuditChainCheckView> {
    const kept = keptRoot(query);
    return this.unitOfWork.read((transaction) => proveChain(transaction, kept));
  }
}

function keptRoot(query: CheckAuditChainQuery): KeptRoot {
  const missing = missingOf(query);
  if (missing === undefined) return query;
  const message = 'Send sequence and rootHash together, as getAuditChain answered them.';
  throw platformProblems.invalid_parameter(message, [{ pointer: `?${missing}`, code: 'required', message }]);
}
