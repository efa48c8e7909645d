import { AtInstant, Flag, List, Ref, Text, Value } from '../../http/fields/fields.js';
import { ListOf } from '../../listing/page.view.js';
import { subjectTypeRule } from '../subject-type.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class RecordExternalId {
  @Text(100, { example: 'webshop', description: 'The other system, always under the same name.' })
  source: string;

  @Text(200, {
    example: 'order-4711',
    description: 'What that system calls the record; unique in it for each type of records.',
  })
  externalId: string;

  @Value(subjectTypeRule, {
    example: 'journal_entry',
    description:
      'Type of the record: `journal_entry`, `journal_entry_draft`, `account`, `fiscal_period`, `party` or `legal_entity`.',
  })
  subjectType: string;

  @Ref({ example: exampleId, description: 'The record of that type.' })
  subjectId: string;
}

export interface ExternalIdRow {
  id: string;
  source: string;
  externalId: string;
  subjectType: string;
  subjectId: string;
  recordedBy: string;
  createdAt: Date;
  updatedAt: Date;
}

export class ExternalIdView {
  @Ref({ example: exampleId })
  id: string;

  @Text(100, { example: 'webshop' })
  source: string;

  @Text(200, { example: 'order-4711' })
  externalId: string;

  @Value(subjectTypeRule, { example: 'journal_entry' })
  subjectType: string;

  @Ref({ example: exampleId })
  subjectId: string;

  @Ref({ example: exampleId, description: 'The person or API key that recorded it.' })
  recordedById: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z', description: 'Later where the draft was posted.' })
  updatedAt: string;

  static from({ recordedBy, createdAt, updatedAt, ...row }: ExternalIdRow): ExternalIdView {
    return {
      id: row.id,
      source: row.source,
      externalId: row.externalId,
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      recordedById: recordedBy,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

export class ExternalIdList extends ListOf(ExternalIdView) {}

export class ExternalIdMatchesQuery {
  @Text(100, { example: 'webshop', description: 'The other system.' })
  source: string;

  @Text(200, { example: 'order-4711', description: 'What it calls the record, exactly.' })
  externalId: string;

  @Value(subjectTypeRule, { optional: true, example: 'journal_entry', description: 'Records of this type only.' })
  subjectType?: string;
}

export class ExternalIdMatchView {
  @Value(subjectTypeRule, { example: 'journal_entry' })
  subjectType: string;

  @Ref({ example: exampleId })
  subjectId: string;

  @Flag({
    example: false,
    description: 'Whether the record itself has the external id, as an entry from its posting: then it stays.',
  })
  isOwn: boolean;
}

export class ExternalIdMatchesView {
  @List(() => ExternalIdMatchView, { max: 1000, description: 'By type; none where nobody knows the external id.' })
  matches: ExternalIdMatchView[];
}
