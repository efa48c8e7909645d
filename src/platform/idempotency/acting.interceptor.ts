import { createHmac } from 'node:crypto';
import { Readable } from 'node:stream';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Observable, tap } from 'rxjs';
import { actorOf, type Principal } from '../auth/principal.js';
import { Configuration } from '../config/configuration.js';
import { deriveKey } from '../config/derive-key.js';
import { actAs, type Acting } from '../database/acting.js';
import { presentSpan } from '../tracing/spans.js';
import { platformProblems } from '../http/platform.problems.js';
import { IDEMPOTENCY_KEY, type IdempotencyKeyUse } from './idempotent.decorator.js';

const KEY_TEXT = /^[!-~]{1,255}$/;

/** Runs each handler as its caller, under the caller's idempotency key where the operation takes one. */
@Injectable()
export class ActingInterceptor implements NestInterceptor {
  private readonly hashKey: Buffer;

  constructor(
    private readonly reflector: Reflector,
    configuration: Configuration,
  ) {
    this.hashKey = deriveKey(configuration.secret, 'request-hash');
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { user?: Principal }>();
    const { user } = request;
    if (!user) return next.handle();
    const acting: Acting = {
      organizationId: user.organizationId,
      actorId: actorOf(user),
      personId: user.userId,
      permissions: user.permissions,
      ...(user.legalEntityIds && { legalEntityIds: user.legalEntityIds }),
      requestId: request.id,
      idempotency: this.idempotencyOf(context, request),
      span: presentSpan(),
    };
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return new Observable((subscriber) => {
      const answer = actAs(acting, () => next.handle());
      const marked = answer.pipe(
        tap(() => {
          if (acting.replayed) reply.header('Idempotent-Replayed', 'true');
        }),
      );
      return actAs(acting, () => marked.subscribe(subscriber));
    });
  }

  private idempotencyOf(context: ExecutionContext, request: FastifyRequest): Acting['idempotency'] {
    const use = this.reflector.get<IdempotencyKeyUse | undefined>(IDEMPOTENCY_KEY, context.getHandler());
    if (!use) return undefined;
    const key = request.headers['idempotency-key'];
    if (key === undefined) {
      if (use === 'optional') return undefined;
      throw platformProblems.idempotency_key_missing(
        'Send an Idempotency-Key header: a value of your own, new for each posting and the same when you send it again.',
        [{ pointer: 'Idempotency-Key', code: 'required', message: 'Is missing.' }],
      );
    }
    // A header that is sent twice arrives as one, with a comma and a blank between.
    if (typeof key !== 'string' || !KEY_TEXT.test(key)) {
      const message = 'Send one Idempotency-Key, of 1 to 255 visible ASCII characters without blanks.';
      throw platformProblems.idempotency_key_malformed(message, [
        { pointer: 'Idempotency-Key', code: 'invalid_key', message },
      ]);
    }
    return { key, requestHash: this.hash(request) };
  }

  /** Keyed, because bodies hold personal data that a plain hash would let somebody guess. */
  private hash(request: FastifyRequest): Buffer {
    const { body: sent } = request;
    // No body asks for the same as an empty object; what streams in is hashed by `actOnContent` when it has arrived.
    const body = Buffer.isBuffer(sent) ? sent : JSON.stringify(sent instanceof Readable ? {} : (sent ?? {}));
    return createHmac('sha256', this.hashKey).update(`${request.method} ${request.url}\n`).update(body).digest();
  }
}
