import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requireVersion } from '../../http/etag.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { identityPermissions } from '../identity.permissions.js';
import { identityProblems } from '../identity.problems.js';
import {
  type CreateSecondFactorRecovery,
  type RecoveryRow,
  SecondFactorRecoveryView,
} from './second-factor-recoveries.dto.js';
import { recoveryColumns } from './second-factor-recoveries.list.js';
import { SecondFactorRecovery } from './second-factor-recovery.entity.js';

const RECOVER = identityPermissions.recoverSecondFactors.name;
const VALID_MILLISECONDS = 3 * 24 * 3600 * 1000;

const FIND_SUBJECT: Statement = {
  name: 'find_recovery_subject',
  text: `
    SELECT identity.vouches_for(m.organization_id, m.user_id) AS is_vouched_for, EXISTS (
      SELECT FROM identity.second_factor f WHERE f.user_id = m.user_id AND f.confirmed_at IS NOT NULL) AS has_factor
    FROM identity.membership m WHERE m.organization_id = $1 AND m.user_id = $2 AND m.status = 'active'`,
};
const CANCEL_EXPIRED: Statement = {
  name: 'cancel_expired_recovery',
  text: `
    UPDATE identity.second_factor_recovery
    SET status = 'canceled', decided_by = $3, decided_at = now(), version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND user_id = $2 AND status = 'requested' AND expires_at <= now()`,
};

/** Lets people in again who have lost their second factor: one asks, another approves, and neither is the person. */
@Injectable()
export class SecondFactorRecoveriesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<SecondFactorRecoveryView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<RecoveryRow>(transaction, {
        columns: recoveryColumns,
        from: 'identity.second_factor_recovery recovery',
        where: 'recovery.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => SecondFactorRecoveryView.from(row));
    });
  }

  find(id: string): Promise<SecondFactorRecoveryView> {
    return this.unitOfWork.read(async (transaction) => SecondFactorRecoveryView.from(await load(transaction, id)));
  }

  create({ userId, reason }: CreateSecondFactorRecovery): Promise<SecondFactorRecoveryView> {
    return this.unitOfWork.run(RECOVER, async (transaction) => {
      const { organizationId, acting, manager, startedAt } = transaction;
      if (userId === acting.personId) throw byAnother('Nobody asks for the recovery of their own account.');
      await requireSubject(transaction, userId);
      await transaction.rows(CANCEL_EXPIRED, [organizationId, userId, acting.personId]);
      const id = newId();
      const expiresAt = new Date((await startedAt).getTime() + VALID_MILLISECONDS);
      const requestedBy = acting.personId;
      await manager.insert(SecondFactorRecovery, {
        organizationId,
        id,
        userId,
        reason,
        status: 'requested',
        requestedBy,
        expiresAt,
      });
      return SecondFactorRecoveryView.from(await load(transaction, id));
    });
  }

  /** The database removes the second factor and ends the sessions with it. */
  approve(id: string, seenVersion: number): Promise<SecondFactorRecoveryView> {
    return this.decide(id, seenVersion, 'approved', async ({ acting, startedAt }, recovery) => {
      if (acting.personId === recovery.requestedBy) throw byAnother('Somebody else than who asked for it approves it.');
      if (acting.personId === recovery.userId) throw byAnother('The person concerned does not approve it.');
      if (recovery.expiresAt <= (await startedAt)) throw identityProblems.recovery_closed('The request has expired.');
    });
  }

  /** Whoever may ask for one, the person concerned included. */
  cancel(id: string, seenVersion: number): Promise<SecondFactorRecoveryView> {
    return this.decide(id, seenVersion, 'canceled', () => Promise.resolve());
  }

  private decide(
    id: string,
    seenVersion: number,
    status: 'approved' | 'canceled',
    check: (transaction: Transaction, recovery: SecondFactorRecovery) => Promise<void>,
  ): Promise<SecondFactorRecoveryView> {
    return this.unitOfWork.run(RECOVER, async (transaction) => {
      const recovery = await load(transaction, id, 'pessimistic_write');
      requireVersion(recovery.version, seenVersion);
      if (recovery.status !== 'requested') {
        throw identityProblems.recovery_closed(`The recovery is ${recovery.status}, which is final.`);
      }
      await check(transaction, recovery);
      const decision = { status, decidedBy: transaction.acting.personId, decidedAt: await transaction.startedAt };
      return SecondFactorRecoveryView.from(await transaction.manager.save(Object.assign(recovery, decision)));
    });
  }
}

async function requireSubject(transaction: Transaction, userId: string): Promise<void> {
  const [subject] = await transaction.rows<{ is_vouched_for: boolean; has_factor: boolean }>(FIND_SUBJECT, [
    transaction.organizationId,
    userId,
  ]);
  const at = (code: string, message: string) => [{ pointer: '/userId', code, message }];
  if (!subject) {
    const message = `There is no active member ${userId}.`;
    throw platformProblems.not_found(message, at('not_found', message));
  }
  if (!subject.is_vouched_for) {
    const message = 'The person has belonged to another organization for longer, which alone recovers the account.';
    throw identityProblems.recovery_elsewhere(message, at('recovery_elsewhere', message));
  }
  if (!subject.has_factor) {
    const message = 'The person has no second factor.';
    throw identityProblems.recovery_pointless(message, at('recovery_pointless', message));
  }
}

async function load(
  { organizationId, manager }: Transaction,
  id: string,
  mode?: 'pessimistic_write',
): Promise<SecondFactorRecovery> {
  const lock = mode && { mode };
  const recovery = await manager.findOne(SecondFactorRecovery, { where: { organizationId, id }, lock });
  if (!recovery) throw platformProblems.not_found(`There is no recovery ${id}.`);
  return recovery;
}

const byAnother = (detail: string) => identityProblems.recovery_by_another(detail);
