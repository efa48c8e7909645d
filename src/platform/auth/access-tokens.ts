import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { isId, newId } from '#kernel/id.js';
import { Configuration } from '../config/configuration.js';
import { deriveSigningKeys } from '../config/derive-key.js';
import type { ClientCredential, TokenCredential } from './principal.js';

const ALGORITHM = 'EdDSA';
const TYPE = 'at+jwt';
const ISSUER = 'bureau';
const AUDIENCE = 'bureau-api';

export const ACCESS_TOKEN_SECONDS = 600;
const TOLERANCE_SECONDS = 60;
const MOST_REMEMBERED = 10_000;

/**
 * Short access tokens (RFC 9068, Ed25519). They name a session, or a service account and its secret, and grant nothing by
 * themselves: what these may do is looked up with every request, so that a change holds at once.
 */
@Injectable()
export class AccessTokens {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  /** Tokens whose signature has been verified, oldest first: a client sends the same one for minutes. */
  private readonly verified = new Map<string, { credential: TokenCredential; endsAt: number }>();

  constructor(configuration: Configuration) {
    ({ privateKey: this.privateKey, publicKey: this.publicKey } = deriveSigningKeys(configuration.secret));
  }

  issue(sessionId: string, userId: string): Promise<string> {
    return this.sign({ sid: sessionId }, userId, ACCESS_TOKEN_SECONDS);
  }

  /** Of a service account: it is the client and the subject alike, as no person takes part (RFC 9068, section 2.2). */
  issueToClient(client: ClientCredential, seconds: number): Promise<string> {
    const { organizationId, serviceAccountId, clientSecretId, scope } = client;
    const claims = {
      client_id: serviceAccountId,
      organization_id: organizationId,
      client_secret_id: clientSecretId,
      jti: newId(),
      ...(scope && { scope: scope.join(' ') }),
    };
    return this.sign(claims, serviceAccountId, Math.min(seconds, ACCESS_TOKEN_SECONDS));
  }

  private sign(claims: JWTPayload, subject: string, seconds: number): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
      .sign(this.privateKey);
  }

  /** What a token stands for; undefined when the token is not ours, not for us or not valid now. */
  async credentialOf(token: string): Promise<TokenCredential | undefined> {
    const known = this.verified.get(token);
    if (known && Math.floor(Date.now() / 1000) < known.endsAt) return known.credential;
    this.verified.delete(token);
    return this.verify(token);
  }

  private async verify(token: string): Promise<TokenCredential | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.publicKey, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp', 'iat', 'sub'],
        maxTokenAge: `${ACCESS_TOKEN_SECONDS}s`,
        clockTolerance: TOLERANCE_SECONDS,
      });
      const { aud, iat, exp } = payload;
      const credential = 'client_id' in payload ? clientIn(payload) : sessionIn(payload);
      if (!credential || typeof aud !== 'string') return undefined;
      this.remember(token, credential, Math.min(exp!, iat! + ACCESS_TOKEN_SECONDS) + TOLERANCE_SECONDS);
      return credential;
    } catch {
      return undefined;
    }
  }

  private remember(token: string, credential: TokenCredential, endsAt: number): void {
    const [oldest] = this.verified.keys();
    if (this.verified.size >= MOST_REMEMBERED) this.verified.delete(oldest!);
    this.verified.set(token, { credential, endsAt });
  }
}

const isIdText = (value: unknown): value is string => typeof value === 'string' && isId(value);

const sessionIn = ({ sid }: JWTPayload): TokenCredential | undefined =>
  isIdText(sid) ? { sessionId: sid } : undefined;

function clientIn(payload: JWTPayload): ClientCredential | undefined {
  const { sub, sid, client_id: clientId, organization_id: organizationId, client_secret_id: clientSecretId } = payload;
  const { scope } = payload;
  if (sid !== undefined || clientId !== sub || !isIdText(clientId)) return undefined;
  if (!isIdText(organizationId) || !isIdText(clientSecretId)) return undefined;
  if (scope !== undefined && typeof scope !== 'string') return undefined;
  return { organizationId, serviceAccountId: clientId, clientSecretId, scope: scope?.split(' ') };
}
