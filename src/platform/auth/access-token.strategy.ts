import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-strategy';
import { RolePermissions } from '../permissions/permission.js';
import { AccessTokens } from './access-tokens.js';
import type { Principal } from './principal.js';
import { SessionsRepository } from './sessions.repository.js';

type Verified = (error: unknown, principal?: Principal) => void;

/** Passport strategy for `Authorization: Bearer <access token>` (RFC 6750). */
class BearerStrategy extends Strategy {
  constructor(private readonly verify: (token: string, done: Verified) => void) {
    super();
  }

  override authenticate(request: { headers: { authorization?: string } }): void {
    const [, token] = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!token) return this.fail(401);
    this.verify(token, (error, principal) => {
      if (error) this.error(error as Error);
      else if (principal) this.success(principal);
      else this.fail(401);
    });
  }
}

export const ACCESS_TOKEN_STRATEGY = 'access-token';

@Injectable()
export class AccessTokenStrategy extends PassportStrategy(BearerStrategy, ACCESS_TOKEN_STRATEGY) {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionsRepository,
    private readonly permissions: RolePermissions,
  ) {
    super();
  }

  async validate(token: string): Promise<Principal | null> {
    const sessionId = await this.tokens.sessionOf(token);
    const found = sessionId && (await this.sessions.findPrincipal(sessionId));
    if (!found) return null;
    return {
      userId: found.user_id,
      organizationId: found.organization_id,
      sessionId,
      roles: found.roles,
      permissions: this.permissions.of(found.roles),
    };
  }
}
