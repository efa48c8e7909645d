import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import { ExternalIdsRepository } from './external-ids.repository.js';
import { type EntryPlan, planEntry } from './plan-entry.js';
import type { PostingRights } from './planned-entry.js';
import { PostingFactsRepository } from './posting-facts.repository.js';

/** A request with the rights of its poster, and where it stands in what was sent. */
export interface PostingWish {
  request: PostingRequest;
  rights: PostingRights;
  /** JSON pointer of the request inside the body, '' where the body is the request. */
  pointer: string;
}

/** Loads what the books say about all wishes at once; then decides each, in order. */
@Injectable()
export class PostingPlanner {
  constructor(
    private readonly facts: PostingFactsRepository,
    private readonly externalIds: ExternalIdsRepository,
  ) {}

  async prepare(transaction: Transaction, wishes: readonly PostingWish[]): Promise<(wish: PostingWish) => EntryPlan> {
    const requests = wishes.map((wish) => wish.request);
    const [facts, externalIds] = await Promise.all([
      this.facts.load(transaction, requests),
      this.externalIds.load(transaction, requests),
    ]);
    return ({ request, rights, pointer }) => {
      const taken = externalIds.faultOf(request, pointer);
      if (taken) return { errors: [taken] };
      const plan = planEntry(request, newId(), facts, rights, pointer);
      if (plan.entry) externalIds.take(request);
      return plan;
    };
  }

  async plan(transaction: Transaction, wishes: readonly PostingWish[]): Promise<EntryPlan[]> {
    return wishes.map(await this.prepare(transaction, wishes));
  }
}
