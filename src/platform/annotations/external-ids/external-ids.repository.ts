import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { AnnotatedSubjects } from '../annotated-subjects.js';
import { type ExternalIdRow, ExternalIdView, type RecordExternalId } from './external-ids.dto.js';

const columns = `
  external.id, external.source, external.external_id AS "externalId", external.subject_type AS "subjectType",
  external.subject_id AS "subjectId", external.recorded_by AS "recordedBy", external.created_at AS "createdAt",
  external.updated_at AS "updatedAt"`;
const from = 'platform.external_id AS external';

/** Of records that the caller may read. */
const visible = 'external.organization_id = $1 AND external.subject_type = ANY ($2::text[])';

const FIND: Statement = {
  name: 'find_external_id',
  text: ['SELECT', columns, 'FROM', from, 'WHERE', visible, 'AND external.id = $3'].join(' '),
};
const MATCHES: Statement = {
  name: 'match_external_id',
  text: [
    'SELECT',
    columns,
    'FROM',
    from,
    'WHERE',
    visible,
    'AND external.source = $3 AND external.external_id = $4 ORDER BY external.subject_type COLLATE "C"',
  ].join(' '),
};
const INSERT: Statement = {
  name: 'insert_external_id',
  text: `
    INSERT INTO platform.external_id (organization_id, id, source, external_id, subject_type, subject_id, recorded_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};
const DELETE: Statement = {
  name: 'delete_external_id',
  text: 'DELETE FROM platform.external_id WHERE organization_id = $1 AND id = $2',
};

/** Rows of external ids, as far as the caller may see them. */
@Injectable()
export class RecordedExternalIds {
  constructor(private readonly subjects: AnnotatedSubjects) {}

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<ExternalIdView> {
    const values = [...this.reader(transaction), id];
    const [row] = await transaction.rows<ExternalIdRow & Record<string, unknown>>(FIND, values);
    if (!row) throw platformProblems.not_found(`There is no external id ${id}.`);
    return ExternalIdView.from(row);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<ExternalIdView>> {
    const source = { columns, from, where: visible, parameters: this.reader(transaction) };
    const rows = await request.rows<ExternalIdRow>(transaction, source);
    return request.page(rows, (row) => ExternalIdView.from(row));
  }

  /** One for each type of records. */
  matches(transaction: Transaction, source: string, externalId: string): Promise<ExternalIdRow[]> {
    const values = [...this.reader(transaction), source, externalId];
    return transaction.rows<ExternalIdRow & Record<string, unknown>>(MATCHES, values);
  }

  async insert(transaction: Transaction, body: RecordExternalId): Promise<string> {
    const { organizationId, acting } = transaction;
    const id = newId();
    const { source, externalId, subjectType, subjectId } = body;
    const values = [organizationId, id, source, externalId, subjectType, subjectId, acting.actorId];
    await transaction.rows(INSERT, values);
    return id;
  }

  async delete(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(DELETE, [transaction.organizationId, id]);
  }

  private reader({ organizationId, acting }: Transaction): unknown[] {
    return [organizationId, this.subjects.readableTypes(acting.permissions)];
  }
}
