import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import { platformProblems } from './platform.problems.js';

const READS_QUERY = Symbol('reads the query string');

/** For parameter decorators that read the query string and refuse what they do not know in it. */
export function readsQuery(target: object, method: string | symbol): void {
  Reflect.defineMetadata(READS_QUERY, true, target, method);
}

/**
 * Refuses a query string where the handler reads none: parameters that nobody looks at would be taken for granted, and
 * `?dryRun=true` on an operation without dry run would be the real thing.
 */
export class DeclaredQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const [name] = Object.keys(context.switchToHttp().getRequest<FastifyRequest>().query as object);
    if (name === undefined || handlerReadsQuery(context)) return true;
    const message = 'Is not a parameter here: this operation has none.';
    throw platformProblems.unknown_parameter(message, [{ pointer: `?${name}`, code: 'unknown_parameter', message }]);
  }
}

function handlerReadsQuery(context: ExecutionContext): boolean {
  const controller = context.getClass();
  const { name } = context.getHandler();
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) as object | undefined;
  const queries = Object.keys(parameters ?? {}).filter((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
  return queries.length > 0 || Reflect.hasMetadata(READS_QUERY, controller.prototype as object, name);
}
