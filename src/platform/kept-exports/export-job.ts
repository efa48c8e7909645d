import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Principal } from '../auth/principal.js';
import { type Acting, currentActing } from '../database/acting.js';
import { mediaTypes } from '../exports/file-format.js';
import { MadeFiles } from '../files/made-files.service.js';
import type { InnerRequest } from '../http/inner-request.js';
import { type CommitJob, JobKinds, type JobOrder } from '../jobs/job-kinds.js';
import { exportPermissions } from './exports.permissions.js';
import { ExportsRepository } from './exports.repository.js';
import { type AnsweredFile, type FileOrder, InnerRequests } from './inner-requests.service.js';

/** Kind of the job. */
export const EXPORT = 'platform.export';

/** Makes the file of a list or report, and keeps it for whoever asked for it. */
@Injectable()
export class ExportJob implements OnModuleInit {
  constructor(
    private readonly kinds: JobKinds,
    private readonly requests: InnerRequests,
    private readonly files: MadeFiles,
    private readonly exports: ExportsRepository,
  ) {}

  onModuleInit(): void {
    this.kinds.add({
      name: EXPORT,
      permission: exportPermissions.requestExports,
      perform: (order, commit) => this.perform(order, commit),
    });
  }

  private async perform(order: JobOrder, commit: CommitJob): Promise<void> {
    const acting = currentActing();
    const inner: InnerRequest = { principal: principalOf(acting), requestId: acting.requestId, isTrial: false };
    const asked = order.arguments as FileOrder;
    const file = await this.requests.send(inner, asked);
    try {
      await this.keep(order.id, asked, file, inner, commit);
    } catch (error) {
      throw inner.failure ?? error;
    } finally {
      file.stream.destroy();
    }
  }

  private async keep(
    jobId: string,
    { path, format }: FileOrder,
    answered: AnsweredFile,
    { operation }: InnerRequest,
    commit: CommitJob,
  ): Promise<void> {
    const { stream, name, proof } = answered;
    await this.files.store(stream, { name, mediaType: mediaTypes[format] }, (file, keep) => {
      const { rowCount, contentDigest } = proof();
      requireWhole(contentDigest, file.sha256);
      return commit(async (transaction) => {
        const { id: fileId } = await keep(transaction);
        const { id: operationId, permission } = operation!;
        const id = newId();
        const told = { operation: operationId, permission, path, format, rowCount, fileId };
        await this.exports.insert(transaction, { id, jobId, ...told });
        return { id, href: `/v1/exports/${id}`, summary: `${name} is ready, with ${rowCount} rows.` };
      });
    });
  }
}

/** Whose permissions are those of now. */
function principalOf({ organizationId, actorId, personId, permissions, legalEntityIds }: Acting): Principal {
  const userId = personId!;
  const limit = legalEntityIds && { legalEntityIds };
  return { userId, organizationId, permissions, ...limit, ...(actorId !== userId && { apiKeyId: actorId }) };
}

function requireWhole(contentDigest: string, sha256: string): void {
  const digest = `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
  if (digest !== contentDigest) throw new Error('What was kept of an export is not what was answered.');
}
