import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { GlobalStatements } from '../../database/global-statements.js';
import type { Statement, Transaction } from '../../database/transaction.js';

/** An open reset and whom it is for. */
export interface OpenReset extends QueryResultRow {
  id: string;
  userId: string;
  organizationId: string;
  email: string;
  name: string;
}

const MOST_IN_AN_HOUR = 3;

/** Two requests for one person wait for each other here. */
const HOLD_PERSON: Statement = {
  name: 'hold_person_for_reset',
  text: "SELECT id FROM identity.user_account WHERE id = $1 AND status = 'active' FOR NO KEY UPDATE",
};
const INSERT: Statement = {
  name: 'insert_password_reset',
  text: `
    INSERT INTO identity.password_reset (id, user_id, organization_id, token_hash)
    SELECT $1, $2, $3, $4 WHERE (
      SELECT count(*) FROM identity.password_reset r WHERE r.user_id = $2 AND r.created_at > now() - interval '1 hour') < $5
    RETURNING id`,
};
const FIND_OPEN: Statement = {
  name: 'find_open_password_reset',
  text: `
    SELECT r.id, r.user_id AS "userId", r.organization_id AS "organizationId", u.email, u.name
    FROM identity.password_reset r JOIN identity.user_account u ON u.id = r.user_id AND u.status = 'active'
    WHERE r.token_hash = $1 AND r.used_at IS NULL AND r.expires_at > now()`,
};
const GET_OPEN: Statement = {
  name: 'get_open_password_reset',
  text: `
    SELECT r.token_hash AS "tokenHash", r.expires_at AS "expiresAt", u.email FROM identity.password_reset r
    JOIN identity.user_account u ON u.id = r.user_id AND u.status = 'active'
    WHERE r.id = $1 AND r.used_at IS NULL AND r.expires_at > now()`,
};
const USE: Statement = {
  name: 'use_password_reset',
  text: `
    UPDATE identity.password_reset SET used_at = now()
    WHERE id = $1 AND used_at IS NULL AND expires_at > now() RETURNING user_id`,
};
const SET_PASSWORD: Statement = {
  name: 'set_password_of_reset',
  text: `
    UPDATE identity.user_account SET password_hash = $2, updated_at = now()
    WHERE id = $1 AND status = 'active' RETURNING id`,
};
/** What the person may have been signed in with before, and other mails that are out. */
const END_THE_REST: Statement = {
  name: 'end_what_a_reset_ends',
  text: `
    WITH ended AS (
      UPDATE identity.session SET ended_at = now(), ended_because = 'password_changed'
      WHERE user_id = $1 AND ended_at IS NULL
    )
    UPDATE identity.password_reset SET used_at = now() WHERE user_id = $1 AND used_at IS NULL`,
};

/** Resets of passwords; they stand outside the organizations. */
@Injectable()
export class PasswordResetsRepository {
  constructor(private readonly database: GlobalStatements) {}

  /** False where the person has had as many within the hour as anybody gets, or is not active any more. */
  async insert(
    transaction: Transaction,
    { id, userId, tokenHash }: { id: string; userId: string; tokenHash: Buffer },
  ): Promise<boolean> {
    const [person] = await transaction.rows(HOLD_PERSON, [userId]);
    if (!person) return false;
    const values = [id, userId, transaction.organizationId, tokenHash, MOST_IN_AN_HOUR];
    return (await transaction.rows(INSERT, values)).length > 0;
  }

  async findOpen(tokenHash: Buffer): Promise<OpenReset | undefined> {
    return (await this.database.rows<OpenReset>(FIND_OPEN, [tokenHash]))[0];
  }

  /** For its mail. */
  async getOpen(transaction: Transaction, id: string): Promise<{ tokenHash: Buffer; email: string } | undefined> {
    return (await transaction.rows<{ tokenHash: Buffer; email: string }>(GET_OPEN, [id]))[0];
  }

  /** Uses it up; false where another request was first, or the person is not active any more. */
  async use(transaction: Transaction, { id, userId }: OpenReset, passwordHash: string): Promise<boolean> {
    // In the order in which everything else holds them: the person first.
    const [person] = await transaction.rows(HOLD_PERSON, [userId]);
    if (!person || (await transaction.rows(USE, [id])).length === 0) return false;
    await transaction.rows(SET_PASSWORD, [userId, passwordHash]);
    await transaction.rows(END_THE_REST, [userId]);
    return true;
  }
}
