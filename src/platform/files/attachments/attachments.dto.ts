import { subjectTypeRule } from '../../annotations/subject-type.js';
import { AtInstant, Choice, Count, OnDate, Ref, Text, Value } from '../../http/fields/fields.js';
import { ListOf } from '../../listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const attachmentStates = ['attached', 'detached'] as const;

export class AttachFile {
  @Ref({ example: exampleId, description: 'A file that the caller may read: `id` as `uploadFile` answered it.' })
  fileId: string;

  @Value(subjectTypeRule, {
    example: 'journal_entry',
    description: 'What the file belongs to, such as `journal_entry`, `invoice`, `receipt`, `tax_return` or `party`.',
  })
  subjectType: string;

  @Ref({ example: exampleId, description: 'The record of that type.' })
  subjectId: string;

  @Text(200, { optional: true, example: 'Invoice of the supplier', description: 'What the file shows.' })
  title?: string;
}

export class DetachFile {
  @Text(500, { example: 'Belongs to another entry', description: 'Kept with the attachment.' })
  reason: string;
}

export interface AttachmentRow {
  id: string;
  subjectType: string;
  subjectId: string;
  fileId: string;
  fileName: string;
  mediaType: string;
  sizeBytes: string;
  title: string | null;
  retentionClass: string | null;
  keepUntil: string | null;
  attachedBy: string;
  detachedAt: Date | null;
  detachedBy: string | null;
  detachReason: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class AttachmentView {
  @Ref({ example: exampleId })
  id: string;

  @Value(subjectTypeRule, { example: 'journal_entry' })
  subjectType: string;

  @Ref({ example: exampleId })
  subjectId: string;

  @Ref({ example: exampleId })
  fileId: string;

  @Text(255, { example: 'invoice-4711.pdf' })
  fileName: string;

  @Text(100, { example: 'application/pdf' })
  mediaType: string;

  @Count(1, Number.MAX_SAFE_INTEGER, { example: 48_213, description: 'Size in bytes.' })
  sizeBytes: number;

  @Text(200, { nullable: true, example: 'Invoice of the supplier' })
  title: string | null;

  @Choice(attachmentStates, { name: 'AttachmentStatus', example: 'attached' })
  status: (typeof attachmentStates)[number];

  @Value(subjectTypeRule, {
    nullable: true,
    example: 'accounting_record',
    description: 'Why the file is kept; null where nothing asks for it.',
  })
  retentionClass: string | null;

  @OnDate({
    nullable: true,
    example: '2036-12-31',
    description: 'The file cannot be deleted up to this day, attached or detached.',
  })
  keepUntil: string | null;

  @Ref({ example: exampleId, description: 'The person or API key that attached the file.' })
  attachedById: string;

  @AtInstant({ nullable: true, example: '2026-02-28T12:00:00.000Z' })
  detachedAt: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The person or API key that detached the file.' })
  detachedById: string | null;

  @Text(500, { nullable: true, example: 'Belongs to another entry' })
  detachReason: string | null;

  @Count(1, 2_147_483_647, { example: 1 })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: AttachmentRow): AttachmentView {
    const { attachedBy, detachedBy, detachedAt, createdAt, updatedAt, sizeBytes, ...rest } = row;
    return {
      id: rest.id,
      subjectType: rest.subjectType,
      subjectId: rest.subjectId,
      fileId: rest.fileId,
      fileName: rest.fileName,
      mediaType: rest.mediaType,
      sizeBytes: Number(sizeBytes),
      title: rest.title,
      status: detachedAt ? 'detached' : 'attached',
      retentionClass: rest.retentionClass,
      keepUntil: rest.keepUntil,
      attachedById: attachedBy,
      detachedAt: detachedAt?.toISOString() ?? null,
      detachedById: detachedBy,
      detachReason: rest.detachReason,
      version: rest.version,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

export class AttachmentList extends ListOf(AttachmentView) {}
