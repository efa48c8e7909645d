import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../auth/principal.js';
import { presentInnerRequest } from './inner-request.js';
import { requestContext } from './request-context.js';

/** Why a request was refused, by names alone: values may be personal. */
export interface Refusal {
  /** Code of the problem that was answered. */
  code: string;
  /** Of the database failure behind it: https://www.postgresql.org/docs/current/errcodes-appendix.html */
  sqlstate?: string;
  constraint?: string;
  /** Name of the operating system's error where the database could not be reached, such as `ECONNREFUSED`. */
  errno?: string;
}

/** A request as logs and metrics may know it. Its address is the template of the route: ids and queries may be personal. */
export interface EndedRequest extends Partial<Refusal> {
  requestId: string;
  traceId?: string;
  method: string;
  /** Such as `/v1/accounting/accounts/{id}`; none where no route matched. */
  route?: string;
  /** None where the caller went away before the answer. */
  status?: number;
  durationMs: number;
  organizationId?: string;
  actorId?: string;
}

export interface RequestObserver {
  began?(): void;
  ended(request: EndedRequest): void;
}

const refusals = new WeakMap<FastifyRequest, Refusal>();

/** Keeps why a request is refused for those who observe its end. */
export function noteRefusal(request: FastifyRequest, refusal: Refusal): void {
  refusals.set(request, refusal);
}

/** Tells the observers of every request that reached the router, once, whichever way it ends. */
export function observeRequests(server: FastifyInstance, observers: readonly RequestObserver[]): void {
  server.addHook('onRequest', (request, reply, done) => {
    // What is done for it is told by the job or the request that it is made for.
    if (presentInnerRequest()) return done();
    const traceId = requestContext()?.traceId;
    for (const observer of observers) observer.began?.();
    // Also after a connection that broke, where Fastify itself tells nobody.
    reply.raw.once('close', () => {
      const ended = describe(request, reply, traceId);
      for (const observer of observers) observer.ended(ended);
    });
    done();
  });
}

function describe(request: FastifyRequest, reply: FastifyReply, traceId: string | undefined): EndedRequest {
  const { user } = request as { user?: Principal };
  return {
    requestId: request.id,
    traceId,
    method: request.method,
    route: routeOf(request),
    status: reply.raw.writableFinished ? reply.raw.statusCode : undefined,
    durationMs: Math.round(reply.elapsedTime * 10) / 10,
    organizationId: user?.organizationId,
    actorId: user?.userId,
    ...refusals.get(request),
  };
}

const templates = new Map<string, string>();

function routeOf(request: FastifyRequest): string | undefined {
  const url = request.is404 ? undefined : request.routeOptions.url;
  if (url === undefined) return undefined;
  let template = templates.get(url);
  if (!template) templates.set(url, (template = url.replaceAll(/:(\w+)/g, '{$1}')));
  return template;
}
