import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PassThrough, type Readable } from 'node:stream';
import { from, mergeMap, type Observable } from 'rxjs';
import { openFile } from '../exports/open-file.js';
import { ContentKeeping } from './content-keeping.service.js';
import type { FileView } from './files.dto.js';
import { KEPT_TYPES } from './kept-types.js';
import type { OpenContent } from './storage/file-storage.js';

const EXAMPLE_TAG = '"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"';

/** What is to be known of a file to answer its content. */
export type StoredFile = Pick<FileView, 'name' | 'mediaType' | 'sizeBytes' | 'sha256'>;

/** Answers the content of the file that the handler gives, whole and proved; documents it. */
export const ApiFileContent = () =>
  applyDecorators(
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'ETag of a content that the caller has: the same is answered with 304 and no body.',
      schema: { type: 'string', example: EXAMPLE_TAG },
    }),
    ApiOkResponse({
      description:
        'The content. The stream breaks off when reading fails on the way, or the reader takes nothing for 20 s.',
      content: Object.fromEntries(KEPT_TYPES.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
      headers: {
        'Content-Disposition': { description: 'Name of the file (RFC 6266).', schema: { type: 'string' } },
        ETag: { description: 'SHA-256 of the content.', schema: { type: 'string' } },
        'Accept-Ranges': { description: 'Always `none`: a content is proved as a whole.', schema: { type: 'string' } },
      },
    }),
    ApiResponse({ status: 304, description: 'The caller has the content.' }),
    UseInterceptors(FileContentInterceptor),
  );

@Injectable()
class FileContentInterceptor implements NestInterceptor<StoredFile> {
  constructor(private readonly keeping: ContentKeeping) {}

  intercept(context: ExecutionContext, next: CallHandler<StoredFile>): Observable<StreamableFile | undefined> {
    const http = context.switchToHttp();
    return next.handle().pipe(mergeMap((file) => from(this.answer(file, http.getRequest(), http.getResponse()))));
  }

  private async answer(
    file: StoredFile,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const etag = ['"', file.sha256, '"'].join('');
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (namesTag(request.headers['if-none-match'], etag)) {
      void reply.code(304);
      return undefined;
    }
    const content = await this.keeping.open(file.sha256);
    void reply.header('accept-ranges', 'none').header('content-security-policy', "default-src 'none'; sandbox");
    return new StreamableFile(await streamOf(content), {
      type: file.mediaType,
      length: file.sizeBytes,
      disposition: contentDisposition(file.name),
    });
  }
}

/** No transaction is open behind it; a reader that stalls is given up all the same. */
function streamOf(content: OpenContent): Promise<Readable> {
  const write = async (chunk: (part: Buffer) => Promise<void>) => {
    for await (const part of content.read()) await chunk(part as Buffer);
  };
  return openFile<Buffer>(new PassThrough(), write, () => void content.close());
}

/** Weak comparison, as RFC 9110 section 13.1.2 has it. */
function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
