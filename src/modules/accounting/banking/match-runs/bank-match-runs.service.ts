import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { AcceptedJob } from '#platform/jobs/accepted-job.js';
import { type CommitJob, JobKinds, type JobOrder } from '#platform/jobs/job-kinds.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import { Jobs } from '#platform/jobs/jobs.service.js';
import type { BankAccountView } from '../accounts/bank-accounts.dto.js';
import { BankAccountsRepository } from '../accounts/bank-accounts.repository.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankMatchesRepository } from '../matching/bank-matches.repository.js';
import { partsOf } from '../matching/plan-match.js';
import { BankSuggestionsRepository } from '../suggestions/bank-suggestions.repository.js';
import { certainLines } from '../suggestions/rank-suggestions.js';
import { BankSuggestionFinder } from '../suggestions/suggestion-finder.service.js';
import { BankMatchRunsRepository } from './bank-match-runs.repository.js';
import { refusalOf } from './refusal-of.js';
import { type StoredSuggestion, StoredSuggestionsRepository } from './stored-suggestions.repository.js';
import { SuggestionAcceptance } from './suggestion-acceptance.service.js';

const ACTION = bankingPermissions.matchBankLines.name;
const JOB = 'accounting.bank_match_run';
/** Lines that are looked at together: a second of work, and some megabytes. */
const LINES_OF_BATCH = 4000;
/** Certain suggestions that are accepted together where the books have the lines already. */
const ACCEPTED_TOGETHER = 500;

/** A run that is under way. */
interface Run {
  id: string;
  bank: BankAccountView;
}

/**
 * Looks for what all lines of a bank account may be that wait, keeps it, and accepts what the bank account or a rule says. Each
 * batch is a transaction of its own, in which the run also remembers how far it is: a worker that is lost costs one batch.
 */
@Injectable()
export class BankMatchRuns implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: JobKinds,
    private readonly jobs: Jobs,
    private readonly accounts: BankAccountsRepository,
    private readonly runs: BankMatchRunsRepository,
    private readonly lines: BankSuggestionsRepository,
    private readonly finder: BankSuggestionFinder,
    private readonly suggestions: StoredSuggestionsRepository,
    private readonly matches: BankMatchesRepository,
    private readonly acceptance: SuggestionAcceptance,
  ) {}

  onModuleInit(): void {
    const perform = (order: JobOrder, commit: CommitJob) => this.perform(order, commit);
    this.kinds.add({ name: JOB, permission: bankingPermissions.matchBankLines, perform });
  }

  /** Of those of the bank accounts that say so, where whoever acts may match. Within the running command. */
  async requestAfterImport(transaction: Transaction, bankAccountIds: readonly string[]): Promise<void> {
    if (!transaction.acting.permissions.has(ACTION)) return;
    for (const id of await this.accounts.matchedAfterImport(transaction, bankAccountIds)) await this.request(id);
  }

  /** @throws Problem not_found */
  request(bankAccountId: string): Promise<AcceptedJob> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const { id } = await this.accounts.get(transaction, bankAccountId);
      return this.jobs.request(JOB, { arguments: { bankAccountId: id }, content: Buffer.from(id) });
    });
  }

  private async perform({ id, arguments: said }: JobOrder, commit: CommitJob): Promise<void> {
    const { bankAccountId } = said as { bankAccountId: string };
    const { bank, ...position } = await this.unitOfWork.run(ACTION, async (transaction) => {
      const bankAccount = await this.accounts.get(transaction, bankAccountId);
      return { bank: bankAccount, ...(await this.runs.begin(transaction, id, bankAccount)) };
    });
    const run = { id, bank };
    await this.suggest(run, position);
    await this.unitOfWork.run(ACTION, (transaction) => this.suggestions.doubt(transaction, bank.legalEntityId));
    await this.acceptCertain(run);
    await commit(async (transaction) => {
      await this.runs.end(transaction, id);
      const { lines, suggested, accepted, refused } = await this.runs.get(transaction, id);
      const told = refused === 0 ? '' : `, ${refused} could not be`;
      const summary = `${suggested} of ${lines} lines have suggestions; ${accepted} were accepted${told}.`;
      return { id, href: `/v1/accounting/bank-match-runs/${id}`, summary };
    });
  }

  private async suggest(run: Run, from: { lastLineId: string | null; lines: number; left: number }): Promise<void> {
    const outOf = from.lines + from.left;
    let { lastLineId, lines: done } = from;
    for (;;) {
      await reportProgress({ step: 'suggesting', done, outOf });
      const after = lastLineId;
      const batch = await this.unitOfWork.run(ACTION, (transaction) => this.suggestBatch(transaction, run, after));
      if (!batch) return;
      lastLineId = batch.lastLineId;
      done += batch.lines;
    }
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

  private async acceptCertain(run: Run): Promise<void> {
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
