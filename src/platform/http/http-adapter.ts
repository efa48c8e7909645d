import { Logger } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { newId } from '#kernel/id.js';
import { presentInnerRequest } from './inner-request.js';
import { PROBLEM_MEDIA_TYPE, problemBody } from './problem-body.js';
import { problemOf, problemOfStatus } from './problem-of.js';
import { standardIntake } from './route-limits.js';

export interface HttpAdapterOptions {
  /** Which proxies may say where a request came from (`X-Forwarded-For`); none unless told. */
  trustProxy?: FastifyServerOptions['trustProxy'];
}

/** Fastify without the parsers that Nest would add: `installInputGuard` decides alone what comes in. */
class GuardedFastifyAdapter extends FastifyAdapter {
  override registerParserMiddleware(): void {}
}

/** The HTTP server: bounded in time and size, and answering problems where not even a request came about. */
export function createHttpAdapter({ trustProxy = false }: HttpAdapterOptions = {}): FastifyAdapter {
  return new GuardedFastifyAdapter({
    trustProxy,
    genReqId: () => presentInnerRequest()?.requestId ?? newId(),
    bodyLimit: standardIntake.bodyLimit,
    // A request that trickles in holds a connection; Node.js itself waits five minutes.
    requestTimeout: 60_000,
    http: { headersTimeout: 20_000, maxHeaderSize: 16 * 1024 },
    routerOptions: { maxParamLength: 200 },
    // What still has a connection is served; `configureHttp` sees to it.
    return503OnClosing: false,
    frameworkErrors: answerRouterError,
    clientErrorHandler: answerClientError,
    // Nest middleware is bypassed by variants of a path, so there is none.
    skipMiddie: true,
    multipart: false,
  });
}

/** The router gives up on some addresses before any hook or filter is reached. */
function answerRouterError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { problem } = problemOf(error, {});
  logUnrouted(problem.status, { requestId: request.id, method: request.method });
  const body = problemBody(problem, request.id, request.url.split('?', 1)[0]);
  const headers = { 'content-type': PROBLEM_MEDIA_TYPE, 'request-id': request.id, 'x-content-type-options': 'nosniff' };
  void reply.code(problem.status).headers(headers).send(JSON.stringify(body));
}

/** What never became a request that hooks could see; its address may hold anything. */
function logUnrouted(status: number, members: { requestId: string; method?: string }): void {
  new Logger('Request').log({ msg: `(no route) ${status}`, status, ...members });
}

const clientErrors: Readonly<Record<string, [status: number, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The request line and the header fields may have 16 KiB together.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
};

function answerClientError(this: FastifyInstance, error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, detail] = clientErrors[error.code ?? ''] ?? [400, 'This is not a well-formed HTTP/1.1 request.'];
  const requestId = newId();
  logUnrouted(status, { requestId });
  const body = JSON.stringify(problemBody(problemOfStatus(status, detail)!, requestId));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Request-Id: ${requestId}`,
    'Connection: close',
  ];
  socket.end([...head, '', body].join('\r\n'));
}
