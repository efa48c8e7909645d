import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requireVersion } from '../../http/etag.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { annotationEvents } from '../annotations.events.js';
import { annotationPermissions } from '../annotations.permissions.js';
import { annotationProblems } from '../annotations.problems.js';
import { SubjectHolding } from '../subject-holding.service.js';
import type { CreateNote, NoteView, UpdateNote } from './notes.dto.js';
import { NotesRepository } from './notes.repository.js';

const WRITE = annotationPermissions.writeNotes.name;
const MODERATE = annotationPermissions.moderateNotes.name;

const ACTIVE_MEMBERS: Statement = {
  name: 'active_members_among',
  text: `
    SELECT user_id AS "userId" FROM identity.membership
    WHERE organization_id = $1 AND user_id = ANY ($2::uuid[]) AND status = 'active'`,
};

/** What people write about records, each their own. */
@Injectable()
export class NotesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notes: NotesRepository,
    private readonly holding: SubjectHolding,
  ) {}

  list(request: ListRequest): Promise<Page<NoteView>> {
    return this.unitOfWork.read((transaction) => this.notes.list(transaction, request));
  }

  find(id: string): Promise<NoteView> {
    return this.unitOfWork.read((transaction) => this.notes.get(transaction, id));
  }

  /** @throws Problem record_unknown, note_unknown, mention_unknown */
  create(body: CreateNote): Promise<NoteView> {
    return this.unitOfWork.run(WRITE, async (transaction) => {
      await this.holding.holdOne(transaction, body.subjectType, body.subjectId);
      await this.requireAnswered(transaction, body);
      const mentions = await mentionedAmong(transaction, body.mentionedUserIds ?? [], []);
      const id = await this.notes.insert(transaction, body, mentions);
      const note = await this.notes.get(transaction, id);
      await tell(transaction, note, mentions);
      return note;
    });
  }

  /** @throws Problem note_deleted, note_of_another, mention_unknown */
  update(id: string, expectedVersion: number, { body, mentionedUserIds }: UpdateNote): Promise<NoteView> {
    return this.unitOfWork.run(WRITE, async (transaction) => {
      const old = await this.notes.hold(transaction, id);
      requireWritten(old);
      if (old.authorId !== transaction.acting.actorId) throw ofAnother('Only its author changes a note; answer it.');
      requireVersion(old.version, expectedVersion);
      const known = old.mentionedUserIds;
      const mentions = await mentionedAmong(transaction, mentionedUserIds ?? known, known);
      await this.notes.update(transaction, id, body, mentions);
      const note = await this.notes.get(transaction, id);
      await tell(
        transaction,
        note,
        mentions.filter((one) => !known.includes(one)),
      );
      return note;
    });
  }

  /** Leaves who wrote it and when, and takes the text away. */
  delete(id: string, expectedVersion: number): Promise<void> {
    return this.unitOfWork.run(WRITE, async (transaction) => {
      const note = await this.notes.hold(transaction, id);
      requireWritten(note);
      const { actorId, permissions } = transaction.acting;
      if (note.authorId !== actorId && !permissions.has(MODERATE)) {
        throw ofAnother(`A note of somebody else is deleted with the permission ${MODERATE}.`);
      }
      requireVersion(note.version, expectedVersion);
      await this.notes.delete(transaction, id);
    });
  }

  private async requireAnswered(transaction: Transaction, { replyToId, subjectType, subjectId }: CreateNote) {
    if (replyToId === undefined || replyToId === null) return;
    const answered = await this.notes.find(transaction, replyToId);
    if (answered && answered.subjectType === subjectType && answered.subjectId === subjectId) return;
    const message = `There is no note ${replyToId} about this record.`;
    throw annotationProblems.note_unknown(message, [{ pointer: '/replyToId', code: 'note_unknown', message }]);
  }
}

/** Each once; who was mentioned before may have left meanwhile. */
async function mentionedAmong(
  transaction: Transaction,
  userIds: readonly string[],
  known: readonly string[],
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const rows = await transaction.rows<{ userId: string }>(ACTIVE_MEMBERS, [transaction.organizationId, userIds]);
  const accepted = new Set([...known, ...rows.map(({ userId }) => userId)]);
  const findings = userIds.flatMap((id, at) => {
    const message = `There is no active member ${id}.`;
    return accepted.has(id) ? [] : [{ pointer: `/mentionedUserIds/${at}`, code: 'mention_unknown', message }];
  });
  if (findings.length > 0) throw annotationProblems.mention_unknown(findings[0]!.message, findings);
  return [...new Set(userIds)];
}

async function tell(transaction: Transaction, note: NoteView, mentionedUserIds: string[]): Promise<void> {
  if (mentionedUserIds.length === 0) return;
  const { id: noteId, subjectType, subjectId, authorId } = note;
  const data = { noteId, subjectType, subjectId, authorId, mentionedUserIds };
  await transaction.publish(annotationEvents.noteMentioned, noteId, data);
}

function requireWritten({ deletedAt }: NoteView): void {
  if (deletedAt !== null) throw annotationProblems.note_deleted(`The note was deleted at ${deletedAt}.`);
}

const ofAnother = (message: string) => annotationProblems.note_of_another(message);
