import type { ProblemError } from '#kernel/problem.js';

/** In the order of the lines that they are of; what is of the file as a whole comes first. */
export const inOrder = (errors: readonly ProblemError[]): ProblemError[] =>
  errors.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
