import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { type ProblemStatus, responseNames } from './problem-responses.js';

// Marks that decorators leave on an operation for `buildOpenApiDocument`, which replaces them.
export const ANSWERS_ETAG = 'x-answers-etag';
export const IS_PUBLIC = 'x-is-public';
export const IS_UNLIMITED = 'x-is-unlimited';
/** Stays in the document. */
export const NEEDS_STEP_UP = 'x-requires-step-up';
export const ANSWERS_OAUTH = 'x-answers-oauth';
export const IS_DEPRECATED = 'x-is-deprecated';
export const PROBLEM_PREFIX = 'x-answers-problem-';

/**
 * Statuses that the operation refuses with beside those that every operation may answer (400, 401, 403, 429, 500, 503
 * and, with a body, 413, 415, 422). Each is one shared component of the document.
 */
export const ProblemResponses = (...statuses: ProblemStatus[]) =>
  applyDecorators(...statuses.map((status) => ApiExtension(`${PROBLEM_PREFIX}${status}`, responseNames[status])));

/** The operation needs no sign-in, so the document asks for none. */
export const PublicOperation = () => ApiExtension(IS_PUBLIC, true);

/** The operation refuses a token request as RFC 6749 has it. */
export const OAuthRefusals = () => ApiExtension(ANSWERS_OAUTH, true);

/** Requests of the operation are not counted. */
export const UnlimitedOperation = () => ApiExtension(IS_UNLIMITED, true);

/** The operation is marked as deprecated, and its description says since when, until when and what to use instead. */
export const DeprecatedOperation = (about: { since: string; sunset: string; successor?: string }) =>
  ApiExtension(IS_DEPRECATED, about);
