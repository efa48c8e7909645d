import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  type NestInterceptor,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { acceptsGzip } from './accepts-gzip.js';
import type { OpenExport } from './organization-export.service.js';

/** Whether the caller takes the file compressed. */
export const AsGzip = createParamDecorator((_: unknown, context: ExecutionContext) =>
  acceptsGzip(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-encoding']?.toString()),
);

/** Answers the export that the handler gives as a file, and documents it. */
export const ApiExportFile = () =>
  applyDecorators(
    ApiOkResponse({
      description:
        'The export: UTF-8, a JSON value on each line. It is whole when its last line, the counts and the SHA-256 of all before, is there. With `Accept-Encoding: gzip` it comes compressed.',
      content: { 'application/x-ndjson': { schema: { type: 'string' } } },
      headers: {
        'Content-Disposition': { description: 'Name of the file.', schema: { type: 'string' } },
        'Content-Encoding': { description: '`gzip` where it is compressed.', schema: { type: 'string' } },
      },
    }),
    UseInterceptors(ExportAnswer),
  );

class ExportAnswer implements NestInterceptor<OpenExport, StreamableFile> {
  intercept(context: ExecutionContext, next: CallHandler<OpenExport>): Observable<StreamableFile> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    void reply.header('vary', 'Accept-Encoding');
    return next.handle().pipe(
      map(({ name, isGzip, content }) => {
        if (isGzip) void reply.header('content-encoding', 'gzip');
        return new StreamableFile(content, {
          type: 'application/x-ndjson',
          disposition: `attachment; filename="${name}.ndjson"`,
        });
      }),
    );
  }
}
