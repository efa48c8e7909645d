import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { AnnotatedSubjects } from '../annotated-subjects.js';
import { type CreateNote, type NoteRow, NoteView } from './notes.dto.js';

const columns = `
  note.id, note.subject_type AS "subjectType", note.subject_id AS "subjectId", note.reply_to AS "replyTo", note.body,
  note.mentions, note.author_id AS "authorId", note.edited_at AS "editedAt", note.deleted_at AS "deletedAt",
  note.deleted_by AS "deletedBy", note.version, note.created_at AS "createdAt", note.updated_at AS "updatedAt"`;

/** Of records that the caller may read. */
const visible = 'note.organization_id = $1 AND note.subject_type = ANY ($2::text[])';

const FIND: Statement = {
  name: 'find_note',
  text: ['SELECT', columns, 'FROM platform.note WHERE', visible, 'AND note.id = $3'].join(' '),
};
const HOLD: Statement = {
  name: 'hold_note',
  text: 'SELECT FROM platform.note WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const INSERT: Statement = {
  name: 'insert_note',
  text: `
    INSERT INTO platform.note (organization_id, id, subject_type, subject_id, reply_to, body, mentions, author_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const UPDATE: Statement = {
  name: 'update_note',
  text: `
    UPDATE platform.note SET body = $3, mentions = $4, edited_at = now(), version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const DELETE: Statement = {
  name: 'delete_note',
  text: `
    UPDATE platform.note
    SET body = NULL, mentions = '{}', deleted_at = now(), deleted_by = $3, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};

/** Rows of notes, as far as the caller may see them. */
@Injectable()
export class NotesRepository {
  constructor(private readonly subjects: AnnotatedSubjects) {}

  async find(transaction: Transaction, id: string): Promise<NoteView | undefined> {
    const values = [...this.reader(transaction), id];
    const [row] = await transaction.rows<NoteRow & Record<string, unknown>>(FIND, values);
    return row && NoteView.from(row);
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<NoteView> {
    const note = await this.find(transaction, id);
    if (!note) throw platformProblems.not_found(`There is no note ${id}.`);
    return note;
  }

  /** The same, held until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<NoteView> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    return this.get(transaction, id);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<NoteView>> {
    const source = { columns, from: 'platform.note', where: visible, parameters: this.reader(transaction) };
    const rows = await request.rows<NoteRow>(transaction, source);
    return request.page(rows, (row) => NoteView.from(row));
  }

  async insert(transaction: Transaction, note: CreateNote, mentions: readonly string[]): Promise<string> {
    const { organizationId, acting } = transaction;
    const id = newId();
    const { subjectType, subjectId, replyToId, body } = note;
    const place = [organizationId, id, subjectType, subjectId, replyToId ?? null];
    await transaction.rows(INSERT, [...place, body, mentions, acting.actorId]);
    return id;
  }

  async update(transaction: Transaction, id: string, body: string, mentions: readonly string[]): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, id, body, mentions]);
  }

  async delete(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(DELETE, [transaction.organizationId, id, transaction.acting.actorId]);
  }

  private reader({ organizationId, acting }: Transaction): unknown[] {
    return [organizationId, this.subjects.readableTypes(acting.permissions)];
  }
}
