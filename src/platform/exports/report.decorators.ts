import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  mixin,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { FileAnswers } from './file-answers.js';
import { acceptedFormat, type FileFormat, type FormatName } from './file-format.js';
import { AnsweredIn } from './file-responses.js';
import type { Report } from './report.js';

interface ReportOptions {
  /** Whether the reports have a chart. */
  chart?: true;
}

/** Answers the report in the form that `Accept` asks for, and documents all of them. The handler gives a `Report`. */
export function ApiReport(view: new () => object, { chart }: ReportOptions = {}) {
  const formats: FormatName[] = ['json', 'csv', 'xlsx', 'pdf', ...(chart ? (['svg'] as const) : [])];
  return applyDecorators(
    AnsweredIn({ view, description: 'The report.', formats }),
    UseInterceptors(reportInterceptor(formats)),
  );
}

const reportInterceptor = (formats: readonly FormatName[]) => {
  @Injectable()
  class ReportInterceptor implements NestInterceptor<Report<object>> {
    constructor(private readonly files: FileAnswers) {}

    intercept(context: ExecutionContext, next: CallHandler<Report<object>>): Observable<unknown> {
      const request = context.switchToHttp().getRequest<FastifyRequest>();
      const reply = context.switchToHttp().getResponse<FastifyReply>();
      const format = acceptedFormat(request.headers.accept, formats);
      void reply.header('vary', 'Accept');
      return next.handle().pipe(mergeMap((report) => this.answer(report, format, request, reply)));
    }

    private answer(report: Report<object>, format: FileFormat, request: FastifyRequest, reply: FastifyReply) {
      const { name } = report;
      if (format.type === 'json') return report.view();
      if (format.type === 'svg') return this.files.picture(name, () => report.chart!(), reply);
      const file = { name, table: report.table() };
      if (format.type === 'csv') return this.files.csv(file, format, reply);
      return this.files.rendered(file, format.type, request, reply);
    }
  }
  return mixin(ReportInterceptor);
};
