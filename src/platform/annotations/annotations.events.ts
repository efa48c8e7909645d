import type { EventDeclaration } from '../events/event-declaration.js';
import { Ref, Value, Values } from '../http/fields/fields.js';
import { refRule } from '../http/fields/text-rules.js';
import { subjectTypeRule } from './subject-type.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class NoteMentionedData {
  @Ref({ example: exampleId, description: 'Also the subject of the event.' })
  noteId: string;

  @Value(subjectTypeRule, { example: 'journal_entry', description: 'Type of the record that the note is about.' })
  subjectType: string;

  @Ref({ example: exampleId })
  subjectId: string;

  @Ref({ example: exampleId, description: 'The person or API key that wrote the note.' })
  authorId: string;

  @Values(refRule, {
    min: 1,
    max: 50,
    example: [exampleId],
    description: 'The members that the note mentions and did not mention before.',
  })
  mentionedUserIds: string[];
}

export const annotationEvents = {
  noteMentioned: {
    type: 'platform.note.mentioned.v1',
    description:
      'A note that was written or changed mentions members; `GET /v1/notes/{id}` has its text, for who may read the record.',
    data: NoteMentionedData,
    example: {
      noteId: exampleId,
      subjectType: 'journal_entry',
      subjectId: exampleId,
      authorId: exampleId,
      mentionedUserIds: [exampleId],
    },
  } satisfies EventDeclaration<NoteMentionedData>,
} as const;
