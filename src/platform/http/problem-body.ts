import type { Problem, ProblemError } from '#kernel/problem.js';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** The members of an answered problem (RFC 9457); `code`, `requestId` and `errors` are ours. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  code: string;
  requestId: string;
  errors: ProblemError[];
}

/** `type` is a name, not an address: it never moves and needs nobody to answer it. */
const problemType = (code: string) => `urn:bureau:problem:${code}`;

export function problemBody(problem: Problem, requestId: string, instance?: string): ProblemBody {
  const { code, status, title, detail, errors } = problem;
  return { type: problemType(code), title, status, detail, instance, code, requestId, errors };
}
