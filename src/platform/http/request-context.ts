import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import { presentTraceId } from '../tracing/spans.js';

/**
 * What is known of the request that is being served, for logs, events and audit rows. Who acts is added by the module
 * that finds it out, which also declares it here (`declare module '#platform/http/request-context.js'`).
 */
export interface RequestContext {
  /** UUIDv7, answered as `Request-Id`. */
  readonly requestId: string;
  /** Trace of the caller (W3C Trace Context), where `traceparent` names one; else our own, where traces are sent. */
  readonly traceId?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the request being served; `undefined` outside of one, as in jobs and at start-up. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}

/** `00-<trace id>-<parent id>-<flags>`; later versions may append to it (W3C Trace Context, section 3.2). */
const traceparent = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?$/;

function traceIdOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? traceparent.exec(header)?.[1] : undefined;
}

/** Opens a context for every request and answers its id. */
export function installRequestContext(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.raw.setHeader('Request-Id', request.id);
    storage.run({ requestId: request.id, traceId: presentTraceId() ?? traceIdOf(request.headers.traceparent) }, done);
  });
}
