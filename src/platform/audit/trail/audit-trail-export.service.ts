import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { WriteChunk } from '../../exports/open-file.js';
import type { WrittenFile } from '../../exports/written-file.js';
import { requireOrder } from '../../http/require-order.js';
import { AuditSealsRepository } from '../audit-seals.repository.js';
import type { ExportAuditTrailQuery } from './audit-trail-export.dto.js';
import { TRAIL_RECORD_TYPE, type TrailEntry, TrailWriter } from './trail-format.js';

const SEALS_AT_ONCE = 20;

// Seals do not quite follow the ids of audit entries, so the seals of all ids between are taken.
const HEADER: Statement = {
  name: 'audit_trail_header',
  text: `
    WITH period AS (
      SELECT min(a.id) AS first, max(a.id) AS last FROM platform.audit_entry a
      WHERE a.organization_id = $1
        AND a.recorded_at >= coalesce($2::timestamptz, '-infinity') AND a.recorded_at < coalesce($3::timestamptz, 'infinity')
    ), sealed AS (
      SELECT min(s.sequence) AS first, max(s.sequence) AS last
      FROM period JOIN platform.audit_seal s
        ON s.organization_id = $1 AND s.record_type = $4 AND s.last_place >= period.first AND s.places[1] <= period.last)
    SELECT o.name, now() AS at, sealed.first, sealed.last
    FROM platform.organization o CROSS JOIN sealed WHERE o.id = $1`,
};
const ENTRIES: Statement = {
  name: 'audit_trail_entries',
  text: `
    SELECT a.id AS place, platform.audit_entry_text(a) AS content
    FROM platform.audit_entry a WHERE a.organization_id = $1 AND a.id = ANY ($2::bigint[]) ORDER BY a.id`,
};
const UNSEALED: Statement = {
  name: 'audit_trail_unsealed',
  text: `
    SELECT a.id AS place, platform.audit_entry_text(a) AS content
    FROM platform.unsealed_audit_entry u JOIN platform.audit_entry a ON a.organization_id = $1 AND a.id = u.audit_entry_id
    WHERE u.organization_id = $1
      AND a.recorded_at >= coalesce($2::timestamptz, '-infinity') AND a.recorded_at < coalesce($3::timestamptz, 'infinity')
    ORDER BY a.id`,
};

interface HeaderRow {
  name: string;
  at: Date;
  /** Bigints come as text. */
  first: string | null;
  last: string | null;
}

/** Writes the audit trail of a period with the seals that hold it, from one state of the database. */
@Injectable()
export class AuditTrailExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seals: AuditSealsRepository,
  ) {}

  file({ from, before }: ExportAuditTrailQuery): WrittenFile {
    requireOrder({ from, before });
    const period = [from ?? null, before ?? null] as const;
    return {
      name: 'audit-trail.ndjson',
      write: (write) => this.unitOfWork.read((transaction) => this.write(transaction, period, write)),
    };
  }

  private async write(
    transaction: Transaction,
    [from, before]: readonly [string | null, string | null],
    write: WriteChunk<string>,
  ): Promise<void> {
    const { organizationId } = transaction;
    const header = [organizationId, from, before, TRAIL_RECORD_TYPE];
    const found = await transaction.rows<HeaderRow & Record<string, unknown>>(HEADER, header);
    const { name, at, first, last } = found[0]!;
    const [firstSequence, lastSequence] = [first, last].map((one) => (one === null ? null : Number(one)));
    const trail = new TrailWriter(write);
    await trail.header({
      organization: { id: organizationId, name },
      from,
      before,
      exportedAt: at.toISOString(),
      firstSequence: firstSequence!,
      lastSequence: lastSequence!,
      previousRootHash: await this.seals.rootBefore(transaction, firstSequence ?? 1),
    });
    if (typeof firstSequence === 'number') await this.writeSeals(transaction, trail, [firstSequence, lastSequence!]);
    await trail.unsealed(await entries(transaction, UNSEALED, [organizationId, from, before]));
    await trail.end();
  }

  private async writeSeals(transaction: Transaction, trail: TrailWriter, [first, last]: [number, number]) {
    for (let next = first; next <= last; next += SEALS_AT_ONCE) {
      const seals = await this.seals.between(transaction, next, Math.min(next + SEALS_AT_ONCE - 1, last));
      for (const { sealedAt: _, ...seal } of seals) {
        const isOfEntries = seal.recordType === TRAIL_RECORD_TYPE;
        const values = [transaction.organizationId, seal.places];
        await trail.seal(seal, isOfEntries ? await entries(transaction, ENTRIES, values) : []);
      }
    }
  }
}

async function entries(transaction: Transaction, statement: Statement, values: unknown[]): Promise<TrailEntry[]> {
  const rows = await transaction.rows<{ place: string; content: string }>(statement, values);
  return rows.map(({ place, content }) => ({ place: Number(place), content }));
}
