import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-strategy';
import { AccessTokens } from './access-tokens.js';
import type { Principal } from './principal.js';
import { Principals } from './principals.service.js';
import { readSecret } from './secret-token.js';

type Verified = (error: unknown, principal?: Principal) => void;

interface BearerRequest {
  headers: { authorization?: string };
  raw: { rawHeaders: string[] };
}

/** A token has one spelling: three parts in base64url, without padding. So has a key: its prefix and 64 such letters. */
export const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+|bureau_(?:live|test)_[\w-]{64})$/i;

/** Node.js keeps the first of several Authorization headers; whoever sends two may mean the other. */
export function sentTwice(rawHeaders: readonly string[]): boolean {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'authorization').length > 1;
}

/** Passport strategy for `Authorization: Bearer <access token or API key>` (RFC 6750). */
class BearerStrategy extends Strategy {
  constructor(private readonly verify: (token: string, done: Verified) => void) {
    super();
  }

  override authenticate(received: unknown): void {
    const request = received as BearerRequest;
    const [, token] = bearer.exec(request.headers.authorization ?? '') ?? [];
    if (!token || sentTwice(request.raw.rawHeaders)) return this.fail(401);
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
    const key = readSecret('bureau_live_', token) ?? readSecret('bureau_test_', token);
    if (key) return (await this.principals.find({ organizationId: key.organizationId, keyHash: key.hash })) ?? null;
    const credential = await this.tokens.credentialOf(token);
    return (credential && (await this.principals.find(credential))) ?? null;
  }
}
