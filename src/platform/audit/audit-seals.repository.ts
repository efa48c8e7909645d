import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../database/transaction.js';
import type { AuditSealView } from './audit-proofs.dto.js';

const COLUMNS = `
  s.sequence, s.record_type AS "recordType", s.series, s.sealed_at AS "sealedAt",
  (extract(epoch FROM s.sealed_at) * 1000000)::bigint AS "sealedAtMicroseconds", s.places::text[] AS places,
  ARRAY(SELECT encode(d.digest, 'hex') FROM unnest(s.digests) WITH ORDINALITY AS d (digest, at) ORDER BY d.at) AS digests,
  encode(s.root, 'hex') AS "rootHash"`;

const FIND: Statement = {
  name: 'audit_seals',
  text: [
    'SELECT',
    COLUMNS,
    'FROM platform.audit_seal s WHERE s.organization_id = $1 AND s.sequence BETWEEN $2 AND $3 ORDER BY s.sequence',
  ].join(' '),
};
const ROOT: Statement = {
  name: 'audit_seal_root',
  text: `
    SELECT encode(s.root, 'hex') AS root FROM platform.audit_seal s WHERE s.organization_id = $1 AND s.sequence = $2`,
};

interface SealRow {
  /** Bigints come as text. */
  sequence: string;
  recordType: string;
  series: string;
  sealedAt: Date;
  sealedAtMicroseconds: string;
  places: string[];
  digests: string[];
  rootHash: string;
}

/** Seals as they were written. */
@Injectable()
export class AuditSealsRepository {
  async between(transaction: Transaction, first: number, last: number): Promise<AuditSealView[]> {
    const rows = await transaction.rows<SealRow & Record<string, unknown>>(FIND, [
      transaction.organizationId,
      first,
      last,
    ]);
    return rows.map((row) => ({
      sequence: Number(row.sequence),
      recordType: row.recordType,
      series: row.series,
      sealedAt: row.sealedAt.toISOString(),
      sealedAtMicroseconds: Number(row.sealedAtMicroseconds),
      places: row.places.map(Number),
      digests: row.digests,
      rootHash: row.rootHash,
    }));
  }

  /** Of the seal before; zeros before the first. */
  async rootBefore(transaction: Transaction, sequence: number): Promise<string> {
    const [seal] = await transaction.rows<{ root: string }>(ROOT, [transaction.organizationId, sequence - 1]);
    return seal?.root ?? '0'.repeat(64);
  }
}
