import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../../accounting.problems.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { dunningPermissions } from '../dunning.permissions.js';
import { DunningFactsRepository } from './dunning-facts.repository.js';
import type { DunningProposalView, PreviewDunningQuery, ProposalPageQuery } from './dunning-proposal.dto.js';
import { DunningProposals } from './dunning-proposals.service.js';
import type { CreateDunningRun, DunningExclusion, DunningRunView, UpdateDunningRun } from './dunning-runs.dto.js';
import { DunningRunsRepository, type RunContent } from './dunning-runs.repository.js';

const RUN = dunningPermissions.runDunning.name;

/** Prepares days of reminding: what they propose is calculated whenever it is asked for. */
@Injectable()
export class DunningRunsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly legalEntity: NamedLegalEntity,
    private readonly runs: DunningRunsRepository,
    private readonly facts: DunningFactsRepository,
    private readonly proposals: DunningProposals,
  ) {}

  list(request: ListRequest): Promise<Page<DunningRunView>> {
    return this.unitOfWork.read((transaction) => this.runs.list(transaction, request));
  }

  find(id: string): Promise<DunningRunView> {
    return this.unitOfWork.read((transaction) => this.runs.get(transaction, id));
  }

  preview(query: PreviewDunningQuery): Promise<DunningProposalView> {
    return this.unitOfWork.read(async (transaction) => {
      const legalEntityId = await this.legalEntity.resolve(query.legalEntityId, '?legalEntityId');
      const runOn = query.runOn ?? (await this.clock.today(transaction));
      const { includesPartiesOnHold = false, partyId } = query;
      const content = { runOn, includesPartiesOnHold, exclusions: [] };
      const proposals = await this.proposals.read(transaction, legalEntityId, content, partyId);
      return this.proposals.page({ legalEntityId, runOn }, proposals, query);
    });
  }

  /** @throws Problem dunning_run_confirmed: what became of it are its letters */
  proposal(id: string, page: ProposalPageQuery): Promise<DunningProposalView> {
    return this.unitOfWork.read(async (transaction) => {
      const run = await this.runs.get(transaction, id);
      if (run.status === 'confirmed') {
        throw accountingProblems.dunning_run_confirmed('The run is confirmed; its letters are what became of it.');
      }
      const { legalEntityId, runOn } = run;
      const proposals = await this.proposals.read(transaction, legalEntityId, run);
      return this.proposals.page({ legalEntityId, runOn }, proposals, page);
    });
  }

  /** @throws Problem dunning_run_refused */
  create({ legalEntityId: named, ...said }: CreateDunningRun): Promise<DunningRunView> {
    return this.unitOfWork.run(RUN, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      const today = await this.clock.today(transaction);
      const content = { runOn: today, includesPartiesOnHold: false, exclusions: [], ...said };
      await this.refuseFaults(transaction, legalEntityId, content);
      return this.runs.get(transaction, await this.runs.insert(transaction, legalEntityId, content));
    });
  }

  /** @throws Problem dunning_run_confirmed, dunning_run_refused */
  update(id: string, expectedVersion: number, said: UpdateDunningRun): Promise<DunningRunView> {
    return this.unitOfWork.run(RUN, async (transaction) => {
      const before = await this.holdDraft(transaction, id, expectedVersion);
      const content = { ...before, ...said };
      await this.refuseFaults(transaction, before.legalEntityId, content);
      await this.runs.update(transaction, id, content);
      return this.runs.get(transaction, id);
    });
  }

  /** @throws Problem dunning_run_confirmed */
  remove(id: string, expectedVersion: number): Promise<void> {
    return this.unitOfWork.run(RUN, async (transaction) => {
      await this.holdDraft(transaction, id, expectedVersion);
      await this.runs.remove(transaction, id);
    });
  }

  private async holdDraft(transaction: Transaction, id: string, expectedVersion: number): Promise<DunningRunView> {
    const run = await this.runs.hold(transaction, id);
    requireVersion(run.version, expectedVersion);
    if (run.status === 'draft') return run;
    throw accountingProblems.dunning_run_confirmed('The run is confirmed and stays as it is; cancel letters of it.');
  }

  private async refuseFaults(transaction: Transaction, legalEntityId: string, content: RunContent): Promise<void> {
    const today = await this.clock.today(transaction);
    const faults: ProblemError[] = [];
    if (content.runOn > today) {
      const message = `Letters are dated ${today} or earlier.`;
      faults.push({ pointer: '/runOn', code: 'in_future', message });
    }
    const named = content.exclusions.flatMap(({ partyId }) => partyId ?? []);
    const itemIds = content.exclusions.flatMap(({ openItemId }) => openItemId ?? []);
    const parties =
      named.length === 0 ? new Map<string, string>() : await this.facts.survivors(transaction, legalEntityId, named);
    const items =
      itemIds.length === 0 ? new Set<string>() : await this.facts.knownItems(transaction, legalEntityId, itemIds);
    faults.push(...content.exclusions.flatMap((one, index) => exclusionFaults(one, index, parties, items)));
    if (faults.length === 0) return;
    const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
    throw accountingProblems.dunning_run_refused(detail, faults.slice(0, 100));
  }
}

function exclusionFaults(
  { partyId, currency, openItemId }: DunningExclusion,
  index: number,
  parties: ReadonlyMap<string, string>,
  items: ReadonlySet<string>,
): ProblemError[] {
  const fault = (field: string, code: string, message: string) => [
    { pointer: `/exclusions/${index}${field}`, code, message },
  ];
  if ((partyId === undefined) === (openItemId === undefined)) {
    return fault('', 'one_of_two', 'Name either a customer or an item.');
  }
  if (currency !== undefined && partyId === undefined) {
    return fault('/currency', 'currency_of_party', 'An item has its own currency; name one with a customer only.');
  }
  if (partyId !== undefined && !parties.has(partyId)) {
    return fault('/partyId', 'unknown_party', `The legal entity has no party ${partyId}.`);
  }
  if (openItemId !== undefined && !items.has(openItemId)) {
    return fault('/openItemId', 'unknown_item', `The legal entity has no receivable ${openItemId}.`);
  }
  return [];
}
