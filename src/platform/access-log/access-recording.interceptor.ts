import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { currentActing } from '../database/acting.js';
import { presentInnerRequest } from '../http/inner-request.js';
import { type Access, AccessLogWriter } from './access-log-writer.js';
import { describeAccess } from './describe-access.js';
import { RECORDED_ACCESS } from './recorded.decorator.js';

/** Where `@ApiOperation` keeps what it was told. */
const DOCUMENTED = 'swagger/apiOperation';

/** Records the answers of operations that say `@Recorded`, after they were decided and before they leave. */
@Injectable()
export class AccessRecording implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly log: AccessLogWriter,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = context.getHandler();
    const recordType = this.reflector.get<string | undefined>(RECORDED_ACCESS, handler);
    if (recordType === undefined || presentInnerRequest()?.isTrial) return next.handle();
    const { operationId } = this.reflector.get<{ operationId: string }>(DOCUMENTED, handler);
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const before = new Set(Object.keys(reply.getHeaders()));
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const access = accessOf(context, answer);
        try {
          await this.log.write(currentActing(), { operation: operationId, recordType, ...access });
        } catch (error) {
          // Nobody reads it, so whatever is held for it is let go.
          if (answer instanceof StreamableFile) answer.getStream().destroy();
          // Nor do headers of the answer (how it is compressed, what trails it) go with the refusal.
          for (const name of Object.keys(reply.getHeaders())) if (!before.has(name)) reply.removeHeader(name);
          throw error;
        }
        return answer;
      }),
    );
  }
}

function accessOf(context: ExecutionContext, answer: unknown): Omit<Access, 'operation' | 'recordType'> {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { statusCode } = context.switchToHttp().getResponse<FastifyReply>();
  const { params, query } = request as { params: Record<string, unknown>; query: Record<string, unknown> };
  const isUnmodified = statusCode === 304;
  const fileType = answer instanceof StreamableFile ? answer.getHeaders().type : undefined;
  return {
    ...describeAccess({ params, query }),
    mediaType: isUnmodified ? null : (fileType?.split(';')[0]?.trim() ?? 'application/json'),
    outcome: isUnmodified ? 'not_modified' : 'answered',
  };
}
