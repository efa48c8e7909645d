import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyReply } from 'fastify';
import { Problem } from '#kernel/problem.js';
import { presentInnerRequest } from '../http/inner-request.js';
import { platformProblems } from '../http/platform.problems.js';
import {
  PUBLIC_ROUTE,
  REQUIRED_PERMISSION,
  STEP_UP_ROUTE,
  UNLIMITED_ROUTE,
  WITHOUT_SECOND_FACTOR,
} from '../permissions/requires.decorator.js';
import { authProblems } from './auth.problems.js';
import { ACCESS_TOKEN_STRATEGY } from './access-token.strategy.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { countedAs, type Principal } from './principal.js';

/** Denies by default: a route answers with the permission that it requires, or when it says that it is public. */
@Injectable()
export class AccessGuard extends AuthGuard(ACCESS_TOKEN_STRATEGY) {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<{ user: Principal; ip: string }>();
    const answer = context.switchToHttp().getResponse<FastifyReply>();
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, targets)) {
      const isUnlimited = this.reflector.getAllAndOverride<boolean>(UNLIMITED_ROUTE, targets);
      if (!isUnlimited) await this.limits.admitStranger(answer, request.ip);
      return true;
    }
    const inner = presentInnerRequest();
    if (inner) request.user = inner.principal;
    else await this.admit(context, answer, request);
    const { user } = request;
    const is = (mark: string) => this.reflector.getAllAndOverride<boolean | undefined>(mark, targets) ?? false;
    if (user.secondFactor === 'missing' && !is(WITHOUT_SECOND_FACTOR)) throw required();
    const permission = this.reflector.getAllAndOverride<string>(REQUIRED_PERMISSION, targets);
    if (!user.permissions.has(permission)) {
      throw platformProblems.forbidden(`This needs the permission ${permission}, which ${whoseOf(user)} not include.`);
    }
    if (user.secondFactor === 'due' && is(STEP_UP_ROUTE)) throw stepUpRequired();
    return true;
  }

  private async admit(context: ExecutionContext, answer: FastifyReply, request: { user: Principal; ip: string }) {
    await this.authenticate(context, answer, request.ip);
    const { user } = request;
    await this.limits.admit(answer, { credentialId: countedAs(user), organizationId: user.organizationId });
  }

  /** Whoever fails counts as a stranger, and is told when it was too often. */
  private async authenticate(context: ExecutionContext, answer: FastifyReply, address: string): Promise<void> {
    try {
      await super.canActivate(context);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) await this.limits.admitStranger(answer, address);
      throw error;
    }
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

function whoseOf({ serviceAccountId, apiKeyId }: Principal): string {
  if (serviceAccountId) return 'this service account and the scope of its token do';
  return apiKeyId ? 'this API key does' : 'your roles do';
}

const required = () =>
  authProblems.second_factor_required(
    'The organization requires a second factor: add one with POST /v1/auth/second-factors and confirm it.',
  );
const stepUpRequired = () =>
  authProblems.step_up_required('Prove your second factor with POST /v1/auth/step-up, and send this again.');
