import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { JournalEntriesRepository } from '../journal/journal-entries.repository.js';
import type { PostingRights } from '../journal/planned-entry.js';
import { PostingFactsRepository } from '../journal/posting-facts.repository.js';
import { decideReversal, namedByReversal, type ReversalDecision } from './due-reversals.js';
import type { DueOutcome, DueScope } from './due-outcome.js';
import { type DueReversal, ScheduledReversalsRepository } from './scheduled-reversals.repository.js';

/** So many originals are read at a time: entries may have thousands of lines. */
const PAGE = 20;

/** Carries out the reversals whose date has come; the entries are left to the caller to post. */
@Injectable()
export class DueReversals {
  constructor(
    private readonly scheduled: ScheduledReversalsRepository,
    private readonly entries: JournalEntriesRepository,
    private readonly facts: PostingFactsRepository,
  ) {}

  async *carryOut(transaction: Transaction, scope: DueScope, rights: PostingRights): AsyncGenerator<DueOutcome> {
    let last: DueReversal | undefined;
    for (;;) {
      const page = await this.scheduled.holdDue(transaction, scope, last, PAGE);
      if (page.length === 0) return;
      const decisions = await this.decide(transaction, page, rights);
      for (const [index, due] of page.entries()) yield outcomeOf(due, decisions[index]!);
      last = page.at(-1);
    }
  }

  /** Notes what became of those that the run took on. A reason that stands since an earlier run is not noted anew. */
  async settle(transaction: Transaction, outcomes: readonly DueOutcome[]): Promise<void> {
    const news = outcomes.flatMap(({ reversal, entry, result }) => {
      if (!reversal) return [];
      const [error] = result.errors;
      const refusal = error ? error.message.slice(0, 1000) : null;
      if (error && reversal.refusalCode === error.code && reversal.refusal === refusal) return [];
      return [{ id: reversal.id, reversalId: entry?.id ?? result.entryId, refusalCode: error?.code ?? null, refusal }];
    });
    await this.scheduled.settle(transaction, news);
  }

  private async decide(
    transaction: Transaction,
    page: readonly DueReversal[],
    rights: PostingRights,
  ): Promise<ReversalDecision[]> {
    const found = await this.entries.getAll(
      transaction,
      page.map(({ entryId }) => entryId),
    );
    const originals = new Map(found.map((original) => [original.id, original]));
    const named = page.map(({ entryId, dueOn }) => namedByReversal(originals.get(entryId)!, dueOn));
    const facts = await this.facts.load(transaction, named);
    return page.map((due) => decideReversal(due, originals.get(due.entryId)!, facts, rights));
  }
}

function outcomeOf(due: DueReversal, decision: ReversalDecision): DueOutcome {
  const entry = decision.status === 'posted' ? decision.entry : undefined;
  return {
    reversal: due,
    entry,
    result: {
      kind: 'reversal',
      id: due.id,
      dueOn: due.dueOn,
      status: decision.status,
      entryId: entry?.id ?? (decision.status === 'settled' ? decision.reversalId : null),
      draftId: null,
      journalCode: entry?.journal.code ?? null,
      number: null,
      errors: decision.status === 'refused' ? decision.errors : [],
    },
  };
}
