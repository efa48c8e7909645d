import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import type { CreateParty, PartyView, UpdateParty, UpsertParty } from './parties.dto.js';
import { partyEvents } from './parties.events.js';
import { partyPermissions } from './parties.permissions.js';
import { PartiesRepository } from './parties.repository.js';
import { type PartyVerb, standingAfter } from './party-status.js';
import { PartyUpserts } from './party-upserts.service.js';
import { PartyWriting, requireUnmerged } from './party-writing.service.js';

const MANAGE = partyPermissions.manageParties.name;

/** Customers and vendors of each legal entity. */
@Injectable()
export class PartiesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly parties: PartiesRepository,
    private readonly writing: PartyWriting,
    private readonly upserts: PartyUpserts,
  ) {}

  list(request: ListRequest): Promise<Page<PartyView>> {
    return this.unitOfWork.read((transaction) => this.parties.list(transaction, request));
  }

  find(id: string): Promise<PartyView> {
    return this.unitOfWork.read((transaction) => this.parties.get(transaction, id));
  }

  create({ legalEntityId: named, number, ...said }: CreateParty): Promise<PartyView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      return this.writing.create(transaction, legalEntityId, number, said);
    });
  }

  upsert({ legalEntityId: named, externalSource, externalId, ...said }: UpsertParty): Promise<PartyView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      const key = { source: externalSource, externalId };
      return (await this.upserts.upsert(transaction, legalEntityId, key, said)).party;
    });
  }

  update(id: string, expectedVersion: number, said: UpdateParty): Promise<PartyView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await this.parties.hold(transaction, [id]);
      const before = await this.parties.get(transaction, id);
      requireVersion(before.version, expectedVersion);
      return this.writing.change(transaction, before, said);
    });
  }

  /** @throws Problem party_merged, party_status */
  turn(verb: PartyVerb, id: string, expectedVersion: number, reason: string | null = null): Promise<PartyView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await this.parties.hold(transaction, [id]);
      const before = await this.parties.get(transaction, id);
      requireVersion(before.version, expectedVersion);
      requireUnmerged(before);
      const { status, fault } = standingAfter(verb, before.status);
      if (fault !== undefined) throw accountingProblems.party_status(fault, [statusError(fault)]);
      await this.parties.setStatus(transaction, id, status, reason);
      const { legalEntityId, number } = before;
      const event = verb === 'hold' ? partyEvents.partyHeld : partyEvents.partyUpdated;
      await transaction.publish(event, id, { partyId: id, legalEntityId, number });
      return this.parties.get(transaction, id);
    });
  }
}

const statusError = (message: string): ProblemError => ({ pointer: '/status', code: 'party_status', message });
