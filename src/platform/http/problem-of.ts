import { HttpException } from '@nestjs/common';
import { Problem, type ProblemFactory } from '#kernel/problem.js';
import { platformProblems } from './platform.problems.js';
import { type DatabaseFailure, databaseFailureOf, databaseProblem, type DatabaseProblems } from './sqlstate.js';

export interface Explained {
  problem: Problem;
  /** The failure of the database that it comes from. */
  failure?: DatabaseFailure;
  /** What the log has to say about it, because the caller must not or need not know. */
  log?: { level: 'error' | 'warn'; message: string; stack?: string };
}

/**
 * The problem that answers whatever was thrown. What nobody foresaw is `internal_error` without a detail; the defect
 * itself goes to the log only.
 */
export function problemOf(thrown: unknown, declared: DatabaseProblems): Explained {
  if (thrown instanceof Problem) return { problem: thrown };
  // Nest repeats the refusals of Fastify in an exception of its own, with Fastify's words.
  if (thrown instanceof HttpException) return ofFramework(thrown.cause) ?? ofHttpException(thrown);
  return ofFramework(thrown) ?? ofDatabase(thrown, declared) ?? ofDefect(thrown);
}

const byStatus: Readonly<Record<number, ProblemFactory>> = {
  400: platformProblems.malformed_request,
  401: platformProblems.unauthenticated,
  403: platformProblems.forbidden,
  404: platformProblems.not_found,
  405: platformProblems.method_not_allowed,
  406: platformProblems.not_acceptable,
  408: platformProblems.request_timeout,
  409: platformProblems.conflict,
  412: platformProblems.precondition_failed,
  413: platformProblems.payload_too_large,
  414: platformProblems.uri_too_long,
  415: platformProblems.unsupported_media_type,
  422: platformProblems.validation_failed,
  428: platformProblems.precondition_required,
  429: platformProblems.too_many_requests,
  431: platformProblems.header_too_large,
  503: platformProblems.service_unavailable,
};

/** The problem of a status that the framework or the parser of Node.js decided on. */
export function problemOfStatus(status: number, detail: string): Problem | undefined {
  return byStatus[status]?.(detail);
}

function ofHttpException(exception: HttpException): Explained {
  const status = exception.getStatus();
  const problem =
    problemOfStatus(status, status === 503 ? 'The service is not ready.' : exception.message) ??
    (status < 500 ? new Problem('request_refused', status, 'The request is refused', exception.message) : undefined);
  return problem ? { problem } : ofDefect(exception);
}

/** Words for the refusals of Fastify, which name its own inner parts. */
const frameworkDetails: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'The path is not percent-encoded UTF-8.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is larger than this operation accepts.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as the Content-Length header says.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send the body as application/json, or as the media type that the operation names.',
  FST_ERR_MAX_PARAM_LENGTH: 'A part of the path is too long.',
};

function ofFramework(thrown: unknown): Explained | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { code, statusCode } = thrown as { code?: unknown; statusCode?: unknown };
  if (typeof code !== 'string' || !code.startsWith('FST_') || typeof statusCode !== 'number') return undefined;
  const problem = problemOfStatus(statusCode, frameworkDetails[code] ?? 'The request cannot be read.');
  return problem && { problem };
}

function ofDatabase(thrown: unknown, declared: DatabaseProblems): Explained | undefined {
  const failure = databaseFailureOf(thrown);
  if (!failure) return undefined;
  const answer = databaseProblem(failure, declared);
  // The message of a database error may quote values of the row: only names are logged.
  const names = `SQLSTATE ${failure.code}${failure.constraint ? ` on ${failure.constraint}` : ''}`;
  const stack = framesOf(thrown as Error);
  if (!answer)
    return { problem: internalError(), failure, log: { level: 'error', message: `unforeseen ${names}`, stack } };
  if (!answer.undeclared) return { problem: answer.problem, failure };
  const log = { level: 'warn', message: `no problem is declared for ${names}`, stack } as const;
  return { problem: answer.problem, failure, log };
}

/** The stack without the message on top of it. */
function framesOf({ stack = '' }: Error): string {
  return stack.slice(Math.max(0, stack.search(/^\s+at /m)));
}

function ofDefect(thrown: unknown): Explained {
  const error = thrown instanceof Error ? thrown : new Error(`thrown: ${typeof thrown}`);
  return {
    problem: internalError(),
    log: { level: 'error', message: `${error.name}: ${error.message}`, stack: error.stack },
  };
}

const internalError = () =>
  platformProblems.internal_error('Something went wrong here; report it with the requestId and it can be found.');
