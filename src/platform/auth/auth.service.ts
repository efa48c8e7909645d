import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { platformProblems } from '../http/platform.problems.js';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens.js';
import type { RenewSession, SignIn, SignInView, SwitchOrganization, TokensView } from './auth.dto.js';
import type { Caller } from './caller.decorator.js';
import { PasswordHasher } from './password-hasher.js';
import type { Principal } from './principal.js';
import { hashOf } from './secret-token.js';
import { type MembershipFact, SessionsRepository, type UserFact } from './sessions.repository.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** NIST SP 800-63B-4, AAL2: a session lasts a day at most, and an hour without use. */
const SESSION_SECONDS = 24 * 3600;
const IDLE_SECONDS = 3600;

@Injectable()
export class AuthService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly passwords: PasswordHasher,
    private readonly tokens: AccessTokens,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * @throws Problem unauthenticated, in the same words whether the person, the password or the organization is wrong;
   * too_many_requests after too many of them, for unknown people as for known ones
   */
  async signIn({ email, password, organizationId }: SignIn, { address, userAgent }: Caller): Promise<SignInView> {
    const user = await this.verify(email.toLowerCase(), password, address);
    const memberships = await this.sessions.findMemberships(user.id);
    const membership = chooseMembership(memberships, organizationId);
    if (!membership) throw wrongCredentials();
    const { session, refreshToken } = newSession(user.id, membership.organization_id);
    const facts = { sessionSeconds: SESSION_SECONDS, passwordHash: user.password_hash, userAgent };
    if (!(await this.sessions.open({ ...session, ...facts }))) throw wrongCredentials();
    return {
      ...(await this.tokensOf(session.id, user.id, membership.organization_id, refreshToken)),
      userId: user.id,
      memberships: memberships.map((one) => ({
        organizationId: one.organization_id,
        organizationName: one.organization_name,
      })),
    };
  }

  /** @throws Problem not_found, in the same words whether there is no such organization or the person is no member */
  async switchOrganization(principal: Principal, { organizationId }: SwitchOrganization): Promise<TokensView> {
    const { userId, sessionId } = principal;
    const membership = chooseMembership(await this.sessions.findMemberships(userId), organizationId);
    if (!membership) throw platformProblems.not_found(`You are not a member of an organization ${organizationId}.`);
    const { session, refreshToken } = newSession(userId, membership.organization_id);
    if (!(await this.sessions.openBeside(sessionId!, session))) throw refused('The session has ended; sign in again.');
    return this.tokensOf(session.id, userId, membership.organization_id, refreshToken);
  }

  async renew({ refreshToken }: RenewSession): Promise<TokensView> {
    const successor = newRefreshToken();
    const renewed = await this.sessions.renew(hashOf(refreshToken), hashOf(successor), IDLE_SECONDS);
    if (renewed.outcome !== 'renewed') throw wrongRefreshToken();
    return this.tokensOf(renewed.session_id!, renewed.user_id!, renewed.organization_id!, successor);
  }

  async signOut({ sessionId, userId }: Principal): Promise<void> {
    await this.sessions.end(sessionId!, userId, 'signed_out');
  }

  async signOutEverywhere({ userId }: Principal): Promise<void> {
    await this.sessions.endAll(userId);
  }

  private async verify(email: string, password: string, address: string): Promise<UserFact> {
    let user: UserFact | undefined;
    const isRight = await this.throttle.check({ account: email, address }, async () => {
      user = await this.sessions.findUser(email);
      return this.passwords.verify(user?.password_hash, password);
    });
    if (!user || !isRight) throw wrongCredentials();
    return user;
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

function chooseMembership(memberships: MembershipFact[], organizationId?: string): MembershipFact | undefined {
  return organizationId
    ? memberships.find((membership) => membership.organization_id === organizationId)
    : memberships[0];
}

function newSession(userId: string, organizationId: string) {
  const refreshToken = newRefreshToken();
  const tokenHash = hashOf(refreshToken);
  return { refreshToken, session: { id: newId(), userId, organizationId, tokenHash, idleSeconds: IDLE_SECONDS } };
}

/** 256 random bits: a plain hash of it is enough. */
const newRefreshToken = () => randomBytes(32).toString('base64url');

const refused = (detail: string) =>
  platformProblems.unauthenticated(detail).withHeaders({ 'WWW-Authenticate': 'Bearer' });
const wrongCredentials = () => refused('The e-mail address, the password or the organization is not right.');
const wrongRefreshToken = () => refused('The refresh token is not valid; sign in again.');
