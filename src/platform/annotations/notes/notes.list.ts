import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const STATE = `(CASE WHEN note.deleted_at IS NULL THEN 'written' ELSE 'deleted' END)`;

export const noteList = defineList({
  name: 'note',
  id: 'note.id',
  updatedAt: 'note.updated_at',
  filters: {
    subjectType: filter.text('note.subject_type', {
      description: 'Notes about records of this type.',
      example: 'journal_entry',
    }),
    subjectId: filter.ref('note.subject_id', {
      description: 'With `subjectType`, the notes about this record, or about several.',
      example: exampleId,
    }),
    replyToId: filter.ref('note.reply_to', { description: 'Answers to this note.', example: exampleId }),
    authorId: filter.ref('note.author_id', {
      description: 'Notes that this person or API key wrote.',
      example: exampleId,
    }),
    status: filter.choice(STATE, ['written', 'deleted'], {
      name: 'NoteStatus',
      description: 'Notes that are there, or what is left of deleted ones.',
      example: 'written',
    }),
    createdAt: filter.instant('note.created_at', {
      description: 'When the note was written.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { createdAt: { column: 'note.created_at', type: 'timestamptz' } },
  defaultSort: 'createdAt',
});
