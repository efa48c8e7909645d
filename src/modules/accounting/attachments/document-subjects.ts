import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { type AnnotatedSubject, AnnotatedSubjects } from '#platform/annotations/annotated-subjects.js';
import { AnnotationMoves } from '#platform/annotations/annotation-moves.service.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { type AttachableRecord, AttachableSubjects } from '#platform/files/attachments/attachable-subjects.js';
import { AttachmentsService } from '#platform/files/attachments/attachments.service.js';
import type { Permission } from '#platform/permissions/permission.js';
import { RECORDS } from './entry-attachments.js';

/** A type of documents that carry tags, notes, external ids and files. */
export interface DocumentSubject extends AnnotatedSubject {
  /** Needed to attach files and to detach them. */
  attach: Permission;
  /**
   * Finds the day from which files are kept as long as the books, by organization and id, as `{ endsOn }`; without it they
   * may go as soon as they are detached.
   */
  keptFrom?: Statement;
}

/** What stands beside documents: both registers of what may, and letting go of what goes away. */
@Injectable()
export class DocumentSubjects {
  constructor(
    private readonly annotated: AnnotatedSubjects,
    private readonly attachable: AttachableSubjects,
    private readonly annotations: AnnotationMoves,
    private readonly attachments: AttachmentsService,
  ) {}

  add({ attach, keptFrom, ...subject }: DocumentSubject): void {
    const { type, read, hold } = subject;
    this.annotated.add(subject);
    this.attachable.add({ type, read, attach, find: (transaction, id) => find(transaction, id, hold, keptFrom) });
  }

  /** Lets go of a document that is about to go away. */
  async release(transaction: Transaction, subjectType: string, subjectId: string, reason: string): Promise<void> {
    const subject = { subjectType, subjectId };
    await this.attachments.release(transaction, subject, reason);
    await this.annotations.release(transaction, subject);
  }
}

async function find(
  transaction: Transaction,
  id: string,
  hold: Statement,
  keptFrom: Statement | undefined,
): Promise<AttachableRecord | undefined> {
  const { organizationId } = transaction;
  const [held] = await transaction.rows<{ refusal: string | null }>(hold, [organizationId, [id]]);
  if (!held) return undefined;
  if (held.refusal !== null) return { refusal: held.refusal };
  if (!keptFrom) return {};
  const [year] = await transaction.rows<{ endsOn: CalendarDate }>(keptFrom, [organizationId, id]);
  return { retention: { retentionClass: RECORDS, from: year!.endsOn } };
}
