import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { bankingPermissions } from '../banking.permissions.js';
import { bankingProblems } from '../banking.problems.js';
import type { BankLineStatus, BankStatementLineDetailView } from './bank-statement-lines.dto.js';
import { BankStatementsRepository } from './bank-statements.repository.js';

const ACTION = bankingPermissions.matchBankLines.name;

/** Lines that need no entry, for a reason that is kept. */
@Injectable()
export class BankLineExclusionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: BankStatementsRepository,
  ) {}

  exclude(id: string, expectedVersion: number, reason: string): Promise<BankStatementLineDetailView> {
    return this.change(id, expectedVersion, 'unmatched', 'excluded', reason);
  }

  include(id: string, expectedVersion: number): Promise<BankStatementLineDetailView> {
    return this.change(id, expectedVersion, 'excluded', 'unmatched', null);
  }

  /** @throws Problem bank_line_status */
  private change(
    id: string,
    expectedVersion: number,
    from: BankLineStatus,
    to: BankLineStatus,
    reason: string | null,
  ): Promise<BankStatementLineDetailView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const { status, version } = await this.statements.holdLine(transaction, id);
      requireVersion(version, expectedVersion);
      if (status !== from) {
        const message = `The line is ${status}; only one that is ${from} becomes ${to}.`;
        throw bankingProblems.bank_line_status(message, [{ pointer: '', code: 'wrong_status', message }]);
      }
      await this.statements.setStatus(transaction, id, to, reason);
      return this.statements.getLine(transaction, id);
    });
  }
}
