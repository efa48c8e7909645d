import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  mixin,
  type NestInterceptor,
  type PipeTransform,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { firstValueFrom, from, type Observable, tap } from 'rxjs';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { FileAnswers } from '#platform/exports/file-answers.js';
import { acceptedFormat } from '#platform/exports/file-format.js';
import { AnsweredIn } from '#platform/exports/file-responses.js';
import { readsQuery } from '#platform/http/declared-query.guard.js';
import type { ListDefinition } from './define-list.js';
import { ListCursor } from './list-cursor.js';
import { listFileName, listTable, askedOf } from './list-file.js';
import { listParameters } from './list-parameters.js';
import { ListRequest, type Page } from './list-request.js';
import type { WholeList } from './whole-list.js';

interface RawListQuery {
  list: ListDefinition;
  query: Record<string, unknown>;
  whole?: WholeList;
}

/** Proves the query string against the list; the cursors' secret comes with the injected `ListCursor`. */
@Injectable()
class ListRequestPipe implements PipeTransform<RawListQuery, ListRequest> {
  constructor(private readonly cursors: ListCursor) {}

  transform({ list, query, whole }: RawListQuery): ListRequest {
    return new ListRequest(list, query, this.cursors, whole);
  }
}

const rawListQuery = createParamDecorator((list: ListDefinition, context: ExecutionContext): RawListQuery => {
  return { list, ...askedOf(context.switchToHttp().getRequest<FastifyRequest>()) };
});

/** The handler's parameter `query: ListRequest`. `ListCursor` has to be provided in a global module. */
export const ListQuery =
  (list: ListDefinition): ParameterDecorator =>
  (target, method, index) => {
    rawListQuery(list, ListRequestPipe)(target, method, index);
    readsQuery(target, method!);
  };

const formats = ['json', 'csv', 'xlsx'] as const;

/**
 * Documents the parameters and the answers of a list. As JSON it is answered page by page with `Link: …; rel="next"`
 * (RFC 8288), as a file whole.
 */
export const ApiList = (list: ListDefinition, view: new () => Page<object>) =>
  applyDecorators(
    ...listParameters(list),
    AnsweredIn({
      view,
      description: 'One page of the list; as a file, all records that match.',
      formats,
      headers: {
        Link: {
          description: 'Address of the following page with `rel="next"`, relative to this one; absent on the last.',
          schema: { type: 'string' },
        },
      },
    }),
    UseInterceptors(listInterceptor(view)),
  );

const listInterceptor = (view: new () => Page<object>) => {
  @Injectable()
  class ListInterceptor implements NestInterceptor<Page<object>> {
    constructor(
      private readonly files: FileAnswers,
      private readonly unitOfWork: UnitOfWork,
    ) {}

    intercept(context: ExecutionContext, next: CallHandler<Page<object>>): Observable<unknown> {
      const request = context.switchToHttp().getRequest<FastifyRequest>();
      const reply = context.switchToHttp().getResponse<FastifyReply>();
      const format = acceptedFormat(request.headers.accept, formats);
      void reply.header('vary', 'Accept');
      if (format.type === 'json') {
        return next.handle().pipe(
          tap(({ page }) => {
            if (page.next !== null) void reply.header('link', nextLink(request.url, page.next));
          }),
        );
      }
      const table = listTable(view, request, {
        unitOfWork: this.unitOfWork,
        readPage: () => firstValueFrom(next.handle()),
      });
      const file = { name: listFileName(request), table };
      if (format.type === 'csv') return from(this.files.csv(file, format, reply));
      return from(this.files.rendered(file, 'xlsx', request, reply));
    }
  }
  return mixin(ListInterceptor);
};

/** Relative, so that no header of the request can decide where it leads. */
function nextLink(url: string, cursor: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const kept = query.split('&').filter((one) => one !== '' && !one.startsWith('after='));
  return `<${path}?${[...kept, `after=${cursor}`].join('&')}>; rel="next"`;
}
