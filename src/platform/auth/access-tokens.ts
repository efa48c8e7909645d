import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT } from 'jose';
import { isId } from '#kernel/id.js';
import { Configuration } from '../config/configuration.js';
import { deriveSigningKeys } from '../config/derive-key.js';

const ALGORITHM = 'EdDSA';
const TYPE = 'at+jwt';
const ISSUER = 'bureau';
const AUDIENCE = 'bureau-api';

export const ACCESS_TOKEN_SECONDS = 600;
const TOLERANCE_SECONDS = 60;
const MOST_REMEMBERED = 10_000;

/**
 * Short access tokens (RFC 9068, Ed25519). They name a session and carry no permission: what the session may do is
 * looked up with every request, so that a change holds at once.
 */
@Injectable()
export class AccessTokens {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  /** Tokens whose signature has been verified, oldest first: a client sends the same one for minutes. */
  private readonly verified = new Map<string, { sessionId: string; endsAt: number }>();

  constructor(configuration: Configuration) {
    ({ privateKey: this.privateKey, publicKey: this.publicKey } = deriveSigningKeys(configuration.secret));
  }

  issue(sessionId: string, userId: string): Promise<string> {
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(userId)
      .setIssuedAt()
      .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
      .sign(this.privateKey);
  }

  /** The session that a token names; undefined when the token is not ours, not for us or not valid now. */
  async sessionOf(token: string): Promise<string | undefined> {
    const known = this.verified.get(token);
    if (known && Math.floor(Date.now() / 1000) < known.endsAt) return known.sessionId;
    this.verified.delete(token);
    return this.verify(token);
  }

  private async verify(token: string): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify<{ sid?: unknown }>(token, this.publicKey, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp', 'iat', 'sub', 'sid'],
        maxTokenAge: `${ACCESS_TOKEN_SECONDS}s`,
        clockTolerance: TOLERANCE_SECONDS,
      });
      const { sid, aud, iat, exp } = payload;
      if (typeof sid !== 'string' || !isId(sid) || typeof aud !== 'string') return undefined;
      this.remember(token, sid, Math.min(exp!, iat! + ACCESS_TOKEN_SECONDS) + TOLERANCE_SECONDS);
      return sid;
    } catch {
      return undefined;
    }
  }

  private remember(token: string, sessionId: string, endsAt: number): void {
    const [oldest] = this.verified.keys();
    if (this.verified.size >= MOST_REMEMBERED) this.verified.delete(oldest!);
    this.verified.set(token, { sessionId, endsAt });
  }
}
