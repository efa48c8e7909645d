import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal } from './principal.js';

/** Where a request comes from, as far as it can be told. */
export interface Caller {
  /** IP address; behind a proxy that is declared, the one that the proxy saw. */
  readonly address: string;
  /** What the client calls itself, at most 200 characters. */
  readonly userAgent: string | null;
}

export function callerOf({ ip, headers }: FastifyRequest): Caller {
  // Node.js reads header fields as Latin-1; what is not printable ASCII may be anything.
  const name = headers['user-agent']
    ?.replaceAll(/[^ -~]/g, '?')
    .slice(0, 200)
    .trim();
  return { address: ip, userAgent: name || null };
}

/** The handler's parameter `caller: Caller`. */
export const CallerOf = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** The handler's parameter `principal: Principal`: the verified credential of the request. */
export const CurrentPrincipal = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal => context.switchToHttp().getRequest<{ user: Principal }>().user,
);
