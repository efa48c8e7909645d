import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { authProblems } from '../auth.problems.js';
import type { Caller } from '../caller.decorator.js';
import { LoginHistory } from '../login-history/login-history.service.js';
import { OwnPassword } from '../own-password.service.js';
import type { Principal } from '../principal.js';
import { wrongCode } from './factor-proofs.service.js';
import { newTotpSecret, otpauthUri, stepOfCode } from './one-time-codes.js';
import { giveRecoveryCodes, holdPerson, keepsRecoveryCodes } from './recovery-codes.service.js';
import {
  type AddSecondFactor,
  type ConfirmedSecondFactorView,
  type ConfirmSecondFactor,
  type NewSecondFactorView,
  type SecondFactorRow,
  SecondFactorView,
} from './second-factors.dto.js';
import { secondFactorColumns } from './second-factors.list.js';
import { TotpSecrets } from './totp-secrets.js';

const MOST = 5;
const ADD = 'auth.second_factor.add';
const REMOVE = 'auth.second_factor.remove';

const COUNT: Statement = {
  name: 'count_second_factors',
  text: 'SELECT count(*)::int AS count FROM identity.second_factor WHERE user_id = $1 AND confirmed_at IS NOT NULL',
};
const DROP_PENDING: Statement = {
  name: 'drop_pending_second_factor',
  text: 'DELETE FROM identity.second_factor WHERE user_id = $1 AND confirmed_at IS NULL',
};
const INSERT: Statement = {
  name: 'insert_second_factor',
  text: 'INSERT INTO identity.second_factor (id, user_id, name, secret_cipher) VALUES ($1, $2, $3, $4)',
};
const FIND: Statement = {
  name: 'find_second_factor',
  text: [
    'SELECT factor.secret_cipher,',
    secondFactorColumns,
    'FROM identity.second_factor factor WHERE factor.id = $1 AND factor.user_id = $2',
  ].join(' '),
};
const CONFIRM: Statement = {
  name: 'confirm_second_factor',
  text: `
    UPDATE identity.second_factor SET confirmed_at = now(), last_step = $2, last_used_at = now()
    WHERE id = $1 AND confirmed_at IS NULL`,
};
// Whoever came in with the password alone comes in anew; this session has just proved the factor.
const PROVE_THIS_END_OTHERS: Statement = {
  name: 'prove_session_end_others',
  text: `
    UPDATE identity.session SET
      factor_proved_at = CASE WHEN id = $2 THEN now() ELSE factor_proved_at END,
      ended_at = CASE WHEN id = $2 THEN ended_at ELSE now() END,
      ended_because = CASE WHEN id = $2 THEN ended_because ELSE 'second_factor_added' END
    WHERE user_id = $1 AND ended_at IS NULL AND (id = $2 OR factor_proved_at IS NULL)`,
};
const DELETE: Statement = {
  name: 'delete_second_factor',
  text: 'DELETE FROM identity.second_factor WHERE id = $1 AND user_id = $2 RETURNING confirmed_at',
};

type KnownFactor = SecondFactorRow & { secret_cipher: Buffer };

/** The authenticators of a person. Everything is recorded in each organization of the person. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: OwnPassword,
    private readonly secrets: TotpSecrets,
    private readonly history: LoginHistory,
  ) {}

  list({ userId }: Principal, request: ListRequest): Promise<Page<SecondFactorView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<SecondFactorRow>(transaction, {
        columns: secondFactorColumns,
        from: 'identity.second_factor factor',
        where: 'factor.user_id = $1',
        parameters: [userId],
      });
      return request.page(rows, (row) => SecondFactorView.from(row));
    });
  }

  /** One that waits for its confirmation gives way to the next. */
  async add({ userId }: Principal, body: AddSecondFactor, { address }: Caller): Promise<NewSecondFactorView> {
    const { email } = await this.passwords.prove(userId, body.currentPassword, address);
    const [id, secret] = [newId(), newTotpSecret()];
    return this.unitOfWork.run(ADD, async (transaction) => {
      await holdPerson(transaction, userId);
      const [present] = await transaction.rows<{ count: number }>(COUNT, [userId]);
      if (present!.count >= MOST) {
        throw authProblems.second_factor_limit(`Remove one of your ${MOST} authenticators first.`);
      }
      await transaction.rows(DROP_PENDING, [userId]);
      await transaction.rows(INSERT, [id, userId, body.name, this.secrets.seal(secret, id)]);
      const factor = await find(transaction, id, userId);
      return { ...SecondFactorView.from(factor), secret, otpauthUri: otpauthUri(secret, email) };
    });
  }

  /** With the first authenticator come the recovery codes. */
  confirm(principal: Principal, id: string, body: ConfirmSecondFactor, caller: Caller) {
    const { userId, sessionId } = principal;
    return this.unitOfWork.run(ADD, async (transaction): Promise<ConfirmedSecondFactorView> => {
      await holdPerson(transaction, userId);
      const pending = await find(transaction, id, userId);
      if (pending.confirmedAt) throw authProblems.second_factor_confirmed('The authenticator is confirmed already.');
      const secret = this.secrets.open(pending.secret_cipher, id);
      const step = secret === undefined ? undefined : stepOfCode(secret, body.code, Date.now());
      if (step === undefined) throw wrongCode(body);
      const hasCodes = await keepsRecoveryCodes(transaction, userId);
      await transaction.rows(CONFIRM, [id, step]);
      await transaction.rows(PROVE_THIS_END_OTHERS, [userId, sessionId]);
      const recoveryCodes = hasCodes ? [] : await giveRecoveryCodes(transaction, userId);
      await this.history.recordIn(transaction, {
        userId,
        kind: 'second_factor_added',
        outcome: 'succeeded',
        method: 'totp',
        caller,
      });
      return { recoveryCodes, secondFactor: SecondFactorView.from(await find(transaction, id, userId)) };
    });
  }

  /** With the last authenticator go the recovery codes. */
  remove({ userId }: Principal, id: string, caller: Caller): Promise<void> {
    return this.unitOfWork.run(REMOVE, async (transaction) => {
      await holdPerson(transaction, userId);
      const [removed] = await transaction.rows<{ confirmed_at: Date | null }>(DELETE, [id, userId]);
      if (!removed) throw notFound(id);
      if (removed.confirmed_at === null) return;
      const event = { userId, kind: 'second_factor_removed', outcome: 'succeeded', caller } as const;
      await this.history.recordIn(transaction, event);
    });
  }
}

async function find(transaction: Transaction, id: string, userId: string): Promise<KnownFactor> {
  const [factor] = await transaction.rows<KnownFactor>(FIND, [id, userId]);
  if (!factor) throw notFound(id);
  return factor;
}

const notFound = (id: string) => platformProblems.not_found(`You have no authenticator ${id}.`);
