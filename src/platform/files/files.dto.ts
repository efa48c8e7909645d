import { AtInstant, Count, Ref, Text, Value } from '../http/fields/fields.js';
import { finding, type ValueRule } from '../http/fields/rule.js';
import { textRule } from '../http/fields/text-rules.js';
import { ListOf } from '../listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const exampleHash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** Room for an ending that is added. */
const MOST_NAME = 240;

const anyName = textRule({ max: MOST_NAME });
const fileNameRule: ValueRule = {
  ...anyName,
  schema: { type: 'string', minLength: 1, maxLength: MOST_NAME },
  check(value) {
    const refused = anyName.check(value);
    if (refused || !/[/\\]/.test(value as string)) return refused;
    return finding('path_separator', 'Must be the name of the file alone, without folders.');
  },
};

export class UploadFileQuery {
  @Value(fileNameRule, {
    example: 'invoice-4711.pdf',
    description:
      'Name of the file, as it is offered when the file is downloaded. It gets an ending of its type where it has none.',
  })
  name: string;
}

export interface FileRow {
  id: string;
  name: string;
  mediaType: string;
  /** A bigint, as text. */
  sizeBytes: string;
  sha256: string;
  uploadedBy: string;
  createdAt: Date;
  updatedAt: Date;
}

export class FileView {
  @Ref({ example: exampleId })
  id: string;

  @Text(255, { example: 'invoice-4711.pdf' })
  name: string;

  @Text(100, {
    example: 'application/pdf',
    description: 'By the content of the file, not by what it was said to be.',
  })
  mediaType: string;

  @Count(1, Number.MAX_SAFE_INTEGER, { example: 48_213, description: 'Size in bytes.' })
  sizeBytes: number;

  @Value(textRule({ min: 64, max: 64 }), {
    example: exampleHash,
    description: 'SHA-256 of the content, in small hexadecimal digits; the ETag of the content.',
  })
  sha256: string;

  @Ref({ example: exampleId, description: 'The person or API key that uploaded the file.' })
  uploadedById: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: FileRow): FileView {
    const { id, name, mediaType, sizeBytes, sha256, uploadedBy, createdAt, updatedAt } = row;
    return {
      id,
      name,
      mediaType,
      sizeBytes: Number(sizeBytes),
      sha256,
      uploadedById: uploadedBy,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

export class FileList extends ListOf(FileView) {}
