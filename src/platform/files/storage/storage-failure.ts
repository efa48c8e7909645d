import { Logger } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import { platformProblems } from '../../http/platform.problems.js';

const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What a storage of files failed with, as the caller is told; problems stay what they are. */
export function storageProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  new Logger('Files').error({ msg: 'The storage of files failed', code, error: { message, stack } });
  if (code !== undefined && noRoom.has(code)) return platformProblems.storage_full('There is no room left for files.');
  const detail = 'The storage of files cannot be used at the moment.';
  return platformProblems.service_unavailable(detail).withHeaders({ 'Retry-After': '5' });
}
