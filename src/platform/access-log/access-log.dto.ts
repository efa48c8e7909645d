import { AtInstant, Choice, Ref, Text, Values } from '#platform/http/fields/fields.js';
import { textRule } from '#platform/http/fields/text-rules.js';
import { ListOf } from '#platform/listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const accessOutcomes = ['answered', 'not_modified'] as const;
export type AccessOutcome = (typeof accessOutcomes)[number];

/** A row as the database gives it. */
export interface AccessLogRow extends Omit<AccessLogEntryView, 'accessedAt'> {
  accessedAt: Date;
}

export class AccessLogEntryView {
  @Ref({ example: exampleId })
  id: string;

  @Text(100, { example: 'listMemberships', description: 'The operation that was answered, by its `operationId`.' })
  operation: string;

  @Text(100, { example: 'identity.membership', description: 'What was read, written `module.noun`.' })
  recordType: string;

  @Text(100, { nullable: true, example: exampleId, description: 'Which one, where one was asked for.' })
  subject: string | null;

  @Values(textRule({ max: 60 }), {
    max: 100,
    example: ['status', 'updatedAt[gte]'],
    description: 'Names of the parameters that were sent; their values are not kept.',
  })
  parameters: string[];

  @Text(200, {
    nullable: true,
    example: 'text/csv',
    description: 'In which form it was answered; null where nothing was.',
  })
  mediaType: string | null;

  @Choice(accessOutcomes, {
    name: 'AccessOutcome',
    example: 'answered',
    description: '`not_modified`: the reader had it already, and was told that it is the same.',
  })
  outcome: AccessOutcome;

  @Ref({ example: exampleId, description: 'The person or API key that read it.' })
  actorId: string;

  @Ref({ nullable: true, example: exampleId, description: 'The person, also of an API key.' })
  personId: string | null;

  @Text(200, {
    nullable: true,
    example: 'Anna Berg',
    description: 'Present name of the person or of the API key, where it is one of the organization.',
  })
  actorName: string | null;

  @Ref({ example: exampleId, description: 'The `Request-Id` of the answer.' })
  requestId: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  accessedAt: string;

  static from(row: AccessLogRow): AccessLogEntryView {
    const { id, operation, recordType, subject, parameters, mediaType, outcome } = row;
    const { actorId, personId, actorName, requestId } = row;
    const read = { id, operation, recordType, subject, parameters, mediaType, outcome };
    return { ...read, actorId, personId, actorName, requestId, accessedAt: row.accessedAt.toISOString() };
  }
}

export class AccessLogEntryList extends ListOf(AccessLogEntryView) {}
