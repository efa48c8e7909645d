import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { platformProblems } from '../http/platform.problems.js';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens.js';
import type { RenewSession, SignIn, SignInView, TokensView } from './auth.dto.js';
import { PasswordHasher } from './password-hasher.js';
import type { Principal } from './principal.js';
import { type MembershipFact, SessionsRepository } from './sessions.repository.js';

/** NIST SP 800-63B-4, AAL2: a session lasts a day at most, and an hour without use. */
const SESSION_SECONDS = 24 * 3600;
const IDLE_SECONDS = 3600;

@Injectable()
export class AuthService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly passwords: PasswordHasher,
    private readonly tokens: AccessTokens,
  ) {}

  /** @throws Problem unauthenticated, in the same words whether the person, the password or the organization is wrong */
  async signIn({ email, password, organizationId }: SignIn): Promise<SignInView> {
    const user = await this.sessions.findUser(email.toLowerCase());
    const isRight = await this.passwords.verify(user?.password_hash, password);
    if (!user || !isRight) throw wrongCredentials();
    const memberships = await this.sessions.findMemberships(user.id);
    const membership = chooseMembership(memberships, organizationId);
    const refreshToken = newRefreshToken();
    const session = { id: newId(), userId: user.id, organizationId: membership.organization_id };
    await this.sessions.open({
      ...session,
      tokenHash: hashOf(refreshToken),
      sessionSeconds: SESSION_SECONDS,
      idleSeconds: IDLE_SECONDS,
    });
    return {
      ...(await this.tokensOf(session.id, user.id, membership.organization_id, refreshToken)),
      userId: user.id,
      memberships: memberships.map((one) => ({
        organizationId: one.organization_id,
        organizationName: one.organization_name,
      })),
    };
  }

  async renew({ refreshToken }: RenewSession): Promise<TokensView> {
    const successor = newRefreshToken();
    const renewed = await this.sessions.renew(hashOf(refreshToken), hashOf(successor), IDLE_SECONDS);
    if (renewed.outcome !== 'renewed') throw wrongRefreshToken();
    return this.tokensOf(renewed.session_id!, renewed.user_id!, renewed.organization_id!, successor);
  }

  async signOut(principal: Principal): Promise<void> {
    await this.sessions.end(principal.sessionId);
  }

  private async tokensOf(
    sessionId: string,
    userId: string,
    organizationId: string,
    refreshToken: string,
  ): Promise<TokensView> {
    const accessToken = await this.tokens.issue(sessionId, userId);
    return { accessToken, tokenType: 'Bearer', expiresIn: ACCESS_TOKEN_SECONDS, refreshToken, organizationId };
  }
}

function chooseMembership(memberships: MembershipFact[], organizationId: string | undefined): MembershipFact {
  const chosen = organizationId
    ? memberships.find((membership) => membership.organization_id === organizationId.toLowerCase())
    : memberships[0];
  if (!chosen) throw wrongCredentials();
  return chosen;
}

/** 256 random bits: a plain hash of it is enough. */
const newRefreshToken = () => randomBytes(32).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest();

const refused = (detail: string) =>
  platformProblems.unauthenticated(detail).withHeaders({ 'WWW-Authenticate': 'Bearer' });
const wrongCredentials = () => refused('The e-mail address, the password or the organization is not right.');
const wrongRefreshToken = () => refused('The refresh token is not valid; sign in again.');
