import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import { auditProblems } from './audit.problems.js';
import {
  type AuditProofView,
  type GetAuditProofQuery,
  MOST_DIGESTS_PROVED,
  MOST_SEALS_PROVED,
} from './audit-proofs.dto.js';
import { AuditSealsRepository } from './audit-seals.repository.js';

const KINDS: Statement = {
  name: 'sealed_record_types',
  text: 'SELECT record_type, read_permission FROM platform.sealed_record_type ORDER BY record_type',
};
const LOCATE: Statement = {
  name: 'locate_fact',
  text: 'SELECT f.place, f.content, platform.find_seal($1, f.series, f.place) AS seal FROM platform.locate_fact($1, $2) f',
};
/** The last seal, the one asked for, and the furthest that a proof from the seal `$2` on reaches. */
const REACH: Statement = {
  name: 'audit_proof_reach',
  text: `
    WITH way AS (
      SELECT s.sequence, sum(cardinality(s.digests)) OVER (ORDER BY s.sequence) AS digests
      FROM (SELECT s.sequence, s.digests FROM platform.audit_seal s
            WHERE s.organization_id = $1 AND s.sequence >= $2 ORDER BY s.sequence LIMIT $3) s)
    SELECT max(way.sequence) FILTER (WHERE way.digests <= $4 OR way.sequence = $2) AS furthest,
           (SELECT max(s.sequence) FROM platform.audit_seal s WHERE s.organization_id = $1) AS last
    FROM way`,
};

interface Located {
  /** Bigints come as text. */
  place: string;
  content: string;
  seal: string | null;
}

/** All that somebody needs to recompute, without Bureau, that a record is under a root. */
@Injectable()
export class AuditProofsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seals: AuditSealsRepository,
  ) {}

  prove({ recordType, id, sequence }: GetAuditProofQuery): Promise<AuditProofView> {
    return this.unitOfWork.read(async (transaction) => {
      await requireReadable(transaction, recordType);
      const { content, place, seal } = await locate(transaction, recordType, id);
      const first = Number(seal);
      const last = await chooseLast(transaction, first, sequence);
      const seals = await this.seals.between(transaction, first, last);
      const position = seals[0]!.places.indexOf(Number(place));
      return {
        recordType,
        id,
        content,
        digest: seals[0]!.digests[position]!,
        place: Number(place),
        position,
        previousRootHash: await this.seals.rootBefore(transaction, first),
        seals,
        sequence: seals.at(-1)!.sequence,
        rootHash: seals.at(-1)!.rootHash,
      };
    });
  }
}

/** The proof tells what the record says, so whoever asks must be one who may read it. */
async function requireReadable(transaction: Transaction, recordType: string): Promise<void> {
  const kinds = await transaction.rows<{ record_type: string; read_permission: string }>(KINDS, []);
  const kind = kinds.find(({ record_type }) => record_type === recordType);
  if (!kind) {
    const message = `Must be one of ${kinds.map(({ record_type }) => record_type).join(', ')}.`;
    throw platformProblems.invalid_parameter(message, [{ pointer: '?recordType', code: 'invalid_choice', message }]);
  }
  if (!transaction.acting.permissions.has(kind.read_permission)) {
    throw platformProblems.forbidden(`A proof of ${recordType} needs the permission ${kind.read_permission} as well.`);
  }
}

async function locate(transaction: Transaction, recordType: string, id: string): Promise<Located> {
  const [fact] = await transaction.rows<Located & Record<string, unknown>>(LOCATE, [recordType, id]);
  if (!fact) throw platformProblems.not_found(`There is no ${recordType} with the id ${id}.`);
  if (fact.seal === null) {
    throw auditProblems.record_not_sealed('It waits for the next seal, some minutes at most; ask again then.');
  }
  return fact;
}

const at = (code: string, message: string) => ({ pointer: '?sequence', code, message });

async function chooseLast(transaction: Transaction, first: number, wanted: number | undefined): Promise<number> {
  const values = [transaction.organizationId, first, MOST_SEALS_PROVED, MOST_DIGESTS_PROVED];
  const [reach] = await transaction.rows<{ furthest: string; last: string }>(REACH, values);
  const furthest = Number(reach!.furthest);
  if (wanted === undefined) return furthest;
  if (wanted > Number(reach!.last)) throw platformProblems.not_found(`There is no seal ${wanted}.`);
  if (wanted < first) {
    const message = `The record is under the seal ${first}: ask for that one or a later one.`;
    throw auditProblems.seal_before_record(message, [at('seal_before_record', message)]);
  }
  if (wanted > furthest) {
    const message = `A proof from the seal ${first} on reaches to the seal ${furthest}; exportAuditTrail gives any number of seals.`;
    throw auditProblems.proof_too_long(message, [at('proof_too_long', message)]);
  }
  return wanted;
}
