import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { newId } from '#kernel/id.js';
import type { Transaction } from '../database/transaction.js';
import { ContentKeeping } from './content-keeping.service.js';
import { FileContentsRepository } from './file-contents.repository.js';
import { FileIntake } from './file-intake.service.js';
import { FilesRepository, type NewFile } from './files.repository.js';

/** Beside the quota of the organization. */
const MOST_BYTES = 1024 * 1024 * 1024;

const GATHERED_BYTES = 256 * 1024;

/** Keeps a file in the transaction that it is made for. */
export type KeepFile = (transaction: Transaction) => Promise<NewFile>;

/** Files that Bureau itself makes. Whoever has one made says who may read it: they are none of the uploaded ones. */
@Injectable()
export class MadeFiles {
  constructor(
    private readonly intake: FileIntake,
    private readonly keeping: ContentKeeping,
    private readonly files: FilesRepository,
    private readonly contents: FileContentsRepository,
  ) {}

  /**
   * Stores what streams in.
   *
   * @param use keeps the file within its command; whatever that fails with, nothing is left
   */
  async store<T>(
    stream: Readable,
    { name, mediaType }: Pick<NewFile, 'name' | 'mediaType'>,
    use: (file: NewFile, keep: KeepFile) => Promise<T>,
  ): Promise<T> {
    return this.intake.take(Readable.from(gathered(stream), { objectMode: false }), MOST_BYTES, (content) => {
      const { sha256, sample } = content;
      const file = { id: newId(), name, mediaType, sizeBytes: sample.size, sha256 };
      const keep: KeepFile = async (transaction) => {
        await this.files.insert(transaction, file, 'export');
        await this.contents.markUsed(transaction, sha256);
        return file;
      };
      return this.keeping.keep(content, () => use(file, keep));
    });
  }

  /** Deletes the file; its content is to be let go after the commit. */
  async delete(transaction: Transaction, { id, sha256 }: Pick<NewFile, 'id' | 'sha256'>): Promise<void> {
    await this.files.delete(transaction, id);
    await this.contents.letGo(transaction, sha256);
  }
}

/** What is written a line at a time is not stored a line at a time. */
async function* gathered(stream: Readable): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size < GATHERED_BYTES) continue;
    yield Buffer.concat(parts);
    parts = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(parts);
}
