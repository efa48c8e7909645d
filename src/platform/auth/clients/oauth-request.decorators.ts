import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { platformProblems } from '../../http/platform.problems.js';
import { sentTwice } from '../access-token.strategy.js';
import { invalidRequest } from './oauth-refusals.js';
import type { TokenRequestParts } from './token-request.js';

const requestIn = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

/** The handler's parameter `parts: TokenRequestParts`. */
export const TokenRequestOf = createParamDecorator((_: unknown, context: ExecutionContext): TokenRequestParts => {
  const { body, headers, raw } = requestIn(context);
  if (sentTwice(raw.rawHeaders)) throw invalidRequest('Send one Authorization header.');
  return { form: Buffer.isBuffer(body) ? body : undefined, authorization: headers.authorization };
});

/** The handler's parameter `origin: string`: scheme, host and port that the caller used. */
export const AskedAt = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { protocol, host } = requestIn(context);
  const address = `${protocol}://${host}`;
  if (!URL.canParse(address)) throw platformProblems.malformed_request('The Host header names no host.');
  return new URL(address).origin;
});
