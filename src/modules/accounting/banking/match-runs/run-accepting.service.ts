import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankMatchesRepository } from '../matching/bank-matches.repository.js';
import { partsOf } from '../matching/plan-match.js';
import type { Run } from './bank-match-run.js';
import { BankMatchRunsRepository } from './bank-match-runs.repository.js';
import { refusalOf } from './refusal-of.js';
import { type StoredSuggestion, StoredSuggestionsRepository } from './stored-suggestions.repository.js';
import { SuggestionAcceptance } from './suggestion-acceptance.service.js';

const ACTION = bankingPermissions.matchBankLines.name;
/** Certain suggestions that are accepted together where the books have the lines already. */
const ACCEPTED_TOGETHER = 500;

/** Accepts what the bank account or a rule says is certain enough. */
@Injectable()
export class RunAccepting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: BankMatchRunsRepository,
    private readonly suggestions: StoredSuggestionsRepository,
    private readonly matches: BankMatchesRepository,
    private readonly acceptance: SuggestionAcceptance,
  ) {}

  async acceptCertain(run: Run): Promise<void> {
    const { id: bankAccountId, autoMatchScore: score } = run.bank;
    let lineId: string | null = null;
    for (let done = 0; ;) {
      await reportProgress({ step: 'accepting', done, outOf: null });
      const wanted = { lineId, score, limit: ACCEPTED_TOGETHER };
      const found: StoredSuggestion[] = await this.unitOfWork.read((transaction) =>
        this.suggestions.certainAfter(transaction, bankAccountId, wanted),
      );
      if (found.length === 0) return;
      const booked = found.filter(({ ledgerLineId }) => ledgerLineId !== null);
      const others = found.filter(({ ledgerLineId }) => ledgerLineId === null);
      const isDone = booked.length > 1 && (await this.matchTogether(run, booked));
      for (const one of isDone ? others : found) await this.acceptOne(run, one);
      lineId = found.at(-1)!.statementLineId;
      done += found.length;
    }
  }

  /** In one statement; where one of them is in the way of the others, each is tried for itself. */
  private async matchTogether(run: Run, found: readonly StoredSuggestion[]): Promise<boolean> {
    const { id: bankAccountId, legalEntityId } = run.bank;
    const parts = found.map(({ statementLineId, ledgerLineId, amount }) =>
      partsOf([{ id: statementLineId, amount }], [{ id: ledgerLineId!, amount }]),
    );
    const rest = { method: 'automatic' as const, entryId: null, allocationGroupId: null };
    const matches = parts.map((own) => ({ id: newId(), ...rest, parts: own }));
    try {
      await this.unitOfWork.run(ACTION, async (transaction) => {
        await this.matches.insert(transaction, { legalEntityId, bankAccountId }, ACTION, matches);
        await this.runs.countAccepted(transaction, run.id, matches.length);
      });
      return true;
    } catch (error) {
      refusalOf(error);
      return false;
    }
  }

  /** What refuses one holds back no other; what was accepted, rejected or found anew meanwhile is somebody else's. */
  private async acceptOne(run: Run, { id, statementLineId }: StoredSuggestion): Promise<void> {
    try {
      await this.unitOfWork.run(ACTION, async (transaction) => {
        await this.acceptance.accept(transaction, id, 'automatic');
        await this.runs.countAccepted(transaction, run.id, 1);
      });
    } catch (error) {
      const { code: problemCode, detail } = refusalOf(error);
      if (problemCode === 'not_found') return;
      const refusal = { statementLineId, problemCode, detail };
      await this.unitOfWork.run(ACTION, (transaction) => this.runs.keepRefusal(transaction, run.id, refusal));
    }
  }
}
