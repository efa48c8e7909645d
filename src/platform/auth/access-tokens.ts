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

/**
 * Short access tokens (RFC 9068, Ed25519). They name a session and carry no permission: what the session may do is
 * looked up with every request, so that a change holds at once.
 */
@Injectable()
export class AccessTokens {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;

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
    try {
      const { payload } = await jwtVerify<{ sid?: unknown }>(token, this.publicKey, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp', 'iat', 'sub', 'sid'],
        maxTokenAge: `${ACCESS_TOKEN_SECONDS}s`,
        clockTolerance: '60s',
      });
      const { sid, aud } = payload;
      return typeof sid === 'string' && isId(sid) && typeof aud === 'string' ? sid : undefined;
    } catch {
      return undefined;
    }
  }
}
