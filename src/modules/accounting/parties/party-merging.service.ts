import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { accountingProblems } from '../accounting.problems.js';
import type { PartyView } from './parties.dto.js';
import { partyEvents } from './parties.events.js';
import { partyPermissions } from './parties.permissions.js';
import { PartiesRepository } from './parties.repository.js';
import { PartyBankAccountsRepository } from './party-bank-accounts.repository.js';
import type { MergeParty, PartyMergeView } from './party-merging.dto.js';
import { PartyReferences } from './party-references.repository.js';
import { contentOf, requireUnmerged } from './party-writing.service.js';
import { planMerge, takenFields } from './plan-merge.js';

const MERGE = partyPermissions.mergeParties.name;

/** Those that were merged into it earlier go along, so that one step leads to the survivor of each. */
const POINT_TO_SURVIVOR: Statement = {
  name: 'point_parties_to_survivor',
  text: `
    UPDATE accounting.party
    SET survivor_id = $3, status = 'merged', hold_reason = NULL, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND (id = $2 OR survivor_id = $2)
    RETURNING id`,
};

/** Makes one party of two that turned out to be the same. */
@Injectable()
export class PartyMerging {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parties: PartiesRepository,
    private readonly references: PartyReferences,
    private readonly bankAccounts: PartyBankAccountsRepository,
  ) {}

  /** @throws Problem party_merged, party_unknown, party_merge_refused */
  merge(id: string, expectedVersion: number, body: MergeParty, isDryRun: boolean): Promise<PartyMergeView> {
    const work = async (transaction: Transaction): Promise<PartyMergeView> => {
      const { intoPartyId, takesOver = true } = body;
      await this.parties.hold(transaction, [id, intoPartyId]);
      const merged = await this.parties.get(transaction, id);
      requireVersion(merged.version, expectedVersion);
      const survivor = requireParty(intoPartyId, await this.parties.find(transaction, intoPartyId));
      requireUnmerged(merged);
      requireSurvivor(merged, survivor);
      const taken = takesOver ? planMerge(contentOf(merged), contentOf(survivor)) : {};
      await this.takeOver(transaction, survivor, taken);
      const copied = takesOver ? await this.bankAccounts.copyMissing(transaction, merged, survivor) : 0;
      const values = [transaction.organizationId, id, survivor.id];
      const pointed = await transaction.rows(POINT_TO_SURVIVOR, values);
      await transaction.publish(partyEvents.partyMerged, id, { ...eventOf(merged), survivorId: survivor.id });
      return {
        isDryRun,
        merged: await this.parties.get(transaction, id),
        survivor: await this.parties.get(transaction, survivor.id),
        takenOver: takenFields.filter((field) => field in taken),
        bankAccountCount: copied,
        earlierMergedCount: pointed.length - 1,
      };
    };
    return isDryRun ? this.unitOfWork.rehearse(MERGE, work) : this.unitOfWork.run(MERGE, work);
  }

  private async takeOver(
    transaction: Transaction,
    survivor: PartyView,
    taken: ReturnType<typeof planMerge>,
  ): Promise<void> {
    if (Object.keys(taken).length === 0) return;
    const content = { ...contentOf(survivor), ...taken };
    // What the other had was active when it was given; nothing is given anew.
    const named = await this.references.resolve(transaction, survivor.legalEntityId, content, content);
    await this.parties.update(transaction, survivor, { ...content, ...named });
    await transaction.publish(partyEvents.partyUpdated, survivor.id, eventOf(survivor));
  }
}

const eventOf = ({ id, legalEntityId, number }: PartyView) => ({ partyId: id, legalEntityId, number });

function requireParty(id: string, party: PartyView | undefined): PartyView {
  if (party) return party;
  const message = `There is no party ${id}.`;
  throw accountingProblems.party_unknown(message, [{ pointer: '/intoPartyId', code: 'unknown_party', message }]);
}

function requireSurvivor(merged: PartyView, survivor: PartyView): void {
  const refuse = (code: string, message: string) =>
    accountingProblems.party_merge_refused(message, [{ pointer: '/intoPartyId', code, message }]);
  if (survivor.id === merged.id) throw refuse('same_party', 'A party is merged into another one.');
  if (survivor.legalEntityId !== merged.legalEntityId) {
    throw refuse('other_legal_entity', 'Parties are merged within one legal entity; this one is of another.');
  }
  if (survivor.status === 'merged') {
    throw refuse('survivor_merged', `Party ${survivor.number} was merged itself: merge into ${survivor.survivorId}.`);
  }
  if (survivor.status === 'archived') {
    throw refuse('survivor_archived', `Party ${survivor.number} is archived: reactivate it first.`);
  }
}
