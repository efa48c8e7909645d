import { AtInstant, Count, Ref, Text, Value, Values } from '../../http/fields/fields.js';
import { refRule } from '../../http/fields/text-rules.js';
import { ListOf } from '../../listing/page.view.js';
import { subjectTypeRule } from '../subject-type.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_TAGS = 20;
const MOST_RECORDS = 500;

export class TagRecords {
  @Values(refRule, { min: 1, max: MOST_TAGS, example: [exampleId], description: 'Active tags.' })
  tagIds: string[];

  @Value(subjectTypeRule, {
    example: 'journal_entry',
    description:
      'Type of the records: `journal_entry`, `journal_entry_draft`, `account`, `fiscal_period`, `party` or `legal_entity`.',
  })
  subjectType: string;

  @Values(refRule, { min: 1, max: MOST_RECORDS, example: [exampleId], description: 'Records of that type.' })
  subjectIds: string[];
}

export class UntagRecords extends TagRecords {}

export class TaggingResultView {
  @Count(0, MOST_TAGS * MOST_RECORDS, {
    example: 1,
    description: 'How many pairs of a record and a tag were made or taken away.',
  })
  changedCount: number;

  @Count(0, MOST_TAGS * MOST_RECORDS, { example: 0, description: 'How many were as they were asked for already.' })
  unchangedCount: number;
}

export interface TaggingRow {
  id: string;
  tagId: string;
  tagName: string;
  tagColour: string | null;
  subjectType: string;
  subjectId: string;
  taggedBy: string;
  createdAt: Date;
  updatedAt: Date;
}

export class TaggingView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  tagId: string;

  @Text(50, { example: 'To be checked' })
  tagName: string;

  @Text(7, { nullable: true, example: '#c2410c' })
  tagColour: string | null;

  @Value(subjectTypeRule, { example: 'journal_entry' })
  subjectType: string;

  @Ref({ example: exampleId })
  subjectId: string;

  @Ref({ example: exampleId, description: 'The person or API key that put the tag on the record.' })
  taggedById: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({
    example: '2026-01-31T08:30:00.000Z',
    description: 'Later where the tag was merged or the draft posted.',
  })
  updatedAt: string;

  static from({ taggedBy, createdAt, updatedAt, ...row }: TaggingRow): TaggingView {
    return {
      id: row.id,
      tagId: row.tagId,
      tagName: row.tagName,
      tagColour: row.tagColour,
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      taggedById: taggedBy,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

export class TaggingList extends ListOf(TaggingView) {}
