import { Injectable } from '@nestjs/common';
import { GlobalStatements } from '../database/global-statements.js';
import type { Statement } from '../database/transaction.js';

export interface UserFact {
  id: string;
  name: string;
  password_hash: string;
}

export interface MembershipFact {
  organization_id: string;
  organization_name: string;
  roles: string[];
}

export interface PrincipalFact {
  session_id: string;
  user_id: string;
  organization_id: string;
  roles: string[];
}

/** What became of a refresh token: its session goes on, or was ended because the token was used before. */
export interface RefreshOutcome {
  outcome: 'renewed' | 'raced' | 'reused' | 'unknown';
  session_id: string | null;
  user_id: string | null;
  organization_id: string | null;
}

const FIND_USER: Statement = {
  name: 'find_user',
  text: "SELECT id, name, password_hash FROM identity.user_account WHERE email = $1 AND status = 'active'",
};
const FIND_MEMBERSHIPS: Statement = { name: 'find_memberships', text: 'SELECT * FROM identity.find_memberships($1)' };
const FIND_PRINCIPALS: Statement = { name: 'find_principals', text: 'SELECT * FROM identity.find_principals($1)' };
const OPEN_SESSION: Statement = {
  name: 'open_session',
  text: `
    WITH opened AS (
      INSERT INTO identity.session (id, user_id, organization_id, expires_at)
      VALUES ($1, $2, $3, now() + $5 * interval '1 second') RETURNING id
    )
    INSERT INTO identity.refresh_token (token_hash, session_id, expires_at)
    SELECT $4, id, now() + $6 * interval '1 second' FROM opened`,
};
const RENEW_SESSION: Statement = { name: 'renew_session', text: 'SELECT * FROM identity.renew_session($1, $2, $3)' };
const END_SESSION: Statement = {
  name: 'end_session',
  text: "UPDATE identity.session SET ended_at = now(), ended_because = 'signed_out' WHERE id = $1 AND ended_at IS NULL",
};

/** People, their sessions and refresh tokens; these stand outside the organizations. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: GlobalStatements) {}

  async findUser(email: string): Promise<UserFact | undefined> {
    return (await this.database.rows<UserFact>(FIND_USER, [email]))[0];
  }

  findMemberships(userId: string): Promise<MembershipFact[]> {
    return this.database.rows<MembershipFact>(FIND_MEMBERSHIPS, [userId]);
  }

  findPrincipals(sessionIds: readonly string[]): Promise<PrincipalFact[]> {
    return this.database.rows<PrincipalFact>(FIND_PRINCIPALS, [sessionIds]);
  }

  async open(session: {
    id: string;
    userId: string;
    organizationId: string;
    tokenHash: Buffer;
    sessionSeconds: number;
    idleSeconds: number;
  }): Promise<void> {
    const { id, userId, organizationId, tokenHash, sessionSeconds, idleSeconds } = session;
    await this.database.rows(OPEN_SESSION, [id, userId, organizationId, tokenHash, sessionSeconds, idleSeconds]);
  }

  async renew(usedHash: Buffer, newHash: Buffer, idleSeconds: number): Promise<RefreshOutcome> {
    return (await this.database.rows<RefreshOutcome>(RENEW_SESSION, [usedHash, newHash, idleSeconds]))[0]!;
  }

  async end(sessionId: string): Promise<void> {
    await this.database.rows(END_SESSION, [sessionId]);
  }
}
