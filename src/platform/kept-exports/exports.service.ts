import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import type { Principal } from '../auth/principal.js';
import { currentActing } from '../database/acting.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ContentKeeping } from '../files/content-keeping.service.js';
import type { StoredFile } from '../files/file-answer.js';
import { MadeFiles } from '../files/made-files.service.js';
import { platformProblems } from '../http/platform.problems.js';
import type { AcceptedJob } from '../jobs/accepted-job.js';
import { Jobs } from '../jobs/jobs.service.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import { EXPORT } from './export-job.js';
import { type ExportRow, ExportView, type RequestExport } from './exports.dto.js';
import { exportPermissions } from './exports.permissions.js';
import { exportProblems } from './exports.problems.js';
import { ExportsRepository } from './exports.repository.js';
import { InnerRequests } from './inner-requests.service.js';

/** Files of lists and reports: asked for, looked at, downloaded and dropped by whoever asked. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly requests: InnerRequests,
    private readonly exports: ExportsRepository,
    private readonly files: MadeFiles,
    private readonly keeping: ContentKeeping,
  ) {}

  /** @throws Problem export_not_offered, export_refused, forbidden, before anything is queued */
  async request(
    { path, format }: RequestExport,
    principal: Principal,
    language: string | undefined,
  ): Promise<AcceptedJob> {
    const order = { path, format, language: language?.slice(0, 200) ?? null };
    const inner = { principal, requestId: currentActing().requestId, isTrial: true };
    const { stream } = await this.requests.send(inner, order).catch(refusedInBody);
    stream.destroy();
    return this.jobs.request(EXPORT, { arguments: order, content: Buffer.alloc(0) });
  }

  list(request: ListRequest): Promise<Page<ExportView>> {
    return this.unitOfWork.read((transaction) => this.exports.list(transaction, request));
  }

  find(id: string): Promise<ExportView> {
    return this.unitOfWork.read(async (transaction) => ExportView.from(await this.exports.get(transaction, id)));
  }

  /** @throws Problem forbidden for whoever may no longer read what is in it */
  content(id: string): Promise<StoredFile> {
    return this.unitOfWork.read(async (transaction) => {
      const found = await this.exports.get(transaction, id);
      requireRights(transaction, found);
      const { fileName: name, mediaType, sizeBytes, sha256 } = found;
      return { name, mediaType, sizeBytes: Number(sizeBytes), sha256 };
    });
  }

  async delete(id: string): Promise<void> {
    const { sha256 } = await this.unitOfWork.run(exportPermissions.requestExports.name, async (transaction) => {
      const found = await this.exports.get(transaction, id);
      await this.exports.delete(transaction, id);
      await this.files.delete(transaction, { id: found.fileId, sha256: found.sha256 });
      return found;
    });
    await this.keeping.removeIfPossible(sha256);
  }
}

function requireRights({ acting }: Transaction, { permission, legalEntityIds }: ExportRow): void {
  if (!acting.permissions.has(permission))
    throw platformProblems.forbidden(`This needs the permission ${permission}, which is needed to read what is in it.`);
  const { legalEntityIds: limit } = acting;
  if (limit && !legalEntityIds?.every((id) => limit.includes(id)))
    throw platformProblems.forbidden('There is more in it than the legal entities that you are engaged for.');
}

/** What the direct request would be refused with is about the body here, but for rights and what passes by itself. */
function refusedInBody(error: unknown): never {
  if (!(error instanceof Problem)) throw error;
  const { code, status, detail, errors } = error;
  if (status === 403 || status >= 500) throw error;
  if (status === 406) throw exportProblems.export_not_offered(...findingAt('/format', code, detail));
  if (status === 404 || status === 405) throw exportProblems.export_not_offered(...findingAt('/path', code, detail));
  const findings = errors.map((one) => ({
    pointer: '/path',
    code: one.code,
    message: `${one.pointer} ${one.message}`,
  }));
  const refuse = code === 'export_not_offered' ? exportProblems.export_not_offered : exportProblems.export_refused;
  throw refuse(detail, findings.length > 0 ? findings : findingAt('/path', code, detail)[1]);
}

const findingAt = (pointer: string, code: string, message: string) =>
  [message, [{ pointer, code, message }]] as const satisfies readonly [string, object[]];
