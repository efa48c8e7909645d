import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { BankAccountsRepository } from '../accounts/bank-accounts.repository.js';
import { bankingPermissions } from '../banking.permissions.js';
import { bankingProblems } from '../banking.problems.js';
import type { BankStatementImportDetailView } from './bank-statement-imports.dto.js';
import { BankStatementImportsRepository, type UndoObstacle } from './bank-statement-imports.repository.js';

const ACTION = bankingPermissions.importBankStatements.name;
const MOST_SHOWN = 100;

/** Takes an import of statements back as a whole, while nothing follows from it. */
@Injectable()
export class BankStatementUndoService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: BankStatementImportsRepository,
    private readonly accounts: BankAccountsRepository,
  ) {}

  /** @throws Problem bank_statement_fixed */
  undo(id: string, expectedVersion: number): Promise<BankStatementImportDetailView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const { legalEntityId } = await this.imports.get(transaction, id);
      await this.imports.queue(transaction, legalEntityId);
      const { version, status, statements } = await this.imports.get(transaction, id);
      requireVersion(version, expectedVersion);
      if (status === 'undone') throw refusal([conflict('already_undone', 'The import has been undone before.')]);
      for (const account of [...new Set(statements.map(({ bankAccountId }) => bankAccountId))].toSorted()) {
        await this.accounts.hold(transaction, account);
      }
      const faults = (await this.imports.obstacles(transaction, id)).flatMap(obstacleFault);
      if (faults.length > 0) throw refusal(faults.slice(0, MOST_SHOWN));
      await this.imports.undo(transaction, id);
      return this.imports.get(transaction, id);
    });
  }
}

function obstacleFault({
  statementId,
  number,
  toOn,
  matchedLines,
  laterId,
  laterImportId,
}: UndoObstacle): ProblemError[] {
  const shown = [number, `of ${toOn}`, `(${statementId})`].filter(Boolean).join(' ');
  return [
    ...(matchedLines > 0
      ? [conflict('lines_matched', `${matchedLines} lines of the statement ${shown} are matched; undo that first.`)]
      : []),
    ...(laterId === null
      ? []
      : [
          conflict(
            'later_statement',
            `The statement ${laterId} of the import ${laterImportId} follows ${shown}; undo that first.`,
          ),
        ]),
  ];
}

const conflict = (code: string, message: string): ProblemError => ({ pointer: '', code, message });

function refusal(errors: ProblemError[]) {
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} things stand in the way; see errors.`;
  return bankingProblems.bank_statement_fixed(detail, errors);
}
