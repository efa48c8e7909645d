import type { Transaction } from '../database/transaction.js';
import { platformProblems } from '../http/platform.problems.js';

/** @throws Problem validation_failed where a secret would have ended before it begins */
export async function requireFutureEnd({ startedAt }: Transaction, expiresAt: string | null): Promise<void> {
  if (expiresAt === null || new Date(expiresAt) > (await startedAt)) return;
  const message = 'Must lie in the future.';
  throw platformProblems.validation_failed(message, [{ pointer: '/expiresAt', code: 'in_the_past', message }]);
}
