import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankSuggestionsRepository } from '../suggestions/bank-suggestions.repository.js';
import { certainLines } from '../suggestions/rank-suggestions.js';
import { BankSuggestionFinder } from '../suggestions/suggestion-finder.service.js';
import type { Run } from './bank-match-run.js';
import { BankMatchRunsRepository } from './bank-match-runs.repository.js';
import { StoredSuggestionsRepository } from './stored-suggestions.repository.js';

const ACTION = bankingPermissions.matchBankLines.name;
/** Lines that are looked at together: a second of work, and some megabytes. */
const LINES_OF_BATCH = 4000;

/** Looks for what the lines of a run may be, batch by batch, and keeps it. */
@Injectable()
export class RunSuggesting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: BankMatchRunsRepository,
    private readonly lines: BankSuggestionsRepository,
    private readonly finder: BankSuggestionFinder,
    private readonly suggestions: StoredSuggestionsRepository,
  ) {}

  async suggest(run: Run, from: { lastLineId: string | null; lines: number; left: number }): Promise<void> {
    const outOf = from.lines + from.left;
    let { lastLineId, lines: done } = from;
    for (;;) {
      await reportProgress({ step: 'suggesting', done, outOf });
      const after = lastLineId;
      const batch = await this.unitOfWork.run(ACTION, (transaction) => this.suggestBatch(transaction, run, after));
      if (!batch) break;
      lastLineId = batch.lastLineId;
      done += batch.lines;
    }
    await this.unitOfWork.run(ACTION, (transaction) => this.suggestions.doubt(transaction, run.bank.legalEntityId));
  }

  private async suggestBatch(
    transaction: Transaction,
    { id, bank }: Run,
    after: string | null,
  ): Promise<{ lastLineId: string; lines: number } | undefined> {
    await this.suggestions.queue(transaction, bank.id);
    const lines = await this.lines.after(transaction, bank.id, after, LINES_OF_BATCH);
    if (lines.length === 0) return undefined;
    const ranked = await this.finder.find(transaction, bank, lines);
    const of = { legalEntityId: bank.legalEntityId, bankAccountId: bank.id, runId: id };
    const lineIds = lines.map((line) => line.id);
    const found = { ranked, certain: certainLines(ranked) };
    const suggested = await this.suggestions.replace(transaction, of, lineIds, found);
    const batch = { lastLineId: lineIds.at(-1)!, lines: lineIds.length };
    await this.runs.advance(transaction, id, { ...batch, suggested });
    return batch;
  }
}
