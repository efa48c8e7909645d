import { Injectable } from '@nestjs/common';
import { GlobalStatements } from '../database/global-statements.js';
import type { Statement, Transaction } from '../database/transaction.js';
import type { Caller } from './caller.decorator.js';
import type { LoginMethod } from './login-history/login-event.js';

export interface UserFact {
  id: string;
  email: string;
  name: string;
  password_hash: string;
  has_second_factor: boolean;
}

export interface MembershipFact {
  organization_id: string;
  organization_name: string;
  roles: string[];
}

interface NewSession {
  id: string;
  userId: string;
  organizationId: string;
  tokenHash: Buffer;
  idleSeconds: number;
}

interface SignInFacts {
  sessionSeconds: number;
  passwordHash: string;
  /** What the person has proved last. */
  method: LoginMethod;
  caller: Caller;
}

/** What became of a refresh token: its session goes on, or was ended because the token was used before. */
interface RefreshOutcome {
  outcome: 'renewed' | 'raced' | 'reused' | 'unknown';
  session_id: string | null;
  user_id: string | null;
  organization_id: string | null;
}

const USER = `
  SELECT u.id, u.email, u.name, u.password_hash, EXISTS (
    SELECT FROM identity.second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS has_second_factor
  FROM identity.user_account u WHERE u.status = 'active' AND`;
const FIND_USER: Statement = { name: 'find_user', text: [USER, 'u.email = $1'].join(' ') };
const GET_USER: Statement = { name: 'get_user', text: [USER, 'u.id = $1'].join(' ') };
const FIND_MEMBERSHIPS: Statement = { name: 'find_memberships', text: 'SELECT * FROM identity.find_memberships($1)' };
// The password is the one that was verified: a change of it meanwhile waits for this, or this finds nobody.
const OPEN_SESSION: Statement = {
  name: 'open_session',
  text: `
    WITH person AS (
      SELECT u.id FROM identity.user_account u
      WHERE u.id = $2 AND u.password_hash = $7 AND u.status = 'active' FOR SHARE
    ), opened AS (
      INSERT INTO identity.session (id, user_id, organization_id, expires_at, user_agent, factor_proved_at)
      SELECT $1, p.id, $3, now() + $5 * interval '1 second', $8, CASE WHEN $9 IN ('totp', 'recovery_code') THEN now() END
      FROM person p RETURNING id, user_id, organization_id
    ), told AS (
      INSERT INTO identity.login_event (id, user_id, organization_id, kind, outcome, method, address, user_agent)
      SELECT id, user_id, organization_id, 'sign_in', 'succeeded', $9, $10, $8 FROM opened
    )
    INSERT INTO identity.refresh_token (token_hash, session_id, expires_at)
    SELECT $4, id, now() + $6 * interval '1 second' FROM opened RETURNING session_id`,
};
// The day of a session counts from the sign-in, in whatever organizations it is spent.
const OPEN_BESIDE: Statement = {
  name: 'open_session_beside',
  text: `
    WITH first AS (
      SELECT s.* FROM identity.session s WHERE s.id = $6 AND s.user_id = $2 AND s.ended_at IS NULL FOR SHARE
    ), opened AS (
      INSERT INTO identity.session (id, user_id, organization_id, expires_at, user_agent, factor_proved_at)
      SELECT $1, f.user_id, $3, f.expires_at, f.user_agent, f.factor_proved_at FROM first f RETURNING id, expires_at
    )
    INSERT INTO identity.refresh_token (token_hash, session_id, expires_at)
    SELECT $4, id, least(expires_at, now() + $5 * interval '1 second') FROM opened RETURNING session_id`,
};
const RENEW_SESSION: Statement = { name: 'renew_session', text: 'SELECT * FROM identity.renew_session($1, $2, $3)' };
const END_SESSION: Statement = {
  name: 'end_session',
  text: `
    UPDATE identity.session SET ended_at = now(), ended_because = $3
    WHERE id = $1 AND user_id = $2 AND ended_at IS NULL AND expires_at > now() RETURNING id`,
};
const END_ALL: Statement = {
  name: 'end_all_sessions',
  text: `
    UPDATE identity.session SET ended_at = now(), ended_because = 'signed_out_everywhere'
    WHERE user_id = $1 AND ended_at IS NULL`,
};
const CHANGE_PASSWORD: Statement = {
  name: 'change_password',
  text: `
    WITH changed AS (
      UPDATE identity.user_account SET password_hash = $3, updated_at = now()
      WHERE id = $1 AND password_hash = $2 RETURNING id
    ), ended AS (
      UPDATE identity.session s SET ended_at = now(), ended_because = 'password_changed'
      FROM changed WHERE s.user_id = changed.id AND s.id <> $4 AND s.ended_at IS NULL
    )
    SELECT id FROM changed`,
};

/** People, their sessions and refresh tokens; these stand outside the organizations. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: GlobalStatements) {}

  async findUser(email: string): Promise<UserFact | undefined> {
    return (await this.database.rows<UserFact>(FIND_USER, [email]))[0];
  }

  async getUser(id: string): Promise<UserFact | undefined> {
    return (await this.database.rows<UserFact>(GET_USER, [id]))[0];
  }

  findMemberships(userId: string): Promise<MembershipFact[]> {
    return this.database.rows<MembershipFact>(FIND_MEMBERSHIPS, [userId]);
  }

  /** Of the organizations that the person is a member of. */
  async findOrganizationNames(userId: string): Promise<string[]> {
    return (await this.findMemberships(userId)).map((membership) => membership.organization_name);
  }

  /** False when the password is no longer the one that was verified. */
  async open(session: NewSession & SignInFacts): Promise<boolean> {
    const { id, userId, organizationId, tokenHash, sessionSeconds, idleSeconds, passwordHash, method } = session;
    const { address, userAgent } = session.caller;
    const times = [sessionSeconds, idleSeconds];
    const values = [id, userId, organizationId, tokenHash, ...times, passwordHash, userAgent, method, address];
    return (await this.database.rows(OPEN_SESSION, values)).length > 0;
  }

  /** Another session of the same sign-in; false when the first one has ended. */
  async openBeside(firstId: string, session: NewSession): Promise<boolean> {
    const { id, userId, organizationId, tokenHash, idleSeconds } = session;
    const values = [id, userId, organizationId, tokenHash, idleSeconds, firstId];
    return (await this.database.rows(OPEN_BESIDE, values)).length > 0;
  }

  async renew(usedHash: Buffer, newHash: Buffer, idleSeconds: number): Promise<RefreshOutcome> {
    return (await this.database.rows<RefreshOutcome>(RENEW_SESSION, [usedHash, newHash, idleSeconds]))[0]!;
  }

  /** False when the person has no such session that lives. */
  async end(sessionId: string, userId: string, because: 'signed_out' | 'ended_by_person'): Promise<boolean> {
    return (await this.database.rows(END_SESSION, [sessionId, userId, because])).length > 0;
  }

  async endAll(userId: string): Promise<void> {
    await this.database.rows(END_ALL, [userId]);
  }

  /** Changes the password and ends all other sessions; false when it was changed by another request meanwhile. */
  async changePassword(
    transaction: Transaction,
    user: UserFact,
    newHash: string,
    keptSessionId: string,
  ): Promise<boolean> {
    const values = [user.id, user.password_hash, newHash, keptSessionId];
    return (await transaction.rows(CHANGE_PASSWORD, values)).length > 0;
  }
}
