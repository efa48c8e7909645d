/** One finding inside a problem: where in the request, which rule, and what to do about it. */
export interface ProblemError {
  /** JSON pointer (RFC 6901) into the request body, e.g. `/lines/3/amount`; `?name` for a query parameter. */
  pointer: string;
  code: string;
  message: string;
  /** Line of an imported file, counted from 1. */
  line?: number;
}

export interface ProblemDefinition {
  /** HTTP status that the problem is answered with. */
  status: number;
  /** Short, stable summary; the same for every occurrence (RFC 9457). */
  title: string;
}

/**
 * A refusal that the caller can act upon, answered as `application/problem+json` (RFC 9457).
 * Anything else that is thrown is a defect and answered as 500 without detail.
 */
export class Problem extends Error {
  /** Response headers that belong to the answer, e.g. `Retry-After`. */
  headers: Record<string, string> = {};
  /** Members of the answer beside the usual ones (RFC 9457, section 3.2), which `ProblemView` declares. */
  members: Readonly<Record<string, unknown>> = {};

  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors: ProblemError[] = [],
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Problem';
  }

  withHeaders(headers: Record<string, string>): this {
    Object.assign(this.headers, headers);
    return this;
  }

  withMembers(members: Readonly<Record<string, unknown>>): this {
    this.members = { ...this.members, ...members };
    return this;
  }
}

/** Whether what was thrown refuses what was asked for; else something is wrong here, and nobody can act upon it. */
export const isRefusal = (thrown: unknown): thrown is Problem => thrown instanceof Problem && thrown.status < 500;

export type ProblemFactory = (detail: string, errors?: ProblemError[]) => Problem;

export type ProblemCatalogue<Code extends string = string> = Record<Code, ProblemFactory> & {
  /** The declared codes, for the OpenAPI document and the list in `docs/problems.md`. */
  readonly $definitions: Readonly<Record<Code, ProblemDefinition>>;
};

/** Declares the problem codes of a module once; each key becomes a factory: `throw problems.period_closed('…')`. */
export function defineProblems<Code extends string>(
  definitions: Record<Code, ProblemDefinition>,
): ProblemCatalogue<Code> {
  const factories = Object.fromEntries(
    Object.entries<ProblemDefinition>(definitions).map(([code, { status, title }]) => [
      code,
      (detail: string, errors: ProblemError[] = []) => new Problem(code, status, title, detail, errors),
    ]),
  ) as Record<Code, ProblemFactory>;
  return Object.assign(factories, { $definitions: definitions });
}
