import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { AtInstant, Choice, Count, Ref, Text, Values } from '#platform/http/fields/fields.js';
import { textRule } from '#platform/http/fields/text-rules.js';
import { ListOf } from '#platform/listing/page.view.js';
import { changedFields, type RecordedChange } from './changed-fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const auditOperations = ['insert', 'update', 'delete'] as const;
export type AuditOperation = (typeof auditOperations)[number];

@ApiSchema({
  description: 'Fields of a record by their names in the API; which there are depends on the type of the record.',
})
class AuditedFieldsView {}

export class AuditEntryView {
  @Count(1, Number.MAX_SAFE_INTEGER, { example: 4711, description: 'Rises with every change that is recorded.' })
  id: number;

  @Text(100, { example: 'accounting.account', description: 'Type of the record, written `module.noun`.' })
  recordType: string;

  @Ref({ nullable: true, example: exampleId })
  recordId: string | null;

  @Choice(auditOperations, { name: 'AuditOperation', example: 'update' })
  operation: AuditOperation;

  @ApiProperty({
    type: () => AuditedFieldsView,
    description: 'The changed fields as they were; all of them where the record was deleted, none where it was new.',
  })
  before: object;

  @ApiProperty({
    type: () => AuditedFieldsView,
    description: 'The changed fields as they became; all of them where the record was new, none where it was deleted.',
  })
  after: object;

  @Values(textRule({ max: 100 }), {
    max: 100,
    example: ['email'],
    description: 'Changed fields that hold personal values which were erased since: null in `before` and `after`.',
  })
  erasedFields: string[];

  @Ref({ nullable: true, example: exampleId, description: 'The person or API key that did it; null for a migration.' })
  actorId: string | null;

  @Text(200, {
    nullable: true,
    example: 'Anna Berg',
    description: 'Present name of the person or of the API key, where it is one of the organization.',
  })
  actorName: string | null;

  @Text(200, {
    example: 'accounting.books.manage',
    description: 'The command, written like the permission for it; `migration` where the owner of the database did it.',
  })
  action: string;

  @Ref({ nullable: true, example: exampleId, description: 'The request, as its answer named it in `Request-Id`.' })
  requestId: string | null;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z', description: 'The start of the transaction that made the change.' })
  recordedAt: string;

  static from(row: AuditEntryRow): AuditEntryView {
    const { id, recordType, recordId, operation, actorId, actorName, action, requestId, recordedAt } = row;
    const { before, after, erased } = changedFields(row);
    const who = { actorId, actorName, action, requestId, recordedAt: recordedAt.toISOString() };
    return { id: Number(id), recordType, recordId, operation, before, after, erasedFields: erased, ...who };
  }
}

export class AuditEntryList extends ListOf(AuditEntryView) {}

export interface AuditEntryRow extends RecordedChange {
  /** A bigint, as text. */
  id: string;
  recordType: string;
  recordId: string | null;
  operation: AuditOperation;
  actorId: string | null;
  actorName: string | null;
  action: string;
  requestId: string | null;
  recordedAt: Date;
}
