import { Injectable } from '@nestjs/common';
import { GlobalStatements } from '../../database/global-statements.js';
import type { Statement } from '../../database/transaction.js';

interface AuthenticatorFact {
  id: string;
  secret_cipher: Buffer;
}

const FIND_ACTIVE: Statement = {
  name: 'find_second_factors',
  text: 'SELECT id, secret_cipher FROM identity.second_factor WHERE user_id = $1 AND confirmed_at IS NOT NULL',
};
// Of requests with the same code at once, the first takes the step; the others find it taken.
const USE_STEP: Statement = {
  name: 'use_second_factor_step',
  text: `
    UPDATE identity.second_factor SET last_step = $2, last_used_at = now()
    WHERE id = $1 AND confirmed_at IS NOT NULL AND last_step < $2 RETURNING id`,
};
const USE_RECOVERY_CODE: Statement = {
  name: 'use_recovery_code',
  text: `
    UPDATE identity.recovery_code SET used_at = now()
    WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING user_id`,
};
const PROVE_SESSION: Statement = {
  name: 'prove_session',
  text: `
    UPDATE identity.session SET factor_proved_at = now()
    WHERE id = $1 AND user_id = $2 AND ended_at IS NULL RETURNING factor_proved_at`,
};

/** Second factors as they are proved, before an organization is known. */
@Injectable()
export class SecondFactorsRepository {
  constructor(private readonly database: GlobalStatements) {}

  findActive(userId: string): Promise<AuthenticatorFact[]> {
    return this.database.rows<AuthenticatorFact>(FIND_ACTIVE, [userId]);
  }

  /** False when the step or a later one was used. */
  async useStep(id: string, step: number): Promise<boolean> {
    return (await this.database.rows(USE_STEP, [id, step])).length > 0;
  }

  /** False when there is no such code, or it was used. */
  async useRecoveryCode(userId: string, hash: Buffer): Promise<boolean> {
    return (await this.database.rows(USE_RECOVERY_CODE, [userId, hash])).length > 0;
  }

  /** Undefined when the session has ended. */
  async proveSession(sessionId: string, userId: string): Promise<Date | undefined> {
    const [session] = await this.database.rows<{ factor_proved_at: Date }>(PROVE_SESSION, [sessionId, userId]);
    return session?.factor_proved_at;
  }
}
