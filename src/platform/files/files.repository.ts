import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../database/transaction.js';
import { platformProblems } from '../http/platform.problems.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import { AttachableSubjects } from './attachments/attachable-subjects.js';
import { type FileRow, FileView } from './files.dto.js';
import { filePermissions } from './files.permissions.js';

const columns = `
  file.id, file.name, file.media_type AS "mediaType", file.size_bytes AS "sizeBytes", file.sha256,
  file.uploaded_by AS "uploadedBy", file.created_at AS "createdAt", file.updated_at AS "updatedAt"`;

/** What Bureau made has places of its own. One's own files, those attached to what one may read, and with the permission for it all. Deleted ones are nobody's. */
const visible = `
  file.organization_id = $1 AND file.status = 'stored' AND file.origin = 'upload'
  AND ($2::boolean OR file.uploaded_by = ANY ($3::uuid[]) OR EXISTS (
    SELECT FROM platform.attachment a
    WHERE a.organization_id = file.organization_id AND a.file_id = file.id AND a.subject_type = ANY ($4::text[])))`;

const FIND: Statement = {
  name: 'find_file',
  text: ['SELECT', columns, 'FROM platform.file AS file WHERE', visible, 'AND file.id = $5'].join(' '),
};
const INSERT: Statement = {
  name: 'insert_file',
  text: `
    INSERT INTO platform.file (organization_id, id, name, media_type, size_bytes, sha256, uploaded_by, origin)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const DELETE: Statement = {
  name: 'delete_file',
  text: `
    UPDATE platform.file SET status = 'deleted', deleted_at = now(), updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};

export type NewFile = Pick<FileView, 'id' | 'name' | 'mediaType' | 'sizeBytes' | 'sha256'>;

/** Rows of files, as far as the caller may see them. */
@Injectable()
export class FilesRepository {
  constructor(private readonly subjects: AttachableSubjects) {}

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<FileView> {
    const found = await this.find(transaction, id);
    if (!found) throw platformProblems.not_found(`There is no file ${id}.`);
    return found;
  }

  async find(transaction: Transaction, id: string): Promise<FileView | undefined> {
    const [row] = await transaction.rows<FileRow & Record<string, unknown>>(FIND, [...this.reader(transaction), id]);
    return row && FileView.from(row);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<FileView>> {
    const source = { columns, from: 'platform.file AS file', where: visible, parameters: this.reader(transaction) };
    const rows = await request.rows<FileRow>(transaction, source);
    return request.page(rows, (row) => FileView.from(row));
  }

  async insert(transaction: Transaction, file: NewFile, origin: 'upload' | 'export' = 'upload'): Promise<void> {
    const { id, name, mediaType, sizeBytes, sha256 } = file;
    const { organizationId, acting } = transaction;
    await transaction.rows(INSERT, [organizationId, id, name, mediaType, sizeBytes, sha256, acting.actorId, origin]);
  }

  async delete(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(DELETE, [transaction.organizationId, id]);
  }

  private reader({ organizationId, acting }: Transaction): unknown[] {
    const { permissions, actorId, personId } = acting;
    const seesAll = permissions.has(filePermissions.readAllFiles.name);
    const own = personId === undefined ? [actorId] : [actorId, personId];
    return [organizationId, seesAll, own, this.subjects.readableTypes(permissions)];
  }
}
