import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens.js';
import type { SignInView, TokensView } from './auth.dto.js';
import type { Caller } from './caller.decorator.js';
import type { LoginMethod } from './login-history/login-event.js';
import { hashOf } from './secret-token.js';
import { type MembershipFact, SessionsRepository, type UserFact } from './sessions.repository.js';

/** NIST SP 800-63B-4, AAL2: a session lasts a day at most, and an hour without use. */
const SESSION_SECONDS = 24 * 3600;
export const IDLE_SECONDS = 3600;

interface ProvedPerson {
  user: UserFact;
  memberships: MembershipFact[];
  /** The one to act in. */
  membership: MembershipFact;
  method: LoginMethod;
  caller: Caller;
}

/** Opens sessions of people who have proved who they are. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tokens: AccessTokens,
  ) {}

  /** Undefined when the password is no longer the one that was verified. */
  async open({ user, memberships, membership, method, caller }: ProvedPerson): Promise<SignInView | undefined> {
    const { organization_id: organizationId } = membership;
    const { session, refreshToken } = newSession(user.id, organizationId);
    const facts = { sessionSeconds: SESSION_SECONDS, passwordHash: user.password_hash, method, caller };
    if (!(await this.sessions.open({ ...session, ...facts }))) return undefined;
    return {
      ...(await this.tokensOf(session.id, user.id, organizationId, refreshToken)),
      userId: user.id,
      memberships: memberships.map((one) => ({
        organizationId: one.organization_id,
        organizationName: one.organization_name,
      })),
    };
  }

  async tokensOf(sessionId: string, userId: string, organizationId: string, refreshToken: string): Promise<TokensView> {
    const accessToken = await this.tokens.issue(sessionId, userId);
    return { accessToken, tokenType: 'Bearer', expiresIn: ACCESS_TOKEN_SECONDS, refreshToken, organizationId };
  }
}

export function chooseMembership(memberships: MembershipFact[], organizationId?: string): MembershipFact | undefined {
  return organizationId
    ? memberships.find((membership) => membership.organization_id === organizationId)
    : memberships[0];
}

export function newSession(userId: string, organizationId: string) {
  const refreshToken = newRefreshToken();
  const tokenHash = hashOf(refreshToken);
  return { refreshToken, session: { id: newId(), userId, organizationId, tokenHash, idleSeconds: IDLE_SECONDS } };
}

/** 256 random bits: a plain hash of it is enough. */
export const newRefreshToken = () => randomBytes(32).toString('base64url');
