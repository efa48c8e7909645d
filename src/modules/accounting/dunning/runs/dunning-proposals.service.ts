import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Transaction } from '#platform/database/transaction.js';
import { ListCursor } from '#platform/listing/list-cursor.js';
import { positionOf, USUAL_ON_PAGE } from '#platform/listing/page-cursor.js';
import { PartyFactsRepository } from '../../parties/party-facts.repository.js';
import { DunningLevelsRepository, stepsOf } from '../levels/dunning-levels.repository.js';
import { DunningFactsRepository, type ReceivableFact } from './dunning-facts.repository.js';
import type { DunningProposalView, ProposalPageQuery } from './dunning-proposal.dto.js';
import type { RunContent } from './dunning-runs.repository.js';
import { type DunningExclusions, partyKey, planDunning, type Proposal } from './plan-dunning.js';
import { type ProposalHead, proposalView } from './proposal-view.js';

/** Whom to remind of what, as things are now. */
@Injectable()
export class DunningProposals {
  constructor(
    private readonly levels: DunningLevelsRepository,
    private readonly facts: DunningFactsRepository,
    private readonly parties: PartyFactsRepository,
    private readonly cursors: ListCursor,
  ) {}

  /** @throws Problem invalid_cursor */
  page(
    head: ProposalHead,
    proposals: readonly Proposal<ReceivableFact>[],
    { limit = USUAL_ON_PAGE, after }: ProposalPageQuery,
  ): DunningProposalView {
    const { legalEntityId, runOn } = head;
    const binding = JSON.stringify(['dunning', legalEntityId]);
    const [, partyNumber, currency] = positionOf(this.cursors, binding, after) ?? [];
    const place = partyNumber !== undefined && currency !== undefined && { partyNumber, currency };
    const rest = place ? proposals.filter((proposal) => byPlace(proposal, place) > 0) : proposals;
    const page = rest.slice(0, limit);
    const last = rest.length > limit ? page.at(-1) : undefined;
    const next = last ? this.cursors.write(binding, [runOn, last.partyNumber, last.currency]) : null;
    return { ...proposalView(head, proposals, page), next };
  }

  /** In the order of the numbers of customers and the currencies. */
  async read(
    transaction: Transaction,
    legalEntityId: string,
    { runOn, includesPartiesOnHold, exclusions }: RunContent,
    partyId?: string,
  ): Promise<Proposal<ReceivableFact>[]> {
    const steps = stepsOf(await this.levels.ofLegalEntity(transaction, legalEntityId));
    const items = await this.facts.load(transaction, { legalEntityId, runOn, ...(partyId && { partyId }) });
    const day = {
      runOn: runOn as CalendarDate,
      includesPartiesOnHold,
      exclusions: await this.resolved(transaction, legalEntityId, exclusions),
    };
    return planDunning(items, steps, day).sort(byPlace);
  }

  /** The same, of customers and items that are held until the transaction ends: customers first, as receipts do. */
  async readHeld(
    transaction: Transaction,
    legalEntityId: string,
    content: RunContent,
  ): Promise<Proposal<ReceivableFact>[]> {
    const candidates = await this.facts.load(transaction, { legalEntityId, runOn: content.runOn });
    const ids = [...new Set(candidates.map(({ partyId }) => partyId))];
    await this.parties.loadAndHold(transaction, { legalEntityIds: [legalEntityId], ids });
    await this.facts.hold(
      transaction,
      candidates.map(({ id }) => id),
    );
    return this.read(transaction, legalEntityId, content);
  }

  /** Parties may have been merged since they were left out. */
  private async resolved(
    transaction: Transaction,
    legalEntityId: string,
    exclusions: RunContent['exclusions'],
  ): Promise<DunningExclusions> {
    const named = exclusions.flatMap(({ partyId }) => partyId ?? []);
    const survivors =
      named.length === 0 ? undefined : await this.facts.survivors(transaction, legalEntityId, [...new Set(named)]);
    const parties = new Map<string, string>();
    const items = new Map<string, string>();
    for (const { partyId, currency = '*', openItemId, reason } of exclusions) {
      if (partyId !== undefined) parties.set(partyKey(survivors!.get(partyId) ?? partyId, currency), reason);
      if (openItemId !== undefined) items.set(openItemId, reason);
    }
    return { parties, items };
  }
}

type Placed = Pick<Proposal<ReceivableFact>, 'partyNumber' | 'currency'>;

/** By number, then currency, as text is compared. */
function byPlace(one: Placed, other: Placed): number {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return order(one.partyNumber, other.partyNumber) || order(one.currency, other.currency);
}
