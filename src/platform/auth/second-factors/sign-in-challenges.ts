import { createHmac, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT } from 'jose';
import { Configuration } from '../../config/configuration.js';
import { deriveKey, deriveSigningKeys } from '../../config/derive-key.js';
import { secondFactorMethods, type SignInChallengeView } from '../../http/openapi/problem.view.js';
import type { UserFact } from '../sessions.repository.js';

const ALGORITHM = 'EdDSA';
/** No access token has this type or audience, and no challenge has theirs. */
const TYPE = 'challenge+jwt';
const AUDIENCE = 'bureau-sign-in';
const ISSUER = 'bureau';
const SECONDS = 300;

interface ChallengeClaims {
  userId: string;
  organizationId: string;
  /** Tells the password that was verified from a later one. */
  password: string;
}

/** What stands between the password and the second factor of a sign-in; it opens nothing by itself. */
@Injectable()
export class SignInChallenges {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private readonly digestKey: Buffer;

  constructor({ secret }: Configuration) {
    ({ privateKey: this.privateKey, publicKey: this.publicKey } = deriveSigningKeys(secret));
    this.digestKey = deriveKey(secret, 'second-factor');
  }

  async issue(user: UserFact, organizationId: string): Promise<SignInChallengeView> {
    const expiresAt = new Date((Math.floor(Date.now() / 1000) + SECONDS) * 1000);
    const token = await new SignJWT({ org: organizationId, pwd: this.digest(user) })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(user.id)
      .setExpirationTime(expiresAt)
      .sign(this.privateKey);
    return { token, methods: [...secondFactorMethods], expiresAt: expiresAt.toISOString() };
  }

  /** Undefined when the token is not ours, is something else, or has expired. */
  async read(token: string): Promise<ChallengeClaims | undefined> {
    try {
      const { payload } = await jwtVerify<{ org: string; pwd: string }>(token, this.publicKey, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp', 'sub', 'org', 'pwd'],
      });
      return { userId: payload.sub!, organizationId: payload.org, password: payload.pwd };
    } catch {
      return undefined;
    }
  }

  /** Whether the password is still the one that was verified. */
  isOf({ password }: ChallengeClaims, user: UserFact): boolean {
    return password === this.digest(user);
  }

  private digest(user: UserFact): string {
    return createHmac('sha256', this.digestKey).update(user.password_hash).digest('base64url');
  }
}
