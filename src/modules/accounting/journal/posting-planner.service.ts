import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { ExchangeRates } from '#modules/administration/contract/exchange-rates.js';
import { Approvals } from '#platform/approvals/approvals.service.js';
import type { Transaction } from '#platform/database/transaction.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import { approvalFault } from './approval-limit.js';
import { bearsTaxes, EntryTaxes, taxPointFault } from './entry-taxes.js';
import { ExternalIdsRepository } from './external-ids.repository.js';
import { type EntryPlan, planEntry } from './plan-entry.js';
import { planTaxedEntry } from './plan-taxed-entry.js';
import { finding, type PostingRights } from './planned-entry.js';
import type { PostingFacts } from './posting-facts.js';
import { PostingFactsRepository } from './posting-facts.repository.js';
import { neededRates } from './recorded-rates.js';

/** A request with the rights of its poster, and where it stands in what was sent. */
export interface PostingWish {
  request: PostingRequest;
  rights: PostingRights;
  /** JSON pointer of the request inside the body, '' where the body is the request. */
  pointer: string;
  /** Who posts it, where that is not the person of the transaction. */
  makerId?: string;
  /** Whether it is about to be posted by its approval, or to be submitted for one. */
  isApproved?: true;
}

/** Loads what the books say about all wishes at once; then decides each, in order. */
@Injectable()
export class PostingPlanner {
  constructor(
    private readonly facts: PostingFactsRepository,
    private readonly externalIds: ExternalIdsRepository,
    private readonly legalEntity: NamedLegalEntity,
    private readonly exchangeRates: ExchangeRates,
    private readonly approvals: Approvals,
    private readonly entryTaxes: EntryTaxes,
  ) {}

  async prepare(transaction: Transaction, wishes: readonly PostingWish[]): Promise<(wish: PostingWish) => EntryPlan> {
    const requests = wishes.map((wish) => wish.request);
    // Nothing more is asked where no line names taxes.
    const taxes = requests.some(bearsTaxes) ? await this.entryTaxes.load(transaction, requests) : undefined;
    const [facts, externalIds] = await Promise.all([
      this.facts.load(transaction, requests, taxes?.accounts),
      this.externalIds.load(transaction, requests),
    ]);
    await this.learnRates(transaction, requests, facts);
    const rolesOf = await this.loadRoles(transaction, wishes, facts);
    return (wish) => {
      const { request, rights, pointer, isApproved } = wish;
      const taken = externalIds.faultOf(request, pointer);
      if (taken) return { errors: [taken] };
      const plan =
        taxes && bearsTaxes(request)
          ? planTaxedEntry(request, newId(), { facts, taxes }, rights, pointer)
          : planEntry(request, newId(), facts, rights, pointer);
      const unused = taxPointFault(request, pointer);
      if (unused) return { errors: [...(plan.errors ?? []), unused] };
      if (!plan.entry) return plan;
      // A document is approved as what it is.
      const isCovered = !isApproved && plan.entry.origin === null;
      const fault = !isCovered ? undefined : approvalFault(plan.entry, facts.approvalLimits, rolesOf(wish), pointer);
      if (fault) return { errors: [fault] };
      externalIds.take(request);
      return plan;
    };
  }

  /** One alone, to the last fault: where its key is taken as well, that is told beside what the ledger refuses. */
  async examine(transaction: Transaction, wish: PostingWish): Promise<EntryPlan> {
    const { request, pointer } = wish;
    const taken = (await this.externalIds.load(transaction, [request])).faultOf(request, pointer);
    const { externalSource: _source, externalId: _id, ...keyless } = request;
    const [plan] = await this.plan(transaction, [taken ? { ...wish, request: keyless } : wish]);
    return taken ? { errors: [taken, ...(plan!.errors ?? [])] } : plan!;
  }

  /** All at once; to be called within a unit of work. */
  async plan(transaction: Transaction, wishes: readonly PostingWish[]): Promise<EntryPlan[]> {
    const plans = wishes.map(await this.prepare(transaction, wishes));
    // Whether there is such a legal entity at all is asked only where its books were not found.
    const bookless = wishes.filter((_, index) => lacksBooks(plans[index]!));
    if (bookless.length === 0) return plans;
    const unknown = await this.legalEntity.unknownAmong(bookless.map(({ request }) => request.legalEntityId));
    return plans.map((plan, index) => {
      const { request, pointer } = wishes[index]!;
      const message = lacksBooks(plan) ? unknown.get(request.legalEntityId) : undefined;
      if (message === undefined) return plan;
      return { errors: [finding(pointer, 'legalEntityId', 'unknown_legal_entity', message)] };
    });
  }

  /** The roles of those who post, where a policy asks for them. */
  private async loadRoles(transaction: Transaction, wishes: readonly PostingWish[], { approvalLimits }: PostingFacts) {
    const makerOf = ({ makerId }: PostingWish) => makerId ?? transaction.acting.personId;
    const roles = new Map<string | undefined, string[] | undefined>();
    if (approvalLimits.some(({ makerRole }) => makerRole !== null)) {
      for (const maker of new Set(wishes.map(makerOf))) {
        roles.set(maker, await this.approvals.rolesOf(transaction, approvalLimits, maker));
      }
    }
    return (wish: PostingWish) => roles.get(makerOf(wish));
  }

  /** Recorded rates cost a further round trip, so only those that a line needs are looked up. */
  private async learnRates(transaction: Transaction, requests: readonly PostingRequest[], facts: PostingFacts) {
    const needed = neededRates(requests, facts);
    if (needed.length > 0) facts.learnRates(needed, await this.exchangeRates.find(transaction, needed));
  }
}

const lacksBooks = ({ errors = [] }: EntryPlan) => errors.some(({ code }) => code === 'books_not_open');
