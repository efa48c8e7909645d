import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { PassThrough } from 'node:stream';
import { from, mergeMap, type Observable } from 'rxjs';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { FilesUnderWay } from './files-under-way.js';
import { openFile, type WriteChunk } from './open-file.js';

/** A file that is written while it is read; nothing is read before. */
export interface WrittenFile {
  /** With its ending. */
  name: string;
  write: (chunk: WriteChunk<string | Uint8Array>) => Promise<void>;
}

/** Answers the `WrittenFile` of the handler under its name, as `type`; documents it. */
export const ApiWrittenFile = ({ type, description }: { type: string; description: string }) => {
  const [mediaType = type] = type.split(';');
  @Injectable()
  class WrittenFileInterceptor implements NestInterceptor<WrittenFile> {
    constructor(private readonly underWay: FilesUnderWay) {}

    intercept(_: ExecutionContext, next: CallHandler<WrittenFile>): Observable<StreamableFile> {
      return next.handle().pipe(mergeMap((file) => from(this.open(file))));
    }

    private async open({ name, write }: WrittenFile): Promise<StreamableFile> {
      const done = this.underWay.begin();
      const stream = await openFile(new PassThrough(), write, done);
      return new StreamableFile(stream, { type, disposition: `attachment; filename="${name}"` });
    }
  }
  return applyDecorators(
    ProblemResponses(422),
    ApiOkResponse({
      description,
      content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } },
      headers: { 'Content-Disposition': { description: 'Name of the file.', schema: { type: 'string' } } },
    }),
    UseInterceptors(WrittenFileInterceptor),
  );
};
