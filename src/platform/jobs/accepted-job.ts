import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { prefersAsync } from './prefers-async.js';
import { JobView } from './jobs.dto.js';

/** What a command answers that became a job; also as it is remembered under an idempotency key. */
export interface AcceptedJob {
  acceptedJob: JobView;
}

/** The handler's parameter `asJob: boolean`: whether the caller would rather have a job than wait. */
export const PrefersJob = createParamDecorator((_: unknown, context: ExecutionContext) =>
  prefersAsync(context.switchToHttp().getRequest<FastifyRequest>().headers.prefer),
);

/** The handler may give an `AcceptedJob`, which is answered as 202 with the place of the job; documents it. */
export const MayBecomeJob = () =>
  applyDecorators(
    ApiHeader({
      name: 'Prefer',
      required: false,
      description:
        '`respond-async` (RFC 7240): answer 202 at once and do it as a job. A dry run is answered at once unless the file is large.',
      schema: { type: 'string', maxLength: 1000 },
      example: 'respond-async',
    }),
    ApiAcceptedResponse({
      type: JobView,
      description: 'It became a job, because the caller prefers that or because it is large. `getJob` reads it.',
      headers: {
        Location: { description: 'Path of the job.', schema: { type: 'string' } },
        'Preference-Applied': { description: '`respond-async` where it was asked for.', schema: { type: 'string' } },
      },
    }),
    UseInterceptors(AcceptedJobInterceptor),
  );

/** The handler gives an `AcceptedJob` whoever asks, which is answered as 202 with the place of the job; documents it. */
export const BecomesJob = () =>
  applyDecorators(
    ApiAcceptedResponse({
      type: JobView,
      description: 'The job. `getJob` reads it.',
      headers: {
        Location: { description: 'Path of the job.', schema: { type: 'string' } },
        'Preference-Applied': { description: '`respond-async` where it was asked for.', schema: { type: 'string' } },
      },
    }),
    UseInterceptors(AcceptedJobInterceptor),
  );

class AcceptedJobInterceptor implements NestInterceptor<object> {
  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<object> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const { prefer } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    return next.handle().pipe(
      map((answer) => {
        if (!('acceptedJob' in answer)) return answer;
        const { acceptedJob } = answer as AcceptedJob;
        void reply.code(202).header('location', `/v1/jobs/${acceptedJob.id}`);
        if (prefersAsync(prefer)) void reply.header('preference-applied', 'respond-async');
        return acceptedJob;
      }),
    );
  }
}
