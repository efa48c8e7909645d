import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { platformProblems } from '../http/platform.problems.js';
import { PUBLIC_ROUTE, REQUIRED_PERMISSION } from '../permissions/requires.decorator.js';
import { ACCESS_TOKEN_STRATEGY } from './access-token.strategy.js';
import type { Principal } from './principal.js';

/** Denies by default: a route answers with the permission that it requires, or when it says that it is public. */
@Injectable()
export class AccessGuard extends AuthGuard(ACCESS_TOKEN_STRATEGY) {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, targets)) return true;
    await super.canActivate(context);
    const { user } = context.switchToHttp().getRequest<{ user: Principal }>();
    const permission = this.reflector.getAllAndOverride<string>(REQUIRED_PERMISSION, targets);
    if (!user.permissions.has(permission)) {
      const whose = user.apiKeyId ? 'this API key does' : 'your roles do';
      throw platformProblems.forbidden(`This needs the permission ${permission}, which ${whose} not include.`);
    }
    return true;
  }

  override handleRequest<User>(error: unknown, principal: User | false): User {
    if (error)
      throw error instanceof Error ? error : new Error('The credential could not be checked.', { cause: error });
    if (!principal) {
      throw platformProblems
        .unauthenticated('Send a valid access token or API key: Authorization: Bearer <token>.')
        .withHeaders({ 'WWW-Authenticate': 'Bearer' });
    }
    return principal;
  }
}
