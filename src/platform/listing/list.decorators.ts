import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type PipeTransform,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { readsQuery } from '#platform/http/declared-query.guard.js';
import type { ListDefinition } from './define-list.js';
import { ListCursor } from './list-cursor.js';
import { listParameters } from './list-parameters.js';
import { ListRequest, type Page } from './list-request.js';

interface RawListQuery {
  list: ListDefinition;
  query: Record<string, unknown>;
}

/** Proves the query string against the list; the cursors' secret comes with the injected `ListCursor`. */
@Injectable()
class ListRequestPipe implements PipeTransform<RawListQuery, ListRequest> {
  constructor(private readonly cursors: ListCursor) {}

  transform({ list, query }: RawListQuery): ListRequest {
    return new ListRequest(list, query, this.cursors);
  }
}

const rawListQuery = createParamDecorator((list: ListDefinition, context: ExecutionContext): RawListQuery => {
  return { list, query: context.switchToHttp().getRequest<FastifyRequest>().query as Record<string, unknown> };
});

/** The handler's parameter `query: ListRequest`. `ListCursor` has to be provided in a global module. */
export const ListQuery =
  (list: ListDefinition): ParameterDecorator =>
  (target, method, index) => {
    rawListQuery(list, ListRequestPipe)(target, method, index);
    readsQuery(target, method!);
  };

/** Documents the parameters and the answer of a list, and answers `Link: …; rel="next"` (RFC 8288). */
export const ApiList = (list: ListDefinition, view: new () => Page<object>) =>
  applyDecorators(
    ...listParameters(list),
    ApiOkResponse({
      type: view,
      description: 'One page of the list.',
      headers: {
        Link: {
          description: 'Address of the following page with `rel="next"`, relative to this one; absent on the last.',
          schema: { type: 'string' },
        },
      },
    }),
    UseInterceptors(NextLinkInterceptor),
  );

class NextLinkInterceptor implements NestInterceptor<Page<unknown>> {
  intercept(context: ExecutionContext, next: CallHandler<Page<unknown>>): Observable<Page<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap(({ page }) => {
        if (page.next !== null) void reply.header('link', nextLink(request.url, page.next));
      }),
    );
  }
}

/** Relative, so that no header of the request can decide where it leads. */
function nextLink(url: string, cursor: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const kept = query.split('&').filter((one) => one !== '' && !one.startsWith('after='));
  return `<${path}?${[...kept, `after=${cursor}`].join('&')}>; rel="next"`;
}
