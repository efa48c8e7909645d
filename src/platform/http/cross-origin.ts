import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const METHODS = 'GET, HEAD, POST, PATCH, PUT, DELETE';

/** What operations read beside what every page may send (Fetch, "CORS-safelisted request-header"). */
const REQUEST_HEADERS = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Traceparent',
  'Tracestate',
].join(', ');

/** What a page may read beside the few headers that it always may. */
const ANSWER_HEADERS = [
  'Allow',
  'Content-Disposition',
  'Deprecation',
  'ETag',
  'Idempotent-Replayed',
  'Link',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Request-Id',
  'Retry-After',
  'Sunset',
  'WWW-Authenticate',
].join(', ');

/** Seconds for which a browser remembers an answer to its preflight; Chromium keeps no longer. */
const REMEMBERED = '7200';

/**
 * Lets pages of the given origins call the API (https://fetch.spec.whatwg.org/#http-cors-protocol). Credentials of the
 * browser are never asked for: who calls sends an access token. Without origins, browsers keep all other pages out.
 */
export function allowOrigins(server: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const allowed = new Set(origins);
  server.addHook('onRequest', (request, reply, done) => {
    // Answers differ by it also for those who sent none, or a cache would mix them.
    reply.raw.setHeader('Vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) return done();
    reply.raw.setHeader('Access-Control-Allow-Origin', origin);
    if (isPreflight(request)) return answerPreflight(reply);
    reply.raw.setHeader('Access-Control-Expose-Headers', ANSWER_HEADERS);
    done();
  });
}

const isPreflight = ({ method, headers }: FastifyRequest) =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

function answerPreflight(reply: FastifyReply): void {
  void reply
    .code(204)
    .headers({
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': REQUEST_HEADERS,
      'Access-Control-Max-Age': REMEMBERED,
    })
    .send();
}
