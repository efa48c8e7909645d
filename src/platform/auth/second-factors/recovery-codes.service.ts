import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { authProblems } from '../auth.problems.js';
import type { Caller } from '../caller.decorator.js';
import { LoginHistory } from '../login-history/login-history.service.js';
import type { Principal } from '../principal.js';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.js';
import type { RecoveryCodesView, RecoveryCodeStateView } from './second-factors.dto.js';

const MAKE = 'auth.recovery_code.make';

const HOLD: Statement = {
  name: 'hold_person',
  text: 'SELECT id FROM identity.user_account WHERE id = $1 FOR NO KEY UPDATE',
};
const STATE: Statement = {
  name: 'recovery_code_state',
  text: `
    SELECT count(*) FILTER (WHERE used_at IS NULL)::int AS "left", max(made_at) AS made_at
    FROM identity.recovery_code WHERE user_id = $1`,
};
const DROP: Statement = {
  name: 'drop_recovery_codes',
  text: 'DELETE FROM identity.recovery_code WHERE user_id = $1',
};
const INSERT: Statement = {
  name: 'insert_recovery_codes',
  text: 'INSERT INTO identity.recovery_code (user_id, code_hash) SELECT $1, unnest($2::bytea[])',
};

/** What stands in for an authenticator that is not at hand. */
@Injectable()
export class RecoveryCodesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: LoginHistory,
  ) {}

  state({ userId }: Principal): Promise<RecoveryCodeStateView> {
    return this.unitOfWork.read(async (transaction) => {
      const { left, made_at: madeAt } = await stateOf(transaction, userId);
      return { left, madeAt: madeAt?.toISOString() ?? null };
    });
  }

  /** Those before are worth nothing from here on. */
  make({ userId, secondFactor }: Principal, caller: Caller): Promise<RecoveryCodesView> {
    requireFactor(secondFactor);
    return this.unitOfWork.run(MAKE, async (transaction) => {
      await holdPerson(transaction, userId);
      const recoveryCodes = await giveRecoveryCodes(transaction, userId);
      const event = { userId, kind: 'recovery_codes_made', outcome: 'succeeded', caller } as const;
      await this.history.recordIn(transaction, event);
      return { recoveryCodes };
    });
  }
}

/** @throws Problem second_factor_missing */
export function requireFactor(state: Principal['secondFactor']): void {
  if (state === 'proved' || state === 'due') return;
  throw authProblems.second_factor_missing('Add an authenticator first: POST /v1/auth/second-factors.');
}

/** The person's second factors, while nobody else can change them. */
export async function holdPerson(transaction: Transaction, userId: string): Promise<void> {
  await transaction.rows(HOLD, [userId]);
}

export async function keepsRecoveryCodes(transaction: Transaction, userId: string): Promise<boolean> {
  return (await stateOf(transaction, userId)).made_at !== null;
}

export async function giveRecoveryCodes(transaction: Transaction, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await transaction.rows(DROP, [userId]);
  await transaction.rows(INSERT, [userId, codes.map(hashOfRecoveryCode)]);
  return codes;
}

async function stateOf(transaction: Transaction, userId: string): Promise<{ left: number; made_at: Date | null }> {
  const [state] = await transaction.rows<{ left: number; made_at: Date | null }>(STATE, [userId]);
  return state!;
}
