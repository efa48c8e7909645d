import { createHash, timingSafeEqual } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { platformProblems } from '../http/platform.problems.js';
import { Metrics } from './metrics.js';

/**
 * Serves the metrics at `GET /metrics` to whoever sends the token; without one there is no such address. It is for the
 * operator's Prometheus, not for users of the API, so neither their sign-in nor the OpenAPI document knows of it.
 */
export function serveMetrics(app: NestFastifyApplication, token: string | undefined): void {
  if (token === undefined) return;
  const metrics = app.get(Metrics);
  const expected = digest(`Bearer ${token}`);
  const server = app.getHttpAdapter().getInstance();
  server.get('/metrics', async (request, reply) => {
    // Of digests: they have one length, and comparing them takes the same time whatever was sent.
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) {
      throw platformProblems
        .unauthenticated('Send the token of METRICS_TOKEN: Authorization: Bearer <token>.')
        .withHeaders({ 'WWW-Authenticate': 'Bearer realm="metrics"' });
    }
    const text = await metrics.text();
    return reply.headers({ 'content-type': metrics.mediaType, 'cache-control': 'no-store' }).send(text);
  });
}

const digest = (text: string) => createHash('sha256').update(text).digest();
