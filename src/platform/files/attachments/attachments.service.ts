import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requireVersion } from '../../http/etag.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import type { Permission } from '../../permissions/permission.js';
import { filePermissions } from '../files.permissions.js';
import { fileProblems } from '../files.problems.js';
import { FilesRepository } from '../files.repository.js';
import {
  type AttachableRecord,
  type AttachableSubject,
  AttachableSubjects,
  type Retention,
} from './attachable-subjects.js';
import type { AttachFile, AttachmentView } from './attachments.dto.js';
import { AttachmentsRepository, type SubjectKey } from './attachments.repository.js';
import { RetentionClasses } from './retention-classes.js';

const ATTACH = filePermissions.attachFiles.name;

/** Files that belong to records of all modules. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attachments: AttachmentsRepository,
    private readonly files: FilesRepository,
    private readonly subjects: AttachableSubjects,
    private readonly retention: RetentionClasses,
  ) {}

  list(request: ListRequest): Promise<Page<AttachmentView>> {
    return this.unitOfWork.read((transaction) => this.attachments.list(transaction, request));
  }

  find(id: string): Promise<AttachmentView> {
    return this.unitOfWork.read((transaction) => this.attachments.get(transaction, id));
  }

  attach({ fileId, title, ...key }: AttachFile): Promise<AttachmentView> {
    return this.unitOfWork.run(ATTACH, async (transaction) => {
      const subject = this.subjectOf(key.subjectType);
      requireHeld(transaction, subject.attach);
      requireHeld(transaction, subject.read);
      const { retention } = await requireRecord(transaction, subject, key.subjectId);
      if (!(await this.files.find(transaction, fileId)))
        throw unknown('file', '/fileId', `There is no file ${fileId}.`);
      const keeping = this.retention.keepingOf(retention);
      const [id] = await this.attachments.insert(transaction, key, [{ fileId, title: title ?? null }], keeping);
      return this.attachments.get(transaction, id!);
    });
  }

  /** The row stays, and says when, who and why. */
  detach(id: string, expectedVersion: number, reason: string): Promise<AttachmentView> {
    return this.unitOfWork.run(ATTACH, async (transaction) => {
      await this.attachments.hold(transaction, id);
      const { subjectType, status, version } = await this.attachments.get(transaction, id);
      requireHeld(transaction, this.subjectOf(subjectType).attach);
      if (status === 'detached') throw fileProblems.attachment_detached('The file was detached already.');
      requireVersion(version, expectedVersion);
      await this.attachments.detach(transaction, [id], reason);
      return this.attachments.get(transaction, id);
    });
  }

  /** Moves what is attached to a record on to what became of it; for modules, within their command. */
  async carry(
    transaction: Transaction,
    old: SubjectKey,
    next: SubjectKey,
    retentionOf: () => Promise<Retention | undefined>,
  ): Promise<void> {
    const living = await this.attachments.living(transaction, old);
    if (living.length === 0) return;
    const keeping = this.retention.keepingOf(await retentionOf());
    await this.letGo(transaction, living, `Moved on to ${next.subjectType} ${next.subjectId}`);
    await this.attachments.insert(transaction, next, living, keeping);
  }

  /** Detaches all from a record that is about to go away; for modules, within their command. */
  async release(transaction: Transaction, subject: SubjectKey, reason: string): Promise<void> {
    await this.letGo(transaction, await this.attachments.living(transaction, subject), reason);
  }

  private async letGo(transaction: Transaction, living: readonly { id: string }[], reason: string): Promise<void> {
    if (living.length === 0) return;
    const ids = living.map(({ id }) => id);
    await this.attachments.detach(transaction, ids, reason);
  }

  private subjectOf(type: string): AttachableSubject {
    const subject = this.subjects.get(type);
    if (subject) return subject;
    throw unknown('subject', '/subjectType', `Files are attached to: ${this.subjects.types.join(', ')}.`);
  }
}

async function requireRecord(
  transaction: Transaction,
  { type, find }: AttachableSubject,
  id: string,
): Promise<AttachableRecord> {
  const record = await find(transaction, id);
  if (!record) throw unknown('subject', '/subjectId', `There is no ${type} ${id}.`);
  if (record.refusal !== undefined) throw fileProblems.subject_not_attachable(record.refusal);
  return record;
}

function requireHeld({ acting }: Transaction, { name }: Permission): void {
  if (!acting.permissions.has(name)) throw platformProblems.forbidden(`This needs the permission ${name}.`);
}

function unknown(what: 'file' | 'subject', pointer: string, message: string) {
  if (what === 'file') return fileProblems.file_unknown(message, [{ pointer, code: 'file_unknown', message }]);
  return fileProblems.subject_unknown(message, [{ pointer, code: 'subject_unknown', message }]);
}
