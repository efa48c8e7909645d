import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-strategy';
import { AccessTokens } from './access-tokens.js';
import type { Principal } from './principal.js';
import { Principals } from './principals.service.js';

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
    private readonly principals: Principals,
  ) {
    super();
  }

  async validate(token: string): Promise<Principal | null> {
    const sessionId = await this.tokens.sessionOf(token);
    return (sessionId && (await this.principals.find(sessionId))) || null;
  }
}
