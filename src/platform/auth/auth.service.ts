import { Injectable } from '@nestjs/common';
import { platformProblems } from '../http/platform.problems.js';
import type { RenewSession, SignIn, SignInView, SwitchOrganization, TokensView } from './auth.dto.js';
import type { Caller } from './caller.decorator.js';
import { LoginHistory } from './login-history/login-history.service.js';
import { PasswordHasher } from './password-hasher.js';
import { PersonSignIn } from './person-sign-in.service.js';
import type { Principal } from './principal.js';
import { hashOf } from './secret-token.js';
import {
  chooseMembership,
  IDLE_SECONDS,
  newRefreshToken,
  newSession,
  SessionOpening,
} from './session-opening.service.js';
import { SessionsRepository, type UserFact } from './sessions.repository.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly passwords: PasswordHasher,
    private readonly throttle: SignInThrottle,
    private readonly opening: SessionOpening,
    private readonly person: PersonSignIn,
    private readonly history: LoginHistory,
  ) {}

  /**
   * @throws Problem unauthenticated, in the same words whether the person, the password or the organization is wrong;
   * too_many_requests after too many of them, for unknown people as for known ones; second_factor_challenge where all is
   * right and the person has a second factor
   */
  async signIn({ email, password, organizationId }: SignIn, caller: Caller): Promise<SignInView> {
    const user = await this.verify(email.toLowerCase(), password, caller);
    const opened = await this.person.open(user, { organizationId, method: 'password', caller });
    if (!opened) throw wrongCredentials();
    return opened;
  }

  /** @throws Problem not_found, in the same words whether there is no such organization or the person is no member */
  async switchOrganization(principal: Principal, { organizationId }: SwitchOrganization): Promise<TokensView> {
    const { userId, sessionId } = principal;
    const membership = chooseMembership(await this.sessions.findMemberships(userId), organizationId);
    if (!membership) throw platformProblems.not_found(`You are not a member of an organization ${organizationId}.`);
    const { session, refreshToken } = newSession(userId, membership.organization_id);
    if (!(await this.sessions.openBeside(sessionId!, session))) throw refused('The session has ended; sign in again.');
    return this.opening.tokensOf(session.id, userId, membership.organization_id, refreshToken);
  }

  async renew({ refreshToken }: RenewSession): Promise<TokensView> {
    const successor = newRefreshToken();
    const renewed = await this.sessions.renew(hashOf(refreshToken), hashOf(successor), IDLE_SECONDS);
    if (renewed.outcome !== 'renewed') throw wrongRefreshToken();
    return this.opening.tokensOf(renewed.session_id!, renewed.user_id!, renewed.organization_id!, successor);
  }

  async signOut({ sessionId, userId }: Principal): Promise<void> {
    await this.sessions.end(sessionId!, userId, 'signed_out');
  }

  async signOutEverywhere({ userId }: Principal): Promise<void> {
    await this.sessions.endAll(userId);
  }

  private async verify(email: string, password: string, caller: Caller): Promise<UserFact> {
    let user: UserFact | undefined;
    const isRight = await this.throttle.check({ account: email, address: caller.address }, async () => {
      user = await this.sessions.findUser(email);
      return this.passwords.verify(user?.password_hash, password);
    });
    if (user && isRight) return user;
    // Nobody waits for it, so a known address is not told from an unknown one by the time that the answer takes.
    if (user) this.history.note({ userId: user.id, kind: 'sign_in', outcome: 'failed', method: 'password', caller });
    throw wrongCredentials();
  }
}

const refused = (detail: string) =>
  platformProblems.unauthenticated(detail).withHeaders({ 'WWW-Authenticate': 'Bearer' });
const wrongCredentials = () => refused('The e-mail address, the password or the organization is not right.');
const wrongRefreshToken = () => refused('The refresh token is not valid; sign in again.');
