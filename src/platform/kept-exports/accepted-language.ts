import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** The handler's parameter `language: string | undefined`: `Accept-Language` as it was sent. */
export const AcceptedLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language'],
);
