import type { Problem, ProblemError } from '#kernel/problem.js';
import { legible } from './fields/text-rules.js';

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

/** Enough to mend a request; names that a caller makes up may be as long as a body. */
const MOST_ERRORS = 100;
const LONGEST_POINTER = 1000;
const LONGEST_PATH = 4000;

export function problemBody(problem: Problem, requestId: string, instance?: string): ProblemBody {
  const { code, status, title, detail, errors, members } = problem;
  const shown = errors.slice(0, MOST_ERRORS).map((one) => ({
    ...one,
    pointer: one.pointer.slice(0, LONGEST_POINTER),
    message: legible(one.message),
  }));
  const path = instance?.slice(0, LONGEST_PATH);
  return {
    type: problemType(code),
    title,
    status,
    detail: legible(detail),
    instance: path,
    code,
    requestId,
    errors: shown,
    ...members,
  };
}
