import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noteRefusal, type Refusal } from './observe-requests.js';
import { platformProblems } from './platform.problems.js';
import { PROBLEM_MEDIA_TYPE, problemBody } from './problem-body.js';
import { type Explained, problemOf } from './problem-of.js';
import type { RouteTable } from './route-table.js';
import type { DatabaseFailure, DatabaseProblems } from './sqlstate.js';

/** Answers everything that is thrown, by handlers and by the framework alike, as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(
    private readonly declared: DatabaseProblems,
    private readonly routes: RouteTable,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): FastifyReply | void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    // Whatever else the framework has against the request: there is nothing to send a better one to.
    const unroutable = request.is404 && thrown instanceof HttpException;
    const { problem, failure, log } = unroutable ? this.notRouted(request) : problemOf(thrown, this.declared);
    noteRefusal(request, { code: problem.code, ...namesOf(failure) });
    if (log) this.write(log, request);
    if (reply.sent || reply.raw.headersSent) {
      // The answer is half out, as when a stream breaks: only a cut connection tells the caller that it is not whole.
      reply.raw.destroy();
      return reply;
    }
    return reply
      .code(problem.status)
      .headers({ 'content-type': PROBLEM_MEDIA_TYPE, 'cache-control': 'no-store', ...problem.headers })
      .send(JSON.stringify(problemBody(problem, request.id, request.url.split('?', 1)[0])));
  }

  private notRouted(request: FastifyRequest): Explained {
    const methods = this.routes.methodsAt(request.url);
    if (methods.length === 0) return { problem: platformProblems.not_found('There is nothing at this address.') };
    const allow = methods.join(', ');
    const detail = `${request.method} is not allowed at this address. Allowed: ${allow}.`;
    return { problem: platformProblems.method_not_allowed(detail).withHeaders({ Allow: allow }) };
  }

  private write({ level, message, stack }: NonNullable<Explained['log']>, request: FastifyRequest): void {
    const { method, routeOptions } = request;
    const error = level === 'error' && stack ? { stack } : undefined;
    this.logger[level]({ msg: message, requestId: request.id, method, route: routeOptions?.url, error });
  }
}

/** PostgreSQL's codes have five places and begin with no E; the operating system's are names. */
function namesOf(failure: DatabaseFailure | undefined): Omit<Refusal, 'code'> {
  if (!failure) return {};
  const { code, constraint } = failure;
  return code.startsWith('E') ? { errno: code } : { sqlstate: code, constraint };
}
