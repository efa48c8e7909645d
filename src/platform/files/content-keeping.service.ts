import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';
import { type Acting, actAs, currentActing } from '../database/acting.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import type { ArrivedContent } from './file-intake.service.js';
import { FileContentsRepository } from './file-contents.repository.js';
import { FileMetrics } from './file-metrics.js';
import { filePermissions } from './files.permissions.js';
import { fileProblems } from './files.problems.js';
import { FileStorage, type OpenContent } from './storage/file-storage.js';
import { storageProblem } from './storage/storage-failure.js';

const UPLOAD = filePermissions.uploadFiles.name;
const REMOVE = 'platform.file_content.remove';
const MiB = 1024 * 1024;

/**
 * Brings contents into the storage and out of it. A row claims a content before the storage has it and goes after the
 * storage has lost it; no transaction is open meanwhile.
 */
@Injectable()
export class ContentKeeping {
  private readonly quota: number;
  private readonly log = new Logger('Files');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: FileContentsRepository,
    private readonly storage: FileStorage,
    private readonly metrics: FileMetrics,
    { environment }: Configuration,
  ) {
    this.quota = environment.FILES_QUOTA_MIB * MiB;
  }

  /**
   * Stores the content and does the work that uses it; whatever that fails with, nothing is left.
   *
   * @param use marks the content as used within its command, which may also answer from an earlier one
   */
  async keep<T>({ sha256, path, sample }: ArrivedContent, use: () => Promise<T>): Promise<T> {
    await this.claim(sha256, sample.size);
    const acting = currentActing();
    let isUsed = false;
    try {
      await this.storage.store({ organizationId: acting.organizationId, sha256 }, path).catch(rethrow);
      const result = await use();
      isUsed = !acting.replayed;
      return result;
    } finally {
      if (!isUsed) await this.giveBack(sha256);
    }
  }

  /** The content, proved; `undefined` of the storage and other bytes are both damage. @throws Problem file_damaged */
  async open(sha256: string): Promise<OpenContent> {
    const { organizationId } = currentActing();
    const content = await this.storage.open({ organizationId, sha256 }).catch(rethrow);
    if (!content) return this.damaged(sha256, 'missing');
    const hash = createHash('sha256');
    try {
      await pipeline(content.read(), hash);
    } catch (error) {
      await content.close();
      throw storageProblem(error);
    }
    if (hash.digest('hex') === sha256) return content;
    await content.close();
    return this.damaged(sha256, 'changed');
  }

  /** Removes the content unless something uses it, or is about to. */
  async remove(sha256: string): Promise<void> {
    const { organizationId } = currentActing();
    const mayGo = await this.command(REMOVE, (transaction) => this.contents.beginRemoval(transaction, sha256));
    if (!mayGo) return;
    await this.storage.remove({ organizationId, sha256 });
    await this.command(REMOVE, (transaction) => this.contents.endRemoval(transaction, sha256));
  }

  /** The same when nobody waits for it: what fails is left to the sweep. */
  async removeIfPossible(sha256: string): Promise<void> {
    await this.remove(sha256).catch((error: unknown) =>
      this.log.warn({ msg: 'A content waits for the sweep', ...reasonOf(error) }),
    );
  }

  private async claim(sha256: string, size: number): Promise<void> {
    await this.command(UPLOAD, async (transaction) => {
      const claimed = await this.contents.claim(transaction, sha256, size);
      if (!claimed) {
        const detail = 'The same content is being removed at the moment; send the file again.';
        throw platformProblems.service_unavailable(detail).withHeaders({ 'Retry-After': '1' });
      }
      if (!claimed.isNew || (await this.contents.usage(transaction)) <= this.quota) return;
      throw fileProblems.file_quota_exceeded(
        `The organization may store ${this.quota / MiB} MiB, and this file would not fit in. Delete files, or have the operator raise FILES_QUOTA_MIB.`,
      );
    });
  }

  private async giveBack(sha256: string): Promise<void> {
    const released = this.command(UPLOAD, (transaction) => this.contents.release(transaction, sha256));
    await released.then(
      () => this.removeIfPossible(sha256),
      (error: unknown) => this.log.warn({ msg: 'A claim waits for its end', ...reasonOf(error) }),
    );
  }

  /** A command of its own, not the one that the caller's idempotency key stands for. */
  private command<T>(action: string, work: Parameters<typeof this.unitOfWork.run<T>>[1]): Promise<T> {
    const acting: Acting = { ...currentActing(), idempotency: undefined };
    return actAs(acting, () => this.unitOfWork.run(action, work));
  }

  private damaged(sha256: string, how: 'missing' | 'changed'): never {
    const { organizationId } = currentActing();
    this.log.error({ msg: 'A stored content is damaged', organizationId, sha256, how });
    this.metrics.damaged(how);
    throw fileProblems.file_damaged('The stored content is not what was uploaded, and is therefore not answered.');
  }
}

const rethrow = (error: unknown): never => {
  throw storageProblem(error);
};

const reasonOf = (error: unknown) => ({ error: { message: error instanceof Error ? error.message : 'unknown' } });
