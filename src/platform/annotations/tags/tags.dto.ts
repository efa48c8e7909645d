import { PartialType } from '@nestjs/swagger';
import { AtInstant, Choice, Count, Ref, Text, Value } from '../../http/fields/fields.js';
import { codeRule } from '../../http/fields/text-rules.js';
import { ListOf } from '../../listing/page.view.js';
import { type Tag, type TagStatus, tagStatuses } from './tag.entity.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const colourRule = codeRule({ max: 7, pattern: '^#[0-9a-f]{6}$', words: '# and six small hexadecimal digits' });

export class CreateTag {
  @Text(50, {
    example: 'To be checked',
    description: 'Unique in the organization, whatever the case of its letters; of a merged tag it is free again.',
  })
  name: string;

  @Value(colourRule, {
    optional: true,
    nullable: true,
    example: '#c2410c',
    description: 'Red, green and blue, for those who show the tag; null for none.',
  })
  colour?: string | null;
}

const givenStatuses = ['active', 'archived'] as const;

class EditableTagFields extends CreateTag {
  @Choice(givenStatuses, {
    name: 'TagUse',
    example: 'archived',
    description: 'An archived tag stays where it stands, and is put on nothing more.',
  })
  status: (typeof givenStatuses)[number];
}

export class UpdateTag extends PartialType(EditableTagFields) {}

export class MergeTag {
  @Ref({ example: exampleId, description: 'The tag that stays; it is active.' })
  intoTagId: string;
}

export class TagView {
  @Ref({ example: exampleId })
  id: string;

  @Text(50, { example: 'To be checked' })
  name: string;

  @Value(colourRule, { nullable: true, example: '#c2410c' })
  colour: string | null;

  @Choice(tagStatuses, { name: 'TagStatus', example: 'active' })
  status: TagStatus;

  @Ref({ nullable: true, example: exampleId, description: 'What stands on its records instead, where it was merged.' })
  mergedIntoId: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from({ id, name, colour, status, mergedInto, version, createdAt, updatedAt }: Tag): TagView {
    return {
      id,
      name,
      colour,
      status,
      mergedIntoId: mergedInto,
      version,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

export class TagList extends ListOf(TagView) {}
