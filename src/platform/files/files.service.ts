import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { currentActing } from '../database/acting.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { StreamedBodyParts } from '../http/streamed-body.js';
import { actOnContent } from '../idempotency/act-on-content.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import { ContentKeeping } from './content-keeping.service.js';
import { type ArrivedContent, FileIntake } from './file-intake.service.js';
import { FileContentsRepository } from './file-contents.repository.js';
import { FileMetrics } from './file-metrics.js';
import type { FileView } from './files.dto.js';
import { filePermissions } from './files.permissions.js';
import { fileProblems } from './files.problems.js';
import { FilesRepository } from './files.repository.js';
import { judgeContent } from './judge-content.js';
import { KEPT_TYPES, nameWithEnding } from './kept-types.js';

/** Files of the organization: each a name for a content. */
@Injectable()
export class FilesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FilesRepository,
    private readonly contents: FileContentsRepository,
    private readonly intake: FileIntake,
    private readonly keeping: ContentKeeping,
    private readonly metrics: FileMetrics,
  ) {}

  list(request: ListRequest): Promise<Page<FileView>> {
    return this.unitOfWork.read((transaction) => this.files.list(transaction, request));
  }

  find(id: string): Promise<FileView> {
    return this.unitOfWork.read((transaction) => this.files.get(transaction, id));
  }

  async upload(body: StreamedBodyParts, name: string): Promise<FileView> {
    try {
      return await this.intake.receive(body, (content) => this.keep(content, body.type, name));
    } catch (error) {
      this.metrics.failed(error);
      throw error;
    }
  }

  /** Deletes what nothing needs; the content goes with the last file of it. */
  async delete(id: string): Promise<void> {
    const { sha256 } = await this.unitOfWork.run(filePermissions.deleteFiles.name, async (transaction) => {
      const file = await this.files.get(transaction, id);
      await this.files.delete(transaction, id);
      await this.contents.letGo(transaction, file.sha256);
      return file;
    });
    await this.keeping.removeIfPossible(sha256);
  }

  private keep(content: ArrivedContent, declared: string | undefined, name: string): Promise<FileView> {
    const mediaType = typeOf(content, declared, name);
    const { sha256, sample } = content;
    const file = { id: newId(), name: nameWithEnding(name, mediaType), mediaType, sizeBytes: sample.size, sha256 };
    return actOnContent([sha256, declared ?? ''], async () => {
      const stored = await this.keeping.keep(content, () =>
        this.unitOfWork.run(filePermissions.uploadFiles.name, async (transaction) => {
          await this.files.insert(transaction, file);
          await this.contents.markUsed(transaction, sha256);
          return this.files.get(transaction, file.id);
        }),
      );
      this.metrics.stored(sample.size, currentActing().replayed === true);
      return stored;
    });
  }
}

function typeOf({ sample }: ArrivedContent, type: string | undefined, name: string): string {
  const judged = judgeContent(sample, { type, name });
  if (judged.fault === undefined) return judged.type;
  const { fault, pointer, message } = judged;
  if (fault === 'mismatch') {
    throw fileProblems.file_type_mismatch(message, [{ pointer, code: 'file_type_mismatch', message }]);
  }
  const detail = [message, 'These are:', KEPT_TYPES.join(', ')].join(' ');
  throw fileProblems.file_type_not_kept(detail, [{ pointer, code: 'file_type_not_kept', message }]);
}
