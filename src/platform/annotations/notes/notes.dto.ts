import { PickType } from '@nestjs/swagger';
import { AtInstant, Count, Ref, Text, Value, Values } from '../../http/fields/fields.js';
import { refRule } from '../../http/fields/text-rules.js';
import { ListOf } from '../../listing/page.view.js';
import { subjectTypeRule } from '../subject-type.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const exampleText = 'Is this the rent of January or of February? The invoice names both.';
const MOST_TEXT = 5000;
const MOST_MENTIONS = 50;

export class CreateNote {
  @Value(subjectTypeRule, {
    example: 'journal_entry',
    description:
      'What the note is about: `journal_entry`, `journal_entry_draft`, `account`, `fiscal_period`, `party` or `legal_entity`.',
  })
  subjectType: string;

  @Ref({ example: exampleId, description: 'The record of that type.' })
  subjectId: string;

  @Text(MOST_TEXT, { multiline: true, example: exampleText, description: 'Plain text; line breaks are kept.' })
  body: string;

  @Ref({
    optional: true,
    nullable: true,
    example: null as unknown as string,
    description: 'The note about the same record that this one answers.',
  })
  replyToId?: string | null;

  @Values(refRule, {
    optional: true,
    max: MOST_MENTIONS,
    example: [],
    description: 'Persons (`userId` of `listMembers`) that the note turns to; each once. They are active members.',
  })
  mentionedUserIds?: string[];
}

export class UpdateNote extends PickType(CreateNote, ['body', 'mentionedUserIds']) {}

export interface NoteRow {
  id: string;
  subjectType: string;
  subjectId: string;
  replyTo: string | null;
  body: string | null;
  mentions: string[];
  authorId: string;
  editedAt: Date | null;
  deletedAt: Date | null;
  deletedBy: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class NoteView {
  @Ref({ example: exampleId })
  id: string;

  @Value(subjectTypeRule, { example: 'journal_entry' })
  subjectType: string;

  @Ref({ example: exampleId })
  subjectId: string;

  @Ref({ nullable: true, example: exampleId, description: 'The note that it answers.' })
  replyToId: string | null;

  @Text(MOST_TEXT, { nullable: true, multiline: true, example: exampleText, description: 'Null once it is deleted.' })
  body: string | null;

  @Values(refRule, { max: MOST_MENTIONS, example: [exampleId] })
  mentionedUserIds: string[];

  @Ref({ example: exampleId, description: 'The person or API key that wrote it.' })
  authorId: string;

  @AtInstant({
    nullable: true,
    example: '2026-01-31T09:00:00.000Z',
    description: 'When the author last changed it; the audit trail has the earlier wordings.',
  })
  editedAt: string | null;

  @AtInstant({ nullable: true, example: '2026-02-01T09:00:00.000Z' })
  deletedAt: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'Who deleted it, or deleted the record.' })
  deletedById: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: NoteRow): NoteView {
    return {
      id: row.id,
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      replyToId: row.replyTo,
      body: row.body,
      mentionedUserIds: row.mentions,
      authorId: row.authorId,
      editedAt: row.editedAt?.toISOString() ?? null,
      deletedAt: row.deletedAt?.toISOString() ?? null,
      deletedById: row.deletedBy,
      version: row.version,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class NoteList extends ListOf(NoteView) {}
