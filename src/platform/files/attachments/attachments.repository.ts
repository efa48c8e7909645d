import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { AttachableSubjects } from './attachable-subjects.js';
import { type AttachmentRow, AttachmentView } from './attachments.dto.js';

const columns = `
  attachment.id, attachment.subject_type AS "subjectType", attachment.subject_id AS "subjectId",
  attachment.file_id AS "fileId", file.name AS "fileName", file.media_type AS "mediaType", file.size_bytes AS "sizeBytes",
  attachment.title, attachment.retention_class AS "retentionClass", attachment.keep_until AS "keepUntil",
  attachment.attached_by AS "attachedBy", attachment.detached_at AS "detachedAt", attachment.detached_by AS "detachedBy",
  attachment.detach_reason AS "detachReason", attachment.version, attachment.created_at AS "createdAt",
  attachment.updated_at AS "updatedAt"`;

const from = `
  platform.attachment AS attachment
  JOIN platform.file AS file ON file.organization_id = attachment.organization_id AND file.id = attachment.file_id`;

/** Of records that the caller may read. */
const visible = 'attachment.organization_id = $1 AND attachment.subject_type = ANY ($2::text[])';

const FIND: Statement = {
  name: 'find_attachment',
  text: ['SELECT', columns, 'FROM', from, 'WHERE', visible, 'AND attachment.id = $3'].join(' '),
};
const HOLD: Statement = {
  name: 'hold_attachment',
  text: 'SELECT FROM platform.attachment WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const INSERT: Statement = {
  name: 'insert_attachments',
  text: `
    INSERT INTO platform.attachment
      (organization_id, id, file_id, subject_type, subject_id, title, retention_class, keep_until, attached_by)
    SELECT $1, a.id, a.file_id, $2, $3, a.title, $4, $5, $6
    FROM unnest($7::uuid[], $8::uuid[], $9::text[]) AS a (id, file_id, title)`,
};
const DETACH: Statement = {
  name: 'detach_attachments',
  text: `
    UPDATE platform.attachment
    SET detached_at = now(), detached_by = $3, detach_reason = $4, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
};
const LIVING: Statement = {
  name: 'living_attachments',
  text: `
    SELECT id, file_id AS "fileId", title FROM platform.attachment
    WHERE organization_id = $1 AND subject_type = $2 AND subject_id = $3 AND detached_at IS NULL
    ORDER BY id FOR UPDATE`,
};

export interface SubjectKey {
  subjectType: string;
  subjectId: string;
}

export interface Keeping {
  retentionClass: string;
  keepUntil: string;
}

export interface Attached {
  id: string;
  fileId: string;
  title: string | null;
}

/** Rows of attachments, as far as the caller may see them. */
@Injectable()
export class AttachmentsRepository {
  constructor(private readonly subjects: AttachableSubjects) {}

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<AttachmentView> {
    const [row] = await transaction.rows<AttachmentRow & Record<string, unknown>>(FIND, [
      ...this.reader(transaction),
      id,
    ]);
    if (!row) throw platformProblems.not_found(`There is no attachment ${id}.`);
    return AttachmentView.from(row);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<AttachmentView>> {
    const source = { columns, from, where: visible, parameters: this.reader(transaction) };
    const rows = await request.rows<AttachmentRow>(transaction, source);
    return request.page(rows, (row) => AttachmentView.from(row));
  }

  async hold(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
  }

  /** Attaches files to a record. */
  async insert(
    transaction: Transaction,
    { subjectType, subjectId }: SubjectKey,
    files: readonly Omit<Attached, 'id'>[],
    keeping: Keeping | undefined,
  ): Promise<string[]> {
    const { organizationId, acting } = transaction;
    const ids = files.map(() => newId());
    await transaction.rows(INSERT, [
      organizationId,
      subjectType,
      subjectId,
      keeping?.retentionClass ?? null,
      keeping?.keepUntil ?? null,
      acting.actorId,
      ids,
      files.map(({ fileId }) => fileId),
      files.map(({ title }) => title),
    ]);
    return ids;
  }

  async detach(transaction: Transaction, ids: readonly string[], reason: string): Promise<void> {
    await transaction.rows(DETACH, [transaction.organizationId, ids, transaction.acting.actorId, reason]);
  }

  /** What is attached to the record now, held. */
  living(transaction: Transaction, { subjectType, subjectId }: SubjectKey): Promise<Attached[]> {
    const values = [transaction.organizationId, subjectType, subjectId];
    return transaction.rows<Attached & Record<string, unknown>>(LIVING, values);
  }

  private reader({ organizationId, acting }: Transaction): unknown[] {
    return [organizationId, this.subjects.readableTypes(acting.permissions)];
  }
}
