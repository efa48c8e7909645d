import type { Problem } from '#kernel/problem.js';
import { problemOf } from '#platform/http/problem-of.js';
import { accountingDatabaseProblems } from '../../accounting.database-problems.js';

/**
 * What one of several commands was refused for, also where the database refused it.
 *
 * @throws what was thrown, where it is no refusal of the command
 */
export function refusalOf(thrown: unknown): Problem {
  const { problem } = problemOf(thrown, accountingDatabaseProblems);
  if (problem.status >= 500) throw thrown;
  return problem;
}
