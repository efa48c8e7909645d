import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { acceptedFormat, type CsvOptions } from './accepted-format.js';
import { openCsv } from './csv-stream.js';
import { FilesUnderWay } from './files-under-way.js';
import type { Report } from './report.js';

/** Answers the report as JSON or, by `Accept: text/csv`, as CSV; documents both. The handler gives a `Report`. */
export const ApiReport = (view: new () => object) =>
  applyDecorators(
    ApiExtraModels(view),
    ProblemResponses(406, 422),
    ApiOkResponse({
      description:
        'The report. As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas.',
      content: {
        'application/json': { schema: { $ref: getSchemaPath(view) } },
        'text/csv': { schema: { type: 'string' } },
      },
      headers: {
        'Content-Disposition': { description: 'Name of the file, of CSV only.', schema: { type: 'string' } },
      },
    }),
    UseInterceptors(ReportInterceptor),
  );

@Injectable()
class ReportInterceptor implements NestInterceptor<Report<object>> {
  constructor(private readonly underWay: FilesUnderWay) {}

  intercept(context: ExecutionContext, next: CallHandler<Report<object>>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const format = acceptedFormat(request.headers.accept);
    void reply.header('vary', 'Accept');
    return next
      .handle()
      .pipe(mergeMap((report) => (format.type === 'json' ? report.view() : this.fileOf(report, format))));
  }

  private async fileOf(report: Report<object>, options: CsvOptions): Promise<StreamableFile> {
    const table = report.table();
    const done = this.underWay.begin();
    const stream = await openCsv(table, options, done);
    return new StreamableFile(stream, {
      type: `text/csv; charset=utf-8; header=${options.header ? 'present' : 'absent'}`,
      disposition: `attachment; filename="${report.name}.csv"`,
    });
  }
}
