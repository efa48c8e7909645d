import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import {
  type IntegrityCheckView,
  type IntegrityChecksView,
  type IntegrityFindingView,
  MOST_FINDINGS,
} from './integrity-checks.dto.js';
import { COMPARE_WHOLE_SETS, type IntegrityCheck } from './integrity-check.js';
import { integrityChecks } from './integrity-checks.js';
import { yearEndChecks } from './year-end-checks.js';

/** Proves the books from their lines, all checks on one state of the database. */
@Injectable()
export class IntegrityChecksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  run(legalEntityId?: string): Promise<IntegrityChecksView> {
    return this.unitOfWork.read(async (transaction) => {
      // An id of nothing has no lines that could fail, which must not read as books that passed.
      if (legalEntityId !== undefined) await this.legalEntity.resolve(legalEntityId, '?legalEntityId');
      const checkedAt = (await transaction.startedAt).toISOString();
      await transaction.rows(COMPARE_WHOLE_SETS, []);
      const checks: IntegrityCheckView[] = [];
      for (const check of [...integrityChecks, ...yearEndChecks])
        checks.push(await runCheck(transaction, check, legalEntityId));
      const status = checks.every((check) => check.status === 'passed') ? 'passed' : 'failed';
      return { status, checkedAt, checks };
    });
  }
}

async function runCheck(
  transaction: Transaction,
  { name, description, text }: IntegrityCheck,
  legalEntityId: string | undefined,
): Promise<IntegrityCheckView> {
  const values = [transaction.organizationId, legalEntityId ?? null];
  const findings = await transaction.query<IntegrityFindingView>(text, values);
  return {
    name,
    description,
    status: findings.length === 0 ? 'passed' : 'failed',
    findingCount: findings.length,
    findings: findings.slice(0, MOST_FINDINGS),
  };
}
