import { context, propagation, type Span, SpanKind, trace } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import type { EndedRequest, RequestObserver } from '../http/observe-requests.js';
import { markFailed, tracer } from './spans.js';

/**
 * A span for each request, as a part of the caller's trace where `traceparent` names one (W3C Trace Context). Names of
 * attributes: OpenTelemetry semantic conventions for HTTP servers.
 */
export class RequestSpans implements RequestObserver {
  private readonly running = new Map<string, Span>();

  /** Before every other hook, so that all that a request does is inside its span. */
  install(server: FastifyInstance): void {
    server.addHook('onRequest', (request, _reply, done) => {
      const callers = propagation.extract(context.active(), request.headers);
      const span = tracer().startSpan(request.method, { kind: SpanKind.SERVER }, callers);
      this.running.set(request.id, span);
      context.with(trace.setSpan(callers, span), done);
    });
  }

  ended({ requestId, method, route, status, code, organizationId, actorId }: EndedRequest): void {
    const span = this.running.get(requestId);
    this.running.delete(requestId);
    if (!span) return;
    span.updateName(route ? `${method} ${route}` : method);
    span.setAttributes({
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': status,
      'bureau.request_id': requestId,
      'bureau.organization_id': organizationId,
      'bureau.actor_id': actorId,
      'bureau.problem': code,
    });
    // A refusal is an answer like any other; what begins with 5, or never came, is not.
    if (status === undefined) markFailed(span, 'ended_by_caller');
    else if (status >= 500) markFailed(span, code ?? String(status));
    span.end();
  }
}
