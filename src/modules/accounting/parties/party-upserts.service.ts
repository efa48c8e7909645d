import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { accountingProblems } from '../accounting.problems.js';
import type { PartyView } from './parties.dto.js';
import { PartiesRepository } from './parties.repository.js';
import { PartyFactsRepository } from './party-facts.repository.js';
import type { PartyExternalId } from './party-fields.dto.js';
import { compared, type PartyChange, PartyWriting } from './party-writing.service.js';

/** Two that bring the same party at once come one after the other. */
const TAKE_TURN: Statement = {
  name: 'take_turn_for_party_external_id',
  text: "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'party', $1::text, $2::text, $3::text), 0))",
};

export interface UpsertedParty {
  party: PartyView;
  outcome: 'created' | 'changed' | 'unchanged';
}

/** Brings parties as another system knows them; for modules that take documents, within their command. */
@Injectable()
export class PartyUpserts {
  constructor(
    private readonly parties: PartiesRepository,
    private readonly writing: PartyWriting,
    private readonly facts: PartyFactsRepository,
  ) {}

  /**
   * Makes the party where nobody has the external id, else changes what is said of the one that has it; where that was
   * merged, of its survivor. Roles are only added: a program that sells does not know what is bought.
   *
   * @throws Problem validation_failed without a name for a new one, party_status for an archived one, and those of writing
   */
  async upsert(
    transaction: Transaction,
    legalEntityId: string,
    key: PartyExternalId,
    said: PartyChange,
  ): Promise<UpsertedParty> {
    await transaction.rows(TAKE_TURN, [legalEntityId, key.source, key.externalId]);
    const known = await this.facts.load(transaction, { legalEntityIds: [legalEntityId], externalIds: [key] });
    const fact = known.byExternalId(legalEntityId, key);
    if (!fact) {
      const { name, externalIds = [] } = said;
      if (name === undefined) throw nameMissing();
      const party = await this.writing.create(transaction, legalEntityId, undefined, {
        ...said,
        name,
        externalIds: withKey(externalIds, key),
      });
      return { party, outcome: 'created' };
    }
    await this.parties.hold(transaction, [fact.id]);
    const before = await this.parties.get(transaction, fact.id);
    if (before.status === 'archived') throw archived(before);
    const party = await this.writing.change(transaction, before, changeOf(before, said, key, fact.isOwnKey));
    return { party, outcome: party.version === before.version ? 'unchanged' : 'changed' };
  }
}

/** Whether the party that has the key itself needs no change to be what is said of it. */
export function isUpToDate(party: PartyView, said: PartyChange, key: PartyExternalId): boolean {
  return party.status !== 'archived' && compared(party, changeOf(party, said, key, true)).isSame;
}

const isKey = (key: PartyExternalId) => (one: PartyExternalId) =>
  one.source === key.source && one.externalId === key.externalId;

const withKey = (externalIds: readonly PartyExternalId[], key: PartyExternalId): PartyExternalId[] =>
  externalIds.some(isKey(key)) ? [...externalIds] : [...externalIds, key];

/** The key stays the party's where it was; of a merged one it stays there. */
function changeOf(before: PartyView, said: PartyChange, key: PartyExternalId, isOwnKey: boolean): PartyChange {
  const { externalIds, isCustomer, isVendor } = said;
  return {
    ...said,
    ...(isCustomer === undefined ? {} : { isCustomer: isCustomer || before.isCustomer }),
    ...(isVendor === undefined ? {} : { isVendor: isVendor || before.isVendor }),
    ...(externalIds === undefined || !isOwnKey ? {} : { externalIds: withKey(externalIds, key) }),
  };
}

function nameMissing() {
  const message = 'Nobody has the external id yet: a new party needs a name.';
  return platformProblems.validation_failed(message, [{ pointer: '/name', code: 'required', message }]);
}

function archived({ number }: PartyView) {
  return accountingProblems.party_status(
    `Party ${number}, which has the external id, is archived: reactivate it first.`,
  );
}
