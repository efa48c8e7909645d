import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { ANSWERS_ETAG, ProblemResponses } from './openapi/operation-marks.js';
import { platformProblems } from './platform.problems.js';

/** The strong ETag of a version of a resource: version 7 is `"7"`. */
const etagOf = (version: number): string => `"${version}"`;

const strongTag = /^"([1-9][0-9]{0,9})"$/;

/**
 * Reads the version that the caller has seen from the If-Match header.
 *
 * @throws Problem 428 without the header, 400 when it is not one strong ETag of ours
 */
function versionOf(header: string | undefined): number {
  if (header === undefined) {
    throw platformProblems.precondition_required('Send the ETag of the version you have read as If-Match.', [
      { pointer: 'If-Match', code: 'required', message: 'Is missing.' },
    ]);
  }
  const version = strongTag.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  const message = faultOf(header);
  throw platformProblems.malformed_request(`If-Match: ${message}`, [
    { pointer: 'If-Match', code: 'invalid_etag', message },
  ]);
}

/** RFC 9110, section 13.1.1, knows more forms; none of them says which version the caller has seen. */
function faultOf(header: string): string {
  if (header === '*') return 'The form * would overwrite what you have not read; send the ETag of what you have read.';
  if (header.startsWith('W/')) {
    return 'A weak ETag cannot guard a change. Leave out W/, which a proxy on the way may have added, and send the rest.';
  }
  if (header.includes(',')) return 'Send one ETag, that of the version you have read, and the header once.';
  return 'Send the ETag as it was answered, such as "7" with its quotes.';
}

/** Refuses a change of another version than the caller has seen, with 412. */
export function requireVersion(current: number, seen: number): void {
  if (current === seen) return;
  throw platformProblems.precondition_failed(
    `The resource is at version ${etagOf(current)} and you have read ${etagOf(seen)}; read it again.`,
  );
}

const readIfMatch = createParamDecorator((_: unknown, context: ExecutionContext) =>
  versionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** The version that the caller has seen, a number; documents the header and the answers 412 and 428. */
export function IfMatch(): ParameterDecorator {
  return (target, method, index) => {
    readIfMatch()(target, method, index);
    const descriptor = Object.getOwnPropertyDescriptor(target, method!)!;
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'ETag of the version that was read; a newer one refuses the change with 412.',
      schema: { type: 'string', pattern: strongTag.source, example: etagOf(7) },
    })(target, method!, descriptor);
    ProblemResponses(412, 428)(target, method, descriptor);
  };
}

/**
 * The handler answers a resource with a `version`, which becomes its ETag; a GET whose If-None-Match names that version
 * is answered 304 without a body.
 */
export const Versioned = () => applyDecorators(UseInterceptors(EtagInterceptor), ApiExtension(ANSWERS_ETAG, true));

class EtagInterceptor implements NestInterceptor<{ version: number }> {
  intercept(context: ExecutionContext, next: CallHandler<{ version: number }>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((view) => {
        // What has become a job has no version yet.
        if (reply.statusCode === 202) return view;
        if (!Number.isSafeInteger(view?.version)) throw new Error('a @Versioned() handler answered without a version');
        const etag = etagOf(view.version);
        void reply.header('etag', etag);
        const isRead = request.method === 'GET' || request.method === 'HEAD';
        if (!isRead || !matchesAny(request.headers['if-none-match'], etag)) return view;
        void reply.code(304);
        return undefined;
      }),
    );
  }
}

/** Weak comparison, as RFC 9110 section 13.1.2 has it for If-None-Match. */
function matchesAny(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
