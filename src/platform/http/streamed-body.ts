import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { platformProblems } from './platform.problems.js';
import type { RouteIntake } from './route-limits.js';

/** A body that nobody has read yet, and what was said of it. */
export interface StreamedBodyParts {
  stream: Readable;
  /** `Content-Type` as it was sent. */
  type: string | undefined;
  /** `Content-Length`, where one was sent. */
  length: number | undefined;
}

/** Stands for whatever type a streamed file is sent as: parsers are found by type, and a file may have any. */
const STREAM_TYPE = 'application/x-streamed-file';

const sentTypes = new WeakMap<FastifyRequest, string | undefined>();

/** Lets routes with a streamed body have it unread, whatever its type. */
export function acceptStreams(server: FastifyInstance, intakeOf: (request: FastifyRequest) => RouteIntake): void {
  server.addHook('onRequest', (request, _reply, done) => {
    if (!request.is404 && intakeOf(request).format === 'stream') {
      sentTypes.set(request, request.headers['content-type']);
      request.headers['content-type'] = STREAM_TYPE;
    }
    done();
  });
  server.addContentTypeParser(STREAM_TYPE, (request, payload, done) => {
    const encoding = request.headers['content-encoding'];
    if (!sentTypes.has(request)) return done(unsupported('The content type is not supported.'));
    if (encoding && encoding !== 'identity') return done(unsupported('Send the file without a content encoding.'));
    return done(null, payload);
  });
}

const unsupported = (detail: string) => platformProblems.unsupported_media_type(detail);

/** The body of a route that is declared with `StreamedBody`. */
export const StreamedFile = createParamDecorator((_: unknown, context: ExecutionContext): StreamedBodyParts => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const length = request.headers['content-length'];
  return {
    stream: request.raw,
    type: sentTypes.get(request),
    length: length === undefined ? undefined : Number(length),
  };
});
